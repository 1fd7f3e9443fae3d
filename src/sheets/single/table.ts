import {
  fail,
  figure,
  isDerived,
  kindOf,
  lastDay,
  ok,
  periodLabel,
  periodParts,
  sourceOf,
} from "../../dataset";
import type { Figure, Indicator, Language, Period, Reason, Result } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import type { Area } from "../../workbook/a1";
import { numberIn } from "../layout/amounts";
import { barSeries, formatOf } from "../layout/bars";
import { mostFormulas } from "../layout/cells";
import { below } from "../layout/drawings";
import { figureFormula } from "../layout/formulas";
import { scaleFor, shortLabel, signedFormat } from "../layout/labels";
import type { Scale } from "../layout/labels";
import { texts as summary } from "../layout/texts";
import { linesIn, rowHeight } from "../layout/textWidth";
import type { Cell, Plan, PlanChart } from "../plan";
import { PlanBuilder } from "../PlanBuilder";
import { measureHeading, measureOf, pageOf, planName, sheetNameOf } from "./cells";
import type { Single } from "./cells";
import { texts } from "./texts";
import { commonMeasure, course, dayNumber } from "./time";

/** A table's content before it is laid out. */
interface Content {
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** The number formats of all cells. */
  formats: readonly (readonly string[])[];
  /** The number of columns in the chart, the first included. */
  drawn: number;
  /** For a derived measure, the figures of the first column. */
  derived?: readonly (Figure | undefined)[];
  figures: readonly Figure[];
  notes: readonly string[];
  /**
   * Makes the chart.
   * @param data the area drawn as series, with headings
   * @param table the area of the whole table, with the categories in its first column
   */
  chart: (area: Area, data: Area, table: Area) => PlanChart;
}

/** A table with a title above and its sources below; `withChart` adds its chart. */
export function tablePlan(single: Single, withChart: boolean): Result<Plan> {
  const alone = single.indicators.length === 1;
  const content = alone ? overTime(single, withChart) : across(single);
  if (!content.ok) return content;
  const { title, head, rows, formats, derived, figures, notes, chart, drawn } = content.value;
  const widths = head.map((_, column) => (column > 0 ? 18 : alone ? 16 : 40));
  const draft = new PlanBuilder([...widths, ...(withChart ? [3, 14, 14, 14, 14, 14] : [])]);
  const columns = head.length;
  const count = rows.length;
  // The title spans the table's columns only, because filled cells beside the table would cut it off.
  draft.wide(0, 0, columns - 1, title, "heading");
  draft.style([0, 0, 1, columns], "table-text");
  draft.height(0, Math.max(24, rowHeight(linesIn(title, draft.widthOf(0, columns - 1) - 1, 14), 13)));
  const area = draft.put(1, 0, [head, ...rows]);
  draft.style([1, 0, 1, columns], "table-head");
  // Leaves room for the filter buttons in the headings.
  const lines = head.map((text, column) => linesIn(`${text}x`, (widths[column] ?? 18) - 4, 10));
  draft.height(1, rowHeight(Math.max(...lines), 10));
  draft.style([1, 1, count + 1, columns - 1], "right");
  draft.style([1, 0, count + 1, 1], "left");
  draft.style([2, 0, count, 1], "table-text");
  draft.style([2, 0, count, columns], "rules");
  draft.format([2, 0, count, columns], formats);
  if (derived) draft.derived(1, 1, derived);
  draft.tables.push({ id: "figures", area, filter: true });
  rows.forEach(([first], index) => {
    const needed = typeof first === "string" ? linesIn(first, (widths[0] ?? 16) - 0.5, 10) : 1;
    if (needed > 1) draft.height(2 + index, rowHeight(needed, 10));
  });
  let row = 2 + count;
  for (const note of [sourceLine(figures, single.language), ...notes]) {
    draft.wide(row, 0, columns - 1, note, "note");
    draft.height(row, rowHeight(linesIn(note, draft.widthOf(0, columns - 1), 9), 9));
    row += 1;
  }
  if (withChart) {
    const height = Math.max(16, Math.min(30, row));
    // Excel would draw a first column of years, which are numbers, as another series.
    const years = rows.some(([first]) => typeof first === "number") ? 1 : 0;
    draft.charts.push(
      chart([0, columns + 1, height, 5], [area[0], area[1] + years, area[2], drawn - years], area),
    );
    draft.reach(height);
  }
  const name = planName(withChart ? "chart" : "table", single);
  const page = pageOf(draft, withChart ? "landscape" : "portrait", single.language, [1, 1]);
  return ok(draft.plan({ name, sheetName: sheetNameOf(single), frozenRows: 2, block: true, ...page }));
}

