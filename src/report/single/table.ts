import {
  isDerived,
  measureWords,
  ok,
  periodLabel,
  series,
  sourceOf,
  valueMeasure,
  figure,
  fail,
} from "../../dataset";
import type { Figure, Indicator, Language, MeasureName, Point, Reason, Result } from "../../dataset";
import { Draft } from "../draft";
import { figureFormula } from "../formulas";
import { scaleFor, shortLabel, signedFormat } from "../labels";
import type { Scale } from "../labels";
import { linesIn, rowHeight } from "../measure";
import type { Area, Cell, Plan, PlanChart } from "../plan";
import { below } from "../quarter/charts";
import { fill } from "../quarter/texts";
import { formatOf, measureOf, planName, sheetNameOf } from "./cells";
import type { Single } from "./cells";
import { texts } from "./texts";

/** A table's content before it is laid out. */
interface Content {
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Formats by row and column; "General" for texts. */
  formats: readonly (readonly string[])[];
  /** Columns of computed figures. */
  derived: readonly number[];
  figures: readonly Figure[];
  notes: readonly string[];
  chart: (area: Area, data: Area) => PlanChart;
}

/** Cells of ours that a sheet bears. */
const mostFormulas = 60;

/** A native table with a title above and its sources below; `withChart` adds the chart that draws it. */
export function tablePlan(single: Single, withChart: boolean): Result<Plan> {
  const found = single.indicators.length === 1 ? overTime(single) : across(single);
  if (!found.ok) return found;
  const content = found.value;
  const { language } = single;
  const widths = content.head.map((_, column) =>
    column === 0 ? (single.indicators.length === 1 ? 14 : 40) : 18,
  );
  const chartWidths = withChart ? [3, 14, 14, 14, 14, 14] : [];
  const draft = new Draft([...widths, ...chartWidths]);
  const columns = content.head.length;
  draft.put(0, 0, [[content.title]]);
  draft.style([0, 0, 1, columns], "heading");
  draft.height(0, 24);
  const area = draft.put(1, 0, [content.head, ...content.rows]);
  draft.style([1, 0, 1, columns], "table-head");
  draft.height(
    1,
    rowHeight(Math.max(...content.head.map((text, column) => linesIn(text, widths[column] ?? 18))), 10),
  );
  const count = content.rows.length;
  draft.style([2, 0, count, 1], "table-text");
  if (columns > 1) {
    draft.style([2, 1, count, columns - 1], "table-number");
    draft.format([2, 1, count, columns - 1], content.formats);
  }
  for (const column of content.derived) draft.style([1, column, count + 1, 1], "derived");
  draft.tables.push({ id: "figures", area, filter: single.indicators.length > 1 });
  let row = 2 + count;
  for (const note of [sourceLine(content.figures, language), ...content.notes]) {
    draft.put(row, 0, [[note]], "note");
    // The line may run on over the columns beside it, and is not wrapped in the first, narrow one.
    draft.style([row, 0, 1, 1], "overflow");
    row += 1;
  }
  if (withChart) {
    const height = Math.max(16, Math.min(30, row));
    draft.charts.push(content.chart([0, columns + 1, height, 5], area));
    draft.reach(height);
  }
  const kind = withChart ? "chart" : "table";
  return ok(
    draft.plan({
      name: planName(kind, single),
      sheetName: sheetNameOf(single),
      frozenRows: 2,
      block: true,
    }),
  );
}

