import { figureText, type Figure, type Language } from "../../dataset";
import type { Messages } from "../messages";
import { shortPeriod } from "./period";

/**
 * The text below a key figure: "growth" or the growth itself, and its period if that differs from the heading's.
 * @param latest whether each key figure is its indicator's latest, possibly of different periods
 */
export function tileNote(
  main: Figure,
  growth: Figure | undefined,
  latest: boolean,
  words: Messages,
  language: Language,
): string {
  const rate =
    main.measure === "growth"
      ? words.onYearEarlier
      : growth && words.growthShort(figureText(growth, language));
  const periodText = latest || !rate ? shortPeriod(main.period, language, main.indicator.nature) : undefined;
  return [rate, periodText].filter((text) => text !== undefined).join(" · ");
}
