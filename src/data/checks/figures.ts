/**
 * The valid figures as numbers, with the range that their rounding allows. Shared by the checks; no check itself.
 */
import { cell, type Row, type Tables } from "../table";

/** A printed number, and the least and greatest value that would be printed like it. */
export interface Printed {
  readonly row: Row;
  readonly code: string;
  readonly measure: string;
  readonly year: number;
  /** First and last month. */
  readonly first: number;
  readonly last: number;
  /** In base units; a percentage as printed. */
  readonly value: number;
  /** Half of the last printed digit. */
  readonly half: number;
  /** Indicator, measure and months. */
  readonly key: string;
}

/** Makes a `key`. Months are 1 to 12; a year is 1 to 12, March alone 3 to 3. */
export const keyOf = (code: string, measure: string, year: number, first: number, last: number): string =>
  [code, measure, year, first, last].join(" ");

function months(row: Row): readonly [first: number, last: number] {
  const rest = cell(row, "time_period").slice(5);
  const quarter = rest.startsWith("Q");
  const last = rest === "" ? 12 : quarter ? Number(rest.slice(1)) * 3 : Number(rest);
  return [rest === "" || cell(row, "accumulation") === "ytd" ? 1 : quarter ? last - 2 : last, last];
}

/**
 * The figures that are valid in the newest version and are of a calendar period. Withdrawn rows are left out. Values
 * are in base units (yuan, not 亿元); `half` is half of the last printed digit.
 */
export function figures(tables: Tables): Printed[] {
  return tables.observations.rows
    .filter((row) => cell(row, "withdrawn") === "" && cell(row, "accumulation") !== "since")
    .map((row) => {
      const [code, measure, text] = [
        cell(row, "indicator_code"),
        cell(row, "measure"),
        cell(row, "obs_value"),
      ];
      const power = Number(cell(row, "unit_mult"));
      const year = Number(cell(row, "time_period").slice(0, 4));
      const [first, last] = months(row);
      const decimals = text.split(".")[1]?.length ?? 0;
      return {
        row,
        code,
        measure,
        year,
        first,
        last,
        value: Number(text) * 10 ** power,
        half: 0.5 * 10 ** (power - decimals),
        key: keyOf(code, measure, year, first, last),
      };
    });
}

/** The most exact print of each figure; "nearly" and "more than" are left out. */
export function mostExact(all: readonly Printed[]): ReadonlyMap<string, Printed> {
  const best = new Map<string, Printed>();
  for (const figure of all) {
    if (cell(figure.row, "qualifier") !== "exact") continue;
    const before = best.get(figure.key);
    if (before === undefined || figure.half < before.half) best.set(figure.key, figure);
  }
  return best;
}
