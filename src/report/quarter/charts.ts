import {
  breaks,
  figure,
  indicatorOf,
  kindOf,
  periodLabel,
  periodOf,
  periodParts,
  series,
} from "../../dataset";
import type { Figure, Indicator, IndicatorCode, Language, Period } from "../../dataset";
import { barSeries } from "../bars";
import type { Draft } from "../draft";
import { scaleFor, shortLabel, signedFormat } from "../labels";
import type { Area, Cell, PlanChart } from "../plan";
import type { Request, Row, Tile } from "./figures";
import { fill, texts } from "./texts";

/** A chart with the block of values that it draws; the block's first row holds the headings. */
export interface Drawing {
  id: string;
  block: readonly (readonly Cell[])[];
  /** Formats of the block's columns below their headings: none for texts, one, or one a row. */
  formats: readonly (string | readonly string[] | undefined)[];
  /** The chart, once it is known where it and its block stand. */
  chart: (area: Area, data: Area) => PlanChart;
}

/** At most so many bars can be read in the room there is. */
const mostBars = 20;

/** A column of a block below its heading. */
export const below = (data: Area, column: number): Area => [data[0] + 1, data[1] + column, data[2] - 1, 1];

function bars(
  id: string,
  title: string,
  figures: readonly Figure[],
  dark: ReadonlySet<IndicatorCode> | undefined,
  language: Language,
): Drawing {
  const sorted = [...figures].sort(
    (a, b) => b.value - a.value || (a.indicator.code < b.indicator.code ? -1 : 1),
  );
  const shown = sorted.slice(0, mostBars);
  const formats = shown.map((one) => signedFormat(one, language));
  return {
    id,
    block: [
      [title, texts.growthSeries[language]],
      ...shown.map((one): Cell[] => [shortLabel(one.indicator, language), one.value]),
    ],
    formats: [undefined, formats],
    chart: (area, data) => ({
      id,
      type: "bar",
      title,
      area,
      data,
      categories: below(data, 0),
      reversed: true,
      legend: false,
      gap: 45,
      value: { visible: false, format: "0%" },
      series: [barSeries(shown, formats, below(data, 1), dark)],
    }),
  };
}

/** Growth by indicator, sorted; Silk Road goods have a chart of their own. Undefined without any growth. */
export function growthBars(
  rows: readonly Row[],
  tiles: readonly Tile[],
  { language }: Request,
): { drawing: Drawing; drawn: number; of: number } | undefined {
  const figures = rows.flatMap(({ growth, indicator }) =>
    growth && !isSilkRoadGoods(indicator) ? [growth] : [],
  );
  if (figures.length === 0) return undefined;
  const dark = new Set(tiles.map(({ figure: shown }) => shown.indicator.code));
  return {
    drawing: bars("growth", texts.growthChart[language], figures, dark, language),
    drawn: Math.min(figures.length, mostBars),
    of: figures.length,
  };
}

/** Growth of partner countries' goods. */
export function silkRoadBars(rows: readonly Row[], { language }: Request): Drawing | undefined {
  const figures = rows.flatMap(({ growth, indicator }) =>
    growth && isSilkRoadGoods(indicator) ? [growth] : [],
  );
  return figures.length === 0
    ? undefined
    : bars("silkroad", texts.silkChart[language], figures, undefined, language);
}

const isSilkRoadGoods = ({ theme }: Indicator): boolean => theme === "silk_road";

/** Online retail up to the period: the sum from January with its growth by month, or by year where only years are known. */
export function retailLine(request: Request): { drawing: Drawing; unit: string } | undefined {
  // From 2026 the series with the wider scope stands alone: the two are never joined.
  const codes: IndicatorCode[] = ["ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_GOODS_SERVICES"];
  const ended = breaks.some(
    ({ indicator, after, successor }) =>
      indicator === "ONLINE_RETAIL_TOTAL" && successor !== undefined && endName(request.period) > after,
  );
  const indicator = indicatorOf(ended ? (codes[1] as IndicatorCode) : (codes[0] as IndicatorCode));
  return byMonth(indicator, request) ?? byYear(indicator, request);
}

const endName = (period: Period): string => {
  const { year, last } = periodParts(period);
  return `${year}-${String(last).padStart(2, "0")}`;
};

