import {
  fail,
  freqChoices,
  latestPeriod,
  measureChoices,
  ok,
  readChoice,
  series as domainSeries,
} from "../dataset";
import { figureCell, type Cell, type EcomFunction } from "./answer";
import { plainValue, readHeaders, readIndicator, readPeriod } from "./arguments";
import { headings, measureHeading } from "./headings";

/**
 * SERIES(indicator, [measure], [from], [to], [headers], [freq]): a spilled table of period and value, oldest first.
 * Ends are inclusive, an empty one is open; a point without a figure is #N/A, which charts draw as a gap.
 */
export const series: EcomFunction = ([indicator, measure, from, to, headers, freq], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const word = plainValue(measure, "measure");
  if (!word.ok) return word;
  const chosen = readChoice(measureChoices, word.value);
  if (!chosen.ok) return chosen;
  const start = readPeriod(from, settings, "from");
  if (!start.ok) return start;
  const end = readPeriod(to, settings, "to");
  if (!end.ok) return end;
  const heading = readHeaders(headers);
  if (!heading.ok) return heading;
  const often = plainValue(freq, "freq");
  if (!often.ok) return often;
  const frequency = readChoice(freqChoices, often.value);
  if (!frequency.ok) return frequency;
  const latest = () => latestPeriod(found.value, settings.asof);
  const answer = domainSeries({
    indicator: found.value,
    measure: chosen.value,
    from: start.value === "latest" ? latest() : start.value,
    to: end.value === "latest" ? latest() : end.value,
    freq: frequency.value,
    asof: settings.asof,
  });
  if (!answer.ok) return fail(answer.reason);
  const { language } = settings;
  const rows = answer.value.points.map(({ period, figure, reason }): Cell[] => [
    period,
    figure ? figureCell(figure, language) : { reason: reason ?? { name: "internal" } },
  ]);
  return ok(
    heading.value
      ? [[headings.period[language], measureHeading(answer.value.measure, language)], ...rows]
      : rows,
  );
};
