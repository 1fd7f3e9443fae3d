import type { Figure, IndicatorCode, Language } from "../../dataset";
import type { Area } from "../../workbook/a1";
import type { Cell, Colour, PlanChart, PlanSeries } from "../plan";
import type { PlanBuilder } from "../PlanBuilder";
import { barSeries, formatOf, mostCommon } from "./bars";
import { scaleFor, shortLabel, signedFormat } from "./labels";
import type { Scale } from "./labels";
import { texts } from "./texts";

/** A chart with its data; the first row of the data holds the headings. */
export interface Drawing {
  block: readonly (readonly Cell[])[];
  /** The number formats of each column: none for texts, one for all rows, or one for each. */
  formats: readonly (string | readonly string[] | undefined)[];
  /** Its figures, if they are nowhere else on the page: their sources are cited. */
  figures?: readonly (Figure | undefined)[];
  /** Makes the chart for its area and that of its data. */
  chart: (area: Area, data: Area) => PlanChart;
}

/** A drawing and the area that its chart covers. */
export type Placed = readonly [drawing: Drawing, area: Area];

/** The most bars that are readable in a chart. */
export const mostBars = 20;

/**
 * The area of a column below its heading. `column` counts from the first column of `data`; one row is left out for
 * the heading.
 */
export const below = (data: Area, column: number): Area => [data[0] + 1, data[1] + column, data[2] - 1, 1];

/**
 * Bars of growth, fastest first. At most `mostBars`; what all names have in common is left out. `dark` are the
 * indicators in the stronger colour; undefined where all are alike.
 */
export function bars(
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
  const formats = shown.map((figure) => signedFormat(figure, language));
  const names = withoutCommon(shown.map((figure) => shortLabel(figure.indicator, language)));
  return {
    block: [
      [title, texts.growthSeries[language]],
      ...shown.map((figure, index): Cell[] => [names[index] ?? "", figure.value]),
    ],
    formats: [undefined, formats],
    figures: shown,
    chart: (area, data) => ({
      id,
      type: "bar",
      title,
      area,
      data,
      categories: below(data, 0),
      reversed: true,
      legend: false,
      // A few bars may be thinner.
      gap: shown.length > 4 ? 45 : 80,
      // Every bar needs its name.
      every: 1,
      value: { visible: false, format: "0%" },
      series: [barSeries(shown, formats, below(data, 1), dark)],
    }),
  };
}

/** Labels without their common beginning, such as "Trade-in: ". */
export function withoutCommon(labels: readonly string[]): string[] {
  const [first = ""] = labels;
  const common = /^[^:：]*[:：] ?/.exec(first)?.[0];
  if (common === undefined || labels.length < 2 || !labels.every((label) => label.startsWith(common)))
    return [...labels];
  return labels.map((label) => label.charAt(common.length).toUpperCase() + label.slice(common.length + 1));
}

/** A series over common categories; a category without a figure is a gap. */
export interface CategorySeries {
  name: string;
  figures: readonly (Figure | undefined)[];
  colour: Colour;
}

/** The most labels that are readable beside each other. */
const mostLabels = 18;

/**
 * A chart of lines or columns, all of one unit. Each column is labelled if there is room, else only the last point of
 * each series.
 * @returns undefined where there are too few figures to compare
 */
