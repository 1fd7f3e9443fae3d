import { freqChoices, measureChoices, ok, series as domainSeries } from "../../dataset";
import { commonSize, ecomFunction, figureCell, type Cell } from "../answer";
import { choice, headers, indicator, optionalPeriod } from "../arguments/arguments";
import { endOfStretch } from "../arguments/chosen";
import { headings, measureHeading } from "../headings";

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
    const from = endOfStretch(first, indicator, measure, asof);
    if (!from.ok) return from;
    const to = endOfStretch(last, indicator, measure, asof);
    if (!to.ok) return to;
    const found = domainSeries({ indicator, measure, from: from.value, to: to.value, freq, asof });
    if (!found.ok) return found;
    const size = commonSize(found.value.points.map(({ figure }) => figure));
    const rows = found.value.points.map(({ period, figure, reason }): Cell[] => [
      period,
      figure ? figureCell(figure, language, size) : { reason: reason ?? { name: "internal" } },
    ]);
    // The heading is what a chart of the two columns calls its line.
    const heading = `${indicator.label[language]}${language === "zh" ? "，" : ", "}${measureHeading(found.value.measure, language, found.value.year)}`;
    return ok(headers ? [[headings.period[language], heading], ...rows] : rows);
  },
);