/** One indicator by period: its own measure, and growth beside a level. */
function overTime(single: Single): Result<Content> {
  const [indicator] = single.indicators;
  if (!indicator) return fail({ name: "missing-argument", argument: "indicator" });
  const { language, asof } = single;
  const measure = measureOf(single, indicator);
  const found = series({ indicator, measure, asof });
  if (!found.ok) return found;
  const beside = single.measure === undefined && measure !== "growth" ? "growth" : undefined;
  const points = found.value.points;
  const figures = points.flatMap(({ figure: one }) => (one ? [one] : []));
  const scale = scaleFor(figures, language);
  const growth = points.map(({ period }) => {
    const answer = beside && figure({ indicator, measure: beside, period, asof });
    return answer?.ok ? answer.value : undefined;
  });
  const hasGrowth = growth.some((one) => one !== undefined);
  const rows: Cell[][] = [];
  const formats: string[][] = [];
  const broken = new Set(found.value.breaks.map(({ after }) => after));
  let formulas = 0;
  points.forEach((point, index) => {
    const cells = [valueCell(single, indicator, measure, point, scale, formulas)];
    const own = [point.figure ? columnFormat(point.figure, scale, single, language) : "General"];
    const rate = growth[index];
    if (hasGrowth) {
      cells.push(
        rate
          ? liveOr(single, figureFormula(indicator, "growth", point.period), rate.value, formulas + 1)
          : null,
      );
      own.push(rate ? signedFormat(rate, language) : "General");
    }
    formulas += cells.length;
    rows.push([point.period, ...cells]);
    formats.push(own);
    // A row without figures keeps a line from running over a break.
    if (breakAfter(point, points[index + 1], broken)) {
      rows.push([texts.break[language], ...cells.map(() => null)]);
      formats.push(own.map(() => "General"));
    }
  });
  const word = capital(measureWords[measure][language]);
  const unit = single.live && scale.label !== "%" ? figuresUnit(figures, language) : scale.label;
  const named = isDerived(measure) ? fill(texts.derived[language], word) : word;
  const head = [texts.period[language], `${named}, ${unit}`, ...(hasGrowth ? [texts.growth[language]] : [])];
  const isRate = scale.label === "%";
  return ok({
    title: indicator.label[language],
    head,
    rows,
    formats,
    derived: isDerived(measure) ? [1] : [],
    figures: [...figures, ...growth.flatMap((one) => (one ? [one] : []))],
    notes: found.value.breaks.map(({ text }) => text[language]),
    chart: (area, data) => ({
      id: "chart",
      type: hasGrowth ? "column-line" : isRate ? "line" : "column",
      title: shortLabel(indicator, language),
      area,
      data,
      categories: below(data, 0),
      legend: hasGrowth,
      gap: 60,
      value: {
        visible: true,
        format: isRate ? "0%" : axisFormat(single, scale, figures),
        title: head[1] ?? "",
        gridlines: true,
      },
      ...(hasGrowth ? { secondary: { visible: true, format: "0%" } } : {}),
      series: [
        {
          values: below(data, 1),
          colour: "accent",
          ...(isRate && !hasGrowth ? { as: "line" as const } : {}),
        },
        ...(hasGrowth
          ? [{ values: below(data, 2), as: "line" as const, secondary: true, colour: "contrast" as const }]
          : []),
      ],
    }),
  });
}

/** Formulas give base units, so a live column is scaled by its format; values stand in the unit of the heading. */
function valueCell(
  single: Single,
  indicator: Indicator,
  measure: MeasureName,
  { period, figure: one }: Point,
  scale: Scale,
  formulas: number,
): Cell {
  return one ? liveOr(single, figureFormula(indicator, measure, period), scale.of(one), formulas) : null;
}

const liveOr = ({ live }: Single, formula: Cell, value: number, formulas: number): Cell =>
  live && formulas < mostFormulas ? formula : value;

function columnFormat(one: Figure, scale: Scale, { live }: Single, language: Language): string {
  const signed = one.measure === "growth" || one.measure === "computed growth" || one.measure === "change";
  if (live || signed) return formatOf(one, language);
  const marks = { exact: "", approx: '"≈"', at_least: '">"' } as const;
  return marks[one.qualifier] + scale.format;
}

const axisFormat = ({ live, language }: Single, scale: Scale, [first]: readonly Figure[]): string =>
  live && first ? formatOf({ ...first, qualifier: "exact" }, language) : scale.format.replace(".00", "");

