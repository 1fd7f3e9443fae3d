/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here each question returns the function that reads. */
import type { Area } from "../../workbook/a1";
import { parseA1 } from "../../workbook/a1";
import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";
import { questions } from "./questions";
import type { Questions } from "./questions";

/** The filter criteria of a column, as Excel gives them; null: not filtered. */
export type Criteria = Excel.FilterCriteria | null;

/** An active filter of a sheet. */
export interface Filter {
  /** Its table; absent for the sheet's own filter. */
  table?: string;
  /** Its area with the headings, absolute. */
  area: Area;
  /** One for each column. */
  criteria: readonly Criteria[];
}

/** The hidden rows of an area, and the filters that hide them. */
export interface HiddenRows {
  /** Of the sheet, ascending. */
  rows: readonly number[];
  filters: readonly Filter[];
  /** Whether Excel refuses to tell the filters. */
  unsure?: true;
}

/** Asks whether any row of a range is hidden; false if Excel refuses to tell. */
export const askAnyHidden = (
  ask: Questions,
  rangeIn: (objects: BatchObjects) => Excel.Range,
): (() => boolean) =>
  ask.may("Range.rowHidden", false, (objects) => {
    const range = rangeIn(objects);
    range.load("rowHidden");
    // null: some are; undefined: the host lacks this member.
    return () => range.rowHidden === true || (range.rowHidden as unknown) === null;
  });

/**
 * Reads which rows of an area are hidden, and the active filters of its sheet. One message, and one more if the sheet
 * itself has a filter.
 * @param tables names of the sheet's tables
 */
export async function readHidden(
  context: Context,
  sheetId: string,
  area: Area,
  tables: readonly string[],
): Promise<HiddenRows> {
  const ask = questions();
  const rows = askRows(ask, sheetId, area);
  const ofTables = tables.map((name) => askTableFilter(ask, sheetId, name));
  const sheetFilter = can("filters")
    ? ask.may<readonly Criteria[]>("Worksheet.autoFilter", [], (objects) => {
        const { autoFilter } = objects.sheet(sheetId);
        autoFilter.load("isDataFiltered,criteria");
        return () => (autoFilter.isDataFiltered ? autoFilter.criteria : []);
      })
    : () => [];
  await ask.answer(context);
  const filtersOfSheet = sheetFilter();
  const place =
    filtersOfSheet.length > 0
      ? ask.may<Area | undefined>("AutoFilter.getRangeOrNullObject", undefined, (objects) => {
          const range = objects.sheet(sheetId).autoFilter.getRangeOrNullObject();
          range.load("address");
          return () => (range.isNullObject ? undefined : parseA1(range.address)?.area);
        })
      : () => undefined;
  if (filtersOfSheet.length > 0) await ask.answer(context);
  const read = ofTables.map((filter) => filter());
  const ownArea = place();
  const unsure = read.includes(undefined) || (filtersOfSheet.length > 0 && !ownArea);
  return {
    rows: rows(),
    filters: [
      ...read
        .filter((filter) => filter?.criteria.some(isAtWork) === true)
        .filter((filter) => filter !== undefined),
      ...(ownArea ? [{ area: ownArea, criteria: filtersOfSheet }] : []),
    ],
    ...(unsure ? { unsure } : {}),
  };
}

/** Whether a column is filtered. Excel gives criteria for every column, most of them empty. */
export const isAtWork = (criteria: Criteria | undefined): boolean => Boolean(criteria?.filterOn);

/** Asks which rows of an area are hidden; none where the host does not tell. */
function askRows(ask: Questions, sheetId: string, area: Area): () => readonly number[] {
  const [top, , count] = area;
  return ask.may<readonly number[]>("Range.rowHidden of each row", [], (objects) => {
    const range = objects.range(sheetId, area);
    if (can("cellFormats")) {
      const rowsRead = range.getRowProperties({ rowHidden: true });
      return () => rowsRead.value.flatMap(({ rowHidden }, row) => (rowHidden ? [top + row] : []));
    }
    const rowRanges = Array.from({ length: count }, (_, row) => range.getRow(row));
    for (const row of rowRanges) row.load("rowHidden");
    return () => rowRanges.flatMap(({ rowHidden }, row) => (rowHidden ? [top + row] : []));
  });
}

/** A table's filter; undefined if Excel refuses to tell. */
function askTableFilter(ask: Questions, sheetId: string, name: string): () => Filter | undefined {
  return ask.may<Filter | undefined>(`TableColumn.filter of ${name}`, undefined, (objects) => {
    const table = objects.sheet(sheetId).tables.getItem(name);
    const range = table.getRange();
    range.load("address");
    table.columns.load("items/filter/criteria");
    return () => {
      const area = parseA1(range.address)?.area;
      return (
        area && { table: name, area, criteria: table.columns.items.map(({ filter }) => filter.criteria) }
      );
    };
  });
}

/**
 * Whether a filter applies to a row of the sheet (from 0), which then may be hidden by it. The heading and rows below
 * are never hidden by it.
 */
export const filters = ({ area: [top, , count] }: Filter, row: number): boolean =>
  row > top && row < top + count;

/** Rows that no filter hides. Rows of the sheet from 0; those inside a filter's area count as hidden by the filter. */
export const hiddenByHand = (hidden: HiddenRows): readonly number[] =>
  hidden.rows.filter((row) => !hidden.filters.some((filter) => filters(filter, row)));

/** Writes rows as text: "4", "4:9, 12". */
export function rowsText(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([first, last]) => (first === last ? String(first + 1) : `${first + 1}:${last + 1}`))
    .join(", ");
}
