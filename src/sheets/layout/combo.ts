import type { Figure, Indicator, Language } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import type { Area } from "../../workbook/a1";
import type { Cell, PlanSeries } from "../plan";
import { below } from "./drawings";
import type { Drawing } from "./drawings";
import { scaleFor, shortLabel, signedFormat } from "./labels";
import type { Scale } from "./labels";
import { texts } from "./texts";

/** A period with level and growth, or a break between two. */
export type Moment = { label: string; level?: Figure | undefined; growth?: Figure | undefined } | "break";

/** An indicator in the chart: a series of columns and one of a line. */
interface Part {
  /** Its figure in a period. */
  of: (one: Moment, part: "level" | "growth") => Figure | undefined;
  /** The index of the last period with a figure; -1 without any. */
  last: (part: "level" | "growth") => number;
  /** Undefined for a single indicator. */
  name: string | undefined;
  newest: boolean;
}

/**
 * A chart with the level as columns and growth as a line on the secondary axis. A break is an empty category. A
 * successor is drawn as separate series, so that no line connects the two.
 * @param sales the name of a single indicator's columns; default: sales
 * @returns undefined without any level
 */
export function combo(
  id: string,
  title: string,
  moments: readonly Moment[],
  language: Language,
  sales?: string,
): { drawing: Drawing; unit: string } | undefined {
  const levels = known(moments).flatMap(({ level }) => level ?? []);
  if (levels.length === 0) return undefined;
  const scale = scaleFor(levels, language);
  const parts = partsOf(moments, language);
  const drawing: Drawing = {
    block: [
      [title, ...headsOf(parts, scale, language, sales)],
      ...moments.map((moment): Cell[] => [
        // A break is a gap on the axis; the text above the chart explains it.
        moment === "break" ? null : moment.label,
        ...parts.flatMap(({ of }) => {
          const level = of(moment, "level");
          return [level ? scale.of(level) : null, of(moment, "growth")?.value ?? null];
        }),
      ]),
    ],
    formats: [
      undefined,
      ...parts.flatMap(({ of }) => [
        moments.map((moment) => {
          const level = of(moment, "level");
          return level ? scale.formatOf(level) : "General";
        }),
        "0.0%",
      ]),
    ],
    // Derived levels are nowhere else on the page.
    ...(sales === undefined ? {} : { figures: levels }),
    chart: chartOf(id, title, moments, parts, scale, language),
  };
  return { drawing, unit: scale.label };
}

const known = (moments: readonly Moment[]): Exclude<Moment, "break">[] =>
  moments.flatMap((moment) => (moment === "break" ? [] : [moment]));

/** The indicators in the order in which they appear. */
function partsOf(moments: readonly Moment[], language: Language): Part[] {
  const figures = known(moments).flatMap(({ level, growth }) => [level, growth]);
  const indicators = [
    ...new Map(
      figures.flatMap((figure): [string, Indicator][] =>
        figure ? [[figure.indicator.code, figure.indicator]] : [],
      ),
    ).values(),
  ];
  return indicators.map((indicator, place): Part => {
    const of: Part["of"] = (moment, part) =>
      moment !== "break" && moment[part]?.indicator === indicator ? moment[part] : undefined;
    return {
      of,
      last: (part) => moments.reduce((latest, moment, index) => (of(moment, part) ? index : latest), -1),
      name: indicators.length > 1 ? shortLabel(indicator, language) : undefined,
      newest: place === indicators.length - 1,
    };
  });
}

/** The headings of the data, which name the series. */
function headsOf(
  parts: readonly Part[],
  scale: Scale,
  language: Language,
  sales: string | undefined,
): string[] {
  const headed = (name: string, unit: string): string => fill(texts.headed[language], name, unit);
  return parts.flatMap(({ name }) =>
    name === undefined
      ? [
          sales === undefined ? fill(texts.salesSeries[language], scale.label) : headed(sales, scale.label),
          texts.growthSeries[language],
        ]
      : [headed(name, scale.label), headed(name, texts.growthWord[language])],
  );
}

/** Makes the chart: columns of levels, and lines of growth on the second axis. */
function chartOf(
  id: string,
  title: string,
  moments: readonly Moment[],
  parts: readonly Part[],
  scale: Scale,
  language: Language,
): Drawing["chart"] {
  const growths = known(moments).flatMap(({ growth }) => growth?.value ?? []);
  const most = {
    level: Math.max(...known(moments).flatMap(({ level }) => (level ? [scale.of(level)] : []))),
    growth: Math.max(...growths),
  };
  return (area, data) => ({
    id,
    type: "column-line",
    title,
    area,
    data,
    categories: below(data, 0),
    legend: true,
    gap: 60,
    // Two series of columns overlap fully, because each has values where the other has none.
    ...(parts.length > 1 ? { overlap: 100 } : {}),
    value: { visible: true, format: "#,##0", gridlines: true, minimum: 0 },
    // Room to the right of the plot for the label of the line's last point.
    secondary: {
      visible: true,
      format: '"\u00a0\u00a0\u00a0"0%',
      ...(Math.min(0, ...growths) < 0 ? {} : { minimum: 0 }),
    },
    series: parts.flatMap((part, place) => seriesOf(part, place, data, moments, most, scale, language)),
  });
}

/** The columns and the line of an indicator, with labels at their last points. */
function seriesOf(
  { of, last, newest }: Part,
  place: number,
  data: Area,
  moments: readonly Moment[],
  most: { level: number; growth: number },
  scale: Scale,
  language: Language,
): PlanSeries[] {
  const [end, turn] = [last("level"), last("growth")];
  const growth = moments[turn] && of(moments[turn], "growth");
  const level = moments[end] && of(moments[end], "level");
  // The distance of the line's last point above its column, as a fraction of the chart's height. A label on a column
  // is legible on the lighter colour only, and is left out if it would touch the other label.
  const above = growth && level ? growth.value / most.growth - scale.of(level) / most.level : 1;
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
}
