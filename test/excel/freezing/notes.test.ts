import { done, type OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";

/** What people write on the sheet of sources stays, wherever they write it. */
jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcelWithFunctions();
});
afterEach(() => excel.dispose());

const formula = '=ECOM.GROWTH("digital","2025-Q1")';
const write = (addresses: readonly string[]) =>
  excel.edit(({ worksheets }) => {
    for (const address of addresses) worksheets.getItem("Sheet1").getRange(address).formulas = [[formula]];
  });
const note = (address: string, text: string) =>
  excel.edit(({ worksheets }) => (worksheets.getItem("ECOM sources").getRange(address).values = [[text]]));
const list = async () => {
  const found = (await excel.model()).sheets.find(({ name }) => name === "ECOM sources");
  return Object.fromEntries(Object.entries(found?.cells ?? {}).map(([at, { value }]) => [at, value]));
};
/** Where a text stands, and which frozen cell its row is about. */
const where = async (text: string) => {
  const cells = await list();
  const at = Object.keys(cells).find((one) => cells[one] === text) ?? "";
  return { at, about: cells[`B${at.replace(/\D/g, "")}`] };
};
const freeze = async (addresses: readonly string[]) => {
  await write(addresses);
  await excel.host.idle();
  done(await excel.actions.freeze("workbook", "en"));
};

test("What stands below is pushed down when the list grows, and stays when it shrinks.", async () => {
  await freeze(["A1", "A2"]);
  await note("A8", "below");
  await note("C9", "further");
  await freeze(["A3", "A4", "A5"]);
  expect((await where("below")).at).toBe("A11");
  expect((await where("further")).at).toBe("C12");
  expect((await list())["B9"]).toBe("A5");
  await excel.edit(({ worksheets }) => worksheets.getItem("Sheet1").getRange("A1:A3").select());
  done(await excel.actions.thaw("selection"));
  expect((await where("below")).at).toBe("A11");
  done(await excel.actions.thaw("workbook"));
  expect(await list()).toEqual({ A11: "below", C12: "further" });
});

test("What stands beside a line goes with it.", async () => {
  await freeze(["A2", "A4"]);
  await note("L4", "My remarks");
  await note("L6", "about A4");
  await freeze(["A1", "A3"]);
  expect(await where("about A4")).toEqual({ at: "L8", about: "A4" });
  expect((await where("My remarks")).at).toBe("L4");
  await excel.edit(({ worksheets }) => worksheets.getItem("Sheet1").getRange("A1:A2").select());
  done(await excel.actions.thaw("selection"));
  expect((await where("about A4")).about).toBe("A4");
});

test("A row that people added to the table comes below it, and a column of theirs stays in it.", async () => {
  await freeze(["A1", "A2"]);
  await excel.edit(({ worksheets }) => {
    const sheet = worksheets.getItem("ECOM sources");
    sheet.getRange("L4:L6").values = [["Checked"], ["yes"], ["no"]];
    sheet.getRange("A7:B7").values = [["Own", "source"]];
    sheet.tables.getItem("ECOM_sources").resize("A4:L7");
  });
  await freeze(["A3"]);
  const cells = await list();
  expect(cells["B7"]).toBe("A3");
  expect((await where("Own")).at).toBe("A8");
  expect([cells["L4"], cells["L5"], cells["L6"]]).toEqual(["Checked", "yes", "no"]);
  const [table] = (await excel.model()).state.tables;
  expect(table?.range).toMatchObject({ row: 3, column: 0, rowCount: 4, columnCount: 12 });
});

test("A row between two lines comes below the list.", async () => {
  await freeze(["A1", "A2"]);
  await excel.edit(({ worksheets }) => {
    const sheet = worksheets.getItem("ECOM sources");
    sheet.getRange("A6:K6").insert("Down");
    sheet.getRange("A6:B6").values = [["between", "mine"]];
  });
  await freeze(["A3"]);
  const cells = await list();
  expect([cells["B5"], cells["B6"], cells["B7"]]).toEqual(["A1", "A2", "A3"]);
  expect((await where("between")).at).toBe("A9");
});

test("A freezing that fails leaves every note where it stood.", async () => {
  await freeze(["A1", "A2"]);
  await note("A8", "below");
  await note("L6", "beside");
  await write(["A3", "A4", "A5"]);
  await excel.host.idle();
  const before = await list();
  for (const member of ["Range.values", "NamedItemCollection.add"]) {
    excel.host.faults.refuse(member, "GeneralException");
    expect((await excel.actions.freeze("workbook", "en")).ok).toBe(false);
    excel.host.faults.clear();
    expect([member, await list()]).toEqual([member, before]);
  }
});
