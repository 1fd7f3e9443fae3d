import type { Finding } from "../../../src/workbook/finding";
import { eachTest, openExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { at, expressChart as chart, newSheet } from "../insertions";
import { withoutNameIds } from "../seen";
import { done, problemOf } from "../workbook";

const excel = eachTest(openExcelWithFunctions);

const protect = (on: boolean) =>
  excel.editSheet("Sheet1", ({ protection }) => (on ? protection.protect() : protection.unprotect()));
const mend = (findings: readonly Finding[]) => excel.actions.mend(findings, "en");
const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);

describe("the doctor", () => {
  test("finds nothing in a healthy workbook, and changes nothing.", async () => {
    await excel.enter("B2", '=ECOM.GROWTH("digital","2025-Q1")');
    await excel.insert(chart, newSheet);
    const before = await excel.model();
    expect(await excel.findings()).toEqual([]);
    expect(await excel.model()).toEqual(before);
  });

  test("finds names that Excel did not know, and mends them byte for byte.", async () => {
    // Without the add-in's functions the host shows #NAME?, as Excel does.
    await excel.openAnother(openExcel);
    const formula = '=IF(1>0,ECOM.GROWTH( "digital" ,"2025-Q1"),"=ECOM.x")';
    await excel.enter("B2", formula);
    await excel.enter("B3", '=_xldudf_ECOM_GROWTH("_xldudf_ECOM_GROWTH")');
    await excel.enter("B4", "=ECOM.GROTH(1)");
    const findings = await excel.findings();
    expect(findings.map(({ kind, address, mendable }) => [kind, address, mendable])).toEqual([
      ["name-error", "B2", true],
      ["stored-form", "B3", true],
      ["no-function", "B4", false],
    ]);
    expect(done(await mend(findings)).text.en).toBe("Mended: 2.");
    const { B2, B3 } = await excel.cells();
    expect(B2?.formula).toBe(formula);
    // A text is left as it is, even if it reads like a call.
    expect(B3?.formula).toBe('=ECOM.GROWTH("_xldudf_ECOM_GROWTH")');
    expect(await mend(findings.slice(2))).toMatchObject({
      problem: { name: "nothing-to-mend" },
    });
  });

  test("does not touch protected sheets, nor what changed since it looked.", async () => {
    await excel.openAnother(openExcel);
    await excel.enter("B2", '=ECOM.GROWTH("digital")');
    await excel.enter("B3", '=ECOM.GROWTH("entertainment")');
    const both = await excel.findings();
    await excel.enter("B3", "=1");
    await protect(true);
    await excel.refuses({ name: "sheet-protected", sheet: "Sheet1" }, () => mend(both));
    await excel.refuses({ name: "cell-changed", address: "B3", text: "=1" }, () => mend(both.slice(1)));
    await protect(false);
    const { skipped: left, text } = done(await mend(both));
    expect(left).toMatchObject([{ address: "B3" }]);
    expect(text.en).toBe("Mended: 1. Not touched: Sheet1 B3. It is no longer as it was found: look again.");
  });

  test("finds a formula pinned to a day before anything was released.", async () => {
    await excel.enter("A1", "'2020-01-01");
    await excel.enter("B2", '=ECOM.GROWTH("digital","2025-Q1",,A1)');
    await excel.enter("B3", '=ECOM.GROWTH("digital","2025-Q1",,"2030-01-01")');
    expect(await excel.findings()).toMatchObject([{ kind: "vintage-gone", address: "B2", mendable: false }]);
  });

  test("says of formulas that show an error what would work, and leaves alone what catches its error.", async () => {
    await excel.enter("A1", "'digitl");
    await excel.enter("B2", "=ECOM.GROWTH(A1)");
    await excel.enter("B3", '=ECOM.VALUE("total","2025-03")*2');
    await excel.enter("B4", '=IFNA(ECOM.VALUE("total","2025-03"),0)');
    await excel.enter("B5", '=ECOM.VALUE("total","2025","dozen")');
    const findings = await excel.findings();
    expect(findings).toMatchObject(
      ["B2", "B3", "B5"].map((address) => ({ kind: "no-answer", address, mendable: false })),
    );
    expect(findings[0]?.cause).toEqual({
      en: 'No indicator "digitl". Did you mean "digital"?',
      zh: "没有指标“digitl”。您是否要找“数码”？",
    });
  });

  test("finds #BUSY! that stays.", async () => {
    excel.silent = true;
    await excel.editSheet("Sheet1", (sheet) => {
      sheet.getRange("B2").formulas = [['=ECOM.GROWTH("digital","2025-Q1")']];
    });
    expect(await excel.findings()).toMatchObject([{ kind: "busy", address: "B2", mendable: true }]);
  });

  test("finds blocks without their table, their cells or with older data, and mends them.", async () => {
    await excel.insert(chart, at("B3"));
    const before = await excel.model();
    await excel.editSheet("Sheet1", ({ charts }) => charts.getItemAt(0).delete());
    const broken = await excel.findings();
    expect(broken).toMatchObject([{ kind: "part-gone", sheet: "Sheet1", mendable: true }]);
    done(await mend(broken));
    expect((await excel.model()).state.charts).toHaveLength(1);
    expect((await excel.model()).sheets).toEqual(before.sheets);
    await excel.editSheet("Sheet1", (sheet) => sheet.getRange("1:40").delete("Up"));
    const gone = await excel.findings();
    expect(kindsOf(gone)).toEqual(["marker-gone"]);
    done(await mend(gone));
    expect(await excel.findings()).toEqual([]);
  });

  test("names a block that could not be mended beside cells that were.", async () => {
    await excel.openAnother(openExcel);
    await excel.enter("B2", '=ECOM.GROWTH("digital")');
    const { sheet } = await excel.insert(chart, newSheet);
    await excel.editSheet(sheet, ({ charts }) => charts.getItemAt(0).delete());
    const findings = await excel.findings();
    expect(kindsOf(findings)).toEqual(["name-error", "part-gone"]);
    await excel.editSheet(sheet, ({ protection }) => protection.protect());
    const { skipped: left, text } = done(await mend(findings));
    expect(left).toMatchObject([{ sheet, address: findings[1]?.address }]);
    expect(text.en).toContain("Mended: 1. Not touched:");
    expect(text.en).toContain("is protected. Nothing was changed.");
  });

  test("that fails at any action of its mending leaves the workbook as it was.", async () => {
    await excel.openAnother(openExcel);
    await excel.insert(chart, at("B3"));
    await excel.insert(chart, at("B60"));
    await excel.editSheet("Sheet1", (sheet) => sheet.getRange("1:120").delete("Up"));
    await excel.enter("B2", '=ECOM.GROWTH("digital")');
    await excel.enter("B3", '=_xldudf_ECOM_GROWTH("digital")');
    const findings = await excel.findings();
    expect(kindsOf(findings).sort()).toEqual(["marker-gone", "marker-gone", "name-error", "stored-form"]);
    const before = withoutNameIds(await excel.model());
    for (let k = 1; ; k += 1) {
      const outcome = await excel.failingAt(k, () => mend(findings), "GeneralException");
      if (outcome.ok) break;
      expect([k, problemOf(outcome)]).toEqual([k, "refused"]);
      expect([k, withoutNameIds(await excel.model())]).toEqual([k, before]);
    }
    expect(kindsOf(await excel.findings())).toEqual(["name-error", "name-error"]);
  });
});