const figuresUnit = (figures: readonly Figure[], language: Language): string => {
  const unit = figures[0]?.observation.unitMeasure;
  return unit === "CNY" ? (language === "zh" ? "元" : "yuan") : scaleFor(figures, language).label;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function breakAfter(point: Point, next: Point | undefined, broken: ReadonlySet<string>): boolean {
  return (
    next !== undefined && [...broken].some((after) => endMonthOf(point) <= after && after < endMonthOf(next))
  );
}

const endMonthOf = ({ period }: Point): string => {
  const month = /-(\d\d)/.exec(period)?.[1];
  const quarter = /-Q(\d)/.exec(period)?.[1];
  const half = /-H(\d)/.exec(period)?.[1];
  const last = month ?? (quarter ? String(Number(quarter) * 3) : half ? String(Number(half) * 6) : "12");
  return `${period.slice(0, 4)}-${last.padStart(2, "0")}`;
};

/** Several indicators at one period, the largest first. */
function across(single: Single): Result<Content> {
  const { language, period, asof } = single;
  const asked = single.indicators.map((indicator) => {
    const measure = single.measure ?? commonMeasure(single.indicators);
    return { indicator, measure, answer: figure({ indicator, measure, period, asof }) };
  });
  const known = asked.flatMap(({ indicator, answer }) =>
    answer.ok ? [{ indicator, one: answer.value }] : [],
  );
  const reasons = asked.flatMap(({ answer }): Reason[] => (answer.ok ? [] : [answer.reason]));
  if (known.length === 0) return fail(reasons[0] ?? { name: "missing-argument", argument: "indicator" });
  known.sort((a, b) => b.one.value - a.one.value);
  const figures = known.map(({ one }) => one);
  const measure = figures[0]?.measure ?? "growth";
  const word = capital(measureWords[measure][language]);
  const named = isDerived(measure) ? fill(texts.derived[language], word) : word;
  const scale = scaleFor(figures, language);
  const mixed = new Set(figures.map((one) => one.observation.unitMeasure)).size > 1;
  const unit = single.live && scale.label !== "%" ? figuresUnit(figures, language) : scale.label;
  const label = periodLabel(period, language);
  return ok({
    title: `${named}, ${label}`,
    head: [texts.indicator[language], mixed ? named : `${named}, ${unit}`],
    rows: known.map(({ indicator, one }, index) => [
      indicator.label[language],
      liveOr(single, figureFormula(indicator, measure, period), mixed ? one.value : scale.of(one), index),
    ]),
    formats: figures.map((one) => [
      mixed ? formatOf(one, language) : columnFormat(one, scale, single, language),
    ]),
    derived: isDerived(measure) ? [1] : [],
    figures,
    notes: asked.flatMap(({ indicator, answer }) =>
      answer.ok ? [] : [fill(texts.missing[language], indicator.label[language])],
    ),
    chart: (area, data) => ({
      id: "chart",
      type: "bar",
      title: `${named}, ${label}`,
      area,
      data,
      categories: below(data, 0),
      reversed: true,
      legend: false,
      gap: 45,
      value: { visible: false, format: scale.format },
      series: [
        {
          values: below(data, 1),
          colour: "accent",
          labels: scale.label === "%" ? "+0.0%;-0.0%;0.0%" : axisFormat(single, scale, figures),
        },
      ],
    }),
  });
}

/** What most indicators have: their own measure if all have the same, else growth. */
function commonMeasure(indicators: readonly Indicator[]): MeasureName {
  const measures = new Set(indicators.map((indicator) => valueMeasure(indicator) ?? "growth"));
  const [only] = measures;
  return measures.size === 1 && only !== undefined ? only : "growth";
}

function sourceLine(figures: readonly Figure[], language: Language): string {
  const publishers = new Set(figures.map((one) => sourceOf(one.observation.source).publisherLabel[language]));
  return fill(texts.sources[language], [...publishers].join(language === "zh" ? "、" : "; "));
}
