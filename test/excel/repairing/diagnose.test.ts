import type { Period } from "../../../src/dataset";
import type { Snapshot } from "../../../src/workbench/host";
import type { Finding } from "../../../src/workbook/finding";
import type { Insertion } from "../../../src/workbook/insertion";
import { done, openExcel } from "../excel";
import type { OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";

jest.setTimeout(120_000);

let excel: OpenExcel;
afterEach(() => excel.dispose());

async function findings(): Promise<readonly Finding[]> {
  const answer = await excel.actions.doctor();
  if (!answer.ok) throw new Error(answer.problem.name);
  return answer.findings;
}
const enter = (address: string, formula: string) =>
  excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").getRange(address).formulas = [[formula]];
  });
/** A model without the numbers that the host gives to names, in any order. */
const seen = ({ sheets, state }: Snapshot): unknown => ({
  sheets,
  state: {
    ...state,
    names: state.names.map((name) => ({ ...name, id: "" })).sort((a, b) => a.name.localeCompare(b.name)),
  },
});
const chart: Insertion = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: "2025-Q1" as Period };

describe("the doctor", () => {
  test("finds nothing in a healthy workbook, and changes nothing.", async () => {
    excel = await openExcelWithFunctions();
    await enter("B2", '=ECOM.GROWTH("digital","2025-Q1")');
    done(await excel.actions.insert(chart, { kind: "new-sheet" }, "en"));
    const before = await excel.model();
    expect(await findings()).toEqual([]);
    expect(await excel.model()).toEqual(before);
  });

  test("finds names that Excel did not know, and mends them byte for byte.", async () => {
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

  test("does not touch protected sheets, nor what changed since it looked.", async () => {
    excel = await openExcel();
    await enter("B2", '=ECOM.GROWTH("digital")');
    await enter("B3", '=ECOM.GROWTH("entertainment")');
    const found = await findings();
    await enter("B3", "=1");
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").protection.protect());
    const before = await excel.model();
    const [first, second] = found;
    const mend = (...some: (Finding | undefined)[]) =>
      excel.actions.mend(
        some.filter((one) => one !== undefined),
        "en",
      );
    expect(await mend(first, second)).toMatchObject({
      problem: { name: "sheet-protected", sheet: "Sheet1" },
    });
    expect(await mend(second)).toMatchObject({
      problem: { name: "cell-changed", address: "B3", text: "=1" },
    });
    expect(await excel.model()).toEqual(before);
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").protection.unprotect());
    const { left, text } = done(await mend(first, second));
    expect(left).toMatchObject([{ address: "B3" }]);
    expect(text.en).toBe("Mended: 1. Not touched: Sheet1 B3. It is no longer as it was found: look again.");
  });

  test("finds a formula pinned to a day before anything was released.", async () => {
    excel = await openExcelWithFunctions();
    await enter("A1", "'2020-01-01");
    await enter("B2", '=ECOM.GROWTH("digital","2025-Q1",,A1)');
    await enter("B3", '=ECOM.GROWTH("digital","2025-Q1",,"2030-01-01")');
    await excel.host.idle();
    expect(await findings()).toMatchObject([{ kind: "vintage-gone", address: "B2", mendable: false }]);
  });

  test("says of formulas that show an error what would work, and leaves alone what catches its error.", async () => {
    excel = await openExcelWithFunctions();
    await enter("A1", "'digitl");
    await enter("B2", "=ECOM.GROWTH(A1)");
    await enter("B3", '=ECOM.VALUE("total","2025-03")*2');
    await enter("B4", '=IFNA(ECOM.VALUE("total","2025-03"),0)');
    await enter("B5", '=ECOM.VALUE("total","2025","dozen")');
    await excel.host.idle();
    const found = await findings();
    expect(found).toMatchObject(
      ["B2", "B3", "B5"].map((address) => ({ kind: "no-answer", address, mendable: false })),
    );
    expect(found[0]?.cause).toEqual({
      en: 'No indicator "digitl". Did you mean "digital"?',
      zh: "没有指标“digitl”。您是否要找“数码”？",
    });
  });

  test("finds #BUSY! that stays.", async () => {
    const silent = await openExcelWithFunctions();
    silent.silent = true;
    excel = silent;
    await enter("B2", '=ECOM.GROWTH("digital","2025-Q1")');
    expect(await findings()).toMatchObject([{ kind: "busy", address: "B2", mendable: true }]);
  });

  test("finds blocks without their table, their cells or with older data, and mends them.", async () => {
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

  test("names a block that could not be mended beside cells that were.", async () => {
    excel = await openExcel();
    await enter("B2", '=ECOM.GROWTH("digital")');
    done(await excel.actions.insert(chart, { kind: "new-sheet" }, "en"));
    await excel.edit((workbook) => workbook.worksheets.getActiveWorksheet().charts.getItemAt(0).delete());
    const found = await findings();
    expect(found.map(({ kind }) => kind)).toEqual(["name-error", "part-gone"]);
    await excel.edit((workbook) => workbook.worksheets.getActiveWorksheet().protection.protect());
    const { left, text } = done(await excel.actions.mend(found, "en"));
    expect(left).toMatchObject([{ sheet: found[1]?.sheet, address: found[1]?.address }]);
    expect(text.en).toContain("Mended: 1. Not touched:");
    expect(text.en).toContain("is protected. Nothing was changed.");
  });

  test("that fails at any action of its mending leaves the workbook as it was.", async () => {
    excel = await openExcel();
    const chartAt = (address: string) =>
      excel.actions.insert(chart, { kind: "at", sheet: "Sheet1", address }, "en");
    done(await chartAt("B3"));
    done(await chartAt("B60"));
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").getRange("1:120").delete("Up"));
    await enter("B2", '=ECOM.GROWTH("digital")');
    await enter("B3", '=_xldudf_ECOM_GROWTH("digital")');
    const found = await findings();
    expect(found.map(({ kind }) => kind).sort()).toEqual([
      "marker-gone",
      "marker-gone",
      "name-error",
      "stored-form",
    ]);
    const before = seen(await excel.model());
    for (let k = 1; ; k += 1) {
      excel.host.faults.failAction(k, "GeneralException");
      const outcome = await excel.actions.mend(found, "en");
      excel.host.faults.clear();
      if (outcome.ok) break;
      expect([k, outcome.problem.name]).toEqual([k, "refused"]);
      expect([k, seen(await excel.model())]).toEqual([k, before]);
    }
    expect(await findings()).toMatchObject([{ kind: "name-error" }, { kind: "name-error" }]);
  });
});
