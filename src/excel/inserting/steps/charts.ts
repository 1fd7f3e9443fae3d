import type { Plan, PlanChart } from "../../../sheets/plan";
import type { Area } from "../../../workbook/a1";
import { chartName, isChartOf } from "../../reading/blockRecord";
import type { Add } from "../../session/stepsOn";
import { chartSteps, showSteps } from "../charts/chart";
import { paletteOf } from "../styles";
import { hasChangedShape, titled } from "../target";
import type { Target } from "../target";

/** Adds charts. Existing ones that can stay get only what is new, and keep the user's changes. */
export function addCharts(add: Add, plan: Plan, target: Target): void {
  const { at, id, old, accent, sheet: key } = target;
  const palette = paletteOf(accent);
  const unsure = old !== undefined && !old.charts;
  const charts = old?.charts ?? old?.record.charts.map((chart) => chartName(id, chart.id));
  const present = new Set(charts?.filter((name) => isChartOf(id, name)));
  const remove = (name: string) => addDelete(add, name, unsure);
  let count = target.charts?.length ?? 0;
  for (const chart of plan.charts) {
    const name = chartName(id, chart.id);
    const isThere = present.delete(name);
    const before =
      isThere && old && !unsure && !hasChangedShape(old)
        ? old.record.charts.find((known) => known.id === chart.id)
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
  for (const name of present) remove(name);
}

/**
 * Deletes a chart.
 * @param unsure Excel does not tell the charts, so it may be gone: then nothing is done
 */
export function addDelete(add: Add, name: string, unsure: boolean): void {
  const what = unsure ? `Chart.delete of ${name}` : "Chart.delete";
  add("chart", what, ({ sheet }) => sheet.charts.getItem(name).delete(), unsure ? {} : { essential: true });
}

/**
 * Whether a chart can be changed into another without being made again. What cannot be changed: the cells that name
 * its series, formats of single points, and limits of its axes. Formats are set again each time.
 */
export const sameMake = (a: PlanChart, b: PlanChart): boolean => makeOf(a) === makeOf(b);

const makeOf = (chart: PlanChart): string =>
  JSON.stringify(chart, (key, value: unknown) => {
    if (key === "data") return (value as Area).slice(0, 2);
    if (/^labels?$/.test(key)) return typeof value;
    return /^(title|area|categories|values|format)$/.test(key) ? 0 : value;
  });
