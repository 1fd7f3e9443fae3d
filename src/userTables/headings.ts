import { alike, parsePeriod, type Text2 } from "../dataset";
import { headings, type Field } from "./texts";
import { readUnit, type UserUnit } from "./units";

/** The columns of a table by their field, counted from 0. */
export interface Columns {
  readonly of: ReadonlyMap<Field, number>;
  /** The column of months or quarters beside a column of years. */
  readonly partOfYear: number;
  /** The unit in the heading of the values: 销售额（万元）. */
  readonly unit: UserUnit | undefined;
}

/** Why the headings cannot be read. */
export type HeadingsWrong =
  | { readonly wrong: "missing"; readonly fields: readonly Field[] }
  | { readonly wrong: "side"; readonly first: string; readonly last: string }
  | {
      readonly wrong: "both";
      readonly column: number;
      readonly names: readonly [string, string];
      readonly field: Field;
    }
  | { readonly wrong: "unit"; readonly column: number; readonly given: string };

const yearWords = ["年份", "年度", "年", "year"].map(alike);
const partWords = ["月份", "月", "季度", "季", "month", "quarter"].map(alike);
const unitInBrackets = /^(.+?)\s*[(（[【](?:单位[:：])?\s*([^()（）[\]【】]+)[)）\]】]$/;

/**
 * Finds the columns of a table by its headings, or says what is missing or double. `cells` are the first row's
 * values; they are compared without case, width and unit in brackets. Columns that mean nothing to us are passed
 * over.
 */
export function readHeadings(cells: readonly unknown[]): Columns | HeadingsWrong {
  const texts = cells.map((cell) => String(cell ?? "").trim());
  const titles = texts.map(alike);
  // The heading without its unit: 销售额（万元）, "Sales, million yuan".
  const split = texts.map((text) => unitInBrackets.exec(text) ?? /^([^,，]+)[,，]\s*(.+)$/.exec(text));
  const withoutUnits = titles.map((title, at) => (split[at] ? alike(split[at][1] ?? "") : title));
  const names = (field: Field) => headings[field].map(alike);
  const places = (field: Field): number[] => {
    const known = names(field);
    const exact = titles.flatMap((title, at) => (known.includes(title) ? [at] : []));
    return exact.length > 0 || field !== "value"
      ? exact
      : withoutUnits.flatMap((title, at) => (known.includes(title) ? [at] : []));
  };
  const columnOf = new Map<Field, number>();
  let partOfYear = -1;
  for (const field of Object.keys(headings) as Field[]) {
    const [first = -1, second, third] = places(field);
    columnOf.set(field, first);
    if (second === undefined) continue;
    const pair = [first, second] as const;
    const yearAt = pair.find((at) => yearWords.includes(titles[at] ?? ""));
    const partAt = pair.find((at) => partWords.includes(titles[at] ?? ""));
    if (field === "period" && third === undefined && yearAt !== undefined && partAt !== undefined) {
      columnOf.set(field, yearAt);
      partOfYear = partAt;
      continue;
    }
    // Of two columns for one field, the one with the name that the pane shows is used; with two other names, neither.
    const shown = headings[field].slice(0, 2).map(alike);
    const chosen = places(field).filter((at) => shown.includes(titles[at] ?? ""));
    if (chosen[0] !== undefined && chosen.length === 1) columnOf.set(field, chosen[0]);
    else if (/^(?:indicator|period|value)$/.test(field))
      return { wrong: "both", column: second, names: [texts[first] ?? "", texts[second] ?? ""], field };
  }
  const missing = (["indicator", "period", "value"] as const).filter(
    (field) => (columnOf.get(field) ?? -1) < 0,
  );
  if (missing.length > 0) {
    const periods = texts.filter((text) => {
      const read = text === "" ? undefined : parsePeriod(text);
      return read?.ok === true && read.value !== undefined && read.value !== "latest";
    });
    const [first] = periods;
    const last = periods.at(-1);
    return first !== undefined && last !== undefined && periods.length > 1 && missing.includes("value")
      ? { wrong: "side", first, last }
      : { wrong: "missing", fields: missing };
  }
  const at = columnOf.get("value") ?? -1;
  const unitText = titles[at] === withoutUnits[at] ? undefined : split[at]?.[2];
  const unit = unitText === undefined || /^\d/.test(unitText) ? undefined : readUnit(unitText);
  if (unitText !== undefined && unit === undefined) return { wrong: "unit", column: at, given: unitText };
  return { of: columnOf, partOfYear, unit };
}

/** The names that a column may have, for a sentence: the first, and some others. */
export function namesOf(field: Field): Text2 {
  const listed = (chinese: boolean) =>
    headings[field].filter((name) => /\p{Script=Han}/u.test(name) === chinese).slice(0, 4);
  const [en = "", ...english] = listed(false);
  const [zh = "", ...chinese] = listed(true);
  return {
    en: english.length > 0 ? `“${en}” (or ${english.join(", ")})` : `“${en}”`,
    zh: chinese.length > 0 ? `“${zh}”（或${chinese.join("、")}）` : `“${zh}”`,
  };
}
