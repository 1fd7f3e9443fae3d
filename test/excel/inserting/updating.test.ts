import type { Insertion } from "../../../src/workbook/insertion";
import { dealt } from "../../dealt";
import { eachTest, openExcel } from "../excel";
import { at, expressChart as chart, inPeriod, newSheet, over, singles } from "../insertions";
import { summaries, tableOf, tableOfTwo } from "../insertions";
import { look } from "../seen";
import { problemOf } from "../workbook";

const summary = summaries.quarter;
const earlier = inPeriod(summary, "2024-Q1");
const page = "At a glance 2025-Q1";

const excel = eachTest(openExcel);

describe("inserting the same again", () => {
  test("on a new sheet changes nothing and asks once.", async () => {
    await excel.insert(summary, newSheet);
    const before = await excel.model();
    excel.messages();
    const again = await excel.insert(summary, newSheet);
    expect(again.text.en).toContain("Already there");
    expect(excel.messages()).toHaveLength(1);
    expect(await excel.model()).toEqual(before);
  });

  test.each<[string, Insertion]>([
    ["a chart", chart],
    ["a formula", singles.formula],
  ])("at the same cell changes nothing: %s", async (_what, insertion) => {
    await excel.insert(insertion, at("B3"));
    const before = await excel.model();
    await excel.insert(insertion, at("B3"));
    expect(await excel.model()).toEqual(before);
  });

  test("for another quarter makes another sheet: the first one keeps its numbers.", async () => {
    await excel.insert(summary, newSheet);
    await excel.insert(earlier, newSheet);
    expect(await excel.sheetNames()).toEqual(["Sheet1", page, "At a glance 2024-Q1"]);
  });
});

/** How a sheet is laid out and printed. */
async function layout(name: string) {
  const { id, rowHeights, columnWidths, freeze } = await excel.sheet(name);
  const { pageLayout, showGridlines } = (await excel.model()).state.sheets[id] ?? {};
  return {
    ...pageLayout,
    printArea: pageLayout?.printArea.map((area) => ({ ...area, sheetId: "" })),
    rowBreaks: pageLayout?.rowBreaks ?? [],
    ...{ rowHeights, columnWidths, freeze, showGridlines },
  };
}

