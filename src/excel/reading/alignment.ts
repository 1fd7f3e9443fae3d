import { fingerprint, plainText } from "../session/cellText";

/** The part of a record about written cells. */
export interface WrittenCells {
  rows: number;
  columns: number;
  /** By row, the column and fingerprint of each filled cell. */
  cells: Readonly<Record<string, string>>;
}

/** The written row and column of each present row and column. */
export interface Alignment {
  /** By present row, the written row; undefined for an inserted one. */
  rows: readonly (number | undefined)[];
  columns: readonly (number | undefined)[];
}

/**
 * By row, the columns and fingerprints that were written. Records hold them packed: six letters a cell, two for the
 * column (base 36) and four for the fingerprint.
 */
export function writtenIn(record: WrittenCells): Map<number, Map<number, string>> {
  const written = new Map<number, Map<number, string>>();
  for (const [row, entries] of Object.entries(record.cells))
    written.set(
      Number(row),
      new Map(
        (entries.match(/.{6}/g) ?? []).map((entry) => [parseInt(entry.slice(0, 2), 36), entry.slice(2)]),
      ),
    );
  return written;
}

/**
 * Matches rows and columns after people inserted or deleted some inside a block, by their cells. A block of its
 * original size counts as unchanged.
 * @param formulas the block's present content, from its first row and column
 */
export function alignmentOf(record: WrittenCells, formulas: readonly (readonly unknown[])[]): Alignment {
  const width = formulas[0]?.length ?? 0;
  const count = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const asIs = { rows: count(formulas.length), columns: count(width) };
  if (formulas.length === record.rows && width === record.columns) return asIs;
  const prints = formulas.map((row) =>
    row.map((value) => (plainText(value) === "" ? "" : fingerprint(plainText(value)))),
  );
  const writtenCells = writtenIn(record);
  const rows =
    formulas.length === record.rows
      ? asIs.rows
      : matched(
          prints,
          count(record.rows).map((row) => [...(writtenCells.get(row)?.values() ?? [])]),
        );
  if (width === record.columns) return { rows, columns: asIs.columns };
  // By present column, its cells in the matched rows.
  const now = asIs.columns.map((column) =>
    prints.map((row, r) => (rows[r] === undefined ? "" : (row[column] ?? ""))),
  );
  const before = count(record.columns).map((column) =>
    count(record.rows).flatMap((row) => writtenCells.get(row)?.get(column) ?? []),
  );
  return { rows, columns: matched(now, before) };
}

/**
 * Pairs lines in order so that as many cells as possible match (longest common subsequence). Lines without a partner
 * get one where there is room.
 */
function matched(
  now: readonly (readonly string[])[],
  before: readonly (readonly string[])[],
): (number | undefined)[] {
  const likeness = (line: readonly string[], other: readonly string[]): number => {
    const filled = line.filter((print) => print !== "");
    if (filled.length === 0) return other.length === 0 ? 0.5 : 0.01;
    const unmatched = [...other];
    let alike = 0;
    for (const print of filled) {
      const at = unmatched.indexOf(print);
      if (at < 0) continue;
      unmatched.splice(at, 1);
      alike += 1;
    }
    return alike > 0 ? alike : other.length === 0 ? 0 : 0.01;
  };
  const [n, m] = [now.length, before.length];
  // The number of matching cells from line i and line j on.
  const best = new Float64Array((n + 1) * (m + 1));
  const at = (i: number, j: number): number => best[i * (m + 1) + j] ?? 0;
  const pairedAt = (i: number, j: number): number =>
    at(i + 1, j + 1) + likeness(now[i] ?? [], before[j] ?? []);
  for (let i = n - 1; i >= 0; i -= 1)
    for (let j = m - 1; j >= 0; j -= 1)
      best[i * (m + 1) + j] = Math.max(at(i + 1, j), at(i, j + 1), pairedAt(i, j));
  const pairs: (number | undefined)[] = [];
  let j = 0;
  for (let i = 0; i < n; i += 1) {
    // A deleted line is skipped, unless this line matches none of the later ones either.
    while (j < m && at(i, j) !== pairedAt(i, j) && at(i, j) === at(i, j + 1)) j += 1;
    const isPair = j < m && at(i, j) === pairedAt(i, j);
    pairs.push(isPair ? j : undefined);
    if (isPair) j += 1;
  }
  return pairs;
}

/** The present place of a written row or column; undefined if it was deleted. */
export function whereIs(line: number, lines: Alignment["rows"]): number | undefined {
  const at = lines.indexOf(line);
  return at < 0 ? undefined : at;
}
