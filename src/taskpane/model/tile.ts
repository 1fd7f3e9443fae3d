import { figureText, type Figure, type Language } from "../../dataset";
import type { Messages } from "../messages";
import { shortPeriod } from "./period";

/**
 * What stands below a key figure: that it is growth, or the growth beside it; its period where that is not the heading's.
 * @param latest whether each key figure is its indicator's latest, which may be of another period than the next one's
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
  const when = latest || !rate ? shortPeriod(main.period, language, main.indicator.nature) : undefined;
  return [rate, when].filter((text) => text !== undefined).join(" · ");
}
