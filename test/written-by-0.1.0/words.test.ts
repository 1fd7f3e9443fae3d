import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAsof, parsePeriod } from "../../src/dataset";
import { readTable } from "../../src/userTables/readTable";
import { open, shown } from "../functions/excel";
import { intendedWords } from "./intended";
import { cases } from "./written";

/**
 * Every word that 0.1.0 read as an argument is read for ever, with the same meaning. Each line of test/cases/0.1.0/words is a word
 * and what it means, both as JSON.
 */
type Line = readonly [word: unknown, meaning: unknown];
const lines = (kind: string): Line[] =>
  readFileSync(join(cases, "words", `${kind}.tsv`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t").map((part) => JSON.parse(part) as unknown) as unknown as Line);

beforeEach(() => open());

/** A workbook with the data date that 0.1.0 gave it. */
const ofThatTime = { settings: { "ECOM.asof": "2026-09-15" } };

/** The answers to some calls, by which words of one meaning are told from others. Errors count without their sentences. */
const answersTo = (...calls: readonly (readonly [id: string, ...args: unknown[]])[]): string =>
  JSON.stringify(calls.map(([id, ...args]) => shown(id, ...args)));

/** Indicators that together have figures of every measure. */
const ofEveryMeasure = [
  "ONLINE_RETAIL_PHYSICAL",
  "ONLINE_RETAIL_TOTAL",
  "ONLINE_RETAIL_PHYSICAL_SHARE",
  "ECOM_INDUSTRIAL_BELT_EVENTS",
  "SME_PRODUCTION_EFFICIENCY",
  "ONLINE_GOODS_CONTRIBUTION",
];

/** By kind of word: the calls that tell what it means. */
const kinds: Readonly<Record<string, (word: unknown) => string>> = {
  indicators: (word) => answersTo(["INFO", word], ["INFO", word, "figures"]),
  measures: (word) =>
    answersTo(...ofEveryMeasure.map((code) => ["SERIES", code, word, "2020", null, false, "all"] as const)),
  bases: (word) => answersTo(["GROWTH", "TOTAL_RETAIL", "2023", word], ["GROWTH", "retail", "2024", word]),
  frequencies: (word) =>
    answersTo(
      ["SERIES", "ONLINE_RETAIL_TOTAL", "level", "2024", "2025", true, word],
      ["SERIES", "HOME_APPLIANCES_ONLINE", "growth", null, null, true, word],
    ),
  themes: (word) =>
    answersTo(["RANK", word, "2025-Q1"], ["RANK", word, "2025"], ["RANK", word, "2024"], ["EVENTS", word]),
  styles: (word) => answersTo(["CITE", "ONLINE_RETAIL_TOTAL", "2025-Q1", word]),
  fields: (word) => answersTo(["INFO", "ONLINE_RETAIL_TOTAL", word, "2025-Q1"]),
  headers: (word) => answersTo(["SERIES", "ONLINE_RETAIL_TOTAL", "level", "2024", "2025", word]),
};

describe.each(Object.entries(kinds))("Words for %s", (kind, meaningOf) => {
  test("mean what they meant.", () => {
    const all = lines(kind);
    expect(all.length).toBeGreaterThan(1);
    const otherwise = () => all.filter(([word, meaning]) => meaningOf(word) !== meaningOf(meaning));
    expect(otherwise().map(([word]) => word)).toEqual(
      kind === "indicators" ? intendedWords.map(({ word }) => word) : [],
    );
    // A workbook with the data date of that time still reads them all.
    open(ofThatTime);
    expect(otherwise()).toEqual([]);
  });

  test("that mean different things are answered differently: the test would tell.", () => {
    const meanings = [...new Set(lines(kind).map(([, meaning]) => meaning))];
    expect(new Set(meanings.map(meaningOf)).size).toBe(meanings.length);
  });
});

test("An indicator's words name it, and no other.", () => {
  const codeOf = (word: unknown) => (shown("INFO", word) as unknown[][])[0]?.[1];
  const otherwise = () => lines("indicators").filter(([word, code]) => codeOf(word) !== code);
  expect(otherwise().map(([word]) => ({ word, code: codeOf(word) }))).toEqual(
    intendedWords.map(({ word, code }) => ({ word, code })),
  );
  open(ofThatTime);
  expect(otherwise()).toEqual([]);
});

test("Words for units convert, and name what a number to be checked counts.", () => {
  // 24.0 %, 1.2 percentage points, and 3.6242 trillion yuan.
  const wrong = lines("units").filter(([word, meaning]) => {
    if (meaning === "percent")
      return shown("CHECK", "ONLINE_RETAIL_PHYSICAL_SHARE", "2025-Q1", `24.0 ${String(word)}`) !== true;
    if (meaning === "points")
      return shown("CHECK", "ONLINE_GOODS_CONTRIBUTION_PP", "2026-H1", `1.2 ${String(word)}`) !== true;
    if (typeof meaning !== "number") return true;
    const number = (36242e8 / 10 ** meaning).toFixed(Math.max(0, meaning - 8));
    const right = shown("CHECK", "ONLINE_RETAIL_TOTAL", "2025-Q1", `${number} ${String(word)}`);
    const named = { 0: "one", 3: "thousand", 4: "wan", 6: "million", 8: "yi", 9: "billion", 12: "trillion" }[
      meaning
    ];
    const value = shown("VALUE", "ONLINE_RETAIL_TOTAL", "2025-Q1", word);
    return right !== true || value !== shown("VALUE", "ONLINE_RETAIL_TOTAL", "2025-Q1", named);
  });
  expect(wrong).toEqual([]);
});

test("Periods are read from every way of writing them.", () => {
  const wrong = lines("periods").filter(([word, meaning]) => {
    const answer = parsePeriod(word);
    return !answer.ok || (answer.value ?? null) !== meaning;
  });
  expect(wrong).toEqual([]);
});

test("Dates are read from every way of writing them.", () => {
  const wrong = lines("dates").filter(([word, meaning]) => {
    const answer = parseAsof(word);
    return !answer.ok || (answer.value ?? null) !== meaning;
  });
  expect(wrong).toEqual([]);
});

describe("In a table of the user's", () => {
  const read = (headings: readonly unknown[], row: readonly unknown[]) => {
    const table = {
      name: "Mine",
      at: [0, 0] as const,
      headings,
      rows: [row],
      formats: [row.map(() => "General")],
    };
    const answer = readTable(table, false);
    return answer.ok ? answer.rows[0] : answer.findings[0]?.text.en;
  };

  test("headings are known by every word.", () => {
    const row: Record<string, unknown> = {
      indicator: "Mine alone",
      period: 2025,
      value: 7,
      measure: "level",
      unit: "million yuan",
      source: "A report",
      link: "https://example.org/a",
      released: "2026-01-31",
    };
    const known = read(Object.keys(row), Object.values(row));
    expect(known).toMatchObject({
      name: "Mine alone",
      value: "7",
      unit: "CNY",
      power: 6,
      source: "A report",
    });
    for (const [word, field] of lines("own-headings")) {
      const headings = Object.keys(row).map((heading) => (heading === field ? word : heading));
      expect([word, read(headings, Object.values(row))]).toEqual([word, known]);
    }
  });

  test("units mean what they meant.", () => {
    const headings = ["indicator", "period", "value", "measure", "unit"];
    const wrong = lines("own-units").filter(([word, meaning]) => {
      const { unit, power } = meaning as { unit: string; power: number };
      const measure = unit === "PT" ? "share" : unit === "PP" ? "change" : "level";
      const answer = read(headings, ["Mine alone", 2025, 7, measure, word]);
      return typeof answer !== "object" || answer.unit !== unit.trim() || answer.power !== power;
    });
    expect(wrong).toEqual([]);
  });
});
