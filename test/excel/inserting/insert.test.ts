import { dataset } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import { blockOf, openExcel, problemOf } from "../excel";
import type { OpenExcel } from "../excel";
import { insertions, singles, tableOfTwo as table } from "../insertions";

const Q1 = "2025-Q1" as Period;
const summary: Insertion = { kind: "summary", template: "quarter", period: Q1, live: true };
const chart: Insertion = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: Q1 };
const formula: Insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 };
const newSheet: Place = { kind: "new-sheet" };
const here: Place = { kind: "selection" };

jest.setTimeout(60_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

const atB3: Place = { kind: "at", sheet: "Sheet1", address: "B3" };

describe("an insertion", () => {
  test.each([
    ...insertions.map(([name, one]) => [name, one, one.kind === "summary" ? newSheet : atB3] as const),
    ["quarter at a cell", summary, atB3],
    ["card on a new sheet", singles.card, newSheet],
  ] as [string, Insertion, Place][])(
    "takes two messages, and so do its update and its removal: %s",
    async (_what, insertion, there) => {
      excel.messages();
      const block = blockOf(await excel.actions.insert(insertion, there, "en"));
      expect(excel.messages()).toHaveLength(2);
      if (block.includes("|")) {
        blockOf(await excel.actions.insert(insertion, { kind: "block", block }, "zh"));
        expect(excel.messages()).toHaveLength(2);
      }
      expect(problemOf(await excel.actions.remove(block))).toBe("none");
      const removing = excel.messages();
      // Plain cells are read twice: to see whether somebody wrote over them, and for undoing.
      expect(removing.length).toBeLessThanOrEqual(block.includes("|") || there === newSheet ? 2 : 3);
    },
  );

  test("of the summary sends less than 150 kB, in both languages, live or not.", async () => {
    for (const language of ["en", "zh"] as const) {
      for (const live of [true, false]) {
        const period = (live ? "2025" : "2025-Q1") as Period;
        excel.messages();
        blockOf(await excel.actions.insert({ ...summary, period, live }, newSheet, language));
        for (const message of excel.messages()) expect(Buffer.byteLength(message)).toBeLessThan(150_000);
      }
    }
  });

  test("meets no member that the host does not know.", async () => {
    for (const insertion of [summary, table, chart])
      blockOf(await excel.actions.insert(insertion, newSheet, "en"));
    expect(excel.host.log.filter(({ kind }) => kind === "unknown-member")).toEqual([]);
  });

  test("sets the workbook's data date if it has none, and keeps one that it has.", async () => {
    await excel.actions.insert(formula, here, "en");
    expect(excel.settings.get("ECOM.asof")).toBe(dataset.released);
    expect(excel.settings.get("ECOM.version")).toBe(dataset.release);
    excel.settings.set("ECOM.asof", "2025-12-31");
    await excel.actions.insert(table, newSheet, "en");
    expect(excel.settings.get("ECOM.asof")).toBe("2025-12-31");
  });

  test("puts text that begins with a sign into cells as text.", async () => {
    await excel.edit((workbook) => {
      workbook.worksheets.getActiveWorksheet().getRange("A1").formulas = [["'=1+1"]];
    });
    expect((await excel.model()).sheets[0]?.cells["A1"]).toMatchObject({ value: "=1+1" });
    blockOf(await excel.actions.insert(summary, newSheet, "en"));
    const cells = Object.values((await excel.model()).sheets[1]?.cells ?? {});
    const formulas = cells.flatMap(({ formula: text }) => (text ? [text] : []));
    expect(formulas.length).toBeGreaterThan(20);
    for (const text of formulas)
      expect(text).toMatch(/^=(ECOM\.[A-Z]+\(|IF\(SUMPRODUCT\(--ISFORMULA\(|[A-G]\d+$)/);
  });

  test("selects the new sheet, and leaves the selection alone when it inserts at a cell.", async () => {
    const before = (await excel.model()).state.selection;
    blockOf(await excel.actions.insert(table, atB3, "en"));
    expect((await excel.model()).state.selection).toEqual(before);
    blockOf(await excel.actions.insert(summary, newSheet, "en"));
    const { sheets, state } = await excel.model();
    expect(state.activeSheetId).toBe(sheets[1]?.id);
  });

  test("names every bar, and every third month on the axis of a long chart, each with its year.", async () => {
    const own = { indicators: ["TOTAL_RETAIL"], measures: ["level"], freq: "month", charts: true } as const;
    const long: Insertion = {
      kind: "summary",
      template: "own",
      period: "2026-08" as Period,
      live: true,
      own,
    };
    blockOf(await excel.actions.insert(long, newSheet, "en"));
    blockOf(await excel.actions.insert(summary, newSheet, "en"));
    const { sheets, state } = await excel.model();
    const spacings = sheets.map(({ id }) =>
      state.charts.filter(({ sheetId }) => sheetId === id).map(({ axes }) => axes.category.tickLabelSpacing),
    );
    expect(spacings).toEqual([[], [3], [1, 0, 1]]);
    const named = Object.values(sheets[1]?.cells ?? {}).map(({ value }) => value);
    expect(named).toEqual(expect.arrayContaining(["Mar 25", "Apr 25", "Aug 26"]));
  });
});
