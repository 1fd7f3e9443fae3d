import type { Period } from "../../../src/dataset";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import { dealt } from "../../dealt";
import { done, listed, openExcel } from "../excel";
import type { OpenExcel } from "../excel";
import { look } from "../seen";

const Q1 = "2025-Q1" as Period;
const summary: Insertion = { kind: "summary", template: "quarter", period: Q1, live: true };
const chart: Insertion = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: Q1 };
const newSheet: Place = { kind: "new-sheet" };
const atB3: Place = { kind: "at", sheet: "Sheet1", address: "B3" };

jest.setTimeout(60_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

const names = async () => (await excel.model()).sheets.map(({ name }) => name);
const value = async (sheet: number, address: string) =>
  (await excel.model()).sheets[sheet]?.cells[address]?.value;

/** How a sheet is laid out and printed. */
async function layout(index: number) {
  const { sheets, state } = await excel.model();
  const { id = "", name, rowHeights, columnWidths, freeze } = sheets[index] ?? {};
  const { pageLayout, showGridlines } = state.sheets[id] ?? {};
  const rest = { rowHeights, columnWidths, freeze, showGridlines };
  const area = pageLayout?.printArea.map((one) => ({ ...one, sheetId: "" }));
  return {
    ...pageLayout,
    printArea: area,
    rowBreaks: pageLayout?.rowBreaks ?? [],
    ...rest,
    name: name === "",
  };
}

describe("inserting the same again", () => {
  test("on a new sheet changes nothing and asks once.", async () => {
    done(await excel.actions.insert(summary, newSheet, "en"));
    const before = await excel.model();
    excel.messages();
    const again = done(await excel.actions.insert(summary, newSheet, "en"));
    expect(again.text.en).toContain("Already there");
    expect(excel.messages()).toHaveLength(1);
    expect(await excel.model()).toEqual(before);
  });

  test("at the same cell changes nothing.", async () => {
    done(await excel.actions.insert(chart, atB3, "en"));
    const before = await excel.model();
    done(await excel.actions.insert(chart, atB3, "en"));
    expect(await excel.model()).toEqual(before);
  });

  test("a formula over itself changes nothing.", async () => {
    const formula: Insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 };
    done(await excel.actions.insert(formula, atB3, "en"));
    const before = await excel.model();
    done(await excel.actions.insert(formula, atB3, "en"));
    expect(await excel.model()).toEqual(before);
  });

  test("for another quarter makes another sheet: the first one keeps its numbers.", async () => {
    done(await excel.actions.insert(summary, newSheet, "en"));
    done(await excel.actions.insert({ ...summary, period: "2024-Q1" as Period }, newSheet, "en"));
    expect(await names()).toEqual(["Sheet1", "At a glance 2025-Q1", "At a glance 2024-Q1"]);
  });
});

