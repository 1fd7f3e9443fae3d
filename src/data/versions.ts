/**
 * Versions of the data. A row names the version in which it was `added` and, if a correction replaced it, the one in
 * which it was `withdrawn`. So every version can be restored, and a finished workbook keeps its own.
 */

/** The versions of a row. */
export interface Versioned {
  /** The first version with the row; "" in tables without versions, whose rows are in all. */
  readonly added: string;
  /** The first version without the row. */
  readonly withdrawn?: string | undefined;
}

/** The first version, from before workbooks stored one: a data date without a version means it. */
export const FIRST_VERSION = "0.1.0";

/**
 * Whether a text is a version: three numbers without leading zeros.
 * @example isVersion("0.2") // false
 */
export const isVersion = (text: string): boolean => /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text);

/**
 * Compares two versions: 0.9.0 is before 0.10.0.
 * @returns less than 0 if a is the earlier, 0 if they are equal
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
 * Whether a row is valid in a version of the data.
 * @param version default: the newest
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
