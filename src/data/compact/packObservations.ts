import { cell, values, type Row, type Tables } from "../table";
import { compareVersions } from "../versions";
import { END, GAP } from "./alphabet";
import { writer } from "./coder";
import { distinct } from "./column";
import { walk, type Figure } from "./figures";
import { knownFrom, listNames, type Lists } from "./lists";

/** The last month of a row's period, in months since year 0. */
function endOf(row: Row): number {
  const [year = "", rest = ""] = (cell(row, "time_period").split("/").pop() ?? "").split("-");
  const month = rest === "" ? 12 : rest.startsWith("Q") ? Number(rest.slice(1)) * 3 : Number(rest);
  return Number(year) * 12 + month;
}

/** What a row's period is: its frequency and accumulation, "M,ytd". */
const formOf = (row: Row) => `${cell(row, "freq")},${cell(row, "accumulation")}`;
/** Whether it counts from January; a year counts as cumulative to December. */
const isCumulative = (row: Row) => formOf(row) === "A,period" || cell(row, "accumulation") === "ytd";

/**
 * Sorts observations by indicator, measure, single before cumulative, and end. Neighbours then differ little, which
 * packs well; the sort is the same on every machine.
 */
export function inOrder(tables: Tables): Row[] {
  const place = new Map(tables.indicators.rows.map((row, index) => [cell(row, "indicator_code"), index]));
  const key = (row: Row) =>
    [
      String(place.get(cell(row, "indicator_code")) ?? 0).padStart(6, "0"),
      cell(row, "measure"),
      Number(isCumulative(row)),
      String(endOf(row)).padStart(6, "0"),
      ...["accumulation", "freq", "vintage", "source_id", "added"].map((name) => cell(row, name)),
    ].join(" ");
  const keyed = tables.observations.rows.map((row) => [key(row), row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/**
 * The figures, as `walk` writes them, and the lists of their indexes. `rows` are sorted by `inOrder`; `sources` and
 * `notes` give the numbers by which figures name theirs.
 */
export function observationColumns(
  tables: Tables,
  rows: readonly Row[],
  sources: readonly Row[],
  notes: readonly Row[],
): [string, string][] {
  const column = (name: string) => values(rows, name);
  const lists: Lists = {
    measure: distinct(column("measure")),
    unit: distinct(column("unit_measure")),
    form: distinct(rows.map(formOf)),
    mult: distinct(column("unit_mult")),
    qualifier: distinct(column("qualifier")),
    status: distinct(column("obs_status")),
    version: distinct([...column("added"), ...column("withdrawn")].filter(Boolean)).sort(compareVersions),
  };
  const [ids, noteTexts] = [values(sources, "source_id"), values(notes, "note")];
  const figure = (row: Row): Figure => ({
    measure: lists.measure.indexOf(cell(row, "measure")),
    unit: lists.unit.indexOf(cell(row, "unit_measure")),
    end: endOf(row),
    form: lists.form.indexOf(formOf(row)),
    stretch: cell(row, "accumulation") === "since" ? stretchOf(row) : 0,
    whole: Number(cell(row, "obs_value").replace(".", "")),
    decimals: (cell(row, "obs_value").split(".")[1] ?? "").length,
    mult: lists.mult.indexOf(cell(row, "unit_mult")),
    qualifier: lists.qualifier.indexOf(cell(row, "qualifier")),
    status: lists.status.indexOf(cell(row, "obs_status")),
    vintage: cell(row, "vintage"),
    source: ids.indexOf(cell(row, "source_id")),
    note: noteTexts.indexOf(cell(row, "note")) + 1,
    added: lists.version.indexOf(cell(row, "added")),
    withdrawn: lists.version.indexOf(cell(row, "withdrawn")) + 1,
  });
  const byIndicator = values(tables.indicators.rows, "indicator_code").map((code) =>
    rows.filter((row) => cell(row, "indicator_code") === code).map(figure),
  );
  const coder = writer();
  walk(coder, knownFrom(lists, values(sources, "published"), byIndicator.length), byIndicator);
  return [
    ["observations.count", String(rows.filter((row) => cell(row, "withdrawn") === "").length)],
    ["observations.lists", listNames.map((name) => lists[name].join(GAP)).join(END)],
    ["observations.figures", coder.text()],
  ];
}

/** With accumulation `since`, the months from the first to the last: 1 for 2025-04/2025-05. */
function stretchOf(row: Row): number {
  const [first = "", last = ""] = cell(row, "time_period").split("/");
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  return months(last) - months(first);
}
