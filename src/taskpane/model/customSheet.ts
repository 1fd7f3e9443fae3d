import {
  byEnd,
  indicatorOf,
  measureNames,
  measureWords,
  measuresOf,
  series,
  type IndicatorCode,
  type Language,
  type MeasureName,
  type Period,
} from "../../dataset";
import type { ChartKind, Insertion, CustomSheet } from "../../workbook/insertion";
import type { Freq } from "../state";
import { mainMeasure } from "./figures";

const freqs: readonly Freq[] = ["annual", "ytd", "quarter", "month"];

/** The measures that any chosen indicator has, published ones first. Empty while nothing is chosen. */
export function measuresOffered({ indicators }: CustomSheet): MeasureName[] {
  const measures = new Set(indicators.flatMap((code) => measuresOf(indicatorOf(code))));
  return measureNames.filter((measure) => measures.has(measure));
}

/**
 * The periods of a frequency for which any choice has a figure, newest first. `asof`: known on that day; default:
 * all.
 */
export function periodsOfChoice({ indicators, measures }: CustomSheet, freq: Freq, asof?: string): Period[] {
  const periods = indicators.flatMap((code) =>
    measures.flatMap((measure) => {
      const answer = series({ indicator: indicatorOf(code), measure, freq, asof });
      return answer.ok ? answer.value.points.map(({ period }) => period) : [];
    }),
  );
  return [...new Set(periods)].sort(byEnd).reverse();
}

/** The frequencies in which any choice has figures. `asof` as in `periodsOfChoice`. */
export function freqsOffered(custom: CustomSheet, asof?: string): Freq[] {
  return freqs.filter((freq) => periodsOfChoice(custom, freq, asof).length > 0);
}

/** The choices with one more indicator; its main measure is added if it has none of the chosen ones. */
export function withIndicator(custom: CustomSheet, code: IndicatorCode): CustomSheet {
  const indicator = indicatorOf(code);
  const has = custom.measures.some((measure) => measuresOf(indicator).includes(measure));
  return {
    ...custom,
    indicators: [...custom.indicators.filter((other) => other !== code), code],
    measures: has ? custom.measures : [...custom.measures, mainMeasure(indicator)],
  };
}

/** The choices with an indicator moved up; the order is that of columns, bars and tables. */
export function movedUp(custom: CustomSheet, code: IndicatorCode): CustomSheet {
  const at = custom.indicators.indexOf(code);
  const before = custom.indicators[at - 1];
  if (before === undefined) return custom;
  const indicators = custom.indicators.map((other, index) =>
    index === at - 1 ? code : index === at ? before : other,
  );
  return { ...custom, indicators };
}

/** The choices without an indicator, and without those about its charts. Unchanged if it was not chosen. */
export function withoutIndicator(custom: CustomSheet, code: IndicatorCode): CustomSheet {
  return withDrawn(
    { ...custom, indicators: custom.indicators.filter((other) => other !== code) },
    code,
    true,
  );
}

/** The kinds of charts for a measure, in the pane's order; "suited": as suits its figures. */
export const chartKinds = ["suited", "columns", "lines", "none"] as const satisfies (ChartKind | "suited")[];

/** The choices with another kind of chart for a measure. "suited" leaves the kind to the add-in again. */
export function withKind(custom: CustomSheet, measure: MeasureName, kind: ChartKind | "suited"): CustomSheet {
  const others = Object.entries(custom.drawn ?? {}).filter(([name]) => name !== measure);
  const chosen = kind === "suited" ? [] : [[measure, kind] as const];
  return { ...custom, drawn: Object.fromEntries([...others, ...chosen]) };
}

/** The choices with an indicator in charts, or in tables only. `isDrawn`: whether charts show it. */
export function withDrawn(custom: CustomSheet, code: IndicatorCode, isDrawn: boolean): CustomSheet {
  const others = (custom.undrawn ?? []).filter((other) => other !== code);
  return { ...custom, undrawn: isDrawn ? others : [...others, code] };
}

/** A measure as a label: "Growth". */
export function measureLabel(measure: MeasureName, level: string, language: Language): string {
  const text = measure === "level" ? level : measureWords[measure][language];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The choices for charts that apply: to chosen measures, and to indicators beside others. */
function chartsOf({
  charts,
  measures,
  indicators,
  drawn = {},
  undrawn = [],
}: CustomSheet): Partial<CustomSheet> {
  const kinds = Object.entries(drawn).filter(([measure]) => measures.includes(measure as MeasureName));
  const remaining = undrawn.filter((code) => indicators.includes(code));
  return {
    ...(charts && kinds.length > 0 ? { drawn: Object.fromEntries(kinds) } : {}),
    ...(charts && remaining.length > 0 && remaining.length < indicators.length ? { undrawn: remaining } : {}),
  };
}

/** The choices as an insertion, with a frequency and range that have figures; undefined while there is none. */
export function customInsertion(
  custom: CustomSheet,
  wanted: Period | undefined,
  live: boolean,
  asof?: string,
): (Insertion & { kind: "summary" }) | undefined {
  const kinds = freqsOffered(custom, asof);
  const freq = kinds.includes(custom.freq) ? custom.freq : kinds[0];
  if (!freq) return undefined;
  const periods = periodsOfChoice(custom, freq, asof);
  const period = periods.find((candidate) => candidate === wanted) ?? periods[0];
  if (!period) return undefined;
  const { from, title = "", indicators, measures, charts } = custom;
  const titled = title.trim() === "" ? {} : { title: title.trim() };
  const begins = from && periods.indexOf(from) >= periods.indexOf(period) ? { from } : {};
  return {
    kind: "summary",
    template: "own",
    period,
    live,
    // The order matters, because records of blocks are compared as text.
    own: { indicators, measures, freq, charts, ...begins, ...titled, ...chartsOf(custom) },
  };
}
