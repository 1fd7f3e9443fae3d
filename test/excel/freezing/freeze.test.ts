import type { Outcome } from "../../../src/workbook/outcome";
import { every } from "../../dealt";
import { eachTest } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { withoutNameIds } from "../seen";
import { problemOf } from "../workbook";
import { enterFormulas, growth } from "./formulas";

const excel = eachTest(openExcelWithFunctions);

const model = async () => withoutNameIds(await excel.model());
const formulaAt = async (address: string) => (await excel.cell(address))?.formula;

describe("freezing the workbook", () => {
  test("leaves no formula of ours, and every value and look as it was.", async () => {
    await enterFormulas(excel);
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
    const { text } = await excel.freeze();
    expect(text.en).toContain("Frozen: 14 formulas on 2 sheets");
    const { sheets } = await excel.model();
    const formulas = sheets.flatMap(({ cells }) =>
      Object.values(cells).flatMap(({ formula }) => formula ?? []),
    );
    expect(formulas.sort()).toEqual(["=C1*2", "=SUM(Sheet1!C1:C2)"]);
    expect(await shown()).toEqual(before);
    expect(await excel.cell("C1")).toMatchObject({ value: 0.074, numberFormat: "0.0%" });
    expect(await excel.cell("C5")).toMatchObject({ value: "#VALUE!" });
    expect(await excel.cell("E3")).toMatchObject({ value: "2024" });
    expect(excel.host.log.filter(({ kind }) => kind === "unknown-member")).toEqual([]);
  });

  test("and thawing it changes nothing.", async () => {
    await enterFormulas(excel);
    const before = await model();
    await excel.freeze();
    expect(await model()).not.toEqual(before);
    const { text } = await excel.thaw();
    expect(text.en).toBe("Thawed: 14 formulas are back.");
    expect(await model()).toEqual(before);
  });
});

test("An empty text is no used cell: the format of its cell comes back all the same.", async () => {
  await excel.editSheet("Sheet1", (sheet) => {
    const cell = sheet.getRange("B3");
    cell.numberFormat = [["0.000%"]];
    cell.formulas = [['=IFERROR(ECOM.GROWTH("digital","1999-Q1"),"")']];
  });
  const before = await model();
  await excel.freeze();
  await excel.thaw();
  expect(await model()).toEqual(before);
});

describe("what is frozen", () => {
  test("by a cell inside a spill is the whole of it, and one thing more may be frozen later.", async () => {
    await enterFormulas(excel);
    const before = await model();
    await excel.select("F3");
    const spill = await excel.freeze("selection");
    expect(spill).toMatchObject({ address: "E1:F4" });
    await excel.select("C1:C2");
    await excel.freeze("selection", "zh");
    expect(await formulaAt("E1")).toBeUndefined();
    await excel.remove(spill.block ?? "");
    expect(await formulaAt("E1")).toContain("SERIES");
    expect(await formulaAt("C1")).toBeUndefined();
    await excel.thaw();
    const after = await model();
    expect(after.sheets).toEqual(before.sheets);
    expect(after.state.names).toEqual([]);
  });

  test("moves with inserted rows, and what somebody wrote over is left and named.", async () => {
    const entertainment = '=ECOM.GROWTH("entertainment","2025-Q1")';
    await excel.enter("B2:B4", [[growth], [entertainment], ['=ECOM.VALUE("total","2025-Q1")']]);
    await excel.freeze();
    await excel.editSheet("Sheet1", (sheet) => {
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("B4").values = [[0.5]];
      sheet.getRange("B5").delete("Up");
    });
    const { skipped: left, text } = await excel.thaw();
    expect(await formulaAt("B3")).toBe(growth);
    expect((await excel.cell("B4"))?.value).toBe(0.5);
    expect(left).toHaveLength(2);
    expect(left?.[0]).toMatchObject({ sheet: "Sheet1", address: "B4" });
    expect(left?.[0]?.why.en).toContain(entertainment);
    expect(text.en).toContain("Thawed: 1 formula is back.");
  });

  test("on a copied and renamed sheet is thawed there too.", async () => {
    await excel.enter("B2", growth);
    await excel.freeze("sheet");
    await excel.editSheet("Sheet1", (sheet) => {
      sheet.copy("End").name = "Copied";
      sheet.name = "Renamed";
    });
    await excel.thaw();
    expect(await excel.sheetNames()).toEqual(["Renamed", "Copied"]);
    for (const sheet of ["Renamed", "Copied"]) expect((await excel.cell("B2", sheet))?.formula).toBe(growth);
  });

  test("is read in pieces where all at once is too large.", async () => {
    await enterFormulas(excel);
    // The first reading is larger than all others: only it goes beyond the limit.
    await excel.enter("A9", "x".repeat(1500));
    const before = await model();
    excel.host.faults.responseLimit = 9_500;
    excel.messages();
    await excel.freeze();
    expect(excel.messages().length).toBeGreaterThan(4);
    excel.host.faults.clear();
    await excel.thaw();
    expect(await model()).toEqual(before);
  });

  test("is not called unchanged where the answer to the writing, and to the looking after it, was too large.", async () => {
    await excel.enter("B2", growth);
    // Rises to the first limit under which the readings before the writing are answered.
    for (let limit = 500; (await formulaAt("B2")) === growth; limit += 100) {
      excel.host.faults.responseLimit = limit;
      const outcome = await excel.actions.freeze("workbook", "en");
      excel.host.faults.clear();
      const changed = (await formulaAt("B2")) !== growth;
      expect(problemOf(outcome)).toBe(changed ? "not-put-back" : "too-large");
    }
  });
});

