import { readFileSync } from "node:fs";
import {
  basisChoices,
  freqChoices,
  measureChoices,
  parsePeriod,
  readChoice,
  readUnit,
  sentence,
  type Choices,
} from "../../src/dataset";

/**
 * What people write for periods, units and words (test/cases/spellings), with its meaning or "refused". The meanings were
 * written down before the code was tried.
 */
const rows = (file: string): string[][] =>
  readFileSync(`test/cases/spellings/${file}.tsv`, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

const periodOf = (written: unknown): string => {
  const found = parsePeriod(written);
  if (found.ok) return String(found.value);
  return found.reason.name === "period-not-read" && found.reason.why
    ? `refused: ${found.reason.why}`
    : "refused";
};

test("Some 300 ways to write periods mean what they say, or are refused.", () => {
  const all = rows("periods");
  expect(all.length).toBeGreaterThan(290);
  const wrong = all
    .map(([written = "", read = ""]) => [written, read, periodOf(JSON.parse(written))])
    .filter(([, read, is]) => (read === "refused" ? !is?.startsWith("refused") : is !== read));
  expect(wrong).toEqual([]);
});

test("Whoever is refused a period reads what can be written, in both languages.", () => {
  for (const [written = ""] of rows("periods").filter(([, read]) => read?.startsWith("refused"))) {
    const found = parsePeriod(JSON.parse(written));
    if (found.ok) throw new Error(written);
    expect(sentence(found.reason, "en")).toMatch(/"2025-Q1"/);
    expect(sentence(found.reason, "zh")).toMatch(/2025年一季度/);
  }
});

test("More than 120 ways to write units mean what they say, or are refused: none means one by accident.", () => {
  const all = rows("units");
  expect(all.length).toBeGreaterThan(120);
  const wrong = all
    .map(([written = "", power = "", of = ""]) => {
      const found = readUnit(JSON.parse(written) as string);
      return [written, `${power} ${of}`.trim(), found ? `${found.power} ${found.of}` : "refused"];
    })
    .filter(([, read, is]) => read !== is);
  expect(wrong).toEqual([]);
});

test("More than 100 words for measures, bases and frequencies mean what they say, or are refused with the words that are read.", () => {
  const lists: Readonly<Record<string, Choices<string>>> = {
    measure: measureChoices,
    basis: basisChoices,
    freq: freqChoices,
  };
  const all = rows("words");
  expect(all.length).toBeGreaterThan(100);
  const wrong = all
    .map(([argument = "", written = "", read = ""]) => {
      const found = readChoice(lists[argument] as Choices<string>, written);
      return [argument, written, read, found.ok ? String(found.value) : "refused"];
    })
    .filter(([, , read, is]) => read !== is);
  expect(wrong).toEqual([]);
});
