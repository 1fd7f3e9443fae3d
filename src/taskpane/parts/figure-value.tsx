import type { JSX } from "preact";
import { figureText, unitLabel, type Figure, type Language } from "../../dataset";

interface FigureValueProps {
  figure: Figure;
  language: Language;
  large?: boolean;
}

/** A figure as number and unit (with scale); the unit is "" for percentages. */
export function figureWords(figure: Figure, language: Language): readonly [number: string, unit: string] {
  const text = figureText(figure, language);
  const number = /^\P{L}+/u.exec(text)?.[0].trim() ?? text;
  return [number, number.endsWith("%") ? "" : unitLabel(figure, language)];
}

/** A figure with its number in bold and its unit beside it. Percentages have no unit apart. */
export function FigureValue({ figure, language, large }: FigureValueProps): JSX.Element {
  const [number, unit] = figureWords(figure, language);
  return (
    <span class={large ? "value large" : "value"}>
      <b>{number}</b>
      {unit && <span class="unit"> {unit}</span>}
    </span>
  );
}
