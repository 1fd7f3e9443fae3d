import { parsePeriod } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { findCalls } from "../../../src/functions/formula/calls";
import { judge } from "../../../src/review/doctor/doctor";
import type { Remedy } from "../../../src/workbook/finding";

const settings = {
  period: "2025-Q1" as Period,
  asof: undefined,
  version: undefined,
  language: "en" as const,
  chinesePeriods: false,
  plain: false,
  date1904: false,
};
const cells: Record<string, unknown> = { A1: "digitl", A2: "2025-Q1" };
const remedies = (formula: string): readonly Remedy[] =>
  judge(formula, "#N/A", (reference) => cells[reference], settings)?.remedies ?? [];
const written = (formula: string) => remedies(formula).map((one) => one.formula);

describe("what the doctor offers to write", () => {
  test("is the indicator that was meant, in its place in the formula.", () => {
    expect(written('=IF(1>0, ECOM.GROWTH("digitl" ,A2),"=ECOM.x")')[0]).toBe(
      '=IF(1>0, ECOM.GROWTH("digital",A2),"=ECOM.x")',
    );
    expect(remedies('=ECOM.GROWTH("digitl")')[0]?.label).toEqual({ en: "Use digital", zh: "改用“数码”" });
  });

  test("is a period that has a figure: January to the end of what was asked for, then the nearest.", () => {
    const offered = remedies('=ECOM.VALUE("total","2025-03")*2');
    expect(offered[0]).toEqual({
      label: { en: "Use 2025-Q1", zh: "改用2025年一季度" },
      formula: '=ECOM.VALUE("total","2025-Q1")*2',
    });
    expect(written('=ECOM.VALUE("total","2025-01")')[0]).toBe('=ECOM.VALUE("total","2025-02 YTD")');
  });

  test("is the function that has a figure, where the other has none.", () => {
    expect(written('=ECOM.VALUE("digital","2025-Q1")')).toEqual(['=ECOM.GROWTH("digital","2025-Q1")']);
  });

  test("is the formula without a unit, where the figure is a percentage.", () => {
    expect(written('=ECOM.VALUE("share","2025","billion")')).toEqual(['=ECOM.VALUE("share","2025")']);
  });

  test("is nothing where the fault stands in another cell, or where nothing that was tried gives an answer.", () => {
    expect(remedies("=ECOM.GROWTH(A1)")).toEqual([]);
    expect(remedies('=ECOM.VALUE("total","2025","dozen")')).toEqual([]);
  });

  test("always gives an answer, and is no more than three.", () => {
    for (const period of ["2013", "2025-01", "2025-03", "2025-Q2", "2025-H2", "2026-Q2", "2030"])
      for (const id of ["GROWTH", "VALUE"])
        for (const indicator of ["total", "digital", "retail", "share", "exprss", "数码", "goods services"]) {
          const offered = remedies(`=ECOM.${id}("${indicator}","${period}")`);
          expect(offered.length).toBeLessThanOrEqual(3);
          for (const { formula } of offered) {
            expect(judge(formula, "#N/A", () => undefined, settings)).toBeUndefined();
            expect(findCalls(formula)).toHaveLength(1);
            expect(parsePeriod(findCalls(formula)[0]?.args[1]?.text.replaceAll('"', "")).ok).toBe(true);
          }
        }
  });
});
