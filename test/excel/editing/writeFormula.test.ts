import { dataset } from "../../../src/dataset";
import { eachTest, openExcel } from "../excel";
import { done, problemOf } from "../workbook";

const former = '=IF( A1>0 , ECOM.GROWTH("digital") ,"none")';
const wanted = '=IF( A1>0 , ECOM.GROWTH("total","2025-Q1") ,"none")';
const format = "0.0%";

const excel = eachTest(openExcel);

/** Writes a formula where another is expected, and a format only into a cell that is to be empty. */
const write = (expected: string, formula = wanted, address = "B2") =>
  excel.actions.writeFormula("Sheet1", address, formula, expected, expected === "" ? format : undefined);
/** The formula and the number format of a cell. */
async function formulaAt(address: string): Promise<unknown> {
  return excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("formulas,numberFormat");
    await context.sync();
    return [range.formulas[0]?.[0], range.numberFormat[0]?.[0]] as unknown;
  });
}

describe("writing a formula", () => {
  test("takes two messages, keeps it byte for byte, and puts the former one back.", async () => {
    await excel.enter("B2", former);
    const before = await excel.model();
    excel.messages();
    const outcome = await write(former);
    expect(excel.messages()).toHaveLength(2);
    expect(outcome).toMatchObject({ ok: true, done: { sheet: "Sheet1", address: "B2" } });
    expect(await formulaAt("B2")).toEqual([wanted, "General"]);
    await excel.remove(done(outcome).block ?? "");
    expect(await excel.model()).toEqual(before);
    expect(excel.settings.size).toBe(0);
  });

  test("into an empty cell sets its format and the workbook's data date, and empties it again.", async () => {
    const before = await excel.model();
    const outcome = await write("");
    expect(await formulaAt("B2")).toEqual([wanted, format]);
    expect(excel.settings.get("ECOM.asof")).toBe(dataset.released);
    await excel.remove(done(outcome).block ?? "");
    expect(await excel.model()).toEqual(before);
  });

  test("keeps a data date and a format that are there.", async () => {
    excel.settings.set("ECOM.asof", "2025-12-31");
    await excel.editSheet("Sheet1", (sheet) => (sheet.getRange("B2").numberFormat = [["0.000"]]));
    await write("");
    expect(await formulaAt("B2")).toEqual([wanted, "0.000"]);
    expect(excel.settings.get("ECOM.asof")).toBe("2025-12-31");
  });

  test.each([
    ["a cell that holds another formula by now", former, '=ECOM.GROWTH("physical")', "cell-changed"],
    ["a cell that was emptied", former, "", "cell-changed"],
    ["a filled cell that was to be empty", "", "mine", "filled-cells"],
  ])("leaves alone %s", async (_what, expected, content, name) => {
    if (content !== "") await excel.enter("B2", content);
    await excel.refuses(name, () => write(expected));
  });

  test("leaves alone cells that another formula fills, though they look empty.", async () => {
    await excel.enter("B1", '={"a";"b"}');
    const cells = [{ text: '={"a";"b"}' }];
    await excel.refuses({ name: "filled-cells", cells }, () => write(""));
  });

  test("is not undone where the cell was changed since.", async () => {
    const outcome = await write("");
    await excel.enter("B2", "mine");
    await excel.refuses("cell-changed", () => excel.actions.remove(done(outcome).block ?? ""));
  });

  test("is refused on a protected sheet, but for cells that are not locked.", async () => {
    await excel.editSheet("Sheet1", (sheet) => {
      sheet.getRange("C3").format.protection.locked = false;
      sheet.protection.protect();
    });
    expect(problemOf(await write(""))).toBe("sheet-protected");
    expect(problemOf(await write("", wanted, "C3"))).toBe("none");
    expect(await formulaAt("C3")).toEqual([wanted, "General"]);
  });

  test("says what is wrong with a formula that Excel does not take, and with a place that is not there.", async () => {
    await excel.refuses("bad-formula", () => write("", '=ECOM.GROWTH("total"'));
    await excel.refuses("bad-address", () => write("", wanted, "B0"));
    await excel.refuses("sheet-gone", () => excel.actions.writeFormula("Gone", "A1", wanted, ""));
  });

  test.each([
    ["editing", true, "cell-edit"],
    ["readOnly", true, "sheet-protected"],
    ["envelopeError", 5012, "host-lost"],
  ] as const)("leaves the workbook as it was when the host fails: %s", async (fault, value, name) => {
    Object.assign(excel.host.faults, { [fault]: value });
    await excel.refuses(name, () => write(""));
    expect(excel.settings.size).toBe(0);
  });

  test("leaves the workbook as it was at whatever action the host fails.", async () => {
    const before = await excel.model();
    let failures = 0;
    for (let action = 0; ; action += 1) {
      const outcome = await excel.failingAt(action, () => write(""));
      if (outcome.ok) break;
      failures += 1;
      expect(problemOf(outcome)).toBe("busy");
      expect(await excel.model()).toEqual(before);
      expect(excel.settings.size).toBe(0);
    }
    expect(failures).toBeGreaterThan(5);
  });

  test("is taken back where the host would not keep the data date.", async () => {
    excel.savesSettings = false;
    await excel.refuses("setting-not-saved", () => write(""));
    expect(excel.settings.size).toBe(0);
  });
});

describe("reading values", () => {
  test("gives cells as functions get them, in one message.", async () => {
    await excel.edit(({ worksheets }) => worksheets.add("My sheet"));
    await excel.enter("A1", "digital", "My sheet");
    await excel.enter("A1:B2", [
      ["total", 2025],
      ["", "=1/0"],
    ]);
    excel.messages();
    const answer = await excel.actions.readValues("Sheet1", ["A1", "$A$1:B2", "'My sheet'!A1", "A2", "A:A"]);
    expect(excel.messages()).toHaveLength(1);
    expect(answer).toEqual({
      ok: true,
      values: [
        "total",
        [
          ["total", 2025],
          [null, { type: "Error", basicValue: "#DIV/0!" }],
        ],
        "digital",
        null,
        "total",
      ],
    });
  });

  test("says which sheet is gone.", async () => {
    expect(await excel.actions.readValues("Gone", ["A1"])).toEqual({
      ok: false,
      problem: { name: "sheet-gone", sheet: "Gone" },
    });
  });
});

describe("the selection", () => {
  test("is told with its formula, in the form of Excel's language, and Excel's decimal sign.", async () => {
    await excel.enter("B2", former);
    await excel.select("B2:C4");
    expect(await excel.actions.selection()).toMatchObject({
      sheet: "Sheet1",
      address: "B2:C4",
      formula: former,
      decimal: ".",
    });
  });

  test("in a cell that another one fills is told with that one's formula and the place in its result.", async () => {
    await excel.enter("B2", "={1,2;3,4}");
    await excel.select("C3");
    expect((await excel.actions.selection())?.spill).toEqual({
      address: "B2",
      formula: "={1,2;3,4}",
      row: 1,
      column: 1,
    });
    await excel.select("B2");
    expect((await excel.actions.selection())?.spill).toBeUndefined();
  });

  test("is read on an Excel that tells nothing of its changes.", async () => {
    await excel.openAnother(() => openExcel({ ExcelApi: "1.7" }));
    expect(await excel.actions.selection()).toMatchObject({ sheet: "Sheet1", address: "A1", formula: "" });
  });
});
