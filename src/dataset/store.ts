import type { IndicatorCode, SourceId, Theme } from "../data/dataset";
import type { Break, FormerName, Indicator, ObservationRow, Source, Unpacked } from "../data/rows";
import { compareVersions, standsIn, type Versioned } from "../data/versions";
import { significantDigits } from "./figures/decimal";
import { measureName, type MeasureName } from "./figures/measures";
import type { Cell, Observation } from "./figures/types";
import { byEnd, endMonth, lastDayOf, periodOf, type Period } from "./time/period";

/** The figures of one indicator. */
export interface Book {
  /** Those that a period describes, oldest first. */
  readonly observations: readonly Observation[];
  /** Those counted from another month than January, which no period describes. INFO lists them. */
  readonly beside: readonly Observation[];
  /** Cells by measure and by `keyOf` their period, oldest first. */
  readonly cells: ReadonlyMap<MeasureName, ReadonlyMap<string, Cell>>;
}

/**
 * Data that questions can be asked of: the bundled data, or others in tests and comparisons. Its events, synonyms and
 * descriptions throw `notYetLoaded` until the details are loaded.
 */
export interface Store extends Omit<Unpacked, "observations"> {
  readonly indicator: (code: IndicatorCode) => Indicator;
  readonly source: (id: SourceId) => Source;
  readonly breaksOf: (code: IndicatorCode) => readonly Break[];
  readonly book: (code: IndicatorCode) => Book;
  /** The official data and each table of the user's, where such tables are joined. */
  readonly parts?: readonly Store[];
}

const quarterEnd = (text: string) => Number(text) * 3;

/**
 * The canonical period of a row: 2025-Q2 ytd is the first half, 2025-03 ytd the first quarter. A row counted from
 * another month than January keeps its two months, 2025-04/2025-05, which nobody can ask for.
 * @example canonicalPeriod({ timePeriod: "2025-Q2", accumulation: "ytd" }) // "2025-H1"
 */
export function canonicalPeriod(row: Pick<ObservationRow, "timePeriod" | "accumulation">): Period {
  if (row.accumulation === "since") return row.timePeriod as Period;
  const [year = "", rest = ""] = row.timePeriod.split("-");
  const quarter = rest.startsWith("Q");
  const last = rest === "" ? 12 : quarter ? quarterEnd(rest.slice(1)) : Number(rest);
  const first = rest === "" || row.accumulation === "ytd" ? 1 : quarter ? last - 2 : last;
  return periodOf(Number(year), first, last) as Period;
}

/**
 * The key of a period among an indicator's figures: for a stock, a number at the end of a month, that month.
 * @example keyOf(online, "2025-Q1") // "2025-Q1"
 */
export function keyOf(indicator: Indicator, period: Period): string {
  return indicator.nature === "stock" ? endMonth(period) : period;
}

/** Order of preference: final before provisional, better rank, more digits, newer vintage, then source ids. */
function choice(rank: (id: SourceId) => number): (a: Observation, b: Observation) => number {
  return (a, b) =>
    Number(a.status === "P") - Number(b.status === "P") ||
    rank(a.source) - rank(b.source) ||
    significantDigits(b.obsValue) - significantDigits(a.obsValue) ||
    (a.known === b.known ? 0 : a.known > b.known ? -1 : 1) ||
    (a.source < b.source ? -1 : 1);
}

/** Sorts the figures of an indicator by measure and period, the best of each period first. */
function makeBook(
  indicator: Indicator,
  rows: readonly ObservationRow[],
  rank: (id: SourceId) => number,
  version: string | undefined,
): Book {
  const all = rows
    .filter((row) => standsIn(row, version))
    // Adds to the rows themselves: copies by spreading would need three times the memory.
    .map((row): Observation =>
      Object.assign(row, { period: canonicalPeriod(row), known: lastDayOf(row.vintage) }),
    )
    .sort((a, b) => byEnd(a.period, b.period));
  const observations = all.filter((observation) => observation.accumulation !== "since");
  const beside = all.filter((observation) => observation.accumulation === "since");
  const lists = new Map<MeasureName, Map<string, Observation[]>>();
  for (const observation of observations) {
    const measure = measureName(observation.measure);
    const cells = lists.get(measure) ?? new Map<string, Observation[]>();
    lists.set(measure, cells);
    const key = keyOf(indicator, observation.period);
    const list = cells.get(key);
    if (list === undefined) cells.set(key, [observation]);
    else list.push(observation);
  }
  const order = choice(rank);
  const cells = new Map<MeasureName, Map<string, Cell>>();
  for (const [measure, byKey] of lists) {
    const book = new Map<string, Cell>();
    for (const [key, list] of byKey) {
      const first = list[0] as Observation;
      book.set(key, { period: first.period, observations: list.length > 1 ? list.sort(order) : list });
    }
    cells.set(measure, book);
  }
  return { observations, beside, cells };
}

