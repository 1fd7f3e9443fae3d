import { indicators, measureNames } from "../../src/dataset";
import { call, open, sentenceOf, shown } from "./excel";

// A sentence that names another call, period or indicator must not send the user to the next error.

beforeEach(() => open());

const periods = ["2014", "2019", "2024", "2025-Q1", "2025-Q3", "2025-H2", "2025-01", "2025-08", "2026", null];
const isError = (value: unknown) => value === "#N/A" || value === "#VALUE!";

/** The value of a call of one cell, of a table the first behind the label. */
const cell = (id: string, args: readonly unknown[]): unknown => {
  const found = shown(id, ...args);
  return Array.isArray(found) ? (found as unknown[][])[0]?.[1] : found;
};

/** The sentence of a call that is refused, of a table that of its first cell; undefined for an answer. */
function refusal(id: string, args: readonly unknown[]): string | undefined {
  const found = call(id, ...args);
  if ("error" in found) return found.message;
  const first: unknown = Array.isArray(found.value) ? (found.value as unknown[][])[0]?.[1] : found.value;
  return first instanceof Error ? first.message : undefined;
}

/** Every question of one figure: published, computed and derived. */
const questions = indicators.flatMap(({ code }) =>
  periods.flatMap((period): [string, unknown[]][] => [
    ["GROWTH", [code, period]],
    ["GROWTH", [code, period, "computed"]],
    ["VALUE", [code, period]],
    ...measureNames
      .filter((measure) => measure !== "index")
      .map((measure): [string, unknown[]] => ["TABLE", [code, period, measure, false]]),
  ]),
);

test("A period that a sentence offers has the figure that was asked for.", () => {
  let offered = 0;
  for (const [id, args] of questions) {
    const sentence = refusal(id, args) ?? "";
    for (const [, period] of sentence.matchAll(/(?:nearest with one|has one): "([^"]+)"/g)) {
      offered++;
      const [code, , ...others] = args;
      expect([sentence, isError(cell(id, [code, period, ...others]))]).toEqual([sentence, false]);
    }
  }
  expect(offered).toBeGreaterThan(1000);
});

test("A call that a sentence offers gives a figure.", () => {
  let offered = 0;
  const seen = new Set<string>();
  for (const [id, args] of questions) {
    const sentence = refusal(id, args) ?? "";
    const found = /ECOM\.(\w+)\("([^"]+)"(?:,"([^"]+)")?\)/.exec(sentence);
    if (found === null) continue;
    const [written, other = "", name, period] = found;
    offered++;
    if (seen.has(written)) continue;
    seen.add(written);
    expect([sentence, isError(shown(other, name, period ?? null))]).toEqual([sentence, false]);
  }
  expect(offered).toBeGreaterThan(1000);
});

test("The other call is offered for the period that was asked for, where it has it.", () => {
  expect(sentenceOf("VALUE", "digital")).toContain('ECOM.GROWTH("digital").');
  expect(sentenceOf("VALUE", "digital", "2025-11 YTD")).toContain('ECOM.GROWTH("digital","2025-11 YTD")');
  expect(sentenceOf("VALUE", "digital", "2019")).toContain('ECOM.GROWTH("digital","latest")');
});

test("A computed growth that is not there points to the nearest that is, and not to a level alone.", () => {
  expect(sentenceOf("GROWTH", "retail", "2023-11", "computed")).toMatch(
    /no computed growth for period 2023-11\. January to November 2023 has one: "2023-11 YTD"/,
  );
  expect(sentenceOf("GROWTH", "retail", 2014, "computed")).toMatch(
    /: 2013 is not published.*nearest.*"20\d\d/,
  );
});

test("Before the first release asof is what is wrong, also for the latest period.", () => {
  expect(sentenceOf("GROWTH", "digital", "latest", null, "2020-01-01")).toMatch(
    /released on 2025-04-21, after asof 2020-01-01/,
  );
});
