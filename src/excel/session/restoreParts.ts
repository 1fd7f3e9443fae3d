import { a1, areaOf } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { chartSteps, showSteps } from "../inserting/charts/chart";
import { sameMake } from "../inserting/steps/charts";
import { addName, dropName, moveName } from "../inserting/steps/marker";
import { addTable, resizing, setButtons } from "../inserting/steps/tables";
import { paletteOf } from "../inserting/styles";
import { extraOf, tableChange, needsFilterButtons, userTitles, titled } from "../inserting/target";
import type { OldBlock, Target } from "../inserting/target";
import { chartName, idOf, marker, recordKey, unfinished } from "../reading/blockRecord";
import { can } from "./capabilities";
import { addProperty, deleteProperty } from "./sheetProperties";
import type { Add } from "./stepsOn";
import type { Undoing, PresentState } from "./undoing";

/** Restores tables that were moved or converted. `present` are the names of the tables that the sheet has now. */
export function putBackTables(
  add: Add,
  { plan, target }: Undoing,
  old: OldBlock,
  present: readonly string[],
): void {
  for (const reading of old.tables) {
    const area = old.record.tables.find(({ name }) => name === reading.name)?.area;
    const change = tableChange(reading.name, plan, target, old);
    if (area && change !== "convert" && needsFilterButtons(reading.name, plan, target, old))
      setButtons(add, reading.name, reading.showFilterButton);
    if (!area || change === "stay") continue;
    const [top, left] = old.area;
    const width = area[3] + extraOf(target, reading.name);
    const place: Area = [area[0] + top, area[1] + left, area[2], width];
    // Where Excel refused to resize it, it was converted into plain cells, or was not changed.
    if (change === "convert" || !present.includes(reading.name)) addTable(add, target.sheet, place, reading);
    else add("table", resizing, ({ sheet }) => sheet.tables.getItem(reading.name).resize(a1(place)));
  }
}

/**
 * Restores charts that were changed or deleted, as they were made. `present` are the names of the charts that the sheet
 * has now; charts that the user had deleted stay away, and titles stay the user's.
 */
export function putBackCharts(add: Add, undoing: Undoing, old: OldBlock, present: readonly string[]): void {
  const { plan, target, before } = undoing;
  const titles = userTitles(old.record, before.sheet?.titles);
  const at = [old.area[0], old.area[1]] as const;
  const palette = paletteOf(old.record.accent);
  const repainted = old.record.accent !== target.accent;
  let count = present.length;
  for (const chart of old.record.charts) {
    const name = chartName(target.id, chart.id);
    if (!old.charts?.includes(name)) continue;
    const chartTarget = { sheet: target.sheet, at, name, palette };
    const now = plan.charts.find(({ id }) => id === chart.id);
    if (present.includes(name) && (!now || sameMake(now, chart))) {
      if (now && (repainted || JSON.stringify(now) !== JSON.stringify(chart)))
        add.steps.push(...showSteps(titled(chart, titles), chartTarget));
      continue;
    }
    if (present.includes(name)) {
      add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
      count -= 1;
    }
    add.steps.push(...chartSteps(titled(chart, titles), chartTarget, count));
    count += 1;
  }
}

/** Restores the block's name and record. Does nothing where both are as before. For a new block both are removed. */
export function putBackMarker(
  add: Add,
  { id, old, record, sheet }: Target,
  { names, properties }: PresentState,
): void {
  if (!record) return;
  const nameThere = names.find(({ name }) => idOf(name) === id);
  const right = nameThere && old && JSON.stringify(areaOf(nameThere.value)) === JSON.stringify(old.area);
  const comment = old?.unfinished ? unfinished : "";
  if (old && !right && can("names")) {
    if (nameThere) moveName(add, sheet, id, old, comment);
    else addName(add, sheet, id, old.area, comment);
  } else if (nameThere && !old) dropName(add, sheet, id);
  if (nameThere && old && nameThere.comment !== comment)
    add(
      "name comments",
      "NamedItem.comment",
      ({ sheet }) => (sheet.names.getItem(marker(id)).comment = comment),
    );
  if (!can("sheetProperties")) return;
  const key = recordKey(id);
  const present = properties.get(key.toLowerCase());
  const text = old ? old.keptText : undefined;
  if (present === text) return;
  if (text !== undefined) addProperty(add, key, text);
  else deleteProperty(add, key);
}