describe("what is not frozen", () => {
  const freeze = () => excel.actions.freeze("workbook", "en");
  const thaw = () => excel.actions.thaw("workbook");
  const protect = (sheet: string, on = true) =>
    excel.editSheet(sheet, ({ protection }) => (on ? protection.protect() : protection.unprotect()));

  test("stands on a protected sheet: it is left alone, and named.", async () => {
    await enterFormulas(excel);
    await protect("Second, sheet");
    const { skipped: left } = await excel.freeze();
    expect(left).toMatchObject([{ sheet: "Second, sheet" }]);
    expect((await excel.cell("B2", "Second, sheet"))?.formula).toContain("TABLE");
    await excel.editSheet("Second, sheet", (sheet) => sheet.activate());
    expect(problemOf(await excel.actions.freeze("sheet", "en"))).toBe("sheet-protected");
  });

  test("needs a sheet for its list: none is added to, or taken from, a protected structure.", async () => {
    await excel.enter("B2", growth);
    const protectWorkbook = (on: boolean) =>
      excel.edit(({ protection }) => (on ? protection.protect() : protection.unprotect()));
    await protectWorkbook(true);
    await excel.refuses({ name: "workbook-protected" }, freeze);
    await protectWorkbook(false);
    await excel.freeze();
    await protectWorkbook(true);
    await excel.refuses({ name: "workbook-protected" }, thaw);
    await protectWorkbook(false);
    for (const sheet of ["ECOM sources", "Sheet1"]) {
      await protect(sheet);
      await excel.refuses({ name: "sheet-protected", sheet }, thaw);
      await protect(sheet, false);
    }
    await excel.thaw();
    expect(await formulaAt("B2")).toBe(growth);
  });

  test("has no answer yet: busy cells are named.", async () => {
    await excel.editSheet("Sheet1", (sheet) => (sheet.getRange("B2").formulas = [[growth]]));
    expect(await freeze()).toMatchObject({
      problem: { name: "not-ready", cells: [{ address: "B2", text: "#BUSY!" }] },
    });
    await excel.host.idle();
    expect(await formulaAt("B2")).toBe(growth);
  });

  test("is an unknown name: it is named, and nothing is changed.", async () => {
    await excel.enter("B2", "=ECOM.GROTH(1)");
    await excel.refuses({ name: "not-ready", cells: [{ address: "B2", text: "#NAME?" }] }, freeze);
    await excel.enter("B2", "=1+1");
    await excel.refuses("nothing-to-freeze", freeze);
    await excel.refuses("nothing-to-thaw", thaw);
  });

  test("was to be frozen when the act was cancelled.", async () => {
    await enterFormulas(excel);
    const stop = new AbortController();
    stop.abort();
    await excel.refuses("cancelled", () => excel.actions.freeze("workbook", "en", { signal: stop.signal }));
  });
});

/** `npm run test:all` tries every action, which takes minutes; otherwise every eleventh is tried, from the first on. */
const stride = every ? 1 : 11;

describe("a failure at any action leaves the workbook as it was", () => {
  async function failEverywhere(act: () => Promise<Outcome>): Promise<number> {
    const before = await model();
    for (let k = 1; ; k += stride) {
      const outcome = await excel.failingAt(k, act);
      if (outcome.ok) return k;
      expect([k, outcome.problem.name]).toEqual([k, "busy"]);
      expect([k, await model()]).toEqual([k, before]);
    }
  }

  test("freezing, with and without a list of sources, and thawing a part and all.", async () => {
    await enterFormulas(excel);
    const before = await model();
    await excel.select("C1:F1");
    const { freeze, thaw } = excel.actions;
    expect(await failEverywhere(() => freeze("selection", "en"))).toBeGreaterThan(40);
    expect(await failEverywhere(() => freeze("workbook", "en"))).toBeGreaterThan(100);
    expect(await failEverywhere(() => thaw("selection"))).toBeGreaterThan(40);
    expect(await failEverywhere(() => thaw("workbook"))).toBeGreaterThan(40);
    const after = await model();
    expect(after.sheets).toEqual(before.sheets);
    expect(after.state.names).toEqual([]);
  }, 600_000);
});
