import { liveStore, figure, findIndicator, joinTables, official } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import type { Outcome } from "../../../src/workbook/outcome";
import { reopen } from "../excel";
import type { OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";

jest.setTimeout(60_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcelWithFunctions();
});
afterEach(() => {
  excel.dispose();
  joinTables(undefined);
});

type Value = string | number;
const headings: Value[] = ["Indicator", "时期", "VALUE", "measure", "unit"];
const rows: Value[][] = [
  ["Our sales", 2024, 1200, "", "万元"],
  ["Our sales", 2025, 1500, "", "万元"],
  ["Our sales", "2025-Q1", 0.074, "growth", ""],
];

/** Puts a native table on the sheet, with its top left cell in B2. */
const fill = (values: Value[][], name = "Sales", formats: string[] = []) =>
  excel.edit((workbook) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    const whole = sheet.getRange("B2").getResizedRange(values.length - 1, values[0]!.length - 1);
    whole.values = values;
    formats.forEach((format, row) => (whole.getCell(row, 2).numberFormat = [[format]]));
    sheet.tables.add(whole, true).name = name;
    sheet.getRange("C3").select();
  });

const ours = () => fill([headings, ...rows], "Sales", ["General", "General", "General", "0.0%"]);

async function findingsOf(outcome: Outcome): Promise<string[]> {
  if (outcome.ok || outcome.problem.name !== "user-table") throw new Error(JSON.stringify(outcome));
  return outcome.problem.findings.map(({ address, text }) => `${address}: ${text.en}`);
}

const formula = async (address: string, text: string): Promise<unknown> => {
  await excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").getRange(address).formulas = [[text]];
  });
  await excel.host.idle();
  return read(address);
};
async function read(address: string, sheet = "Sheet1"): Promise<unknown> {
  let value: unknown;
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values");
    await context.sync();
    value = range.values[0]?.[0];
  });
  return value;
}

