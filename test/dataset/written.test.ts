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
  const answer = parsePeriod(written);
  if (answer.ok) return String(answer.value);
  return answer.reason.name === "period-not-read" && answer.reason.why
    ? `refused: ${answer.reason.why}`
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
    const answer = parsePeriod(JSON.parse(written));
    if (answer.ok) throw new Error(written);
    expect(sentence(answer.reason, "en")).toMatch(/"2025-Q1"/);
    expect(sentence(answer.reason, "zh")).toMatch(/2025年一季度/);
  }
});

test("More than 120 ways to write units mean what they say, or are refused: none means one by accident.", () => {
  const all = rows("units");
  expect(all.length).toBeGreaterThan(120);
  const wrong = all
    .map(([written = "", power = "", of = ""]) => {
      const answer = readUnit(JSON.parse(written) as string);
      return [written, `${power} ${of}`.trim(), answer ? `${answer.power} ${answer.of}` : "refused"];
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
      const answer = readChoice(lists[argument] as Choices<string>, written);
      return [argument, written, read, answer.ok ? String(answer.value) : "refused"];
    })
    .filter(([, , read, is]) => read !== is);
  expect(wrong).toEqual([]);
});
