import type { Plan } from "../../../sheets/plan";
import { a1 } from "../../../workbook/a1";
import type { Area } from "../../../workbook/a1";
import type { TableReading } from "../../reading/placeReading";
import type { BatchObjects } from "../../session/batchObjects";
import { can } from "../../session/capabilities";
import { stepsOn } from "../../session/stepsOn";
import type { Add } from "../../session/stepsOn";
import { extraOf, tableChange, needsFilterButtons, nameOf } from "../target";
import type { Target } from "../target";

/** A style with lines in the theme's accent. */
export const tableStyle = "TableStyleLight2";

/**
 * Adds the tables that do not exist yet. Those that stand are left, resized or made anew, as `tableChange` says;
 * columns that the user added belong to them again.
 */
export function addTables(add: Add, plan: Plan, target: Target): void {
  const { at, old } = target;
  for (const [index, { area, filter }] of plan.tables.entries()) {
    const name = nameOf(target, plan, index);
    const there = old?.tables.some((table) => table.name === name);
    const change = old && there ? tableChange(name, plan, target, old) : "convert";
    if (old && change !== "convert" && needsFilterButtons(name, plan, target, old))
      setButtons(add, name, filter);
    if (change === "stay") continue;
    // The plan has its own lines between rows.
    const settings = { name, style: tableStyle, showFilterButton: filter, showBandedRows: false };
    const width = area[3] + extraOf(target, name);
    const place: Area = [area[0] + at[0], area[1] + at[1], area[2], width];
    if (change === "convert") addTable(add, target.sheet, place, settings);
    else addResized(add, target.sheet, place, old?.tables.find((table) => table.name === name) ?? settings);
  }
}

/** Shows or hides a table's filter buttons. ExcelApi 1.3, which every Excel with custom functions has. */
export function setButtons(add: Add, name: string, shown: boolean): void {
  add(
    "table",
    "Table.showFilterButton",
    ({ sheet }) => (sheet.tables.getItem(name).showFilterButton = shown),
  );
}

/** The member that resizes a table. If Excel refuses it, the table is made again. */
export const resizing = "Table.resize";

/** Makes a table again as it was, if Excel refused to resize it. */
function addResized(add: Add, key: string, place: Area, table: TableReading): void {
  const remake = stepsOn(key);
  addTable(remake, key, place, table);
  add("table", resizing, () => undefined, { bytes: 0, harmless: true, otherwise: remake.steps });
}

/**
 * Converts a table into plain cells.
 * @param unsure it may be gone: then nothing is done
 */
export function addConvert(add: Add, name: string, unsure?: true): void {
  add(
    "table",
    unsure ? `Table.convertToRange of ${name}` : "Table.convertToRange",
    ({ sheet }) => void sheet.tables.getItem(name).convertToRange(),
    unsure ? {} : { essential: true },
  );
}

/**
 * Makes a table of cells whose first row holds its headings. `key` is the sheet's id or name. If Excel refuses one of
 * its members, the cells stay a plain range.
 */
export function addTable(add: Add, key: string, area: Area, table: TableReading): void {
  const { name, style, showFilterButton, showBandedRows } = table;
  const unit = `table ${name}`;
  const tableIn = (objects: BatchObjects) =>
    objects.once(unit, () => objects.sheet(key).tables.getItem(name));
  const nothing = () => undefined;
  add("table", "TableCollection.add", nothing, {
    unit,
    carries: [],
    run: (objects) => void objects.once(unit, () => objects.sheet(key).tables.add(a1(area), true)),
  });
  add("table", "Table.name", nothing, {
    unit,
    // Without its name it could not be found again, so it is converted back into plain cells.
    carries: can("tablesOfRange")
      ? [
          {
            part: "table",
            what: `Table.convertToRange ${unit}`,
            bytes: 300,
            run: (objects) => void objects.range(key, area).getTables(false).getFirst().convertToRange(),
          },
        ]
      : [],
    run: (objects) => (tableIn(objects).name = name),
  });
  const set = (member: string, run: (table: Excel.Table) => void) =>
    add("table", `Table.${member}`, nothing, { bytes: 200, unit, run: (objects) => run(tableIn(objects)) });
  set("style", (table) => (table.style = style));
  // ExcelApi 1.3, which every Excel with custom functions has.
  set("showFilterButton", (table) => (table.showFilterButton = showFilterButton));
  set("showBandedRows", (table) => (table.showBandedRows = showBandedRows));
}