describe("a table of the user's", () => {
  test("has figures newer than the data date that a first insertion sets: a block shows what its formulas answer.", async () => {
    await fill([
      [...headings, "released"],
      ["Our sales", 2025, 1500, "", "万元", "2099-01-01"],
    ]);
    expect((await excel.actions.useTable()).ok).toBe(true);
    const found = findIndicator("our sales", liveStore);
    if (!found.ok) throw new Error(found.reason.name);
    const table: Insertion = {
      kind: "value",
      indicators: [found.value.code],
      period: "2025" as Period,
      live: false,
    };
    const place = { kind: "at", sheet: "Sheet1", address: "J2" } as const;
    expect(await excel.actions.insert(table, place, "en")).toMatchObject({
      ok: false,
      problem: { name: "no-figure" },
    });
    await excel.actions.saveSetting("ECOM.asof", "2099-01-01");
    expect((await excel.actions.insert(table, place, "en")).ok).toBe(true);
  });

  test("joins from the selection in one reading, and formulas that were there before answer.", async () => {
    await ours();
    expect(await formula("J2", '=ECOM.VALUE("our sales",2025)')).toBe("#VALUE!");
    excel.messages();
    const outcome = await excel.actions.useTable();
    expect(outcome).toMatchObject({ ok: true, done: { sheet: "Sheet1", address: "B2:F5" } });
    expect(excel.messages()).toHaveLength(2);
    expect(outcome.ok && outcome.done.text.en).toBe("“Sales” has joined your data: 1 indicator, 3 figures.");
    await excel.host.idle();
    expect(await read("J2")).toBe(15_000_000);
    expect(await formula("J3", '=ECOM.GROWTH("Our sales","2025-Q1")')).toBe(0.074);
    expect(await formula("J4", '=ECOM.GROWTH("Our sales",2025,"computed")')).toBe(0.25);
    expect(await formula("J5", '=ECOM.INFO("Our sales","source",2025)')).toBe("Own data: Sales");
    expect(await formula("J7", '=ECOM.INFO("Our sales","theme")')).toBe("Own data: Sales");
  });

  test("is there after the workbook is closed and opened, with no pane.", async () => {
    await ours();
    await excel.actions.useTable();
    joinTables(undefined);
    excel = (await reopen(excel, openExcelWithFunctions)) as OpenExcel;
    expect(await formula("J2", '=ECOM.VALUE("our sales",2025,"wan")')).toBe(1500);
  });

  test("is read again by its name, and taken out again.", async () => {
    await ours();
    await excel.actions.useTable();
    await formula("J2", '=ECOM.VALUE("our sales",2025)');
    await excel.edit((workbook) => {
      workbook.worksheets.getItem("Sheet1").getRange("D4").values = [[1600]];
      workbook.worksheets.getItem("Sheet1").getRange("Z1").select();
    });
    expect(await excel.actions.useTable("Sales")).toMatchObject({ ok: true });
    await excel.host.idle();
    expect(await read("J2")).toBe(16_000_000);
    expect(liveStore.parts).toHaveLength(2);
    expect(await excel.actions.dropTable("Sales")).toMatchObject({ ok: true });
    await excel.host.idle();
    expect(await read("J2")).toBe("#VALUE!");
    expect(liveStore).toBe(official);
    expect(excel.saved.has("ECOM.own")).toBe(false);
  });

  test("does not join where anything is wrong, and what was there stays.", async () => {
    await ours();
    await excel.actions.useTable();
    const before = excel.settings.get("ECOM.own");
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B3").values = [["digital"]];
      sheet.getRange("D4").values = [["many"]];
      sheet.getRange("C5").values = [["Q9"]];
    });
    expect(await findingsOf(await excel.actions.useTable())).toEqual([
      "B3: “digital” means an official indicator: choose another name.",
      "D4: “many” is no number: write 1234.5, 7.4%, 35 million yuan, or – where there is no figure.",
      "C5: “Q9” is no period: write 2025, 2025-Q1, 2025-03 or a date.",
    ]);
    expect(excel.settings.get("ECOM.own")).toBe(before);
    expect(findIndicator("Our sales").ok).toBe(true);
  });

  test("is asked for where no cell of a table is selected, and where it is no more there.", async () => {
    expect(await excel.actions.useTable()).toEqual({ ok: false, problem: { name: "no-table" } });
    expect(await excel.actions.useTable("Gone")).toEqual({
      ok: false,
      problem: { name: "table-gone", table: "Gone" },
    });
  });

  test.each([
    ["by its old name", "Sales"],
    ["by the selected cell", undefined],
  ])("is followed when the user renames it: read again %s", async (_how, name) => {
    await ours();
    await excel.actions.useTable();
    await formula("J2", '=ECOM.VALUE("our sales",2025)');
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.tables.getItem("Sales").name = "Turnover";
      sheet.getRange("D4").values = [[1600]];
      sheet.tables.add(sheet.getRange("L20:M21"), true).name = "Other";
    });
    const outcome = await excel.actions.useTable(name);
    expect(outcome.ok && outcome.done.text).toEqual({
      en: "“Turnover” has joined your data: 1 indicator, 3 figures. It takes the place of “Sales”: that name is no longer in the workbook.",
      zh: "“Turnover”已加入：1个指标，3个数据。它取代了“Sales”：工作簿中已没有该名称的表。",
    });
    await excel.host.idle();
    expect(await read("J2")).toBe(16_000_000);
    expect(liveStore.parts).toHaveLength(2);
    expect(await excel.actions.useTable("Turnover")).toMatchObject({ ok: true });
  });

  test("is not taken for another that is still there, and of two like it none is chosen.", async () => {
    await ours();
    await excel.actions.useTable();
    const copy = (address: string, name: string) =>
      excel.edit((workbook) => {
        const whole = workbook.worksheets.getItem("Sheet1").getRange(address);
        whole.values = [headings, ...rows];
        workbook.worksheets.getItem("Sheet1").tables.add(whole, true).name = name;
        workbook.worksheets.getItem("Sheet1").getRange(address).select();
      });
    await copy("B12:F15", "Copy");
    expect(await findingsOf(await excel.actions.useTable())).toContain(
      "B13: “Our sales” is also in “Sales”: choose another name.",
    );
    await copy("B22:F25", "Second");
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").tables.getItem("Sales").delete());
    expect(await excel.actions.useTable("Sales")).toMatchObject({ problem: { name: "table-gone" } });
  });

  test("stays out where the host does not keep it.", async () => {
    await ours();
    excel.savesSettings = false;
    expect(await excel.actions.useTable()).toMatchObject({
      ok: false,
      problem: { name: "setting-not-saved" },
    });
    excel.actions.settings();
    expect(liveStore).toBe(official);
  });

  test.each(["formula", "value", "series", "table", "chart", "card"] as const)(
    "can be inserted as %s, with its source and nothing run that stands in its texts.",
    async (kind) => {
      const name = '=HYPERLINK("x") <b>';
      await fill([
        ["indicator", "period", "value"],
        [`'${name}`, 2023, 7.25],
        [`'${name}`, 2024, 8],
        [`'${name}`, 2025, 9.5],
      ]);
      expect(await excel.actions.useTable()).toMatchObject({ ok: true });
      const found = findIndicator(name);
      if (!found.ok) throw new Error(JSON.stringify(found.reason));
      const insertion: Insertion = { kind, indicators: [found.value.code], period: "2025" as Period };
      const outcome = await excel.actions.insert(insertion, { kind: "new-sheet" }, "en");
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
      await excel.host.idle();
      const sheet = (await excel.model()).sheets.find((one) => one.name === outcome.done.sheet);
      const text = JSON.stringify(sheet);
      expect(text).not.toContain('"formula":"=HYPERLINK');
      expect(text).toMatch(
        kind === "formula" ? /ECOM\.VALUE/ : kind === "value" ? /9\.5/ : /Own data: Sales|ECOM\./,
      );
      if (kind === "chart") expect(text).toContain("9.5");
      // As many decimals as were given, and none invented.
      if (kind === "table") expect(text).toContain('"B5":{"value":9.5,"numberFormat":"#,##0.0"');
    },
  );

  test("stands on a page of one's own beside official figures, and is frozen with its source.", async () => {
    await ours();
    await excel.actions.useTable();
    const found = findIndicator("Our sales");
    const own = found.ok ? found.value.code : "DIGITAL_PRODUCTS";
    const page = await excel.actions.insert(
      {
        kind: "summary",
        template: "own",
        period: "2025" as Period,
        live: true,
        own: {
          indicators: [own, "ONLINE_RETAIL_PHYSICAL"],
          measures: ["level"],
          freq: "annual",
          charts: true,
        },
      },
      { kind: "new-sheet" },
      "en",
    );
    if (!page.ok) throw new Error(JSON.stringify(page.problem));
    await excel.host.idle();
    const shown = (await excel.model()).sheets.find(({ name }) => name === page.done.sheet);
    expect(JSON.stringify(shown)).toContain("Own data: Sales");
    expect(JSON.stringify(shown)).toContain("National Bureau of Statistics");

    await formula("J2", '=ECOM.VALUE("our sales",2025)');
    await formula("J3", '=ECOM.CITE("our sales",2025)');
    expect(await excel.actions.freeze("workbook", "en")).toMatchObject({ ok: true });
    const list = JSON.stringify((await excel.model()).sheets.find(({ name }) => name === "ECOM sources"));
    expect(list).toContain("Our sales");
    expect(list).toContain("Own data: Sales");
    expect(await read("J2")).toBe(15_000_000);
    expect(await excel.actions.thaw("workbook")).toMatchObject({ ok: true });
    await excel.host.idle();
    expect(await read("J2")).toBe(15_000_000);
  });

  test("is known on every data date, but for what names its release.", async () => {
    await fill([
      ["indicator", "period", "value", "released", "link", "source"],
      ["Ours", 2024, 1, "", "", ""],
      ["Ours", 2025, 2, "2026-01-31", "https://example.org/a", "Annual report"],
    ]);
    expect(await excel.actions.useTable()).toMatchObject({ ok: true });
    expect(await formula("J2", '=ECOM.VALUE("ours",2024,,"2020-01-01")')).toBe(1);
    expect(await formula("J3", '=ECOM.VALUE("ours",2025,,"2026-01-30")')).toBe("#N/A");
    expect(await formula("J4", '=ECOM.VALUE("ours",2025,,"2026-01-31")')).toBe(2);
    expect(await formula("J5", '=ECOM.CITE("ours",2025)')).toBe(
      "Own data: Sales, “Annual report”, 31 January 2026, https://example.org/a",
    );
    expect(await formula("J6", '=ECOM.CHECK("ours",2025,2)')).toBe(true);
    expect(await formula("J7", '=ECOM.INFO("ours","released",2024)')).toBe("-");
    expect(await formula("J9", '=ECOM.CAGR("ours",2024,2025)')).toBe(1);
    expect(await formula("L2", '=ECOM.FIND("ours",1)')).toBe("Code");
    expect(await read("L3")).toBe("OWN:OURS");
    expect(await formula("T2", '=ECOM.TABLE("ours",{2024,2025},"level")')).toBe("Level");
    expect(await read("V3")).toBe(2);
    await excel.actions.saveSetting("ECOM.asof", "2021-01-01");
    await excel.host.idle();
    expect(await formula("J10", '=ECOM.VALUE("ours",2024)')).toBe(1);
  });

  test("is asked for again after a connection that was lost, and not where Excel cannot tell of tables.", async () => {
    await ours();
    const lost = { ok: false, problem: { name: "host-lost" } };
    const { sync } = excel.Excel.RequestContext.prototype as unknown as { sync: unknown };
    Object.assign(excel.Excel.RequestContext.prototype, {
      sync: () => Promise.reject(Object.assign(new Error("lost"), { code: "ConnectionFailure" })),
    });
    expect(await excel.actions.useTable()).toMatchObject(lost);
    Object.assign(excel.Excel.RequestContext.prototype, { sync });
    expect(await excel.actions.useTable()).toMatchObject({ ok: true });
    excel.dispose();
    excel = await openExcelWithFunctions({ ExcelApi: "1.8" });
    expect(await excel.actions.useTable()).toEqual({
      ok: false,
      problem: { name: "not-supported", needs: "ExcelApi 1.9" },
    });
  });

  test("leaves its blocks be when it is taken out: what cannot be made again says so.", async () => {
    await ours();
    await excel.actions.useTable();
    const found = findIndicator("Our sales");
    const code = found.ok ? found.value.code : "DIGITAL_PRODUCTS";
    expect(figure({ indicator: liveStore.indicator(code), period: "2025" as Period }).ok).toBe(true);
    await excel.actions.insert(
      { kind: "table", indicators: [code], period: "2025" as Period },
      { kind: "new-sheet" },
      "en",
    );
    await excel.actions.dropTable("Sales");
    const blocks = await excel.actions.blocks();
    if (!blocks.ok || !blocks.blocks[0]) throw new Error("no block");
    const { id, insertion } = blocks.blocks[0];
    expect(await excel.actions.insert(insertion, { kind: "block", block: id }, "en")).toMatchObject({
      ok: false,
      problem: { name: "no-figure", reason: { name: "unknown-indicator" } },
    });
    expect(await excel.actions.doctor()).toMatchObject({ ok: true });
  });
});
