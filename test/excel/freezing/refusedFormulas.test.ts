import { problemText } from "../../../src/workbook/problem";
import { done, type OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";

/** Formulas that Excel does not take any more stay frozen, each by itself, and are named. */
jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcelWithFunctions();
});
afterEach(() => excel.dispose());

const good = '=ECOM.GROWTH("digital","2025-Q1")';
const bad = (address: string) => `=ECOM.GROWTH("${address}"`;
const cells = async (sheet = "Sheet1") =>
  (await excel.model()).sheets.find(({ name }) => name === sheet)?.cells ?? {};
const write = (addresses: readonly string[], sheet = "Sheet1") =>
  excel.edit(({ worksheets }) => {
    for (const address of addresses) worksheets.getItem(sheet).getRange(address).formulas = [[good]];
  });
/** Makes what is kept of some cells a formula that Excel refuses. */
async function spoil(addresses: readonly string[], sheet = "Sheet1"): Promise<void> {
  const { sheets, state } = await excel.model();
  const id = sheets.find(({ name }) => name === sheet)?.id ?? "";
  const kept = state.sheets[id]?.customProperties ?? {};
  const names = state.names.filter(({ sheetId }) => sheetId === id);
  await excel.edit(({ worksheets }) => {
    for (const [key, text] of Object.entries(kept)) {
      const record = JSON.parse(text) as { id: string; items: Record<string, { formula: string }> };
      for (const address of addresses) {
        const name = names.find(
          ({ name, formula }) =>
            name.includes(record.id) && formula.replaceAll("$", "").endsWith(`!${address}`),
        );
        const item = record.items[name?.name.slice(name.name.lastIndexOf("_") + 1) ?? ""];
        if (!item) throw new Error(`${address}: ${JSON.stringify(names)}`);
        item.formula = bad(address);
      }
      worksheets.getItem(sheet).customProperties.add(key, JSON.stringify(record));
    }
  });
}
const ten = Array.from({ length: 10 }, (_, index) => `B${index + 2}`);

test("Three refused among ten stay frozen, named by their cells; the other seven thaw.", async () => {
  await write(ten);
  await excel.host.idle();
  const live = await cells();
  done(await excel.actions.freeze("workbook", "en"));
  const frozen = await cells();
  await spoil(["B2", "B6", "B11"]);
  const thawed = done(await excel.actions.thaw("workbook"));
  await excel.host.idle();
  const now = await cells();
  for (const address of ten)
    expect([address, now[address]]).toEqual([
      address,
      /^(B2|B6|B11)$/.test(address) ? frozen[address] : live[address],
    ]);
  expect(thawed.left?.map(({ address }) => address)).toEqual(["B2", "B6", "B11"]);
  expect(thawed.text.en).toBe(
    'Thawed: 7 formulas are back. Not touched: Sheet1 B2, Sheet1 B6, Sheet1 B11. Excel does not take its formula now; it stays frozen. The formula is =ECOM.GROWTH("B2" Excel does not take its formula now; it stays frozen. The formula is =ECOM.GROWTH("B6"',
  );
  expect(thawed.text.zh).toContain("Excel现在不接受其公式，故仍保持冻结。");
  // They are still listed, and still frozen: asked again, Excel is tried again.
  expect(JSON.stringify(await cells("ECOM sources"))).toContain("B11");
  const again = await excel.actions.thaw("workbook");
  if (again.ok) throw new Error("thawed");
  expect(again.problem).toMatchObject({ name: "formulas-refused", sheet: "Sheet1", count: 3 });
  expect(problemText(again.problem, "en")).toContain('B2 (=ECOM.GROWTH("B2")');
  expect(problemText(again.problem, "zh")).toContain("Excel现在不接受“Sheet1”上的3个公式");
  expect(await cells()).toEqual(now);
});

test("On two sheets, one of them with a merged cell and one that spills.", async () => {
  await excel.edit(({ worksheets }) => {
    const other = worksheets.add("Other");
    other.getRange("B2:C3").merge(false);
    other.getRange("E2").formulas = [['=ECOM.SERIES("physical","growth","2023","2025")']];
  });
  await write(["B2", "B4"]);
  await write(["B2", "B5"], "Other");
  await excel.host.idle();
  const live = await cells("Other");
  done(await excel.actions.freeze("workbook", "en"));
  await spoil(["B4"]);
  await spoil(["B5"], "Other");
  const thawed = done(await excel.actions.thaw("workbook"));
  await excel.host.idle();
  expect(thawed.left?.map(({ sheet, address }) => `${sheet} ${address}`)).toEqual(["Sheet1 B4", "Other B5"]);
  const now = await cells("Other");
  expect(now["B2"]).toEqual(live["B2"]);
  expect(now["E2"]).toEqual(live["E2"]);
  expect(now["B5"]?.formula).toBeUndefined();
  expect((await cells())["B2"]?.formula).toBe(good);
});

test("With a sheet that was deleted, whose frozen formulas went with it.", async () => {
  await excel.edit(({ worksheets }) => void worksheets.add("Other"));
  await write(["B2", "B4"]);
  await write(["B2"], "Other");
  await excel.host.idle();
  done(await excel.actions.freeze("workbook", "en"));
  await spoil(["B4"]);
  await excel.edit(({ worksheets }) => worksheets.getItem("Other").delete());
  const thawed = done(await excel.actions.thaw("workbook"));
  expect(thawed.left?.map(({ address }) => address)).toEqual(["B4"]);
  expect((await cells())["B2"]?.formula).toBe(good);
});

test("Where every formula is taken it costs as many messages as ever.", async () => {
  await write(ten);
  await excel.host.idle();
  done(await excel.actions.freeze("workbook", "en"));
  excel.messages();
  done(await excel.actions.thaw("workbook"));
  expect(excel.messages().length).toBeLessThanOrEqual(4);
});
