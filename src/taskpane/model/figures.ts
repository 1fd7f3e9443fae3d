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

/** An indicator, at the workbook's data date. */
export interface IndicatorAt {
  indicator: Indicator;
  /** The workbook's data date, if any. */
  asof: string | undefined;
}

/** The main measure of an indicator: the one that is not growth, else growth. */
export function mainMeasure(indicator: Indicator): MeasureName {
  return valueMeasure(indicator) ?? "growth";
}

/**
 * The published measures of an indicator, the main one first. Derived measures are left to the view that computes
 * them.
 */
export function shownMeasures(indicator: Indicator): MeasureName[] {
  const value = valueMeasure(indicator);
  const hasGrowth = measuresOf(indicator).includes("growth");
  return [...(value ? [value] : []), ...(hasGrowth ? (["growth"] as const) : [])];
}

/** The measures that the pane shows: published ones, and single months where cumulative ones exist. */
export function measuresInView(indicator: Indicator): MeasureName[] {
  const single = measuresOf(indicator).includes("single");
  return [...shownMeasures(indicator), ...(single ? (["single"] as const) : [])];
}

/** Another published observation as a figure, shown like `figure`. Units and period stay those of `figure`. */
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

/** The figure of a measure and period; undefined without one. */
export function figureOf(
  { indicator, asof }: IndicatorAt,
  measure: MeasureName,
  period: Period | "latest",
): Figure | undefined {
  const answer = figure({
    indicator,
    measure,
    period,
    reference: "2025-Q1" as Period,
    ...(asof ? { asof } : {}),
  });
  return answer.ok ? answer.value : undefined;
}

/**
 * The periods for which any of these measures is published, newest first. Known at the data date. "single" counts the
 * periods that are derived.
 */
export function periodsOf({ indicator, asof }: IndicatorAt, measures: readonly MeasureName[]): Period[] {
  const periods = measures.flatMap((measure) =>
    measure === "single" ? singlePeriods({ indicator, asof }) : publishedPeriods(indicator, measure, asof),
  );
  return [...new Set(periods)].sort(byEnd).reverse();
}

/** The single months and quarters that are published or can be derived. */
function singlePeriods({ indicator, asof }: IndicatorAt): Period[] {
  return (["month", "quarter"] as const).flatMap((freq) => {
    const answer = series({ indicator, measure: "single", freq, asof });
    return answer.ok ? answer.value.points.flatMap(({ period, figure }) => (figure ? [period] : [])) : [];
  });
}

/** Every period with a figure at a data date (default: now), newest first. */
export function allPeriods(asof?: string): Period[] {
  const periods = indicators.flatMap(({ code }) =>
    observationsOf(code)
      .filter(({ known }) => asof === undefined || known <= asof)
      .map(({ period }) => period),
  );
  return [...new Set(periods)].sort(byEnd).reverse();
}

/** A measure over time: its figures in one frequency, oldest first, and the breaks between them. */
export interface Course {
  /** The base year of chained levels. */
  basis?: number | undefined;
  /** The frequency: the one asked for, else the default one. */
  freq: Frequency;
  figures: readonly Figure[];
  breaks: readonly Break[];
}

/** A measure over time; undefined without a figure in that frequency. */
export function courseOf(
  { indicator, asof }: IndicatorAt,
  measure: MeasureName,
  freq?: Freq,
): Course | undefined {
  const answer = series({ indicator, measure, freq, asof });
  if (!answer.ok) return undefined;
  const { points, breaks } = answer.value;
  return {
    freq: answer.value.freq,
    basis: answer.value.year,
    breaks,
    figures: points.flatMap((point) => (point.figure ? [point.figure] : [])),
  };
}

/** The same levels chained to one basis; undefined where there are none or too few to draw. */
export function onOneBasis(question: IndicatorAt, measure: MeasureName, freq: Frequency): Course | undefined {
  if ((measure !== "level" && measure !== "count") || freq === "all") return undefined;
  const course = courseOf(question, "chained", freq);
  return course && course.figures.length > 1 ? course : undefined;
}

const freqs: readonly Freq[] = ["annual", "quarter", "month", "ytd"];

/** The frequencies in which a measure has at least two figures. One figure makes no line. */
export function freqsOf(question: IndicatorAt, measure: MeasureName): Freq[] {
  return freqs.filter((freq) => (courseOf(question, measure, freq)?.figures.length ?? 0) > 1);
}
