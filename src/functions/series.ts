import {
  figure,
  freqChoices,
  measureChoices,
  ok,
  series as domainSeries,
  type Indicator,
  type MeasureName,
  type Period,
} from "../dataset";
import { ecomFunction, figureCell, type Cell } from "./answer";
import { choice, headers, indicator, optionalPeriod } from "./arguments";
import { headings, measureHeading } from "./headings";
import type { Outcome } from "./outcome";

/** An end of the series: "latest" is the latest period with a figure of the measure. */
function end(
  asked: Period | "latest" | undefined,
  indicator: Indicator,
  measure: MeasureName | undefined,
  asof: string | undefined,
): Outcome<Period | undefined> {
  if (asked !== "latest") return ok(asked);
  const latest = figure({
    indicator,
    measure: measure === "index" ? undefined : measure,
    period: asked,
    asof,
  });
  return latest.ok ? ok(latest.value.period) : latest;
}

/**
 * SERIES(indicator, [measure], [from], [to], [headers], [freq]): a spilled table of period and value, oldest first.
 * Ends are inclusive, an empty one is open; a point without a figure is #N/A, which charts draw as a gap.
 */
export const series = ecomFunction(
  [
    indicator,
    choice(measureChoices),
    optionalPeriod("from"),
    optionalPeriod("to"),
    headers,
    choice(freqChoices),
  ],
  ([indicator, measure, first, last, headers, freq], { language, asof }) => {
    const from = end(first, indicator, measure, asof);
    if (!from.ok) return from;
    const to = end(last, indicator, measure, asof);
    if (!to.ok) return to;
    const found = domainSeries({ indicator, measure, from: from.value, to: to.value, freq, asof });
    if (!found.ok) return found;
    const rows = found.value.points.map(({ period, figure, reason }): Cell[] => [
      period,
      figure ? figureCell(figure, language) : { reason: reason ?? { name: "internal" } },
    ]);
    // The heading is what a chart of the two columns calls its line.
    const heading = `${indicator.label[language]}, ${measureHeading(found.value.measure, language)}`;
    return ok(headers ? [[headings.period[language], heading], ...rows] : rows);
  },
);
