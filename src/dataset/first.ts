import type { IndicatorCode, SourceId } from "../data/dataset";
import type { Break, Indicator, PolicyEvent, Source, ThemeRow } from "../data/rows";
import type { Observation } from "./figures/types";
/**
 * The part of the domain that the functions' bundle contains. `index.ts` exports all of it to the rooms above. Files
 * of that bundle import from here, because `index.ts` brings in sentences, search and everything else that loads
 * later.
 */
import { liveOfficial, liveStore, official } from "./liveStore";
import { byEnd, endMonth, type Period } from "./time/period";
import type { Text2 } from "./wording/text";

export type { Break, Indicator, PolicyEvent, Source, ThemeRow };
export type {
  IndicatorCode,
  SourceId,
  Theme,
  Measure,
  RelationKind,
  Unit,
  Freq,
  Accumulation,
  Qualifier,
  Status,
  Nature,
} from "../data/dataset";
export { notYetLoaded, requireLoaded } from "../data/compact/notYetLoaded";
export { clean, isEmpty } from "./wording/clean";
export { type Language, type Text2, alike, cut, shown } from "./wording/text";
export { type Result, ok, fail } from "./result";
export { type Reason, reasonKind } from "./wording/reasons";
export {
  type Period,
  type PeriodParts,
  type Kind,
  YEARS,
  periodOf,
  periodParts,
  kindOf,
  isOfKind,
  endOf,
  endMonth,
  lengthOf,
  lastDay,
  lastDayOf,
  yearsLater,
  toDate,
  byEnd,
} from "./time/period";
export { parseAsof, parsePeriod, writtenKind, type DateOptions } from "./time/parsePeriod";
export { periodLabel, dateLabel } from "./time/periodLabel";
export { findIndicator } from "./indicators/indicator";
export { fullSeries, type FullQuestion } from "./series/fullSeries";
export { type MeasureName, measureNames, isDerived } from "./figures/measures";
export { measureWord, measureWords } from "./wording/measureWords";
export { type Store, type Book, createStore, canonicalPeriod, isSince, keyOf } from "./store";
export {
  liveStore,
  liveOfficial,
  official,
  officialOf,
  indicators,
  breaks,
  joinTables,
  withNewest,
  sealed,
  tablesIn,
} from "./liveStore";
export { FIRST_VERSION, compareVersions, isVersion } from "../data/versions";
export type { Cell, Figure, Observation, Question } from "./figures/types";
export { figure } from "./figures/figure";
export {
  DEFAULT_REFERENCE,
  figureOf,
  published,
  valueMeasure,
  measuresOf,
  periodsOf,
  latestPeriod,
  firstPeriod,
  nearest,
} from "./figures/published";
export {
  type Frequency,
  type Point,
  type SeriesQuestion,
  type SeriesResult,
  frequencies,
  series,
} from "./figures/series";
export { type GrowthBasis, type Ranked, cagr, rank, row } from "./figures/compare";
export { onBasis } from "./figures/chained";
export { shownTitle } from "./title";
export {
  type Basis,
  type Choices,
  basisChoices,
  choices,
  freqChoices,
  growthBasisChoices,
  measureChoices,
  readChoice,
  themeChoices,
  unitChoices,
} from "./wording/choices";
export { readUserUnit, readUnit, type UnitRead } from "./units/readUnit";
export { type UnitName, unitNames, unitPowers, inUnit } from "./figures/units";
export { figureText, numberFormat, unitLabel, unitName } from "./wording/format";
export { shortFormat } from "./wording/shortFormat";
export { decimalOf, decimals, significantDigits, toNumber, type Decimal } from "./figures/decimal";

/** Every theme. */
export const themes: readonly ThemeRow[] = liveStore.themes;
/** Every official source. */
export const sources: readonly Source[] = liveStore.sources;

/**
 * The name of an indicator's theme; for an indicator of the user's, the name of its table.
 * @example themeOf(online).zh // "网络零售"
 */
export function themeOf({ theme }: Indicator): Text2 {
  return (liveStore.themes.find(({ code }) => code === theme) as ThemeRow).label;
}

/**
 * Whether an indicator is from a table of the user's. The themes of user tables begin with "own".
 * @example isUserIndicator(digital) // false
 */
export function isUserIndicator({ theme }: Indicator): boolean {
  return theme.startsWith("own");
}

/**
 * The source with this id, among the bundled ones and those of the user's tables. Observations name existing sources
 * only, which the build checks; an unknown id gives undefined in spite of the type.
 * @example sourceOf("nbs-retail-2025-03").published // "2025-04-16"
 */
export function sourceOf(id: SourceId): Source {
  return liveStore.source(id);
}

/**
 * The indicator with this code in the data in use; undefined for one of a table that was removed.
 * @example indicatorOf("DIGITAL_PRODUCTS").label.zh // "数码产品"
 */
export function indicatorOf(code: IndicatorCode): Indicator {
  return liveStore.indicator(code);
}

/**
 * Every published figure of an indicator, oldest first, without those of `everyFigureOf` that no period describes.
 * `code` must be one of the data in use: ask `indicatorOf` first.
 * @example observationsOf("DIGITAL_PRODUCTS")[0].obsValue // "7.4"
 */
export function observationsOf(code: IndicatorCode): readonly Observation[] {
  return liveStore.book(code).observations;
}

/**
 * Every published figure of an indicator, also those counted from another month than January, which no period
 * describes.
 * @example everyFigureOf("DIGITAL_PRODUCTS")[0].timePeriod // "2025-Q1"
 */
export function everyFigureOf(code: IndicatorCode): readonly Observation[] {
  const { observations, beside } = liveStore.book(code);
  return beside.length > 0 ? [...observations, ...beside] : observations;
}

/** The bundled data: version, newest release date, and numbers of rows. */
export const dataset = {
  version: liveStore.version,
  /** The version as in the column `added`: 0.2.0. */
  release: liveStore.release,
  released: liveStore.version.slice(0, 10),
  counts: {
    observations: liveStore.count,
    indicators: liveStore.indicators.length,
    sources: liveStore.sources.length,
    /** Throws `notYetLoaded` until the details are loaded. */
    get events(): number {
      return official.events.length;
    },
    breaks: liveStore.breaks.length,
  },
} as const;

/**
 * How far figures reach: the period with the latest end, and the number of indicators with a figure that ends there.
 */
interface Reach {
  readonly period: Period | undefined;
  readonly indicators: number;
}

/**
 * How far the official figures released by a day reach. Few indicators reach as far as the newest.
 * @param asof YYYY-MM-DD; default: everything
 * @example reachOf("2025-04-30").indicators // 18
 */
export function reachOf(asof?: string): Reach {
  let last: Period | undefined;
  const ends = liveOfficial.indicators.map(({ code }) => {
    let newest: Period | undefined;
    for (const { known, period } of observationsOf(code)) {
      const isKnown = asof === undefined || known <= asof;
      if (isKnown && (newest === undefined || byEnd(newest, period) <= 0)) newest = period;
    }
    if (newest !== undefined && (last === undefined || byEnd(last, newest) <= 0)) last = newest;
    return newest && endMonth(newest);
  });
  const end = last && endMonth(last);
  return { period: last, indicators: ends.filter((month) => month !== undefined && month === end).length };
}

/**
 * The period with the latest end among the official figures released by `asof` (default: all); undefined where there
 * is none.
 * @example reach("2025-04-30") // "2025-Q1"
 */
export const reach = (asof?: string): Period | undefined => reachOf(asof).period;