/** One indicator by period: its measure, and growth beside a level. */
function overTime(single: Single, evenly: boolean): Result<Content> {
  const [indicator] = single.indicators;
  if (!indicator) return fail({ name: "missing-argument", argument: "indicator" });
  const { language, dates = false, date1904 = false } = single;
  const measure = measureOf(single, indicator);
  const isYear = (period: Period): boolean => kindOf(period) === "annual";
  const beside = single.measure === undefined && measure !== "growth";
  const read = course(indicator, measure, beside, evenly, single.asof, single.freq);
  if (!read.ok) return read;
  const { moments, breaks } = read.value;
  const values = moments.flatMap((moment) => (moment !== "break" && moment.value ? [moment.value] : []));
  const rates = moments.flatMap((moment) => (moment !== "break" && moment.growth ? [moment.growth] : []));
  const hasGrowth = rates.length > 0;
  const scale = scaleFor(values, language);
  const write = cellWriter(single, scale);
  const rows = moments.map((moment): Cell[] => {
    if (moment === "break") return [null, null, ...(hasGrowth ? [null] : []), ...(dates ? [null] : [])];
    const { period, value, growth } = moment;
    return [
      isYear(period)
        ? periodParts(period).year
        : language === "zh"
          ? periodLabel(period, language, indicator.nature)
          : period,
      write(value),
      ...(hasGrowth ? [write(growth)] : []),
      ...(dates ? [dayNumber(lastDay(period), date1904)] : []),
    ];
  });
  const formats = moments.map((moment) => {
    const { value, growth, period } = moment === "break" ? {} : moment;
    return [
      period && isYear(period) ? "0" : "General",
      value ? columnFormat(value, scale, single) : "General",
      ...(hasGrowth ? [growth ? signedFormat(growth, language) : "General"] : []),
      ...(dates ? ["yyyy-mm-dd"] : []),
    ];
  });
  const heading = headed(measureHeading(measure, language), unitOf(single, values, scale), language);
  return ok({
    title: indicator.label[language],
    head: [
      summary.headPeriod[language],
      heading,
      ...(hasGrowth ? [summary.growthChart[language]] : []),
      ...(dates ? [texts.lastDay[language]] : []),
    ],
    drawn: hasGrowth ? 3 : 2,
    rows,
    formats,
    ...(isDerived(measure)
      ? { derived: moments.map((moment) => (moment === "break" ? undefined : moment.value)) }
      : {}),
    figures: [...values, ...rates],
    notes: breaks.map(({ text }) => text[language]),
    chart: timeChart(single, indicator, { values, scale, heading, hasGrowth }),
  });
}

/** The chart of an indicator by period: columns, and rates as a line. */
function timeChart(
  single: Single,
  indicator: Indicator,
  {
    values,
    scale,
    heading,
    hasGrowth,
  }: { values: readonly Figure[]; scale: Scale; heading: string; hasGrowth: boolean },
): Content["chart"] {
  const isRate = scale.label === "%";
  return (area, data, table) => ({
    id: "chart",
    type: hasGrowth ? "column-line" : isRate ? "line" : "column",
    title: shortLabel(indicator, single.language),
    area,
    data,
    categories: below(table, 0),
    legend: hasGrowth,
    gap: 60,
    value: {
      visible: true,
      format: isRate ? "0%" : axisFormat(single, scale, values),
      title: heading,
      gridlines: true,
    },
    ...(hasGrowth ? { secondary: { visible: true, format: "0%" } } : {}),
    series: [
      { values: below(table, 1), colour: "accent" },
      ...(hasGrowth
        ? [{ values: below(table, 2), as: "line" as const, secondary: true, colour: "contrast" as const }]
        : []),
    ],
  });
}

