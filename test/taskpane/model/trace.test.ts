import { messages } from "../../../src/taskpane/messages";
import {
  errorIn,
  functionSettings,
  otherError,
  sourcesOf,
  traceSelected,
} from "../../../src/taskpane/model/trace";
import { initialState } from "../../../src/taskpane/state";
import type { Selected } from "../../../src/workbook/api";

const settings = functionSettings(initialState("en", false));
const asked: [string, readonly string[]][] = [];
const cells: Record<string, unknown> = { A1: "digital", "A2:A3": [["total"], ["physical"]] };
const read = (sheet: string, references: readonly string[]) => {
  asked.push([sheet, references]);
  return Promise.resolve(references.map((reference) => cells[reference] ?? null));
};
const trace = (formula: string, more: Partial<Selected> = {}) =>
  traceSelected({ sheet: "S", address: "B3", formula, value: 0, ...more }, settings, read);
const values = (traces: Awaited<ReturnType<typeof trace>>) =>
  traces.map(({ figures }) => figures.map(({ value }) => value));

describe("what stands behind a cell", () => {
  test("is the figure of each call, with its indicator and source.", async () => {
    const traces = await trace('=ECOM.GROWTH("digital")-ECOM.GROWTH("entertainment","2025-Q1")');
    expect(values(traces)).toEqual([[0.074], [0.4]]);
    expect(traces[0]?.indicator?.code).toBe("DIGITAL_PRODUCTS");
    expect(sourcesOf(traces.flatMap(({ figures }) => figures))).toHaveLength(1);
  });

  test("is read through references on the formula's sheet, and only where there are any.", async () => {
    asked.length = 0;
    expect(values(await trace("=ECOM.GROWTH(A1)"))).toEqual([[0.074]]);
    await trace('=ECOM.GROWTH("digital")');
    expect(asked).toEqual([["S", ["A1"]]]);
  });

  test("is one figure of a spilled answer where that stands in the cell.", async () => {
    const spill = {
      address: "A1",
      formula: '=ECOM.SERIES("physical","growth",2023,2025)',
      row: 2,
      column: 1,
    };
    const [found] = await trace("", { spill });
    expect(found?.figures.map(({ period }) => period)).toEqual(["2024"]);
    const [heading] = await trace("", { spill: { ...spill, row: 0 } });
    expect(heading?.figures).toEqual([]);
    expect(heading?.indicator?.code).toBe("ONLINE_RETAIL_PHYSICAL");
  });

  test("is every figure of a table.", async () => {
    const [found] = await trace('=ECOM.TABLE(A2:A3,"2025")');
    expect(found?.figures.map(({ indicator }) => indicator.code)).toEqual([
      "ONLINE_RETAIL_TOTAL",
      "ONLINE_RETAIL_PHYSICAL",
    ]);
    expect(found?.indicator).toBeUndefined();
  });

  test("is of a check every figure that was published for the period, whatever the verdict.", async () => {
    const [wrong] = await trace('=ECOM.CHECK("total","2025-Q1",3.7)');
    expect(wrong?.evaluated).toMatchObject({ answer: { ok: true, value: false } });
    expect(wrong?.figures.map(({ value }) => value).sort()).toEqual([0.079, 3.6242e12, 3.6e12].sort());
    const [byDefault] = await trace('=ECOM.CHECK("digital",,"7.4%")');
    expect(byDefault?.figures.map(({ value, period }) => [value, period])).toEqual([[0.074, "2025-Q1"]]);
    const [refused] = await trace('=ECOM.CHECK("total","2030",1)');
    expect(refused?.figures).toEqual([]);
  });

  test("is in a cell of many answers what stands there, a figure or an error.", async () => {
    cells["A4:A6"] = [["digitl"], ["digital"], ["entertainment"]];
    const spill = { address: "B4", formula: "=ECOM.GROWTH(A4:A6)", row: 2, column: 0 };
    const [found] = await trace("", { spill });
    expect(found?.figures.map(({ value }) => value)).toEqual([0.4]);
    expect(found?.indicator?.code).toBe("ONLINE_ENTERTAINMENT");
    // The first cell holds the formula, and its own error.
    const [first] = await trace("=ECOM.GROWTH(A4:A6)", { value: "#N/A" });
    expect(first?.evaluated).toMatchObject({
      answer: { ok: false, reason: { name: "unknown-indicator", given: "digitl" } },
    });
    expect(otherError("#N/A", first ? [first] : [], messages("en"))).toBeUndefined();
  });

  test("has the sources of all that it was computed from.", async () => {
    const [found] = await trace('=ECOM.CAGR("retail",2020,2024)');
    const [later, earlier] = [
      await trace('=ECOM.VALUE("retail",2024)'),
      await trace('=ECOM.VALUE("retail",2020)'),
    ];
    expect(sourcesOf(found?.figures ?? [])).toEqual(
      [later, earlier].flatMap((one) => sourcesOf(one[0]?.figures ?? [])),
    );
  });

  test("is not known where only Excel can calculate an argument.", async () => {
    const [found] = await trace('=LET(i,"digital",ECOM.GROWTH(i))');
    expect(found?.evaluated).toEqual({ ok: false, unknown: "i" });
  });

  test("is nothing where no function of ours is called.", async () => {
    expect(await trace("=SUM(A1)")).toEqual([]);
  });
});

describe("an error in a cell", () => {
  const words = messages("en");
  test.each(["#N/A", "#VALUE!", "#NAME?", "#SPILL!", "#REF!", "#DIV/0!"])("is known as one: %s", (text) =>
    expect(errorIn(text)).toBe(text),
  );
  test.each(["#BUSY!", "#1", "N/A", "", 5, true])("%s is none.", (value) =>
    expect(errorIn(value)).toBeUndefined(),
  );

  test("is explained by the function's sentence alone, unless something else made it.", async () => {
    const ours = await trace('=ECOM.GROWTH("digitl")');
    expect(otherError("#N/A", ours, words)).toBeUndefined();
    const right = await trace('=ECOM.GROWTH("digital")/0');
    expect(otherError("#DIV/0!", right, words)).toBe(words.errorElsewhere);
    expect(otherError("#NAME?", right, words)).toBe(words.errorName);
    expect(otherError("#SPILL!", right, words)).toBe(words.errorSpill);
    expect(otherError(0.074, right, words)).toBeUndefined();
  });
});
