import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  createStore,
  decimalOf,
  figure,
  findIndicator,
  parsePeriod,
  search,
  toNumber,
  type MeasureName,
  type Period,
  type Store,
} from "../../src/dataset";
import { median, race, type Effort, type Work } from "./measure";
import { rounded, times, type Benchmark } from "./report";
import { multiplied, type Size } from "./synthetic";

const sizes: Readonly<Record<string, Size>> = {
  "1": { indicators: 1, periods: 1 },
  "100": { indicators: 20, periods: 5 },
};

/** Different questions that one sheet asks. */
const SHEET = 200;
/** Different questions from all over the data, so many that the processor's caches do not hold their answers. */
const SPREAD = 2000;

interface Question {
  readonly name: string;
  readonly period: string;
  readonly measure: MeasureName;
}

/** One size of the data, with what is asked of it. */
interface Sized {
  readonly store: Store;
  readonly rows: readonly {
    readonly code: string;
    readonly measure: string;
    readonly period: string;
    readonly value: number;
  }[];
  readonly names: readonly { readonly name: string; readonly code: string }[];
  readonly questions: readonly Question[];
  readonly bytes: number;
  /** Milliseconds until the first answer: the store made, its names indexed, one indicator's figures put in order. */
  readonly ready: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** The same numbers between 0 and 1 in every run. */
function random(): () => number {
  let state = 12345;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const any = <T>(list: readonly T[], next: () => number) => list[Math.floor(next() * list.length)] as T;

function answer(store: Store, { name, period, measure }: Question): unknown {
  const indicator = findIndicator(name, store);
  const asked = parsePeriod(period);
  if (!indicator.ok || !asked.ok || asked.value === undefined)
    throw new Error(`${name}, ${period} is not read.`);
  const answer = figure({ indicator: indicator.value, measure, period: asked.value }, store);
  if (!answer.ok) throw new Error(`${name}, ${period}: ${answer.reason.name}`);
  return answer.value.value;
}

/** A store of which every indicator was asked for once, and the milliseconds until its first answer. */
function open(size: Size): { store: Store; ready: number } {
  const tables = multiplied(size);
  const from = process.cpuUsage();
  const store = createStore(tables);
  answer(store, { name: "digital", period: "2025-Q1", measure: "growth" });
  const { user, system } = process.cpuUsage(from);
  for (const { code } of store.indicators) store.book(code);
  return { store, ready: (user + system) / 1000 };
}

function make(size: Size): Sized {
  // The heap's noise is larger than one small store: several are made and the mean is taken.
  const several = Math.max(1, Math.floor(40 / (size.indicators * size.periods)));
  const before = heap();
  const opened = Array.from({ length: several }, () => open(size));
  const bytes = (heap() - before) / several;
  const store = (opened[0] as { store: Store }).store;

  const next = random();
  // An indicator whose figures all begin in another month than January has no period to ask for.
  const asked = store.indicators.filter(({ code }) => store.book(code).observations.length > 0);
  const questions = Array.from({ length: SPREAD }, (): Question => {
    const indicator = any(asked, next);
    const row = any(store.book(indicator.code).observations, next);
    const measure = row.measure === "YOY_GROWTH" ? "growth" : (row.measure.toLowerCase() as MeasureName);
    return {
      name: any([...indicator.aliases, indicator.code, indicator.label.zh], next),
      period: row.period,
      measure,
    };
  });
  const rows = store.indicators.flatMap(({ code }) =>
    store.book(code).observations.map((row) => ({
      code: code as string,
      measure: row.measure === "YOY_GROWTH" ? "growth" : row.measure.toLowerCase(),
      period: row.period as Period as string,
      value: toNumber(decimalOf(row)),
    })),
  );
  const names = store.indicators.flatMap(({ code, label, aliases }) =>
    [code, label.en, label.zh, ...aliases].map((name) => ({ name: name.toLowerCase(), code })),
  );
  return { store, rows, names, questions, bytes, ready: median(opened.map(({ ready }) => ready)) };
}

function scan({ rows, names }: Sized, { name, period, measure }: Question): unknown {
  const asked = name.toLowerCase();
  const code = names.find(({ name }) => name === asked)?.code;
  return rows.find((row) => row.code === code && row.measure === measure && row.period === period)?.value;
}

/** So many of the questions one after another, over and over. */
function inTurn({ questions }: Sized, count: number, ask: (question: Question) => unknown): Work {
  let next = 0;
  return () => {
    const question = questions[next] as Question;
    next = (next + 1) % count;
    return ask(question);
  };
}

/** One race in which every size has its turn. */
function raceOfSizes(all: Readonly<Record<string, Sized>>, work: (sized: Sized) => Work, effort: Effort) {
  return race(Object.fromEntries(Object.entries(all).map(([name, sized]) => [name, work(sized)])), effort);
}

export const benchmark: Benchmark = async (effort) => {
  open(sizes["1"] as Size); // so that what runs for the first time counts for no size
  const all = Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, make(size)]));
  const asked = (count: number) =>
    raceOfSizes(all, (sized) => inTurn(sized, count, (question) => answer(sized.store, question)), effort);
  const sheet = asked(SHEET);
  const spread = asked(SPREAD);
  const scans = raceOfSizes(
    all,
    (sized) => inTurn(sized, SHEET, (question) => scan(sized, question)),
    effort,
  );
  const missed = raceOfSizes(
    all,
    ({ store }) =>
      () => {
        const answer = findIndicator("digitl", store);
        return !answer.ok && "suggestions" in answer.reason && answer.reason.suggestions;
      },
    effort,
  );
  const searched = raceOfSizes(
    all,
    ({ store }) =>
      () =>
        search("cross border", 10, store),
    effort,
  );
  const of = (taken: Readonly<Record<string, number>>, name: string) => (taken[name] ?? NaN) / 1000;
  return {
    title: "Growth with the data",
    body: [
      "The real tables once and 100 times: copies of every indicator under other names, each with up to five times " +
        `its periods. A lookup reads a name and a period as written and finds the figure: ${SHEET} different ones over and ` +
        `over, as a sheet asks, or ${SPREAD.toLocaleString("en-US")} all over the data, where most of the time is the ` +
        "memory's. The peer scans a list of names and plain rows. Aim: under 2 µs at both sizes.",
      {
        head: [
          "times the data",
          "rows",
          "lookup, of a sheet",
          "to the real size",
          "lookup, all over",
          "linear scan",
          "scan ÷ lookup",
        ],
        rows: Object.entries(all).map(([name, { rows }]) => [
          name,
          rows.length.toLocaleString("en-US"),
          `${rounded(of(sheet, name))} µs`,
          times(of(sheet, name) / of(sheet, "1")),
          `${rounded(of(spread, name))} µs`,
          `${rounded(of(scans, name))} µs`,
          times(of(scans, name) / of(sheet, name)),
        ]),
      },
      "What grows: memory once every indicator was asked for (figures are put in order indicator by indicator, when first " +
        "asked for), the time until the first answer, and the two things that look through all names: the suggestions for a " +
        "misspelt name and the search for words.",
      {
        head: ["times the data", "memory", "bytes a row", "first answer", "misspelt name", "search"],
        rows: Object.entries(all).map(([name, { rows, bytes, ready }]) => [
          name,
          `${rounded(bytes / 1e6)} MB`,
          rounded(bytes / rows.length),
          `${rounded(ready)} ms`,
          `${rounded(of(missed, name))} µs`,
          `${rounded(of(searched, name))} µs`,
        ]),
      },
    ],
  };
};
