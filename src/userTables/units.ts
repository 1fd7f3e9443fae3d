import { readUserUnit } from "../dataset";

/** A unit in the data's terms: percent, percentage points, yuan, or the user's own word; and a power of ten. */
export interface UserUnit {
  readonly unit: string;
  readonly power: number;
}

const unitCodes: Readonly<Record<string, string>> = { percent: "PT", points: "PP", yuan: "CNY" };

/**
 * Reads a unit: "亿元", "(亿元)", "RMB bn", "million yuan", "%", "parcels". A counted thing keeps its word.
 * @param text on one line, without blanks around it
 * @returns undefined where an unknown word may contain a power of ten or money
 */
export function readUnit(text: string): UserUnit | undefined {
  const unit = readUserUnit(text);
  if (unit === undefined) return undefined;
  return { unit: unitCodes[unit.of] ?? unit.word, power: unit.power };
}
