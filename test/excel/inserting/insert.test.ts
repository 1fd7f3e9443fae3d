import { dataset } from "../../../src/dataset";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import { eachTest, openExcel } from "../excel";
import { at, inPeriod, insertions, newSheet, over, singles, summaries, tableOfTwo } from "../insertions";

const summary = summaries.quarter;
const excel = eachTest(openExcel);

describe("an insertion", () => {
  test.each<[string, Insertion, Place]>([
    ...insertions.map(([name, insertion]): [string, Insertion, Place] => [
      name,
      insertion,
      insertion.kind === "summary" ? newSheet : at("B3"),
    ]),
    ["quarter at a cell", summary, at("B3")],
    ["card on a new sheet", singles.card, newSheet],
  ])("takes two messages, and so do its update and its removal: %s", async (_what, insertion, place) => {
    excel.messages();
    const { block = "" } = await excel.insert(insertion, place);
    expect(excel.messages()).toHaveLength(2);
    if (block.includes("|")) {
      await excel.insert(insertion, over(block), "zh");
      expect(excel.messages()).toHaveLength(2);
    }
    await excel.remove(block);
    // Plain cells cost one message more: they are read to see whether somebody wrote over them, and read to undo the removal.
    expect(excel.messages().length).toBeLessThanOrEqual(block.includes("|") || place === newSheet ? 2 : 3);
  });

  test("of the summary sends less than 150 kB, in both languages, live or not.", async () => {
    for (const language of ["en", "zh"] as const) {
      for (const live of [true, false]) {
        excel.messages();
        await excel.insert({ ...inPeriod(summary, live ? "2025" : "2025-Q1"), live }, newSheet, language);
        for (const message of excel.messages()) expect(Buffer.byteLength(message)).toBeLessThan(150_000);
      }
    }
  });

  test("meets no member that the host does not know.", async () => {
    for (const insertion of [summary, tableOfTwo, singles["chart of one"]])
      await excel.insert(insertion, newSheet);
    expect(excel.host.log.filter(({ kind }) => kind === "unknown-member")).toEqual([]);
  });

  test("sets the workbook's data date if it has none, and keeps one that it has.", async () => {
    await excel.insert(singles.formula, { kind: "selection" });
    expect(excel.settings.get("ECOM.asof")).toBe(dataset.released);
    expect(excel.settings.get("ECOM.version")).toBe(dataset.release);
    excel.settings.set("ECOM.asof", "2025-12-31");
    await excel.insert(tableOfTwo, newSheet);
    expect(excel.settings.get("ECOM.asof")).toBe("2025-12-31");
  });

  test("puts text that begins with a sign into cells as text.", async () => {
    await excel.enter("A1", "'=1+1");
    expect(await excel.cell("A1")).toMatchObject({ value: "=1+1" });
    const { sheet } = await excel.insert(summary, newSheet);
    const formulas = Object.values(await excel.cells(sheet)).flatMap(({ formula }) => formula ?? []);
    expect(formulas.length).toBeGreaterThan(20);
    for (const formula of formulas)
      expect(formula).toMatch(/^=(ECOM\.[A-Z]+\(|IF\(SUMPRODUCT\(--ISFORMULA\(|[A-G]\d+$)/);
  });

  test("selects the new sheet, and leaves the selection alone when it inserts at a cell.", async () => {
    const before = (await excel.model()).state.selection;
    await excel.insert(tableOfTwo, at("B3"));
    expect((await excel.model()).state.selection).toEqual(before);
    const { sheet } = await excel.insert(summary, newSheet);
    expect((await excel.model()).state.activeSheetId).toBe((await excel.sheet(sheet)).id);
  });

  test("names every bar, and every third month on the axis of a long chart, each with its year.", async () => {
    const own = { indicators: ["TOTAL_RETAIL"], measures: ["level"], freq: "month", charts: true } as const;
    const { sheet } = await excel.insert({ ...inPeriod(summaries.own, "2026-08"), own }, newSheet);
    await excel.insert(summary, newSheet);
    const { sheets, state } = await excel.model();
    const spacings = sheets.map(({ id }) =>
      state.charts.filter(({ sheetId }) => sheetId === id).map(({ axes }) => axes.category.tickLabelSpacing),
    );
    expect(spacings).toEqual([[], [3], [1, 0, 1]]);
    const texts = Object.values(await excel.cells(sheet)).map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining(["Mar 25", "Apr 25", "Aug 26"]));
  });
});
