import { problemText } from "../../../src/workbook/problem";
import { eachTest } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { growth } from "./formulas";

/** Formulas that Excel does not take any more stay frozen, each by itself, and are named. */
const excel = eachTest(openExcelWithFunctions);

const bad = (address: string) => `=ECOM.GROWTH("${address}"`;
const write = async (addresses: readonly string[], sheet = "Sheet1") => {
  for (const address of addresses) await excel.enter(address, growth, sheet);
};
/** Puts a formula that Excel refuses into the records of some frozen cells. */
async function spoil(addresses: readonly string[], sheet = "Sheet1"): Promise<void> {
  const { id } = await excel.sheet(sheet);
  const { state } = await excel.model();
  const records = state.sheets[id]?.customProperties ?? {};
  const names = state.names.filter(({ sheetId }) => sheetId === id);
  await excel.editSheet(sheet, ({ customProperties }) => {
    for (const [key, text] of Object.entries(records)) {
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
      customProperties.add(key, JSON.stringify(record));
    }
  });
}
const ten = Array.from({ length: 10 }, (_, index) => `B${index + 2}`);

test("Three refused among ten stay frozen, named by their cells; the other seven thaw.", async () => {
  await write(ten);
  const live = await excel.cells();
  await excel.freeze();
  const frozen = await excel.cells();
  await spoil(["B2", "B6", "B11"]);
  const thawed = await excel.thaw();
  const now = await excel.cells();
  for (const address of ten)
    expect([address, now[address]]).toEqual([
      address,
      /^(B2|B6|B11)$/.test(address) ? frozen[address] : live[address],
    ]);
  expect(thawed.skipped?.map(({ address }) => address)).toEqual(["B2", "B6", "B11"]);
  expect(thawed.text.en).toBe(
    'Thawed: 7 formulas are back. Not touched: Sheet1 B2, Sheet1 B6, Sheet1 B11. Excel does not take its formula now; it stays frozen. The formula is =ECOM.GROWTH("B2" Excel does not take its formula now; it stays frozen. The formula is =ECOM.GROWTH("B6"',
  );
  expect(thawed.text.zh).toContain("Excel现在不接受其公式，故仍保持冻结。");
  // They stay listed and frozen; a second thawing tries them again.
  expect(JSON.stringify(await excel.cells("ECOM sources"))).toContain("B11");
  const again = await excel.actions.thaw("workbook");
  if (again.ok) throw new Error("thawed");
  expect(again.problem).toMatchObject({ name: "formulas-refused", sheet: "Sheet1", count: 3 });
  expect(problemText(again.problem, "en")).toContain('B2 (=ECOM.GROWTH("B2")');
  expect(problemText(again.problem, "zh")).toContain("Excel现在不接受“Sheet1”上的3个公式");
  expect(await excel.cells()).toEqual(now);
});

test("On two sheets, one of them with a merged cell and one that spills.", async () => {
  await excel.edit(({ worksheets }) => {
    const other = worksheets.add("Other");
    other.getRange("B2:C3").merge(false);
    other.getRange("E2").formulas = [['=ECOM.SERIES("physical","growth","2023","2025")']];
  });
  await write(["B2", "B4"]);
  await write(["B2", "B5"], "Other");
  const live = await excel.cells("Other");
  await excel.freeze();
  await spoil(["B4"]);
  await spoil(["B5"], "Other");
  const thawed = await excel.thaw();
  expect(thawed.skipped?.map(({ sheet, address }) => `${sheet} ${address}`)).toEqual([
    "Sheet1 B4",
    "Other B5",
  ]);
  const now = await excel.cells("Other");
  expect(now["B2"]).toEqual(live["B2"]);
  expect(now["E2"]).toEqual(live["E2"]);
  expect(now["B5"]?.formula).toBeUndefined();
  expect((await excel.cells())["B2"]?.formula).toBe(growth);
});

test("With a sheet that was deleted, whose frozen formulas went with it.", async () => {
  await excel.edit(({ worksheets }) => void worksheets.add("Other"));
  await write(["B2", "B4"]);
  await write(["B2"], "Other");
  await excel.freeze();
  await spoil(["B4"]);
  await excel.editSheet("Other", (sheet) => sheet.delete());
  const thawed = await excel.thaw();
  expect(thawed.skipped?.map(({ address }) => address)).toEqual(["B4"]);
  expect((await excel.cells())["B2"]?.formula).toBe(growth);
});

test("Where every formula is taken it costs as many messages as ever.", async () => {
  await write(ten);
  await excel.freeze();
  excel.messages();
  await excel.thaw();
  expect(excel.messages().length).toBeLessThanOrEqual(4);
});
