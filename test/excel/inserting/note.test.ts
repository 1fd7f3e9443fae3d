import type { Language, Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import type { Block } from "../../../src/workbook/outcome";
import { done, firstBlock, openExcel, type OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { quarterOf } from "../insertions";

/** The note that is written each month: the same sheet, the next period, and the author's own words stay. */
jest.setTimeout(120_000);

let excel: OpenExcel;
afterEach(() => excel.dispose());

const enter = (sheet: string, address: string, formula: string) =>
  excel.edit(({ worksheets }) => (worksheets.getItem(sheet).getRange(address).formulas = [[formula]]));
const cell = async (sheet: string, address: string) =>
  (await excel.model()).sheets.find(({ name }) => name === sheet)?.cells[address];
const names = async () => (await excel.model()).sheets.map(({ name }) => name);
async function update({ id, language }: Block, insertion: Insertion, into: Language = language) {
  return done(await excel.actions.insert(insertion, { kind: "block", block: id }, into));
}

describe("six months' notes in a row", () => {
  test("keep title, remarks and what stands beside them; the sheet is called by its period.", async () => {
    excel = await openExcel();
    const { sheet } = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
    expect(sheet).toBe("At a glance 2025-Q1");
    await enter(sheet, "A1", "Retail desk: what moved");
    await enter(sheet, "B3", "Dining is ahead of plan.\nCall the platforms before Friday.");
    await enter(sheet, "J7", "=B6*2");
    const said: string[] = [];
    for (const [period, language] of [
      ["2025-05 YTD", "en"],
      ["2025-H1", "zh"],
      ["2025-08 YTD", "zh"],
      ["2025-11 YTD", "en"],
      ["2025", "zh"],
      ["2026-08 YTD", "en"],
    ] as const) {
      await update(await firstBlock(excel), quarterOf(period), language);
      const { sheet: now } = await firstBlock(excel);
      said.push(now);
      expect((await cell(now, "A1"))?.value).toBe("Retail desk: what moved");
      expect((await cell(now, "B3"))?.value).toBe(
        "Dining is ahead of plan.\nCall the platforms before Friday.",
      );
      expect((await cell(now, "J7"))?.formula).toBe("=B6*2");
    }
    expect(said).toEqual([
      "At a glance 2025-05 YTD",
      "概览 2025年上半年",
      "概览 2025年1—8月",
      "At a glance 2025-11 YTD",
      "概览 2025年",
      "At a glance 2026-08 YTD",
    ]);
  });

  test("leave a sheet's name that the author gave it.", async () => {
    excel = await openExcel();
    const { sheet } = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
    await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).name = "My note"));
    await update(await firstBlock(excel), quarterOf("2025-H1"));
    expect(await names()).toContain("My note");
  });

  test("are taken back with one Undo, the sheet's name too, and what was written meanwhile stays.", async () => {
    excel = await openExcel();
    done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
    const before = await firstBlock(excel);
    const { was } = await update(before, quarterOf("2025-H1"));
    await enter((await firstBlock(excel)).sheet, "B3", "Written after the update.");
    if (!was) throw new Error("nothing to go back to");
    done(await excel.actions.insert(was.insertion, { kind: "block", block: was.id }, was.language));
    const now = await firstBlock(excel);
    expect([now.sheet, now.insertion]).toEqual([before.sheet, before.insertion]);
    expect((await cell(now.sheet, "B3"))?.value).toBe("Written after the update.");
  });

  test("take the usual title again where the author's was emptied.", async () => {
    excel = await openExcel();
    const { sheet } = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
    await enter(sheet, "A1", "");
    await update(await firstBlock(excel), quarterOf("2025-H1"));
    expect((await cell((await firstBlock(excel)).sheet, "A1"))?.value).toBe(
      "China’s e-commerce: H1 2025 at a glance",
    );
  });

  test("say which columns and rows of a sheet of others became larger.", async () => {
    excel = await openExcel();
    const table: Insertion = { kind: "table", indicators: ["TOTAL_RETAIL"], period: "2025" as Period };
    const { text } = done(
      await excel.actions.insert(table, { kind: "at", sheet: "Sheet1", address: "C4" }, "en"),
    );
    expect(text.en).toMatch(/Made larger: columns C:E, rows 4:/);
    expect(text.zh).toMatch(/已调大C:E列的列宽和4:\d+行的行高。$/);
    const again = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
    expect(again.text.en).not.toMatch(/larger/);
  });
});

test("Years in an inserted table are numbers that can be looked up, with buttons to filter and real dates.", async () => {
  excel = await openExcel();
  const table: Insertion = {
    kind: "table",
    indicators: ["TOTAL_RETAIL"],
    period: "2025" as Period,
    dates: true,
  };
  const { sheet } = done(await excel.actions.insert(table, { kind: "new-sheet" }, "en"));
  const model = await excel.model();
  const cells = model.sheets.find(({ name }) => name === sheet)?.cells ?? {};
  const years = Object.keys(cells).filter(
    (address) => /^A\d+$/.test(address) && cells[address]?.value === 2024,
  );
  expect(years).toHaveLength(1);
  const row = years[0]?.slice(1);
  expect(cells[`D${row}`]?.value).toBe(45657);
  expect(JSON.stringify(model)).toContain('"showFilterButton":true');
});

test("A live sheet's header says what its cells hold at any time: formulas, some of them, or values.", async () => {
  excel = await openExcelWithFunctions();
  const live: Insertion = { kind: "summary", template: "services", period: "2025-Q1" as Period, live: true };
  const { sheet } = done(await excel.actions.insert(live, { kind: "new-sheet" }, "en"));
  const header = async () => String((await cell(sheet, "A2"))?.value).split(" · ")[2];
  const reads = async (text: string) => expect(await header()).toBe(text);
  await reads("figures are live formulas, charts draw values");
  const frozen = done(await excel.actions.freeze("sheet", "en"));
  await reads("figures are values");
  if (!frozen.block) throw new Error("not frozen");
  done(await excel.actions.remove(frozen.block));
  await reads("figures are live formulas, charts draw values");
  const cells = (await excel.model()).sheets.find(({ name }) => name === sheet)?.cells ?? {};
  const first = Object.keys(cells).find(
    (address) => /^=ECOM\.GROWTH/.test(cells[address]?.formula ?? "") && Number(address.slice(1)) > 20,
  );
  await enter(sheet, first ?? "", "0.1");
  await reads("some figures are live formulas, the others and the charts are values");
  // The header is ours all the same.
  const again = await excel.actions.insert(live, { kind: "new-sheet" }, "en");
  expect(again).toMatchObject({ problem: { name: "changed-inside", count: 1 } });
});
