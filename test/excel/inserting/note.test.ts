import type { Language } from "../../../src/dataset";
import type { DoneAction } from "../../../src/workbook/outcome";
import { eachTest, openExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { at, inPeriod, newSheet, over, quarterOf, summaries, tableOf } from "../insertions";

/** The note that is written each month: the same sheet, the next period, and the author's own words stay. */
describe("six months' notes in a row", () => {
  const excel = eachTest(openExcel);
  const begin = async () => (await excel.insert(quarterOf("2025-Q1"), newSheet)).sheet;

  /** Updates the note, in its own language unless another is given. */
  async function update(period: string, into?: Language): Promise<DoneAction> {
    const { id, language } = await excel.firstBlock();
    return excel.insert(quarterOf(period), over(id), into ?? language);
  }

  test("keep title, remarks and what stands beside them; the sheet is called by its period.", async () => {
    const sheet = await begin();
    expect(sheet).toBe("At a glance 2025-Q1");
    const remark = "Dining is ahead of plan.\nCall the platforms before Friday.";
    await excel.enter("A1", "Retail desk: what moved", sheet);
    await excel.enter("B3", remark, sheet);
    await excel.enter("J7", "=B6*2", sheet);
    for (const [period, language, name] of [
      ["2025-05 YTD", "en", "At a glance 2025-05 YTD"],
      ["2025-H1", "zh", "概览 2025年上半年"],
      ["2025-08 YTD", "zh", "概览 2025年1—8月"],
      ["2025-11 YTD", "en", "At a glance 2025-11 YTD"],
      ["2025", "zh", "概览 2025年"],
      ["2026-08 YTD", "en", "At a glance 2026-08 YTD"],
    ] as const) {
      await update(period, language);
      expect((await excel.firstBlock()).sheet).toBe(name);
      const { A1, B3, J7 } = await excel.cells(name);
      expect([A1?.value, B3?.value, J7?.formula]).toEqual(["Retail desk: what moved", remark, "=B6*2"]);
    }
  });

  test("are taken back with one Undo, the sheet's name too, and what was written meanwhile stays.", async () => {
    await begin();
    const before = await excel.firstBlock();
    const { was, sheet } = await update("2025-H1");
    await excel.enter("B3", "Written after the update.", sheet);
    if (!was) throw new Error("nothing to go back to");
    await excel.insert(was.insertion, over(was.id), was.language);
    const now = await excel.firstBlock();
    expect([now.sheet, now.insertion]).toEqual([before.sheet, before.insertion]);
    expect((await excel.cell("B3", now.sheet))?.value).toBe("Written after the update.");
  });

  test("take the usual title again where the author's was emptied.", async () => {
    await excel.enter("A1", "", await begin());
    const { sheet } = await update("2025-H1");
    expect((await excel.cell("A1", sheet))?.value).toBe("China’s e-commerce: H1 2025 at a glance");
  });

  test("say which columns and rows of a sheet of others became larger.", async () => {
    const { text } = await excel.insert(tableOf(["TOTAL_RETAIL"], "2025"), at("C4"));
    expect(text.en).toMatch(/Made larger: columns C:E, rows 4:/);
    expect(text.zh).toMatch(/已调大C:E列的列宽和4:\d+行的行高。$/);
    const note = await excel.insert(quarterOf("2025-Q1"), newSheet);
    expect(note.text.en).not.toMatch(/larger/);
  });

  test("stand beside tables whose years can be looked up, with buttons to filter and real dates.", async () => {
    const { sheet } = await excel.insert(tableOf(["TOTAL_RETAIL"], "2025", { dates: true }), newSheet);
    const cells = await excel.cells(sheet);
    const years = Object.keys(cells).filter(
      (address) => /^A\d+$/.test(address) && cells[address]?.value === 2024,
    );
    expect(years).toHaveLength(1);
    expect(cells[`D${years[0]?.slice(1)}`]?.value).toBe(45657);
    expect(JSON.stringify(await excel.model())).toContain('"showFilterButton":true');
  });
});

describe("a live sheet's header", () => {
  const excel = eachTest(openExcelWithFunctions);

  test("says what its cells hold at any time: formulas, some of them, or values.", async () => {
    const live = inPeriod(summaries.services, "2025-Q1");
    const { sheet } = await excel.insert(live, newSheet);
    const header = async () => String((await excel.cell("A2", sheet))?.value).split(" · ")[2];
    expect(await header()).toBe("figures are live formulas, charts draw values");
    const frozen = await excel.freeze("sheet");
    expect(await header()).toBe("figures are values");
    await excel.remove(frozen.block ?? "");
    expect(await header()).toBe("figures are live formulas, charts draw values");
    const cells = await excel.cells(sheet);
    const growth = Object.keys(cells).find(
      (address) => /^=ECOM\.GROWTH/.test(cells[address]?.formula ?? "") && Number(address.slice(1)) > 20,
    );
    await excel.enter(growth ?? "", 0.1, sheet);
    expect(await header()).toBe("some figures are live formulas, the others and the charts are values");
    // The changed header does not count as the user's change.
    const again = await excel.actions.insert(live, newSheet, "en");
    expect(again).toMatchObject({ problem: { name: "changed-inside", count: 1 } });
  });
});
