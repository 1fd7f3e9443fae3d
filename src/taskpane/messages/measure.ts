import type { Messages } from ".";
import type { MeasureName } from "../../dataset";

/** The pane's name for a measure. Derived growth, differences and indices have none of their own and say "growth". */
export function measureWord(measure: MeasureName, words: Messages): string {
  switch (measure) {
    case "level":
      return words.level;
    case "share":
      return words.share;
    case "count":
      return words.count;
    case "change":
      return words.change;
    case "contribution":
      return words.contribution;
    case "single":
      return words.single;
    default:
      return words.growth;
  }
}