describe("updating a block", () => {
  /** Inserts an earlier summary in Chinese, with a page break of somebody's. */
  async function insertEarlier(): Promise<string> {
    const { block = "", sheet } = await excel.insert(earlier, newSheet, "zh");
    await excel.editSheet(sheet, ({ horizontalPageBreaks }) => horizontalPageBreaks.add("A200"));
    return block;
  }

  test("to another period takes two messages, keeps what stands around it, and its charts and table.", async () => {
    const { block = "" } = await excel.insert(summary, newSheet);
    await excel.editSheet(page, (sheet) => {
      sheet.getRange("J3").values = [["my note"]];
      sheet.charts.getItemAt(0).title.format.font.color = "#FF0000";
    });
    const before = await excel.model();
    excel.messages();
    await excel.insert(earlier, over(block));
    expect(excel.messages()).toHaveLength(2);
    const after = await excel.model();
    expect(after.sheets[1]?.cells["J3"]?.value).toBe("my note");
    expect(after.sheets[1]?.cells["A1"]?.value).toBe("China’s e-commerce: Q1 2024 at a glance");
    expect(after.state.tables.map(({ name }) => name)).toEqual(before.state.tables.map(({ name }) => name));
    expect(after.state.tables[0]?.range.rowCount).toBeLessThan(before.state.tables[0]?.range.rowCount ?? 0);
    expect(after.state.names).toHaveLength(1);
  });

  test("to another period and language lays its sheet out as a new one, and other people's page breaks stay.", async () => {
    const { sheet } = await excel.insert(summary, over(await insertEarlier()));
    const updated = await layout(sheet);
    await excel.editSheet(sheet, (renamed) => renamed.delete());
    await excel.insert(summary, newSheet);
    const { rowBreaks, ...rest } = await layout(page);
    expect(rowBreaks.length).toBeGreaterThan(0);
    expect(updated).toEqual({ ...rest, rowBreaks: [...rowBreaks, 199] });
  });

  test("to another period and language that fails at any action leaves the sheet and its layout as they were.", async () => {
    const block = await insertEarlier();
    const before = look(await excel.model());
    const moments = [50, 60, 70, 75, 80, 85, 90, 95, 100, 110, 120, 130, 200, 400, 700];
    for (const k of dealt(moments, 7)) {
      const outcome = await excel.failingAt(k, () => excel.actions.insert(summary, over(block), "en"));
      expect([k, problemOf(outcome)]).toEqual([k, "busy"]);
      expect([k, look(await excel.model())]).toEqual([k, before]);
    }
  });

  test("shows what was changed inside before it replaces it.", async () => {
    const { block = "", sheet } = await excel.insert(summary, newSheet);
    const contents = Object.entries(await excel.contents(sheet));
    const [address = ""] = contents.find(([, text]) => String(text).includes("ECOM.VALUE")) ?? [];
    await excel.enter(address, 12345, sheet);
    await excel.refuses({ name: "changed-inside", count: 1, cells: [{ address, text: "12345" }] }, () =>
      excel.actions.insert(summary, over(block), "en"),
    );
    await excel.insert(summary, over(block), "en", { changes: "replace" });
    expect((await excel.cell(address, sheet))?.formula).toContain("ECOM.VALUE");
  });

  test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
    ["a row that came", (sheet) => sheet.getRange("9:9").insert("Down")],
    ["a column that came", (sheet) => sheet.getRange("B:B").insert("Right")],
    ["rows that went", (sheet) => sheet.getRange("5:6").delete("Up")],
  ])("puts tables and charts on their cells again after %s inside.", async (_what, change) => {
    const { block = "", sheet } = await excel.insert(summary, newSheet);
    const parts = async () => {
      const { tables, charts } = (await excel.model()).state;
      return {
        tables: tables.map(({ name, range, columns }) => [name, range, columns.map((column) => column.name)]),
        charts: charts
          .map(({ name, series }) => [
            name,
            series.map(({ values, categories, nameSource }) => [values, categories, nameSource]),
          ])
          .sort(),
      };
    };
    const before = await parts();
    await excel.editSheet(sheet, change);
    await excel.insert(summary, over(block), "en", { changes: "replace" });
    expect(await parts()).toEqual(before);
  });

  test("that would grow over other people's cells is refused.", async () => {
    await excel.insert(tableOfTwo, at("B3"));
    await excel.enter("B9", "below");
    const larger = tableOf([...tableOfTwo.indicators, "INSTORE_DINING", "ONLINE_RETAIL_TOTAL"]);
    await excel.refuses("filled-cells", () => excel.actions.insert(larger, at("B3"), "en"));
  });
});

describe("a block is found again", () => {
  test("after its sheet was renamed and moved.", async () => {
    await excel.insert(summary, newSheet);
    await excel.editSheet(page, (sheet) => {
      sheet.name = "Renamed";
      sheet.position = 0;
    });
    await excel.insert(summary, newSheet, "zh");
    expect(await excel.sheetNames()).toEqual(["Renamed", "Sheet1"]);
  });

  test("after rows were inserted above it.", async () => {
    await excel.insert(chart, at("B3"));
    await excel.editSheet("Sheet1", (sheet) => sheet.getRange("1:4").insert("Down"));
    const { id, address } = await excel.firstBlock();
    expect(address).toBe("B7:J22");
    await excel.insert(chart, over(id), "zh");
    expect((await excel.cell("B7"))?.value).toBe("快递业务量");
  });

  test("after the settings were lost, by looking at all sheets.", async () => {
    await excel.insert(summary, newSheet);
    excel.settings.clear();
    expect(await excel.firstBlock()).toMatchObject({ sheet: page, insertion: summary, language: "en" });
    await excel.insert(summary, newSheet);
    expect(await excel.sheetNames()).toHaveLength(2);
  });

  test("not after its sheet was deleted: then a new one is made.", async () => {
    await excel.insert(summary, newSheet);
    await excel.editSheet(page, (sheet) => sheet.delete());
    await excel.insert(summary, newSheet);
    expect(await excel.sheetNames()).toEqual(["Sheet1", page]);
  });
});