export function categoryChart(
  id: string,
  type: "line" | "column",
  title: string,
  categories: readonly string[],
  allSeries: readonly CategorySeries[],
  language: Language,
): Drawing | undefined {
  const shown = allSeries.filter(({ figures }) => figures.some((figure) => figure));
  const counts = shown.map(({ figures }) => figures.filter((figure) => figure).length);
  // A line needs three points, and a single category needs several columns.
  const least = type === "line" ? 3 : shown.length > 1 ? 1 : 2;
  if (Math.max(0, ...counts) < least) return undefined;
  const allFigures = shown.flatMap(({ figures }) => figures.flatMap((figure) => figure ?? []));
  const scale = scaleFor(allFigures, language);
  const format = (figure: Figure): string =>
    scale.scaled ? scale.formatOf(figure) : formatOf(figure, language);
  const everywhere = type === "column" && counts.reduce((sum, count) => sum + count, 0) <= mostLabels;
  const apart = labelsApart(shown.map(({ figures }) => figures.map((figure) => figure && scale.of(figure))));
  return {
    block: [
      [title, ...shown.map(({ name }) => name)],
      ...categories.map((label, row): Cell[] => [
        // A break is a gap on the axis.
        label === "" ? null : label,
        ...shown.map(({ figures }) => {
          const figure = figures[row];
          return figure ? scale.of(figure) : null;
        }),
      ]),
    ],
    formats: [
      undefined,
      ...shown.map(({ figures }) => figures.map((figure) => (figure ? format(figure) : "General"))),
    ],
    figures: allFigures,
    chart: (area, data) => ({
      id,
      type,
      title,
      area,
      data,
      categories: below(data, 0),
      legend: shown.length > 1,
      // A few columns may be thinner.
      gap: allFigures.length < 5 ? 120 : 45,
      value: valueAxis(allFigures, scale, everywhere),
      series: shown.map(({ figures, colour }, column): PlanSeries => {
        const values = below(data, column + 1);
        const labelled = figures.flatMap((figure, index) =>
          figure ? [{ index, label: format(figure) }] : [],
        );
        if (!everywhere) return { values, colour, points: apart[column] === false ? [] : labelled.slice(-1) };
        const usual = mostCommon(labelled.map(({ label }) => label));
        return { values, colour, labels: usual, points: labelled.filter(({ label }) => label !== usual) };
      }),
    }),
  };
}

/** The value axis: none beside bars that are all labelled, else with its unit. `everywhere`: whether all are labelled. */
function valueAxis(figures: readonly Figure[], scale: Scale, everywhere: boolean): PlanChart["value"] {
  const highest = Math.max(...figures.map(scale.of));
  return {
    visible: !everywhere,
    format: scale.label === "%" ? "0%" : scale.scaled && highest < 10 ? "0.0" : "#,##0",
    gridlines: !everywhere,
    ...(figures.some(({ value }) => value < 0) ? {} : { minimum: 0 }),
    // Room for the labels, below the legend and title.
    ...(everywhere && highest > 0 ? { maximum: highest * 1.15 } : {}),
    ...(everywhere || scale.label === "%" ? {} : { title: scale.label }),
  };
}

/** The least distance of two labels in a category, as a fraction of the chart's height. */
const nearest = 0.08;

/** Whether each line gets a label at its last point: labels that would overlap are left out. */
function labelsApart(lines: readonly (readonly (number | undefined)[])[]): boolean[] {
  const values = lines.flatMap((line) => line.flatMap((value) => value ?? []));
  const height = Math.max(...values) - Math.min(0, ...values);
  const ends = lines.map((line) => {
    const at = line.reduce<number>((last, value, index) => (value === undefined ? last : index), -1);
    return { at, value: line[at] ?? 0 };
  });
  const labelled: typeof ends = [];
  return ends.map((end) => {
    const free = labelled.every(
      ({ at, value }) => Math.abs(at - end.at) > 1 || Math.abs(value - end.value) > nearest * height,
    );
    if (free) labelled.push(end);
    return free;
  });
}

/**
 * Adds a drawing's data at a cell, and its chart over an area. `area` is the chart's, `at` the first cell of the
 * data, both of the plan. Returns the first row below the data.
 */
export function draw(
  draft: PlanBuilder,
  drawing: Drawing,
  area: Area,
  at: readonly [row: number, column: number],
): number {
  const { block, formats } = drawing;
  const data = draft.put(at[0], at[1], block, "data-body");
  draft.style([at[0], at[1], 1, data[3]], "data-head");
  formats.forEach((format, column) => {
    if (format === undefined) return;
    draft.format(below(data, column), typeof format === "string" ? format : format.map((cell) => [cell]));
  });
  draft.charts.push(drawing.chart(area, data));
  draft.reach(area[0] + area[2]);
  return at[0] + data[2];
}
