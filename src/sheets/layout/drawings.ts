import type { Figure, IndicatorCode, Language } from "../../dataset";
import { barSeries, formatOf, mostCommon } from "./bars";
import type { PlanBuilder } from "../PlanBuilder";
import { scaleFor, shortLabel, signedFormat } from "./labels";
import type { Cell, Colour, PlanChart, PlanSeries } from "../plan";
import { texts } from "./texts";
import type { Area } from "../../workbook/a1";

/** A chart with the block of values that it draws; the block's first row holds the headings. */
export interface Drawing {
  id: string;
  block: readonly (readonly Cell[])[];
  /** Formats of the block's columns below their headings: none for texts, one, or one a row. */
  formats: readonly (string | readonly string[] | undefined)[];
  /** The figures that it shows, if no other place of the page has them. */
  figures?: readonly (Figure | undefined)[];
  /** Makes the chart, given its area and that of its block. */
  chart: (area: Area, data: Area) => PlanChart;
}

/** A drawing and the cells that it covers. */
export type Placed = readonly [drawing: Drawing, area: Area];

/** At most so many bars can be read in the room there is. */
export const mostBars = 20;

/** A column of a block below its heading. */
export const below = (data: Area, column: number): Area => [data[0] + 1, data[1] + column, data[2] - 1, 1];

/** Bars of growth, from the fastest to the slowest. */
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
  const formats = shown.map((one) => signedFormat(one, language));
  const names = withoutCommon(shown.map((one) => shortLabel(one.indicator, language)));
  return {
    id,
    block: [
      [title, texts.growthSeries[language]],
      ...shown.map((one, index): Cell[] => [names[index] ?? "", one.value]),
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
      // A few bars need not fill the room.
      gap: shown.length > 4 ? 45 : 80,
      // A bar without its name says nothing.
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
  if (common === undefined || labels.length < 2 || !labels.every((one) => one.startsWith(common)))
    return [...labels];
  return labels.map((one) => one.charAt(common.length).toUpperCase() + one.slice(common.length + 1));
}

/** A series of a chart over common categories; a category without a figure is a gap. */
export interface CategorySeries {
  name: string;
  figures: readonly (Figure | undefined)[];
  colour: Colour;
}

/** Labels that can be read beside each other. */
const mostLabels = 18;

/**
 * Lines or columns side by side, all of one unit. Each column is labelled where there is room, else the last point of each.
 *
 * @returns undefined where there is nothing to compare
 */
export function categoryChart(
  id: string,
  type: "line" | "column",
  title: string,
  categories: readonly string[],
  given: readonly CategorySeries[],
  language: Language,
): Drawing | undefined {
  const shown = given.filter(({ figures }) => figures.some((one) => one));
  const counts = shown.map(({ figures }) => figures.filter((one) => one).length);
  // Two points make no line, and a single category is worth a chart only with several columns in it.
  const least = type === "line" ? 3 : shown.length > 1 ? 1 : 2;
  if (Math.max(0, ...counts) < least) return undefined;
  const all = shown.flatMap(({ figures }) => figures.flatMap((one) => one ?? []));
  const scale = scaleFor(all, language);
  const format = (one: Figure): string => (scale.scaled ? scale.formatOf(one) : formatOf(one, language));
  const highest = Math.max(...all.map(scale.of));
  const everywhere = type === "column" && counts.reduce((sum, count) => sum + count, 0) <= mostLabels;
  const axis = scale.label === "%" ? "0%" : scale.scaled && highest < 10 ? "0.0" : "#,##0";
  const apart = labelsApart(shown.map(({ figures }) => figures.map((one) => one && scale.of(one))));
  return {
    id,
    block: [
      [title, ...shown.map(({ name }) => name)],
      ...categories.map((label, row): Cell[] => [
        // A break has no name on the axis: it is a gap.
        label === "" ? null : label,
        ...shown.map(({ figures }) => {
          const one = figures[row];
          return one ? scale.of(one) : null;
        }),
      ]),
    ],
    formats: [
      undefined,
      ...shown.map(({ figures }) => figures.map((one) => (one ? format(one) : "General"))),
    ],
    figures: all,
    chart: (area, data) => ({
      id,
      type,
      title,
      area,
      data,
      categories: below(data, 0),
      legend: shown.length > 1,
      // A few columns need not fill the room.
      gap: all.length < 5 ? 120 : 45,
      value: {
        visible: !everywhere,
        format: axis,
        gridlines: !everywhere,
        ...(all.some(({ value }) => value < 0) ? {} : { minimum: 0 }),
        // Room for the labels, below legend and title.
        ...(everywhere && highest > 0 ? { maximum: highest * 1.15 } : {}),
        ...(everywhere || scale.label === "%" ? {} : { title: scale.label }),
      },
      series: shown.map(({ figures, colour }, column): PlanSeries => {
        const values = below(data, column + 1);
        const labelled = figures.flatMap((one, index) => (one ? [{ index, label: format(one) }] : []));
        if (!everywhere) return { values, colour, points: apart[column] === false ? [] : labelled.slice(-1) };
        const usual = mostCommon(labelled.map(({ label }) => label));
        return { values, colour, labels: usual, points: labelled.filter(({ label }) => label !== usual) };
      }),
    }),
  };
}

/** The least distance of two labels at the same category, as a part of the chart's height. */
const nearest = 0.08;

/** The lines that get a label at their last point: labels that would overlap another are left out. */
function labelsApart(lines: readonly (readonly (number | undefined)[])[]): boolean[] {
  const all = lines.flatMap((line) => line.flatMap((one) => one ?? []));
  const height = Math.max(...all) - Math.min(0, ...all);
  const ends = lines.map((line) => {
    const at = line.reduce<number>((last, one, index) => (one === undefined ? last : index), -1);
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

/** Places a drawing's block of values, and its chart over an area. */
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
    draft.format(below(data, column), typeof format === "string" ? format : format.map((one) => [one]));
  });
  draft.charts.push(drawing.chart(area, data));
  draft.reach(area[0] + area[2]);
  return at[0] + data[2];
}
