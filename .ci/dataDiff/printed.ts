import type { Observation } from "../../src/dataset";

const powers: Readonly<Record<number, string>> = {
  3: "thousand ",
  4: "ten thousand ",
  6: "million ",
  8: "hundred million ",
  9: "billion ",
  12: "trillion ",
};
const signs: Readonly<Record<string, string>> = { exact: "", approx: "about ", at_least: "more than " };

/**
 * A figure as its source printed it, with its unit in words: every digit counts in a revision.
 * @example "36242 hundred million yuan", "7.4%", "about 3.6 trillion yuan"
 */
export function printed(
  row: Pick<Observation, "obsValue" | "unitMeasure" | "unitMult" | "qualifier" | "status">,
): string {
  const units: Readonly<Record<string, string>> = { PT: "%", PP: " percentage points", CNY: "yuan" };
  const unit = units[row.unitMeasure] ?? row.unitMeasure.toLowerCase();
  const percent = row.unitMeasure === "PT" || row.unitMeasure === "PP";
  const scaled = percent ? unit : ` ${powers[row.unitMult] ?? ""}${unit}`;
  return `${signs[row.qualifier] ?? ""}${row.obsValue}${scaled}${row.status === "P" ? ", provisional" : ""}`;
}
