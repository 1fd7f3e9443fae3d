import type { Snapshot } from "../../src/workbench/host";
import type { Outcome } from "../../src/report/actions";
import { openExcelWithFunctions } from "./functions";
import type { OpenExcel } from "./excel";

jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcelWithFunctions();
});
afterEach(() => excel.dispose());

function done(outcome: Outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.done;
}

/** The model without the numbers that the host gives to names, in any order. */
async function model(): Promise<Snapshot> {
  const found = await excel.model();
  const names = found.state.names
    .map((name) => ({ ...name, id: "" }))
    .sort((a, b) => `${a.sheetId}${a.name}`.localeCompare(`${b.sheetId}${b.name}`));
  return { ...found, state: { ...found.state, names } };
}

const cell = async (address: string, sheet = 0) => (await excel.model()).sheets[sheet]?.cells[address];
const formulas = ({ sheets }: Snapshot) =>
  sheets.flatMap(({ cells }) => Object.values(cells).flatMap((one) => one.formula ?? []));

/** Formulas of every kind on two sheets, among other people's cells. */
async function furnish(): Promise<void> {
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [["digital"], ["2025-Q1"], ["mine"]];
    sheet.getRange("C1").formulas = [['=ECOM.GROWTH("digital","2025-Q1")']];
    sheet.getRange("C2").formulas = [["=ECOM.GROWTH(A1,A2)"]];
    sheet.getRange("C3").formulas = [['=IF(C1>0,ROUND(ECOM.VALUE("total","2025-Q1","billion")*2,1),"none")']];
    sheet.getRange("C4").formulas = [['=ECOM.INFO("digital","source","2025-Q1")']];
    sheet.getRange("C5").formulas = [['=ECOM.GROWTH("no such thing")']];
    sheet.getRange("C6").formulas = [['=ECOM.GROWTH("digital","1999-Q1")']];
    sheet.getRange("C7").formulas = [['=ECOM.CHECK("total","2025-Q1",3.6)']];
    sheet.getRange("C8").formulas = [["=C1*2"]];
    sheet.getRange("C9").formulas = [['=IF(A9="","",ECOM.GROWTH(A9))']];
    sheet.getRange("C10").formulas = [['=ECOM.CARD("digital","2025-Q1")']];
    sheet.getRange("C2").numberFormat = [["0.000%"]];
    sheet.getRange("E1").formulas = [['=ECOM.SERIES("physical","growth","2023","2025")']];
    sheet.getRange("H1:H3").values = [["Growth"], ["x"], ["y"]];
    sheet.tables.add("H1:H3", true).name = "Mine";
    sheet.getRange("H2:H3").formulas = [
      ['=ECOM.GROWTH("digital","2025-Q1")'],
      ['=ECOM.GROWTH("entertainment","2025-Q1")'],
    ];
    sheet.getRange("J1:K2").merge(false);
    sheet.getRange("J1").formulas = [['=ECOM.VALUE("total","2025-Q1")']];
    const other = workbook.worksheets.add("Second, sheet");
    other.getRange("B2").formulas = [['=ECOM.TABLE({"digital","entertainment"},{"2025-Q1"})']];
    other.getRange("B9").formulas = [["=SUM(Sheet1!C1:C2)"]];
  });
  await excel.host.idle();
}

describe("freezing the workbook", () => {
  test("leaves no formula of ours, and every value and look as it was", async () => {
    await furnish();
    const shown = async () => {
      const { sheets } = await excel.model();
      return sheets.slice(0, 2).map(({ id, cells }) =>
        Object.fromEntries(
          Object.keys(cells).map((address) => {
            const [, letters = "", digits = ""] = /([A-Z]+)(\d+)/.exec(address) ?? [];
            return [address, excel.host.textAt(id, Number(digits) - 1, letters.charCodeAt(0) - 65)];
          }),
        ),
      );
    };
    const before = await shown();
    const { text } = done(await excel.actions.freeze("workbook", "en"));
    expect(text.en).toContain("Frozen: 14 formulas on 2 sheets");
    const after = await excel.model();
    expect(formulas(after).sort()).toEqual(["=C1*2", "=SUM(Sheet1!C1:C2)"]);
    expect(await shown()).toEqual(before);
    expect(await cell("C1")).toMatchObject({ value: 0.074, numberFormat: "0.0%" });
    expect(await cell("C5")).toMatchObject({ value: "#N/A" });
    expect(await cell("E3")).toMatchObject({ value: "2024" });
    expect(excel.host.log.filter(({ kind }) => kind === "unknown-member")).toEqual([]);
  });

  test("and thawing it changes nothing", async () => {
    await furnish();
    const before = await model();
    done(await excel.actions.freeze("workbook", "en"));
    expect(await model()).not.toEqual(before);
    const { text } = done(await excel.actions.thaw("workbook"));
    expect(text.en).toBe("Thawed: 14 formulas are back.");
    expect(await model()).toEqual(before);
  });
});
