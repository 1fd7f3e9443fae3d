import { eachTest } from "../excel";
import { openStrict } from "../functions";
import { growth } from "./formulas";

/** Excel is believed to cut the properties of sheets: what was frozen is thawed all the same. */
const excel = eachTest(openStrict, async (opened) => {
  opened.settings.set("ECOM.asof", "2026-09-15");
  await opened.enter("E1", growth);
  await opened.enter("E2", '=ROUND(ECOM.VALUE("total","2025-Q1"),1)');
  await opened.enter("F4", '=ECOM.SERIES("physical","growth","2023","2025")');
});

const cells = async () => (await excel.model()).sheets.map((sheet) => [sheet.name, sheet.cells]);
const settingKeys = () => [...excel.settings.keys()].filter((key) => key.startsWith("ECOM.frozen."));
const propertyKeys = async (): Promise<string[]> =>
  Object.values((await excel.model()).state.sheets).flatMap(({ customProperties }) =>
    Object.keys(customProperties),
  );

test("What was frozen is thawed, after saving and opening too, and nothing is left in the settings.", async () => {
  const before = await cells();
  await excel.freeze();
  expect(await cells()).not.toEqual(before);
  expect(settingKeys()).toHaveLength(1);
  await excel.reopen();
  await excel.thaw();
  expect(await cells()).toEqual(before);
  expect(settingKeys()).toEqual([]);
  expect(await propertyKeys()).toEqual([]);
});

test("One formula alone is thawed, and the others stay frozen until they are.", async () => {
  const before = await cells();
  await excel.freeze();
  await excel.select("E2");
  await excel.thaw("selection");
  const { E1, E2 } = await excel.cells();
  expect([E1?.formula, E2?.formula]).toEqual([undefined, '=ROUND(ECOM.VALUE("total","2025-Q1"),1)']);
  await excel.reopen();
  await excel.thaw();
  expect(await cells()).toEqual(before);
});

test("On a copied sheet each has what is its own: one is thawed, and the other stays as it is.", async () => {
  await excel.freeze("sheet");
  await excel.editSheet("Sheet1", (sheet) => (sheet.copy("End").name = "Copy"));
  const frozen = await excel.cells("Copy");
  await excel.select("A1");
  await excel.thaw("sheet");
  expect((await excel.cell("E1"))?.formula).toBe(growth);
  expect(await excel.cells("Copy")).toEqual(frozen);
  await excel.reopen();
  await excel.thaw();
  expect((await excel.cell("E1", "Copy"))?.formula).toBe(growth);
});

test("Where the settings cannot be kept, nothing is frozen; what was is thawed.", async () => {
  const before = await cells();
  excel.savesSettings = false;
  expect(await excel.actions.freeze("workbook", "en")).toMatchObject({ ok: false });
  expect([await cells(), await propertyKeys(), settingKeys()]).toEqual([before, [], []]);
  excel.savesSettings = true;
  await excel.freeze();
  excel.savesSettings = false;
  await excel.select("E2");
  await excel.thaw("selection");
  // After opening, the settings still hold its record, but its name is gone.
  await excel.reopen();
  const { skipped: left = [] } = await excel.thaw();
  expect(left).toEqual([]);
  expect(await cells()).toEqual(before);
});

test("The doctor and the list of sources know what is frozen there.", async () => {
  await excel.freeze();
  expect(await excel.findings()).toEqual([]);
  expect(await excel.find(growth, "ECOM sources")).not.toBe("");
});
