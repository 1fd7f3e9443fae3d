import type { Finding, Insertion, Outcome } from "../../src/report/actions";
import type { Period } from "../../src/dataset";
import { openExcel } from "./excel";
import { openExcelWithFunctions } from "./functions";
import type { OpenExcel } from "./excel";

jest.setTimeout(120_000);

let excel: OpenExcel;
afterEach(() => excel.dispose());

function done(outcome: Outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.done;
}
async function findings(): Promise<readonly Finding[]> {
  const answer = await excel.actions.doctor();
  if (!answer.ok) throw new Error(answer.problem.name);
  return answer.findings;
}
const enter = (address: string, formula: string) =>
  excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").getRange(address).formulas = [[formula]];
  });
const chart: Insertion = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: "2025-Q1" as Period };

describe("the doctor", () => {
  test("finds nothing in a healthy workbook, and changes nothing", async () => {
    excel = await openExcelWithFunctions();
    await enter("B2", '=ECOM.GROWTH("digital","2025-Q1")');
    done(await excel.actions.insert(chart, { kind: "new-sheet" }, "en"));
    const before = await excel.model();
    expect(await findings()).toEqual([]);
    expect(await excel.model()).toEqual(before);
  });

  test("finds names that Excel did not know, and mends them byte for byte", async () => {
    // A host that knows no functions of ours shows #NAME?, as Excel does before the add-in is there.
    excel = await openExcel();
    const formula = '=IF(1>0,ECOM.GROWTH( "digital" ,"2025-Q1"),"=ECOM.x")';
    await enter("B2", formula);
    await enter("B3", '=_xldudf_ECOM_GROWTH("_xldudf_ECOM_GROWTH")');
    await enter("B4", "=ECOM.GROTH(1)");
    const found = await findings();
    expect(found.map(({ kind, address, mendable }) => [kind, address, mendable])).toEqual([
      ["name-error", "B2", true],
      ["stored-form", "B3", true],
      ["no-function", "B4", false],
    ]);
    expect(done(await excel.actions.mend(found, "en")).text.en).toBe("Mended: 2.");
    const cells = (await excel.model()).sheets[0]?.cells;
    expect(cells?.["B2"]?.formula).toBe(formula);
    // The text in it is a text, whatever it says.
    expect(cells?.["B3"]?.formula).toBe('=ECOM.GROWTH("_xldudf_ECOM_GROWTH")');
    expect(await excel.actions.mend(found.slice(2), "en")).toMatchObject({
      problem: { name: "nothing-to-mend" },
    });
  });

  test("does not touch protected sheets, nor what changed since it looked", async () => {
    excel = await openExcel();
    await enter("B2", '=ECOM.GROWTH("digital")');
    await enter("B3", '=ECOM.GROWTH("entertainment")');
    const found = await findings();
    await enter("B3", "=1");
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").protection.protect());
    const before = await excel.model();
    expect(done(await excel.actions.mend(found, "en")).left).toMatchObject([
      { address: "B2" },
      { address: "B3" },
    ]);
    expect(await excel.model()).toEqual(before);
  });

  test("finds a formula pinned to a day before anything was released", async () => {
    excel = await openExcelWithFunctions();
    await enter("A1", "'2020-01-01");
    await enter("B2", '=ECOM.GROWTH("digital","2025-Q1",,A1)');
    await enter("B3", '=ECOM.GROWTH("digital","2025-Q1",,"2030-01-01")');
    await excel.host.idle();
    expect(await findings()).toMatchObject([{ kind: "vintage-gone", address: "B2", mendable: false }]);
  });

  test("finds #BUSY! that stays", async () => {
    const silent = await openExcelWithFunctions();
    silent.silent = true;
    excel = silent;
    await enter("B2", '=ECOM.GROWTH("digital","2025-Q1")');
    expect(await findings()).toMatchObject([{ kind: "busy", address: "B2", mendable: true }]);
  });

  test("finds blocks without their table, their cells or with older data, and mends them", async () => {
    excel = await openExcelWithFunctions();
    done(await excel.actions.insert(chart, { kind: "at", sheet: "Sheet1", address: "B3" }, "en"));
    const before = await excel.model();
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").charts.getItemAt(0).delete());
    const broken = await findings();
    expect(broken).toMatchObject([{ kind: "part-gone", sheet: "Sheet1", mendable: true }]);
    done(await excel.actions.mend(broken, "en"));
    expect((await excel.model()).state.charts).toHaveLength(1);
    expect((await excel.model()).sheets).toEqual(before.sheets);
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").getRange("1:40").delete("Up"));
    const gone = await findings();
    expect(gone.map(({ kind }) => kind)).toEqual(["marker-gone"]);
    done(await excel.actions.mend(gone, "en"));
    expect(await findings()).toEqual([]);
  });
});