/** January to each month from the year before on; a month without a figure is a gap. January is never published alone. */
function byMonth(indicator: Indicator, request: Request): { drawing: Drawing; unit: string } | undefined {
  const { year, last } = periodParts(request.period);
  const periods: Period[] = [];
  for (let month = 2; month <= 12 + last; month += 1) {
    if (month === 13) continue;
    const period = periodOf(month <= 12 ? year - 1 : year, 1, ((month - 1) % 12) + 1);
    if (period) periods.push(period);
  }
  const points = pointsOf(indicator, periods, request.asof);
  const first = points.findIndex(({ level }) => level);
  const known = first < 0 ? [] : points.slice(first);
  if (known.filter(({ level }) => level).length < 4) return undefined;
  const label = (period: Period): string => {
    const parts = periodParts(period);
    const yy = String(parts.year % 100).padStart(2, "0");
    if (request.language === "zh") return `${yy}年${parts.last}月`;
    return `${(periodLabel(monthOf(parts), "en").split(" ")[0] ?? "").slice(0, 3)} ${yy}`;
  };
  return combo(indicator, known, label, texts.retailChart[request.language], request.language);
}

const monthOf = ({ year, last }: { year: number; last: number }): Period =>
  `${year}-${String(last).padStart(2, "0")}` as Period;

/** Years up to the period's, as far back as the series goes without a break, ten at most. */
function byYear(indicator: Indicator, request: Request): { drawing: Drawing; unit: string } | undefined {
  const found = series({
    indicator,
    measure: "level",
    freq: "annual",
    to: request.period,
    asof: request.asof,
  });
  if (!found.ok) return undefined;
  const lastBreak = breaks
    .filter((one) => one.indicator === indicator.code && one.after < endName(request.period))
    .map(({ after }) => after)
    .sort()
    .at(-1);
  const years = found.value.points
    .map(({ period }) => period)
    .filter(
      (period) => kindOf(period) === "annual" && (lastBreak === undefined || endName(period) > lastBreak),
    );
  const points = pointsOf(indicator, years.slice(-10), request.asof);
  if (points.length < 2) return undefined;
  return combo(
    indicator,
    points,
    (period) => period,
    texts.retailChartYears[request.language],
    request.language,
  );
}

interface RetailPoint {
  period: Period;
  level?: Figure;
  growth?: Figure;
}

function pointsOf(indicator: Indicator, periods: readonly Period[], asof?: string): RetailPoint[] {
  return periods.map((period) => {
    const level = figure({ indicator, measure: "level", period, asof });
    const growth = figure({ indicator, measure: "growth", period, asof });
    return {
      period,
      ...(level.ok ? { level: level.value } : {}),
      ...(growth.ok ? { growth: growth.value } : {}),
    };
  });
}

const lastWith = (points: readonly RetailPoint[], part: "level" | "growth"): number =>
  points.reduce((last, point, index) => (point[part] ? index : last), -1);

/** Columns of the level, and its growth as a line on a second axis. Undefined without any level. */
function combo(
  indicator: Indicator,
  points: readonly RetailPoint[],
  label: (period: Period) => string,
  title: string,
  language: Language,
): { drawing: Drawing; unit: string } | undefined {
  const levels = points.flatMap(({ level }) => (level ? [level] : []));
  if (levels.length === 0) return undefined;
  const scale = scaleFor(levels, language);
  const name = shortLabel(indicator, language);
  const growth = points[lastWith(points, "growth")]?.growth;
  const drawing: Drawing = {
    id: "retail",
    block: [
      [fill(title, name), fill(texts.salesSeries[language], scale.label), texts.growthSeries[language]],
      ...points.map((point): Cell[] => [
        label(point.period),
        point.level ? scale.of(point.level) : null,
        point.growth?.value ?? null,
      ]),
    ],
    formats: [undefined, scale.format, "0.0%"],
    chart: (area, data) => ({
      id: "retail",
      type: "column-line",
      title: fill(title, name),
      area,
      data,
      categories: below(data, 0),
      legend: true,
      gap: 60,
      value: { visible: true, format: "#,##0", gridlines: true, minimum: 0 },
      secondary: { visible: true, format: "0%", minimum: 0 },
      series: [
        {
          values: below(data, 1),
          colour: "accent-light",
          points: [{ index: lastWith(points, "level"), colour: "accent", label: scale.format }],
        },
        {
          values: below(data, 2),
          as: "line",
          secondary: true,
          colour: "contrast",
          points: growth
            ? [{ index: lastWith(points, "growth"), label: signedFormat(growth, language) }]
            : [],
        },
      ],
    }),
  };
  return { drawing, unit: scale.label };
}

/** Places a drawing's block of values, and its chart over an area. */
export function draw(
  draft: Draft,
  drawing: Drawing,
  area: Area,
  at: readonly [row: number, column: number],
): number {
  const { block, formats } = drawing;
  const data = draft.put(at[0], at[1], block, "data-body");
  draft.style([at[0], at[1], 1, data[3]], "data-head");
  formats.forEach((format, column) => {
    if (format === undefined) return;
    draft.format(below(data, column), typeof format === "string" ? format : format.map((one) => [one]));
  });
  draft.charts.push(drawing.chart(area, data));
  draft.reach(area[0] + area[2]);
  return at[0] + data[2];
}