/** Several indicators at one period, the largest first. */
function across(single: Single): Result<Content> {
  const { language, period, asof } = single;
  const measure = single.measure ?? commonMeasure(single.indicators);
  const answers = single.indicators.map((indicator) => ({
    indicator,
    answer: figure({ indicator, measure, period, asof }),
  }));
  const figures = answers
    .flatMap(({ answer }) => (answer.ok ? [answer.value] : []))
    .sort((a, b) => b.value - a.value);
  const reasons = answers.flatMap(({ answer }): Reason[] => (answer.ok ? [] : [answer.reason]));
  if (figures.length === 0) return fail(reasons[0] ?? { name: "missing-argument", argument: "indicator" });
  const scale = scaleFor(figures, language);
  const write = cellWriter(single, scale);
  const word = measureHeading(measure, language);
  const title = fill(summary.headed[language], word, periodLabel(period, language));
  const formats = figures.map((shown) => columnFormat(shown, scale, single));
  return ok({
    title,
    head: [summary.headIndicator[language], headed(word, unitOf(single, figures, scale), language)],
    rows: figures.map((shown) => [shown.indicator.label[language], write(shown)]),
    formats: formats.map((format) => ["General", format]),
    drawn: 2,
    ...(isDerived(measure) ? { derived: figures } : {}),
    figures,
    notes: answers.flatMap(({ indicator, answer }) =>
      answer.ok ? [] : [fill(texts.missing[language], indicator.label[language])],
    ),
    chart: (area, data) => ({
      id: "chart",
      type: "bar",
      title,
      area,
      data,
      categories: below(data, 0),
      reversed: true,
      legend: false,
      gap: 45,
      value: { visible: false, format: scale.format },
      series: [barSeries(figures, formats, below(data, 1))],
    }),
  });
}

/** Makes the cells: formulas up to the most allowed, else values in the heading's unit. */
function cellWriter({ live }: Single, scale: Scale): (one: Figure | undefined) => Cell {
  let formulas = 0;
  return (shown) => {
    if (!shown) return null;
    const unit = scaled(shown) ? scale.unit : undefined;
    if (!live) return scaled(shown) ? scale.of(shown) : shown.value;
    formulas += 1;
    return formulas > mostFormulas
      ? numberIn(shown, unit)
      : figureFormula(shown.indicator, shown.measure, shown.period, unit);
  };
}

const scaled = (shown: Figure): boolean =>
  shown.observation.measure === "LEVEL" && shown.measure !== "computed growth";

/** The number format of a column: formulas give base units and are scaled by it; values are in the heading's unit. */
function columnFormat(shown: Figure, scale: Scale, { live, language }: Single): string {
  if ((live && !scale.unit) || !scaled(shown)) return formatOf(shown, language);
  const format = scale.formatOf(shown);
  return shown.measure === "difference" ? signedFormat(shown, language, format) : format;
}

function axisFormat({ live, language }: Single, scale: Scale, [first]: readonly Figure[]): string {
  return live && first && !scale.unit
    ? formatOf({ ...first, qualifier: "exact" }, language)
    : scale.format.replace(/\.0+$/, "");
}

/** A heading with its unit, which may be empty in a user's table. */
const headed = (word: string, unit: string, language: Language): string =>
  unit === "" ? word : fill(summary.headed[language], word, unit);

/** The unit of a heading. */
function unitOf({ live, language }: Single, [first]: readonly Figure[], scale: Scale): string {
  if (!live || !first || !scaled(first) || scale.unit) return scale.label;
  return first.observation.unitMeasure === "CNY" ? texts.yuan[language] : scale.label;
}

function sourceLine(figures: readonly Figure[], language: Language): string {
  const publishers = new Set(
    figures.map((shown) => sourceOf(shown.observation.source).publisherLabel[language]),
  );
  return fill(texts.sources[language], [...publishers].join(language === "zh" ? "、" : "; "));
}
