import { readUserUnit } from "../dataset";

/** A unit as the data know it: percent, percentage points, yuan, or the user's own word; and a power of ten. */
export interface UserUnit {
  readonly unit: string;
  readonly power: number;
}

const names: Readonly<Record<string, string>> = { percent: "PT", points: "PP", yuan: "CNY" };

/**
 * Reads a unit: "亿元", "(亿元)", "RMB bn", "million yuan", "%", "parcels". A word for what is counted stays as it is written.
 * @param text on one line, without blanks around it
 * @returns undefined where a power of ten or money may hide in what is not understood: that never means "one"
 */
export function readUnit(text: string): UserUnit | undefined {
  const found = readUserUnit(text);
  if (found === undefined) return undefined;
  return { unit: names[found.of] ?? found.word, power: found.power };
}
