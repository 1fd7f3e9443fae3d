import {
  alike,
  byEnd,
  endOf,
  figure,
  findIndicator,
  freqChoices,
  fullSeries,
  measureChoices,
  ok,
  shown,
  valueMeasure,
  type Frequency,
  type Indicator,
  type MeasureName,
  type Period,
  type SeriesResult,
} from "../../dataset/first";
import { commonSize, ecomFunction, figureCell, type Cell } from "../answer";
import { cells, choice, choiceAsWritten, flag, seriesEnd, type End } from "../arguments/arguments";
import { endOfStretch } from "../arguments/chosen";
import { headings, measureHeading } from "../headings";
import { refuse, type Outcome, type Refusal } from "../outcome";
import { lastDayCell, periodCell } from "../periodCell";

/** The most columns of an answer. */
const MOST_NAMES = 100;

/** Words for a measure that imply a frequency. */
const impliedBy: Readonly<Record<string, Frequency>> = {
  累计值: "ytd",
  累计数: "ytd",
  累计额: "ytd",
  cumulative: "ytd",
  当月: "month",
  当月值: "month",
  单月: "month",
  单月值: "month",
  singlemonth: "month",
  当季: "quarter",
  当季值: "quarter",
  单季: "quarter",
  单季度: "quarter",
  singlequarter: "quarter",
};

/** A column of the answer: the series of an indicator, or why there is none, and the name that was given. */
interface Column {
  readonly written: string;
  readonly indicator?: Indicator;
  readonly series: Outcome<SeriesResult>;
}

/** The question that all columns share. */
interface Wanted {
  readonly measure: MeasureName | undefined;
  readonly first: End;
  readonly last: End;
  readonly freq: Frequency | undefined;
  readonly asof: string | undefined;
}

/** The series of one indicator. "latest" as an end is the latest period of that indicator. */
function seriesOf(indicator: Indicator, { measure, first, last, freq, asof }: Wanted): Outcome<SeriesResult> {
  const from = endOfStretch(first.period, indicator, measure, asof);
  if (!from.ok) return from;
  const end = endOfStretch(last.period, indicator, measure, asof);
  if (!end.ok) return end;
  return fullSeries({
    indicator,
    measure,
    from: from.value,
    to: end.value,
    fromKind: first.kind,
    toKind: last.kind,
    freq,
    asof,
  });
}

/** Makes a column for each name. Of several, the first answered one decides measure and frequency for all. */
function columnsOf(names: readonly Outcome<unknown>[], wanted: Wanted): Column[] {
  let { measure, freq } = wanted;
  return names.map((name): Column => {
    const written = name.ok ? shown(name.value) : "";
    const indicator = name.ok ? findIndicator(name.value, undefined, "indicators") : name;
    if (!indicator.ok) return { written, series: indicator };
    // For one indicator `fullSeries` chooses the measure, with better reasons where there is none.
    if (names.length > 1) measure ??= valueMeasure(indicator.value) ?? "growth";
    const answer = seriesOf(indicator.value, { ...wanted, measure, freq });
    if (answer.ok && names.length > 1) freq ??= answer.value.freq;
    return { written, indicator: indicator.value, series: answer };
  });
}

/** The key of a row. In one frequency, periods with the same end share it: a stock's December, a flow's year. */
const keyOf = (period: Period, freq: Frequency): string | number => (freq === "all" ? period : endOf(period));

/**
 * SERIES(indicators, [measure], [from], [to], [headers], [freq], [dates]): a table of period and value, oldest first,
 * with a column for each indicator. Both ends are included, and an empty end is open. A point without a figure is
 * #N/A, which charts draw as a gap.
 */
export const series = ecomFunction(
  [
    cells("indicators"),
    choiceAsWritten(measureChoices),
    seriesEnd("from"),
    seriesEnd("to"),
    flag("headers", true),
    choice(freqChoices),
    flag("dates", false),
  ],
  ([names, chosen, first, last, headers, frequency, dates], settings) => {
    const { language, asof } = settings;
    if (names.length === 0) return refuse({ name: "missing-argument", argument: "indicators" });
    if (names.length > MOST_NAMES)
      return refuse({ name: "too-many-names", asked: names.length, most: MOST_NAMES });
    const end = first.period ?? last.period;
    const implied = chosen && end === undefined ? impliedBy[alike(chosen.written)] : undefined;
    const wanted = { measure: chosen?.word, first, last, freq: frequency ?? implied, asof };
    const columns = columnsOf(names, wanted);
    const answered = columns.flatMap(({ series: answer }) => (answer.ok ? [answer.value] : []));
    const [leading] = answered;
    if (leading === undefined) {
      const reasons = columns.flatMap(({ series: answer }) => (answer.ok ? [] : [answer.reason]));
      return refuse(reasons[0] ?? { name: "internal" });
    }
    const { freq } = leading;
    const rows = new Map<string | number, Period>();
    for (const { points, indicator } of answered)
      for (const { period } of points) {
        const key = keyOf(period, freq);
        // A row is named by a flow's period rather than by the month of a stock.
        if (!rows.has(key) || indicator.nature !== "stock") rows.set(key, period);
      }
    const periods = [...rows.values()].sort(byEnd);
    const body = columns.map((column) => cellsOf(column, periods, freq, settings.language, asof));
    const cumulative = freq === "ytd" && answered.some(({ indicator }) => indicator.nature !== "stock");
    const lines = periods.map((period, at): Cell[] => [
      ...(dates ? [lastDayCell(period, settings)] : []),
      periodCell(period, settings, cumulative),
      ...body.map((column) => column[at] ?? ""),
    ]);
    const top = [
      ...(dates ? [headings.lastDay[language]] : []),
      headings.period[language],
      ...columns.map((column) => headingOf(column, language)),
    ];
    return ok(headers ? [top, ...lines] : lines);
  },
);

/** The cells of a column for these periods. */
function cellsOf(
  { series: answer, indicator }: Column,
  periods: readonly Period[],
  freq: Frequency,
  language: "en" | "zh",
  asof: string | undefined,
): Cell[] {
  if (!answer.ok) return periods.map(() => ({ reason: answer.reason }));
  const { points, measure } = answer.value;
  const at = new Map(points.map((point) => [keyOf(point.period, freq), point]));
  const size = commonSize(points.map((point) => point.figure));
  return periods.map((period): Cell => {
    const point = at.get(keyOf(period, freq));
    if (point?.figure) return figureCell(point.figure, language, size);
    const reason: Refusal = point?.reason ?? reasonFor(indicator, measure, period, asof);
    return { reason };
  });
}

/** Why a column has no point in a period for which another column has one. */
function reasonFor(
  indicator: Indicator | undefined,
  measure: MeasureName,
  period: Period,
  asof: string | undefined,
): Refusal {
  const answer = indicator && measure !== "index" ? figure({ indicator, measure, period, asof }) : undefined;
  if (answer && !answer.ok) return answer.reason;
  return indicator ? { name: "no-points", indicator: indicator.code, measure } : { name: "internal" };
}

/** The heading of a column, which charts use as the name of their line. An unknown indicator's is the text given. */
function headingOf({ indicator, series: answer, written }: Column, language: "en" | "zh"): Cell {
  if (indicator === undefined) return written === "" && !answer.ok ? { reason: answer.reason } : written;
  if (!answer.ok) return indicator.label[language];
  const unit = answer.value.points.find((point) => point.figure)?.figure?.observation.unitMeasure;
  const comma = language === "zh" ? "，" : ", ";
  return `${indicator.label[language]}${comma}${measureHeading(answer.value.measure, language, unit, undefined, answer.value.year)}`;
}
