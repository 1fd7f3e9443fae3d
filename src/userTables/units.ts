import { unitPowers, type UnitName } from "../dataset";

/** A unit as the data know it: percent, percentage points, yuan, or the user's own word; and a power of ten. */
export interface OwnUnit {
  readonly unit: string;
  readonly power: number;
}

const english = /^(thousand|million|billion|trillion|wan|yi)\b\s*(.*)$/i;
const chinese = /^(万亿|十亿|百万|亿|万|千)(.*)$/;
const chinesePowers: Readonly<Record<string, number>> = { 万亿: 12, 十亿: 9, 百万: 6, 亿: 8, 万: 4, 千: 3 };

const known: readonly (readonly [RegExp, string])[] = [
  [/^(%|percent|per cent|pct)$/i, "PT"],
  [/^(pp|percentage points?|个?百分点)$/i, "PP"],
  [/^(yuan|cny|rmb|人民币元?|元)$/i, "CNY"],
];

/**
 * Reads a unit: "亿元", "million yuan", "%", "parcels". A word that no unit of ours is stays as it is written.
 * @param text on one line, without blanks around it
 */
export function readUnit(text: string): OwnUnit {
  const plain = text.normalize("NFKC");
  const [, word = "", rest = plain] = english.exec(plain) ?? chinese.exec(plain) ?? [];
  const power = chinesePowers[word] ?? (word ? unitPowers[word.toLowerCase() as UnitName] : 0);
  const found = known.find(([form]) => form.test(rest))?.[1];
  return { unit: found ?? rest, power };
}
