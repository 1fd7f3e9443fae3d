import type { JSX } from "preact";
import { figureText, unitLabel, type Figure, type Language } from "../../dataset";

interface FigureValueProps {
  figure: Figure;
  language: Language;
  large?: boolean;
}

/** A figure as people read it: the number strong, scale and unit quiet beside it. A per cent sign belongs to the number. */
export function FigureValue({ figure, language, large }: FigureValueProps): JSX.Element {
  const text = figureText(figure, language);
  const number = /^\P{L}+/u.exec(text)?.[0].trim() ?? text;
  return (
    <span class={large ? "value large" : "value"}>
      <b>{number}</b>
      {!number.endsWith("%") && <span class="unit"> {unitLabel(figure, language)}</span>}
    </span>
  );
}
