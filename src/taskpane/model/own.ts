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
import type { ChartKind, Insertion, OwnChoice } from "../../workbook/insertion";
import { mainMeasure } from "./figures";
import type { Freq } from "../state";

const freqs: readonly Freq[] = ["annual", "ytd", "quarter", "month"];

/** The measures that one of the chosen indicators has, published ones first. */
export function measuresOffered({ indicators }: OwnChoice): MeasureName[] {
  const all = new Set(indicators.flatMap((code) => measuresOf(indicatorOf(code))));
  return measureNames.filter((measure) => all.has(measure));
}

/** The periods of a kind for which something of what is chosen has a figure, newest first. */
export function periodsOfChoice({ indicators, measures }: OwnChoice, freq: Freq, asof?: string): Period[] {
  const all = indicators.flatMap((code) =>
    measures.flatMap((measure) => {
      const found = series({ indicator: indicatorOf(code), measure, freq, asof });
      return found.ok ? found.value.points.map(({ period }) => period) : [];
    }),
  );
  return [...new Set(all)].sort(byEnd).reverse();
}

/** The kinds of periods in which something of what is chosen has figures. */
export function freqsOffered(own: OwnChoice, asof?: string): Freq[] {
  return freqs.filter((freq) => periodsOfChoice(own, freq, asof).length > 0);
}

/** The choice with another indicator; its own measure is chosen too, if none that it has was. */
export function withIndicator(own: OwnChoice, code: IndicatorCode): OwnChoice {
  const indicator = indicatorOf(code);
  const has = own.measures.some((measure) => measuresOf(indicator).includes(measure));
  return {
    ...own,
    indicators: [...own.indicators.filter((one) => one !== code), code],
    measures: has ? own.measures : [...own.measures, mainMeasure(indicator)],
  };
}

/** The choice with an indicator one place further up; the order is that of columns, bars and tables. */
export function movedUp(own: OwnChoice, code: IndicatorCode): OwnChoice {
  const at = own.indicators.indexOf(code);
  const before = own.indicators[at - 1];
  if (before === undefined) return own;
  const indicators = own.indicators.map((one, index) =>
    index === at - 1 ? code : index === at ? before : one,
  );
  return { ...own, indicators };
}

/** The choice without an indicator; what was said of its charts is forgotten with it. */
export function withoutIndicator(own: OwnChoice, code: IndicatorCode): OwnChoice {
  return withDrawn({ ...own, indicators: own.indicators.filter((one) => one !== code) }, code, true);
}

/** As what a measure can be drawn, as it is offered: first what suits its figures. */
export const chartKinds = ["suited", "columns", "lines", "none"] as const satisfies (ChartKind | "suited")[];

/** The choice with another kind of chart for a measure. */
export function withKind(own: OwnChoice, measure: MeasureName, kind: ChartKind | "suited"): OwnChoice {
  const others = Object.entries(own.drawn ?? {}).filter(([other]) => other !== measure);
  const chosen = kind === "suited" ? [] : [[measure, kind] as const];
  return { ...own, drawn: Object.fromEntries([...others, ...chosen]) };
}

/** The choice with an indicator in its charts, or in its tables only. */
export function withDrawn(own: OwnChoice, code: IndicatorCode, isDrawn: boolean): OwnChoice {
  const others = (own.undrawn ?? []).filter((one) => one !== code);
  return { ...own, undrawn: isDrawn ? others : [...others, code] };
}

/** A measure as a label of its own: "Growth". */
export function measureLabel(measure: MeasureName, level: string, language: Language): string {
  const text = measure === "level" ? level : measureWords[measure][language];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What was chosen of charts as far as it holds: of measures that are chosen, and of indicators beside others. */
function chartsOf({ charts, measures, indicators, drawn = {}, undrawn = [] }: OwnChoice): Partial<OwnChoice> {
  const kinds = Object.entries(drawn).filter(([measure]) => measures.includes(measure as MeasureName));
  const left = undrawn.filter((code) => indicators.includes(code));
  return {
    ...(charts && kinds.length > 0 ? { drawn: Object.fromEntries(kinds) } : {}),
    ...(charts && left.length > 0 && left.length < indicators.length ? { undrawn: left } : {}),
  };
}

/** The choice as it can be inserted: of a kind and range that have figures. Undefined while nothing can be. */
export function ownInsertion(
  own: OwnChoice,
  wanted: Period | undefined,
  live: boolean,
  asof?: string,
): (Insertion & { kind: "summary" }) | undefined {
  const kinds = freqsOffered(own, asof);
  const freq = kinds.includes(own.freq) ? own.freq : kinds[0];
  if (!freq) return undefined;
  const periods = periodsOfChoice(own, freq, asof);
  const period = periods.find((one) => one === wanted) ?? periods[0];
  if (!period) return undefined;
  const { from, title = "", indicators, measures, charts } = own;
  const called = title.trim() === "" ? {} : { title: title.trim() };
  const begins = from && periods.indexOf(from) >= periods.indexOf(period) ? { from } : {};
  return {
    kind: "summary",
    template: "own",
    period,
    live,
    // In this order: the record of a block is compared as text.
    own: { indicators, measures, freq, charts, ...begins, ...called, ...chartsOf(own) },
  };
}
