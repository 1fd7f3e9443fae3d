import type { Messages } from ".";
import type { MeasureName } from "../../dataset";

/** The measures that have a name of their own in the pane. */
const named = ["level", "share", "count", "change", "contribution", "single"] as const;

/** The pane's name for a measure. Derived growth, differences and indices have none of their own and say "growth". */
export const measureWord = (measure: MeasureName, words: Messages): string =>
  words[named.find((name) => name === measure) ?? "growth"];
