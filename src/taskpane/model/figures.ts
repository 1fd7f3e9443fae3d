import {
  byEnd,
  decimalOf,
  figure,
  indicators,
  measuresOf,
  observationsOf,
  periodsOf as publishedPeriods,
  series,
  toNumber,
  valueMeasure,
  type Break,
  type Figure,
  type Frequency,
  type Indicator,
  type MeasureName,
  type Observation,
  type Period,
} from "../../dataset";
import type { Freq } from "../state";

/** Which figures are asked for: an indicator's, as the workbook's data date has them. */
export interface Asked {
  indicator: Indicator;
  /** The workbook's data date, if it keeps to one. */
  asof: string | undefined;
}

/** The measure that stands for an indicator: its own, else its growth. */
export function mainMeasure(indicator: Indicator): MeasureName {
  return valueMeasure(indicator) ?? "growth";
}

/** The published measures of an indicator, its own first: what the pane offers to look at. */
export function shownMeasures(indicator: Indicator): MeasureName[] {
  const value = valueMeasure(indicator);
  const hasGrowth = measuresOf(indicator).includes("growth");
  return [...(value ? [value] : []), ...(hasGrowth ? (["growth"] as const) : [])];
}

/** What can be looked at of an indicator: what is published, and single months where sums from January are. */
export function measuresInView(indicator: Indicator): MeasureName[] {
  const single = measuresOf(indicator).includes("single");
  return [...shownMeasures(indicator), ...(single ? (["single"] as const) : [])];
}

/** The figure that another published observation of the same would be, to show it alike. */
export function figureAs(figure: Figure, observation: Observation): Figure {
  const { qualifier, status } = observation;
  return {
    ...figure,
    observation,
    qualifier,
    provisional: status === "P",
    value: toNumber(decimalOf(observation)),
  };
}

/** The figure of a measure and period, or undefined where none is published. */
export function figureOf(
  { indicator, asof }: Asked,
  measure: MeasureName,
  period: Period | "latest",
): Figure | undefined {
  const found = figure({
    indicator,
    measure,
    period,
    reference: "2025-Q1" as Period,
    ...(asof ? { asof } : {}),
  });
  return found.ok ? found.value : undefined;
}

/** The periods for which any of some measures of an indicator is published, newest first. */
export function periodsOf({ indicator, asof }: Asked, measures: readonly MeasureName[]): Period[] {
  const all = measures.flatMap((measure) =>
    measure === "single" ? singlePeriods({ indicator, asof }) : publishedPeriods(indicator, measure, asof),
  );
  return [...new Set(all)].sort(byEnd).reverse();
}

/** The single months and quarters that are published alone or follow from sums. */
function singlePeriods({ indicator, asof }: Asked): Period[] {
  return (["month", "quarter"] as const).flatMap((freq) => {
    const found = series({ indicator, measure: "single", freq, asof });
    return found.ok ? found.value.points.flatMap(({ period, figure }) => (figure ? [period] : [])) : [];
  });
}

/** Every period for which anything was published up to a day (absent: at all), newest first. */
export function allPeriods(asof?: string): Period[] {
  const all = indicators.flatMap(({ code }) =>
    observationsOf(code)
      .filter(({ known }) => asof === undefined || known <= asof)
      .map(({ period }) => period),
  );
  return [...new Set(all)].sort(byEnd).reverse();
}

/** The course of a measure: its figures in one frequency, oldest first, and the breaks between them. */
export interface Course {
  /** Of levels on one basis: the year on whose basis they are. */
  basis?: number | undefined;
  /** The kind of periods that it consists of: the one asked for, else the indicator's own. */
  freq: Frequency;
  figures: readonly Figure[];
  breaks: readonly Break[];
}

/** The course of a measure; undefined where there is no figure in that frequency. */
export function courseOf({ indicator, asof }: Asked, measure: MeasureName, freq?: Freq): Course | undefined {
  const found = series({ indicator, measure, freq, asof });
  if (!found.ok) return undefined;
  const { points, breaks } = found.value;
  return {
    freq: found.value.freq,
    basis: found.value.year,
    breaks,
    figures: points.flatMap((point) => (point.figure ? [point.figure] : [])),
  };
}

/**
 * The same levels on one basis, derived: one year's carried by published growth. Undefined where there is nothing of the kind, or
 * too little to draw.
 */
export function onOneBasis(asked: Asked, measure: MeasureName, freq: Frequency): Course | undefined {
  if ((measure !== "level" && measure !== "count") || freq === "all") return undefined;
  const course = courseOf(asked, "chained", freq);
  return course && course.figures.length > 1 ? course : undefined;
}

const freqs: readonly Freq[] = ["annual", "quarter", "month", "ytd"];

/** The frequencies in which a measure has a course to show, that is at least two figures. */
export function freqsOf(asked: Asked, measure: MeasureName): Freq[] {
  return freqs.filter((freq) => (courseOf(asked, measure, freq)?.figures.length ?? 0) > 1);
}