/**
 * Whether data are of this version or a later one. Rules that a version brought hold from it on, so that a workbook
 * of an earlier one keeps its answers.
 * @example isSince("0.2.0", officialOf("0.1.0")) // false
 */
export const isSince = (version: string, { release }: Store): boolean =>
  compareVersions(release, version) >= 0;

/** An indicator with the names and the theme that it had in a version. */
function namedAsIn(indicator: Indicator, names: readonly FormerName[]): Indicator {
  const ofIndicator = names.filter((former) => former.indicator === indicator.code);
  if (ofIndicator.length === 0) return indicator;
  const { code, nature, basis, added } = indicator;
  const label = { ...indicator.label };
  const aliases = [...indicator.aliases];
  let { theme } = indicator;
  for (const { field, name } of ofIndicator) {
    if (field === "alias") aliases.push(name);
    else if (field === "theme") theme = name as Theme;
    else label[field === "label_en" ? "en" : "zh"] = name;
  }
  return {
    code,
    label,
    theme,
    nature,
    get description() {
      return indicator.description;
    },
    aliases,
    basis,
    added,
  };
}

/**
 * Prepares data for questions. Each indicator's figures are sorted when they are first asked for.
 * @param tables the tables, which were checked when the product was built
 * @param version rows added later are left out; default: the newest
 * @example createStore(tables, "0.1.0").release // "0.1.0"
 */
export function createStore(tables: Unpacked, version?: string): Store {
  const stands = (row: Versioned | undefined) => row !== undefined && standsIn(row, version);
  const later = ({ until }: Pick<FormerName, "until">) =>
    version !== undefined && compareVersions(until, version) > 0;
  const givenUp = tables.former.filter(later);
  const all =
    givenUp.length > 0
      ? tables.indicators.map((indicator) => namedAsIn(indicator, givenUp))
      : tables.indicators;
  const places = new Map(all.map((indicator, index) => [indicator.code, index]));
  const sources = new Map(tables.sources.map((source) => [source.id, source]));
  const books = new Map<IndicatorCode, Book>();
  const rank = (id: SourceId) => sources.get(id)?.rank ?? 9;
  // Indicators of later versions have a name and no figures, because sentences and records may mention them.
  const at = (code: IndicatorCode) => all[places.get(code) ?? -1] as Indicator;
  const breaks = tables.breaks.filter(stands);
  return {
    version: tables.version,
    count: tables.count,
    sources: tables.sources,
    get synonyms() {
      return tables.synonyms;
    },
    get events() {
      return tables.events.filter(stands);
    },
    themes: tables.themes
      .filter(stands)
      .map((theme) =>
        theme.former && later(theme.former) ? { ...theme, label: theme.former.label } : theme,
      ),
    release: version ?? tables.release,
    indicators: all.filter(stands),
    breaks,
    relations: tables.relations.filter(({ of, to }) => [of, to].every((code) => stands(at(code)))),
    former: tables.former.filter((former) => !later(former)),
    indicator: at,
    source: (id) => sources.get(id) as Source,
    breaksOf: (code) => breaks.filter((candidate) => candidate.indicator === code),
    book: (code) => {
      let book = books.get(code);
      if (book === undefined) {
        const place = places.get(code) ?? -1;
        book = makeBook(at(code), tables.observations(place), rank, version);
        books.set(code, book);
      }
      return book;
    },
  };
}
