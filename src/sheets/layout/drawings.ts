import type { Figure, IndicatorCode, Language } from "../../dataset";
import { barSeries, formatOf, mostCommon } from "./bars";
import type { PlanBuilder } from "../PlanBuilder";
import { scaleFor, shortLabel, signedFormat } from "./labels";
import type { Cell, Colour, PlanChart, PlanSeries } from "../plan";
import { texts } from "./texts";
import { fill } from "../../dataset/wording/text";
import type { Area } from "../../workbook/a1";

/** A chart with the block of values that it draws; the block's first row holds the headings. */
export interface Drawing {
  id: string;
  block: readonly (readonly Cell[])[];
  /** Formats of the block's columns below their headings: none for texts, one, or one a row. */
  formats: readonly (string | readonly string[] | undefined)[];
  /** What it shows, where that stands nowhere else on the page. */
  figures?: readonly (Figure | undefined)[];
  /** The chart, once it is known where it and its block stand. */
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

/** Labels without what they all begin with: "Trade-in: " goes without saying beside five others. */
export function withoutCommon(labels: readonly string[]): string[] {
  const [first = ""] = labels;
  const common = /^[^:：]*[:：] ?/.exec(first)?.[0];
  if (common === undefined || labels.length < 2 || !labels.every((one) => one.startsWith(common)))
    return [...labels];
  return labels.map((one) => one.charAt(common.length).toUpperCase() + one.slice(common.length + 1));
}

/** A period of a level and its growth, or a break between two. */
export type Moment = { label: string; level?: Figure | undefined; growth?: Figure | undefined } | "break";

/**
 * Columns of the level, and its growth as a line on a second axis. A break is an empty place; what stands on its other
 * side under another indicator is drawn as series of its own, so that nothing joins the two.
 *
 * @param sales what the columns of a single indicator are; default: sales
 * @returns undefined without any level
 */
export function combo(
  id: string,
  title: string,
  moments: readonly Moment[],
  language: Language,
  sales?: string,
): { drawing: Drawing; unit: string } | undefined {
  const known = moments.flatMap((one) => (one === "break" ? [] : [one]));
  const levels = known.flatMap(({ level }) => level ?? []);
  if (levels.length === 0) return undefined;
  const scale = scaleFor(levels, language);
  const indicators = [
    ...new Map(
      known
        .flatMap(({ level, growth }) => [level, growth])
        .flatMap((one) => (one ? [[one.indicator.code, one.indicator] as const] : [])),
    ).values(),
  ];
  const parts = indicators.map((indicator, place) => {
    const of = (one: Moment, part: "level" | "growth"): Figure | undefined =>
      one !== "break" && one[part]?.indicator === indicator ? one[part] : undefined;
    const last = (part: "level" | "growth"): number =>
      moments.reduce((found, one, index) => (of(one, part) ? index : found), -1);
    const name = indicators.length > 1 ? shortLabel(indicator, language) : undefined;
    return { of, last, name, newest: place === indicators.length - 1 };
  });
  const most = Math.max(...levels.map(scale.of));
  const highest = Math.max(...known.flatMap(({ growth }) => growth?.value ?? []));
  const lowest = Math.min(0, ...known.flatMap(({ growth }) => growth?.value ?? []));
  const drawing: Drawing = {
    id,
    block: [
      [
        title,
        ...parts.flatMap(({ name }) =>
          name === undefined
            ? [
                sales === undefined
                  ? fill(texts.salesSeries[language], scale.label)
                  : fill(texts.headed[language], sales, scale.label),
                texts.growthSeries[language],
              ]
            : [
                fill(texts.headed[language], name, scale.label),
                fill(texts.headed[language], name, texts.growthWord[language]),
              ],
        ),
      ],
      ...moments.map((one): Cell[] => [
        // A gap on the axis: what changed there is said above the chart.
        one === "break" ? null : one.label,
        ...parts.flatMap(({ of }) => {
          const level = of(one, "level");
          return [level ? scale.of(level) : null, of(one, "growth")?.value ?? null];
        }),
      ]),
    ],
    formats: [
      undefined,
      ...parts.flatMap(({ of }) => [
        moments.map((one) => {
          const level = of(one, "level");
          return level ? scale.formatOf(level) : "General";
        }),
        "0.0%",
      ]),
    ],
    // What is derived stands nowhere else on the page.
    ...(sales === undefined ? {} : { figures: levels }),
    chart: (area, data) => ({
      id,
      type: "column-line",
      title,
      area,
      data,
      categories: below(data, 0),
      legend: true,
      gap: 60,
      // Two series of columns stand in each other's place: where one has a value the other has none.
      ...(parts.length > 1 ? { overlap: 100 } : {}),
      value: { visible: true, format: "#,##0", gridlines: true, minimum: 0 },
      // The figures on the right stand off the plot: the label of the line's last point reaches over its edge.
      secondary: { visible: true, format: '"\u00a0\u00a0\u00a0"0%', ...(lowest < 0 ? {} : { minimum: 0 }) },
      series: parts.flatMap(({ of, last, newest }, place): PlanSeries[] => {
        const [end, turn] = [last("level"), last("growth")];
        const growth = moments[turn] && of(moments[turn], "growth");
        const level = moments[end] && of(moments[end], "level");
        // How far the line's last point stands above its column, both measured on the heights of the chart. A label that
        // falls onto the column is legible on the lighter colour only; one that would meet the other is left out.
        const above = growth && level ? growth.value / highest - scale.of(level) / most : 1;
        const look = {
          ...(above > 0.15 ? { colour: "accent" as const } : {}),
          ...(level && Math.abs(above) > 0.15 ? { label: scale.formatOf(level) } : {}),
        };
        return [
          {
            values: below(data, 1 + 2 * place),
            colour: "accent-light",
            points: newest && end >= 0 ? [{ index: end, ...look }] : [],
          },
          {
            values: below(data, 2 + 2 * place),
            as: "line",
            secondary: true,
            colour: newest ? "contrast" : "muted",
            points: growth ? [{ index: turn, label: signedFormat(growth, language) }] : [],
          },
        ];
      }),
    }),
  };
  return { drawing, unit: scale.label };
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
  // Two points are no course; a single place is worth a chart only where columns stand in it side by side.
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

/** How near two labels at the same place may come, as a part of the chart's height. */
const nearest = 0.08;

/** Which lines can bear a label at their last point: one that would stand on another's is left out. */
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
