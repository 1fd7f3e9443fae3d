import type { Area } from "../../../workbook/a1";
import { a1 } from "../../../workbook/a1";
import type { Filter, HiddenRows } from "../../reading/hiddenRows";
import { isAtWork } from "../../reading/hiddenRows";
import type { SheetReading } from "../../reading/placeReading";
import type { Step } from "../../session/batchObjects";
import { stepsOn } from "../../session/stepsOn";
import type { Add } from "../../session/stepsOn";

/**
 * Removes filters. Excel writes values into wrong rows when several rows are written at once and a filter hides some
 * of them (office-js #224, xlwings #679 and #747), so nothing can be written if Excel refuses this.
 */
export function addPause(add: Add, filters: readonly Filter[]): void {
  for (const { table } of filters)
    if (table !== undefined)
      add("filters", "Table.clearFilters", ({ sheet }) => sheet.tables.getItem(table).clearFilters(), {
        essential: true,
      });
    else
      add("filters", "AutoFilter.clearCriteria", ({ sheet }) => sheet.autoFilter.clearCriteria(), {
        essential: true,
      });
}

/**
 * Sets filters again. `filters` are as `readHidden` gave them, of tables or of the sheet; columns without a criterion
 * are passed over.
 */
export function addResume(add: Add, filters: readonly Filter[]): void {
  for (const { table, area, criteria } of filters)
    criteria.forEach((criterion, column) => {
      if (!criterion || !isAtWork(criterion)) return;
      if (table === undefined)
        add("filters", "AutoFilter.apply", ({ sheet }) =>
          sheet.autoFilter.apply(a1(area), column, criterion),
        );
      else
        add("filters", `Filter.apply ${criterion.filterOn}`, ({ sheet }) => {
          const { filter } = sheet.tables.getItem(table).columns.getItemAt(column);
          // Filters by values are set with the values, because some hosts know no other criterion.
          if (criterion.filterOn === "Values" && criterion.values) filter.applyValuesFilter(criterion.values);
          else filter.apply(criterion);
        });
    });
}

/** Shows every row of an area: removes filters, and shows rows that were hidden by hand. */
export function addShowAll(add: Add, hidden: HiddenRows, area: Area, tables: readonly string[]): void {
  addPause(add, hidden.filters);
  if (hidden.unsure)
    for (const table of tables)
      add("filters", "Table.clearFilters of any", ({ sheet }) => sheet.tables.getItem(table).clearFilters());
  if (hidden.rows.length > 0)
    add("filters", "Range.rowHidden", ({ range }) => (range(area).rowHidden = false), {
      essential: true,
    });
}

/** Hides rows (of the sheet) again. They count from 0, whatever block they are in. */
export function addHide(add: Add, rows: readonly number[]): void {
  for (const row of rows)
    add("filters", "Range.rowHidden", ({ range }) => (range([row, 0, 1, 1], [0, 0]).rowHidden = true));
}

/**
 * Removes active filters before the steps, and sets them again afterwards.
 * @param resumed those whose filters the steps set themselves
 */
export function withoutFilters(
  { id, hidden }: SheetReading,
  steps: readonly Step[],
  resumed: HiddenRows | undefined,
): readonly Step[] {
  if (!hidden) return steps;
  const [before, after] = [stepsOn(id), stepsOn(id)];
  addPause(before, hidden.filters);
  addResume(
    after,
    hidden.filters.filter(({ table }) => !resumed?.filters.some((filter) => filter.table === table)),
  );
  return [...before.steps, ...steps, ...after.steps];
}
