import type { Plan, PlanChart } from "../../../sheets/plan";
import type { Area } from "../../../workbook/a1";
import { chartName, isChartOf } from "../../reading/blockRecord";
import type { Add } from "../../session/stepsOn";
import { chartSteps, showSteps } from "../charts/chart";
import { paletteOf } from "../styles";
import { hasChangedShape, titled } from "../target";
import type { Target } from "../target";

/** Charts that can go on are told only what is new: what the user gave them stays. */
export function addCharts(add: Add, plan: Plan, target: Target): void {
  const { at, id, old, accent, sheet: key } = target;
  const palette = paletteOf(accent);
  const unsure = old !== undefined && !old.charts;
  const charts = old?.charts ?? old?.record.charts.map((chart) => chartName(id, chart.id));
  const there = new Set(charts?.filter((name) => isChartOf(id, name)));
  const remove = (name: string) => addDelete(add, name, unsure);
  let count = target.charts?.length ?? 0;
  for (const chart of plan.charts) {
    const name = chartName(id, chart.id);
    const isThere = there.delete(name);
    const before =
      isThere && old && !unsure && !hasChangedShape(old)
        ? old.record.charts.find((one) => one.id === chart.id)
        : undefined;
    const chartTarget = { sheet: key, at, name, palette };
    if (before && sameMake(before, chart)) {
      const same = old?.record.accent === accent && JSON.stringify(before) === JSON.stringify(chart);
      if (!same || old?.record.left?.includes("chart details"))
        add.steps.push(...showSteps(titled(chart, target.titles), chartTarget));
      continue;
    }
    if (isThere) {
      remove(name);
      count -= 1;
    }
    add.steps.push(...chartSteps(titled(chart, target.titles), chartTarget, count));
    count += 1;
  }
  for (const gone of there) remove(gone);
}

/**
 * Deletes a chart.
 *
 * @param unsure Excel has refused to say which charts there are: it may be gone, then nothing is to be done
 */
export function addDelete(add: Add, name: string, unsure: boolean): void {
  const what = unsure ? `Chart.delete of ${name}` : "Chart.delete";
  add("chart", what, ({ sheet }) => sheet.charts.getItem(name).delete(), unsure ? {} : { essential: true });
}

/**
 * Whether a chart can show another's data without being made anew: its series keep the cells that name them and the look
 * that was given to single points, and its axes the limits that were set. Formats are set anew each time.
 */
export const sameMake = (a: PlanChart, b: PlanChart): boolean => makeOf(a) === makeOf(b);

const makeOf = (chart: PlanChart): string =>
  JSON.stringify(chart, (key, value: unknown) => {
    if (key === "data") return (value as Area).slice(0, 2);
    if (/^labels?$/.test(key)) return typeof value;
    return /^(title|area|categories|values|format)$/.test(key) ? 0 : value;
  });