describe("updating a block", () => {
  test("to another language and back gives the workbook as it was.", async () => {
    const { block = "" } = done(await excel.actions.insert(summary, newSheet, "en"));
    const before = await excel.model();
    expect(done(await excel.actions.insert(summary, { kind: "block", block }, "zh")).text.en).toContain(
      "Updated",
    );
    expect(await value(1, "A1")).toBe("中国电子商务概览：2025年一季度");
    done(await excel.actions.insert(summary, { kind: "block", block }, "en"));
    expect(await excel.model()).toEqual(before);
  });

  test("to another period takes two messages, keeps what stands around it, and its charts and table.", async () => {
    const { block = "" } = done(await excel.actions.insert(summary, newSheet, "en"));
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("At a glance 2025-Q1");
      sheet.getRange("J3").values = [["my note"]];
      sheet.charts.getItemAt(0).title.format.font.color = "#FF0000";
    });
    const before = await excel.model();
    excel.messages();
    const year: Insertion = { ...summary, period: "2024-Q1" as Period };
    done(await excel.actions.insert(year, { kind: "block", block }, "en"));
    expect(excel.messages()).toHaveLength(2);
    const after = await excel.model();
    expect(after.sheets[1]?.cells["J3"]?.value).toBe("my note");
    expect(after.sheets[1]?.cells["A1"]?.value).toBe("China’s e-commerce: Q1 2024 at a glance");
    expect(after.state.tables.map(({ name }) => name)).toEqual(before.state.tables.map(({ name }) => name));
    expect(after.state.tables[0]?.range.rowCount).toBeLessThan(before.state.tables[0]?.range.rowCount ?? 0);
    expect(after.state.names).toHaveLength(1);
  });

  test("to another period and language lays its sheet out as a new one, and other people's page breaks stay.", async () => {
    const year: Insertion = { ...summary, period: "2024-Q1" as Period };
    const { block = "", sheet } = done(await excel.actions.insert(year, newSheet, "zh"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem(sheet).horizontalPageBreaks.add("A200");
    });
    const { sheet: renamed } = done(await excel.actions.insert(summary, { kind: "block", block }, "en"));
    const updated = await layout(1);
    await excel.edit((workbook) => workbook.worksheets.getItem(renamed).delete());
    done(await excel.actions.insert(summary, newSheet, "en"));
    const { rowBreaks, ...rest } = await layout(1);
    expect(rowBreaks.length).toBeGreaterThan(0);
    expect(updated).toEqual({ ...rest, rowBreaks: [...rowBreaks, 199] });
  });

  test("to another period and language that fails at any action leaves the sheet and its layout as they were.", async () => {
    const year: Insertion = { ...summary, period: "2024-Q1" as Period };
    const { block = "", sheet } = done(await excel.actions.insert(year, newSheet, "zh"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem(sheet).horizontalPageBreaks.add("A200");
    });
    const before = look(await excel.model());
    const update = () => excel.actions.insert(summary, { kind: "block", block }, "en");
    const moments = [50, 60, 70, 75, 80, 85, 90, 95, 100, 110, 120, 130, 200, 400, 700];
    for (const k of dealt(moments, 5)) {
      excel.host.faults.failAction(k, "RequestAborted");
      expect([k, await update()]).toMatchObject([k, { ok: false, problem: { name: "busy" } }]);
      excel.host.faults.clear();
      expect([k, look(await excel.model())]).toEqual([k, before]);
    }
  });

  test("shows what was changed inside before it replaces it.", async () => {
    const { block = "", sheet } = done(await excel.actions.insert(summary, newSheet, "en"));
    const [address = ""] =
      Object.entries((await excel.model()).sheets[1]?.cells ?? {}).find(([, { formula }]) =>
        formula?.includes("ECOM.VALUE"),
      ) ?? [];
    await excel.edit((workbook) => {
      workbook.worksheets.getItem(sheet).getRange(address).values = [[12345]];
    });
    const before = await excel.model();
    const refused = await excel.actions.insert(summary, { kind: "block", block }, "en");
    expect(refused).toMatchObject({
      ok: false,
      problem: { name: "changed-inside", count: 1, cells: [{ address, text: "12345" }] },
    });
    expect(await excel.model()).toEqual(before);
    done(await excel.actions.insert(summary, { kind: "block", block }, "en", { changes: "replace" }));
    expect((await excel.model()).sheets[1]?.cells[address]?.formula).toContain("ECOM.VALUE");
  });

  test.each([
    ["a row that came", (sheet: Excel.Worksheet) => void sheet.getRange("9:9").insert("Down")],
    ["a column that came", (sheet: Excel.Worksheet) => void sheet.getRange("B:B").insert("Right")],
    ["rows that went", (sheet: Excel.Worksheet) => sheet.getRange("5:6").delete("Up")],
  ])("puts tables and charts on their cells again after %s inside.", async (_what, change) => {
    const { block = "", sheet } = done(await excel.actions.insert(summary, newSheet, "en"));
    const parts = async () => {
      const { tables, charts } = (await excel.model()).state;
      return {
        tables: tables.map(({ name, range, columns }) => [name, range, columns.map((one) => one.name)]),
        charts: charts
          .map(({ name, series }) => [
            name,
            series.map(({ values, categories, nameSource }) => [values, categories, nameSource]),
          ])
          .sort(),
      };
    };
    const before = await parts();
    await excel.edit((workbook) => change(workbook.worksheets.getItem(sheet)));
    done(await excel.actions.insert(summary, { kind: "block", block }, "en", { changes: "replace" }));
    expect(await parts()).toEqual(before);
  });

  test("that would grow over other people's cells is refused.", async () => {
    const table: Insertion = {
      kind: "table",
      indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT"],
      period: Q1,
    };
    done(await excel.actions.insert(table, atB3, "en"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem("Sheet1").getRange("B9").values = [["below"]];
    });
    const before = await excel.model();
    const more: Insertion = {
      ...table,
      indicators: [...table.indicators, "INSTORE_DINING", "ONLINE_RETAIL_TOTAL"],
    };
    expect(await excel.actions.insert(more, atB3, "en")).toMatchObject({
      ok: false,
      problem: { name: "filled-cells" },
    });
    expect(await excel.model()).toEqual(before);
  });
});

