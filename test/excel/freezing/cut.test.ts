import { done, reopen } from "../excel";
import type { OpenExcel } from "../excel";
import { openStrict } from "../strict";

/** Excel is believed to cut the properties of sheets: what was frozen is thawed all the same. */
jest.setTimeout(60_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openStrict();
  excel.settings.set("ECOM.asof", "2026-09-15");
  await enter("Sheet1", [
    ["E1", '=ECOM.GROWTH("digital","2025-Q1")'],
    ["E2", '=ROUND(ECOM.VALUE("total","2025-Q1"),1)'],
    ["F4", '=ECOM.SERIES("physical","growth","2023","2025")'],
  ]);
});
afterEach(() => excel.dispose());

async function enter(name: string, formulas: readonly (readonly [string, string])[]): Promise<void> {
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getItem(name);
    for (const [address, formula] of formulas) sheet.getRange(address).formulas = [[formula]];
  });
  await excel.host.idle();
}

const cells = async () => (await excel.model()).sheets.map((sheet) => [sheet.name, sheet.cells]);
const settingKeys = () => [...excel.settings.keys()].filter((key) => key.startsWith("ECOM.frozen."));
const propertyKeys = async (): Promise<string[]> =>
  Object.values((await excel.model()).state.sheets).flatMap(({ customProperties }) =>
    Object.keys(customProperties),
  );

async function select(address: string): Promise<void> {
  await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").getRange(address).select());
}

test("What was frozen is thawed, after saving and opening too, and nothing is left in the settings.", async () => {
  const before = await cells();
  done(await excel.actions.freeze("workbook", "en"));
  expect(await cells()).not.toEqual(before);
  expect(settingKeys()).toHaveLength(1);
  excel = await reopen(excel, openStrict);
  done(await excel.actions.thaw("workbook"));
  await excel.host.idle();
  expect(await cells()).toEqual(before);
  expect(settingKeys()).toEqual([]);
  expect(await propertyKeys()).toEqual([]);
});

test("One formula alone is thawed, and the others stay frozen until they are.", async () => {
  const before = await cells();
  done(await excel.actions.freeze("workbook", "en"));
  await select("E2");
  done(await excel.actions.thaw("selection"));
  await excel.host.idle();
  const formulas = (await excel.model()).sheets[0]?.cells;
  expect([formulas?.["E1"]?.formula, formulas?.["E2"]?.formula]).toEqual([
    undefined,
    '=ROUND(ECOM.VALUE("total","2025-Q1"),1)',
  ]);
  excel = await reopen(excel, openStrict);
  done(await excel.actions.thaw("workbook"));
  await excel.host.idle();
  expect(await cells()).toEqual(before);
});

test("On a copied sheet each has what is its own: one is thawed, and the other stays as it is.", async () => {
  done(await excel.actions.freeze("sheet", "en"));
  await excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").copy("End").name = "Copy";
  });
  const frozen = (await excel.model()).sheets.find(({ name }) => name === "Copy")?.cells;
  await select("A1");
  done(await excel.actions.thaw("sheet"));
  await excel.host.idle();
  const now = (await excel.model()).sheets;
  expect(now.find(({ name }) => name === "Sheet1")?.cells["E1"]?.formula).toMatch(/ECOM\.GROWTH/);
  expect(now.find(({ name }) => name === "Copy")?.cells).toEqual(frozen);
  excel = await reopen(excel, openStrict);
  done(await excel.actions.thaw("workbook"));
  await excel.host.idle();
  expect((await excel.model()).sheets.find(({ name }) => name === "Copy")?.cells["E1"]?.formula).toMatch(
    /ECOM\.GROWTH/,
  );
});

test("Where the settings cannot be kept, nothing is frozen; what was is thawed.", async () => {
  const before = await cells();
  excel.savesSettings = false;
  expect(await excel.actions.freeze("workbook", "en")).toMatchObject({ ok: false });
  expect([await cells(), await propertyKeys(), settingKeys()]).toEqual([before, [], []]);
  excel.savesSettings = true;
  done(await excel.actions.freeze("workbook", "en"));
  excel.savesSettings = false;
  await select("E2");
  done(await excel.actions.thaw("selection"));
  // The settings still hold it after opening, but its name is gone.
  excel = await reopen(excel, openStrict);
  const { left = [] } = done(await excel.actions.thaw("workbook"));
  expect(left).toEqual([]);
  await excel.host.idle();
  expect(await cells()).toEqual(before);
});

test("The doctor and the list of sources know what is frozen there.", async () => {
  done(await excel.actions.freeze("workbook", "en"));
  const doctor = await excel.actions.doctor();
  expect(doctor.ok && doctor.findings.map(({ kind }) => kind)).toEqual([]);
  const listed = (await excel.model()).sheets.find(({ name }) => name === "ECOM sources");
  expect(Object.values(listed?.cells ?? {}).map(({ value }) => value)).toEqual(
    expect.arrayContaining(['=ECOM.GROWTH("digital","2025-Q1")']),
  );
});
