/**
 * Versions of the data. A row says in which one it was `added` and, if a corrected row took its place, in which one it was
 * `withdrawn`: so each version can be had again as it was, and a finished workbook keeps its own.
 */

/** What says in which versions of the data a row stands. */
export interface Versioned {
  /** The first version that has it; "" in tables that know no versions: it was always there. */
  readonly added: string;
  /** The first version that has it no more. */
  readonly withdrawn?: string | undefined;
}

/** The version of the data before a workbook could remember one: a data date alone means it. */
export const FIRST_VERSION = "0.1.0";

/**
 * Whether a text is a version as the tables write it: three numbers without leading zeros.
 * @example isVersion("0.2") // false
 */
export const isVersion = (text: string): boolean => /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text);

/**
 * Puts two versions in order: 0.9.0 before 0.10.0.
 * @returns less than 0 where a is the earlier, 0 where both are one
 * @example compareVersions("0.9.0", "0.10.0") < 0 // true
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [a.split("."), b.split(".")];
  for (let place = 0; place < 3; place++) {
    const difference = Number(x[place] ?? 0) - Number(y[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether a row stands in a version of the data.
 * @param version undefined: the newest
 * @example standsIn({ added: "0.2.0" }, "0.1.0") // false
 * @example standsIn({ added: "0.1.0", withdrawn: "0.2.0" }, "0.1.0") // true
 */
export function standsIn({ added, withdrawn }: Versioned, version?: string): boolean {
  if (version === undefined) return withdrawn === undefined;
  return (
    compareVersions(added, version) <= 0 &&
    (withdrawn === undefined || compareVersions(withdrawn, version) > 0)
  );
}