describe("a block is found again", () => {
  test("after its sheet was renamed and moved.", async () => {
    done(await excel.actions.insert(summary, newSheet, "en"));
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("At a glance 2025-Q1");
      sheet.name = "Renamed";
      sheet.position = 0;
    });
    done(await excel.actions.insert(summary, newSheet, "zh"));
    expect(await names()).toEqual(["Renamed", "Sheet1"]);
  });

  test("after rows were inserted above it, with one message more.", async () => {
    done(await excel.actions.insert(chart, atB3, "en"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem("Sheet1").getRange("1:4").insert("Down");
    });
    const [found] = await listed(excel);
    expect(found?.address).toBe("B7:J22");
    done(await excel.actions.insert(chart, { kind: "block", block: found?.id ?? "" }, "zh"));
    expect(await value(0, "B7")).toBe("快递业务量");
  });

  test("after the settings were lost, by looking at all sheets.", async () => {
    done(await excel.actions.insert(summary, newSheet, "en"));
    excel.settings.clear();
    const [found] = await listed(excel);
    expect(found).toMatchObject({ sheet: "At a glance 2025-Q1", insertion: summary, language: "en" });
    done(await excel.actions.insert(summary, newSheet, "en"));
    expect(await names()).toHaveLength(2);
  });

  test("not after its sheet was deleted: then a new one is made.", async () => {
    done(await excel.actions.insert(summary, newSheet, "en"));
    await excel.edit((workbook) => workbook.worksheets.getItem("At a glance 2025-Q1").delete());
    done(await excel.actions.insert(summary, newSheet, "en"));
    expect(await names()).toEqual(["Sheet1", "At a glance 2025-Q1"]);
  });
});

describe("removing what was inserted", () => {
  test.each([
    ["the summary with its sheet", summary, newSheet],
    ["a chart at a cell", chart, atB3],
    ["a formula", { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 } as Insertion, atB3],
    [
      "a series",
      { kind: "series", indicators: ["DIGITAL_PRODUCTS"], period: Q1, live: false } as Insertion,
      atB3,
    ],
  ])("leaves the workbook as it was: %s", async (_what, insertion, place) => {
    const before = await excel.model();
    const { block = "" } = done(await excel.actions.insert(insertion, place, "en"));
    expect(await excel.model()).not.toEqual(before);
    done(await excel.actions.remove(block));
    expect(await excel.model()).toEqual(before);
  });

  test("keeps a sheet on which somebody has written.", async () => {
    const { block = "", sheet } = done(await excel.actions.insert(summary, newSheet, "en"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem(sheet).getRange("J3").values = [["my note"]];
    });
    done(await excel.actions.remove(block));
    const { sheets, state } = await excel.model();
    expect(Object.entries(sheets[1]?.cells ?? {}).filter(([, cell]) => cell.value !== undefined)).toEqual([
      ["J3", expect.objectContaining({ value: "my note" })],
    ]);
    expect([state.charts, state.tables, state.names]).toEqual([[], [], []]);
  });

  test("does not take away cells that were written over since.", async () => {
    const formula: Insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 };
    const { block = "" } = done(await excel.actions.insert(formula, atB3, "en"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem("Sheet1").getRange("B3").values = [[5]];
    });
    expect(await excel.actions.remove(block)).toMatchObject({
      ok: false,
      problem: { name: "changed-inside" },
    });
    expect(await value(0, "B3")).toBe(5);
  });

  test.each([
    ["beside them", atB3],
    ["on the sheet that was made for them", newSheet],
  ])("takes no chart and no table away that people made since %s", async (_where, place) => {
    const formula: Insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 };
    const { block = "", sheet: name } = done(await excel.actions.insert(formula, place, "en"));
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem(name);
      const data = workbook.worksheets.getItem("Sheet1").getRange("M1:N3");
      data.values = [
        ["Year", "Sales"],
        ["a", 1],
        ["b", 2],
      ];
      data.worksheet.tables.add("M1:N3", true).name = "Theirs";
      sheet.charts.add("ColumnClustered", data, "Columns").name = "Theirs";
    });
    const kept = async () => {
      const { state } = await excel.model();
      return [state.charts.map((one) => [one.name, one.sheetId]), state.tables];
    };
    const before = await kept();
    expect(before).toMatchObject([{ length: 1 }, { length: 1 }]);
    // Not even where it fails on its way and the cells are written again.
    excel.host.faults.failAction(8, "RequestAborted");
    await excel.actions.remove(block);
    excel.host.faults.clear();
    expect(await kept()).toEqual(before);
    await excel.actions.remove(block);
    expect(await kept()).toEqual(before);
    const cells = Object.values((await excel.model()).sheets.find((one) => one.name === name)?.cells ?? {});
    expect(cells.filter((cell) => /ECOM/.test(cell.formula ?? ""))).toEqual([]);
  });

  test("twice says that it is gone.", async () => {
    const { block = "" } = done(await excel.actions.insert(chart, atB3, "en"));
    done(await excel.actions.remove(block));
    expect(await excel.actions.remove(block)).toMatchObject({ ok: false, problem: { name: "block-gone" } });
  });
});
