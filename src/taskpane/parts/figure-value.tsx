import type { JSX } from "preact";
import { figureText, unitLabel, type Figure, type Language } from "../../dataset";

interface FigureValueProps {
  figure: Figure;
  language: Language;
  large?: boolean;
}

/** A figure in two parts: the number, and scale and unit, "" where a per cent sign says it. */
export function figureWords(figure: Figure, language: Language): readonly [number: string, unit: string] {
  const text = figureText(figure, language);
  const number = /^\P{L}+/u.exec(text)?.[0].trim() ?? text;
  return [number, number.endsWith("%") ? "" : unitLabel(figure, language)];
}

/** A figure as people read it: the number strong, scale and unit quiet beside it. A per cent sign belongs to the number. */
export function FigureValue({ figure, language, large }: FigureValueProps): JSX.Element {
  const [number, unit] = figureWords(figure, language);
  return (
    <span class={large ? "value large" : "value"}>
      <b>{number}</b>
      {unit && <span class="unit"> {unit}</span>}
    </span>
  );
}
