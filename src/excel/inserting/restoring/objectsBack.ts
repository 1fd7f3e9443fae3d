import { a1 } from "../../../workbook/a1";
import type { Area } from "../../../workbook/a1";
import { chartName } from "../../reading/blockRecord";
import { chartSteps, showSteps } from "../charts/chart";
import { paletteOf } from "../styles";
import type { SheetReading } from "../../reading/readPlace";
import { sameMake } from "../steps/charts";
import { addTable, resizing, setButtons } from "../steps/tables";
import { tableChange, needsFilterButtons } from "../target";
import type { OldBlock } from "../target";
import type { Add } from "../../session/stepsOn";
import type { Now, Undoing } from "./undoing";

/**
 * Takes away charts and tables that were not there before: they are ours, whatever name they have by now, if there was
 * anything of the kind to be made. Plain cells may be taken back much later, when people have made charts and tables of
 * their own.
 */
export function takeParts(add: Add, { plan, target }: Undoing, before: SheetReading, now: Now): void {
  const { old } = target;
  const { charts, allTables } = before;
  if (charts && (plan.charts.length > 0 || old))
    for (const name of now.charts)
      if (!charts.includes(name))
        add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
  if (!allTables || (plan.tables.length === 0 && !old)) return;
  const gone = old?.tables.filter(({ name }) => tableChange(name, plan, target, old) === "convert") ?? [];
  const others = allTables.filter((name) => !gone.some((own) => own.name === name));
  for (const name of now.tables)
    if (!others.includes(name))
      add("table", "Table.convertToRange", ({ sheet }) => void sheet.tables.getItem(name).convertToRange(), {
        essential: true,
      });
}

/** Tables that were resized or became plain cells. */
export function putBackTables(
  add: Add,
  { plan, target }: Undoing,
  old: OldBlock,
  there: readonly string[],
): void {
  for (const reading of old.tables) {
    const area = old.record.tables.find(({ name }) => name === reading.name)?.area;
    const fate = tableChange(reading.name, plan, target, old);
    if (area && fate !== "convert" && needsFilterButtons(reading.name, plan, target, old))
      setButtons(add, reading.name, reading.showFilterButton);
    if (!area || fate === "stay") continue;
    const [top, left] = old.area;
    const place: Area = [area[0] + top, area[1] + left, area[2], area[3]];
    // Where Excel refused to resize it, it was made plain cells, or nothing has become of it.
    if (fate === "convert" || !there.includes(reading.name)) addTable(add, target.sheet, place, reading);
    else add("table", resizing, ({ sheet }) => sheet.tables.getItem(reading.name).resize(a1(place)));
  }
}

/** Charts that were changed or dropped come back as they were made. */
export function putBackCharts(
  add: Add,
  { plan, target }: Undoing,
  old: OldBlock,
  there: readonly string[],
): void {
  const at = [old.area[0], old.area[1]] as const;
  const palette = paletteOf(old.record.accent);
  const repainted = old.record.accent !== target.accent;
  let count = there.length;
  for (const chart of old.record.charts) {
    const name = chartName(target.id, chart.id);
    if (!old.charts?.includes(name)) continue;
    const chartTarget = { sheet: target.sheet, at, name, palette };
    const now = plan.charts.find(({ id }) => id === chart.id);
    if (there.includes(name) && (!now || sameMake(now, chart))) {
      if (now && (repainted || JSON.stringify(now) !== JSON.stringify(chart)))
        add.steps.push(...showSteps(chart, chartTarget));
      continue;
    }
    if (there.includes(name)) {
      add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
      count -= 1;
    }
    add.steps.push(...chartSteps(chart, chartTarget, count));
    count += 1;
  }
}
