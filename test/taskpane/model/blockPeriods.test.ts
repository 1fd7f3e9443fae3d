import type { Period } from "../../../src/dataset";
import { nextPeriod, periodsOfBlock } from "../../../src/taskpane/model/blockPeriods";
import type { Block } from "../../../src/workbook/outcome";

const periods = [
  "2024-11 YTD",
  "2024",
  "2025-02",
  "2025-03",
  "2025-02 YTD",
  "2025-Q1",
  "2025-Q2",
  "2025-04 YTD",
  "2025-H1",
  "2025",
] as Period[];

const block = (insertion: Block["insertion"]): Block => ({
  id: "sheet|1",
  sheet: "Sheet1",
  address: "A1:C9",
  language: "en",
  version: "0.1.0",
  insertion,
});

describe("the period that follows in a note", () => {
  test.each([
    ["2025-02 YTD", "2025-Q1"],
    ["2025-Q1", "2025-04 YTD"],
    ["2025-04 YTD", "2025-H1"],
    ["2025-H1", "2025"],
    ["2024-11 YTD", "2024"],
    ["2024", "2025"],
    ["2025-02", "2025-03"],
  ])("is, after %s, %s", (period, next) => {
    expect(nextPeriod(period as Period, periods)).toBe(next);
  });

  test("is, after a year whose next one is not known, the first months of that.", () => {
    expect(nextPeriod("2024" as Period, ["2024", "2025-03", "2025-Q1", "2025-02 YTD"] as Period[])).toBe(
      "2025-02 YTD",
    );
  });

  test("is none after the newest of its kind.", () => {
    for (const newest of ["2025", "2025-03", "2025-Q2"])
      expect(nextPeriod(newest as Period, periods)).toBeUndefined();
  });
});

describe("the periods that a block can be moved to", () => {
  test("are those of its template, or with figures of its indicators, its own among them, newest first.", () => {
    const summary = periodsOfBlock(
      block({ kind: "summary", template: "quarter", period: "2025-Q1" as Period, live: true }),
      undefined,
    );
    expect(summary).toContain("2025-Q1");
    expect(summary).toContain("2025-H1");
    const table = periodsOfBlock(
      block({ kind: "table", indicators: ["DIGITAL_PRODUCTS"], period: "1999" as Period }),
      undefined,
    );
    expect(table).toContain("2025-Q1");
    expect(table.at(-1)).toBe("1999");
  });

  test("are at the workbook's data date no later ones.", () => {
    const asked = block({ kind: "summary", template: "quarter", period: "2025-Q1" as Period, live: true });
    expect(periodsOfBlock(asked, "2025-05-01")).not.toContain("2025-H1");
  });

  test("are none for a list of sources.", () => {
    expect(periodsOfBlock(block({ kind: "sources", sources: [], style: "text" }), undefined)).toEqual([]);
  });
});
