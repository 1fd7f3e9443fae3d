import { messages } from "../../../src/taskpane/messages";
import { oneOf } from "../../dealt";
import { openWorkbench } from "../browser";
import type { Workbench } from "../browser";
import { paneParts } from "./pane";

/** Seven notes, and online retail sales from January as each gives them, in hundreds of millions of yuan. */
const months = [
  ["2025-02 YTD", 22763],
  ["2025-Q1", 36242],
  ["2025-04 YTD", 47419],
  ["2025-05 YTD", 60402],
  ["2025-H1", 74295],
  ["2025-07 YTD", 86835],
  ["2025-08 YTD", 99828],
] as const;

const notes = {
  en: {
    title: "Our monthly note",
    remarks: "Parcels grow faster than sales.\nAsk the bureau why.",
    inside: "mine, inside",
    beside: "mine, beside",
    row: "National online retail sales (until 2025)",
    columns: ["Indicator", "Value"],
    sheets: ["At a glance 2025-02 YTD", "At a glance 2025-08 YTD", "概览 2025年1—8月"],
    /** Yuan in the unit of the figures above: the cells hold yuan, shown in trillions. */
    unit: 1e8,
  },
  zh: {
    title: "我们的月报",
    remarks: "快递量快于零售额。\n向统计局核实。",
    inside: "块内备注",
    beside: "旁注",
    row: "全国网上零售额",
    columns: ["指标", "数值"],
    sheets: ["概览 2025年1—2月", "概览 2025年1—8月", "At a glance 2025-08 YTD"],
    unit: 1,
  },
} as const;

/** Names of all sheets and tables, and the user's chart. */
const standing = ({ page }: Workbench) =>
  page.evaluate(() => {
    const { sheets, state } = window.workbench!.host.snapshot();
    return {
      sheets: sheets.map(({ name }) => name),
      tables: state.tables.map(({ name, range }) => ({ name, top: range.row, rows: range.rowCount })),
      mine: state.charts.find(({ name }) => name === "Mine"),
    };
  });

const goTo = ({ page, idle }: Workbench, sheet: string) =>
  page
    .evaluate((name) => {
      window.workbench!.univerAPI.getActiveWorkbook()!.getSheetByName(name)!.activate();
    }, sheet)
    .then(idle);

test.each(oneOf(["en", "zh"] as const, 1))(
  "Seven months' notes in a row keep what their author wrote, inside and beside, joined and drawn, through Undo and another language (%s).",
  async (language) => {
    const workbench = await openWorkbench({ locale: language === "zh" ? "zh-CN" : "en-US" });
    const { addin, cell, idle, put } = workbench;
    const [note, words, pane] = [notes[language], messages(language), paneParts(addin)];
    const told = addin.locator(".message.done");
    const next = addin.locator(".block-period").getByRole("button");
    const movedTo = async (value: string) => {
      await addin.waitForFunction(
        (wanted) => document.querySelector<HTMLSelectElement>(".block-period select")?.value === wanted,
        value,
      );
      await idle();
    };

    await pane.tab(words.sheets).click();
    await addin.getByLabel(words.period, { exact: true }).selectOption(months[0][0]);
    await addin.locator(".button.wide").click();
    await told.waitFor();
    await idle();
    const sheet = note.sheets[0];
    const before = await standing(workbench);
    expect(before.sheets).toEqual(["Sheet1", sheet]);
    const [table] = before.tables;
    const [head, end] = [table!.top + 1, table!.top + table!.rows];

    await goTo(workbench, sheet);
    await put("A1", note.title);
    await put("B3", note.remarks);
    await put("E8", note.inside);
    await put("I5", note.beside);
    await goTo(workbench, "Sheet1");
    await put("A1", note.row);
    await put("B1", `=XLOOKUP(A1,'${sheet}'!A${head}:A${end},'${sheet}'!C${head}:C${end})`);
    const [names, values] = note.columns.map((column) => `${table!.name}[${column}]`);
    await put("C1", `=XLOOKUP(A1,${names},${values})`);
    await addin.evaluate(
      ({ from, data }) =>
        Excel.run(async (context) => {
          const { worksheets } = context.workbook;
          const chart = worksheets
            .getItem("Sheet1")
            .charts.add("ColumnClustered", worksheets.getItem(from).getRange(data), "Columns");
          chart.name = "Mine";
          chart.title.text = "Mine";
          await context.sync();
        }),
      { from: sheet, data: `A${head}:C${end}` },
    );
    const { mine } = await standing(workbench);

    const isAsItWas = async ([, figure]: (typeof months)[number]) => {
      const now = await standing(workbench);
      const [, at = ""] = now.sheets;
      const written = await Promise.all(
        ["A1", "B3", "E8", "I5"].map(async (address) => (await cell(address, at)).value),
      );
      expect(written).toEqual([note.title, note.remarks, note.inside, note.beside]);
      for (const address of ["B1", "C1"])
        expect((await cell(address, "Sheet1")).value).toBe(figure * note.unit);
      expect(now.mine).toEqual(mine);
    };

    await isAsItWas(months[0]);
    for (const [index, month] of months.slice(1).entries()) {
      await next.click();
      // What was typed into the block is asked about once.
      if (index === 0) await addin.getByRole("button", { name: words.keepMine }).click();
      await movedTo(month[0]);
      if (index === 1 || index === 4) {
        await told.getByRole("button", { name: words.undo }).click();
        await movedTo(months[index]![0]);
        await isAsItWas(months[index]!);
        await next.click();
        await movedTo(month[0]);
      }
      await isAsItWas(month);
    }
    expect((await standing(workbench)).sheets).toEqual(["Sheet1", note.sheets[1]]);

    await addin.getByLabel(words.period, { exact: true }).selectOption(months[6][0]);
    await addin.getByRole("radio", { name: language === "zh" ? words.english : words.chinese }).click();
    await addin.locator(".button.wide", { hasText: words.update }).click();
    await addin.locator(".blocks", { hasText: note.sheets[2] }).waitFor();
    await idle();
    const other = await standing(workbench);
    expect(other.sheets).toEqual(["Sheet1", note.sheets[2]]);
    expect(other.mine).toEqual(mine);
    expect((await cell("A1", note.sheets[2])).value).toBe(note.title);
    expect((await cell("B3", note.sheets[2])).value).toBe(note.remarks);
    expect((await cell("E8", note.sheets[2])).value).toBe(note.inside);
    expect((await cell("B1", "Sheet1")).formula).toContain(`'${note.sheets[2]}'!A${head}:A${end}`);
  },
);
