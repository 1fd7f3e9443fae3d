import type { Plan } from "../../../sheets/plan";
import { a1 } from "../../../workbook/a1";
import type { Area } from "../../../workbook/a1";
import { can } from "../../session/capabilities";
import { stepsOn } from "../../session/stepsOn";
import type { Add } from "../../session/stepsOn";
import { addFormatsBefore } from "../formatsBefore";
import { tableChange, hasChangedShape } from "../target";
import type { OldBlock, Target } from "../target";
import { addClear, addTrial } from "./cells";
import { widthBefore } from "./sizes";
import { addConvert, resizing } from "./tables";

/** Clears an old block's cells. Its charts stay for now, as do tables that the new plan has too. */
export function clearOld(add: Add, plan: Plan, target: Target, old: OldBlock): void {
  const at = [old.area[0], old.area[1]] as const;
  const blockArea: Area = [0, 0, old.area[2], old.area[3]];
  addTrial(add, old.sample);
  // Excel does not resize tables into merged cells.
  for (const area of hasChangedShape(old) ? [blockArea] : old.record.merges)
    add("merges", "Range.unmerge", ({ range }) => range(area, at).unmerge());
  for (const { name } of old.tables) {
    const change = tableChange(name, plan, target, old);
    if (change === "convert") addConvert(add, name, old.tablesUnsure);
    else if (change !== "stay") {
      // If Excel refuses to resize a table, `addTables` makes it again.
      const remake = stepsOn(target.sheet);
      addConvert(remake, name);
      add("table", resizing, ({ sheet }) => sheet.tables.getItem(name).resize(a1(change, at)), {
        otherwise: remake.steps,
      });
    }
  }
  addClear(add, old.area);
  addFormatsBefore(add, old.record.before.looks, at);
  for (const column of Object.keys(old.record.before.widths).map(Number)) {
    const width = widthBefore(target, column);
    if (width && !plan.widths[column])
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, column, 1, 1], at).format.columnWidth = width;
      });
  }
  const rows = new Set(plan.heights.map(({ row }) => row));
  if (!can("links")) return;
  for (const row of old.record.heights.filter((height) => !rows.has(height))) {
    const was = old.record.before.heights[row];
    if (was)
      add(
        "sizes",
        "RangeFormat.rowHeight",
        ({ range }) => (range([row, 0, 1, 1], at).format.rowHeight = was),
      );
    else
      add("sizes", "RangeFormat.useStandardHeight", ({ range }) => {
        range([row, 0, 1, 1], at).format.useStandardHeight = true;
      });
  }
}
