import { eachTest } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { growth } from "./formulas";

/** What people write on the sheet of sources stays, wherever they write it. */
const excel = eachTest(openExcelWithFunctions);

const write = async (addresses: readonly string[]) => {
  for (const address of addresses) await excel.enter(address, growth);
};
const freeze = async (addresses: readonly string[]) => {
  await write(addresses);
  await excel.freeze();
};
const thaw = async (address: string) => {
  await excel.select(address);
  await excel.thaw("selection");
};
const note = (address: string, text: string) => excel.enter(address, text, "ECOM sources");
/** The values on the sheet of sources by address. */
const list = async () =>
  Object.fromEntries(
    Object.entries(await excel.cells("ECOM sources")).map(([address, { value }]) => [address, value]),
  );
/** Where a text stands, and which frozen cell its row is about. */
const where = async (text: string) => {
  const at = await excel.find(text, "ECOM sources");
  return { at, about: (await list())[`B${at.replace(/\D/g, "")}`] };
};

test("What stands below is pushed down when the list grows, and stays when it shrinks.", async () => {
  await freeze(["A1", "A2"]);
  await note("A8", "below");
  await note("C9", "further");
  await freeze(["A3", "A4", "A5"]);
  expect((await where("below")).at).toBe("A11");
  expect((await where("further")).at).toBe("C12");
  expect((await list())["B9"]).toBe("A5");
  await thaw("A1:A3");
  expect((await where("below")).at).toBe("A11");
  await excel.thaw();
  expect(await list()).toEqual({ A11: "below", C12: "further" });
});

test("What stands beside a line goes with it.", async () => {
  await freeze(["A2", "A4"]);
  await note("L4", "My remarks");
  await note("L6", "about A4");
  await freeze(["A1", "A3"]);
  expect(await where("about A4")).toEqual({ at: "L8", about: "A4" });
  expect((await where("My remarks")).at).toBe("L4");
  await thaw("A1:A2");
  expect((await where("about A4")).about).toBe("A4");
});

test("A row that people added to the table comes below it, and a column of theirs stays in it.", async () => {
  await freeze(["A1", "A2"]);
  await excel.editSheet("ECOM sources", (sheet) => {
    sheet.getRange("L4:L6").values = [["Checked"], ["yes"], ["no"]];
    sheet.getRange("A7:B7").values = [["Own", "source"]];
    sheet.tables.getItem("ECOM_sources").resize("A4:L7");
  });
  await freeze(["A3"]);
  const cells = await list();
  expect(cells["B7"]).toBe("A3");
  expect((await where("Own")).at).toBe("A8");
  expect([cells["L4"], cells["L5"], cells["L6"]]).toEqual(["Checked", "yes", "no"]);
  const [sources] = (await excel.model()).state.tables;
  expect(sources?.range).toMatchObject({ row: 3, column: 0, rowCount: 4, columnCount: 12 });
});

test("A row between two lines comes below the list.", async () => {
  await freeze(["A1", "A2"]);
  await excel.editSheet("ECOM sources", (sheet) => {
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
  const before = await list();
  for (const member of ["Range.values", "NamedItemCollection.add"]) {
    excel.host.faults.refuse(member, "GeneralException");
    expect((await excel.actions.freeze("workbook", "en")).ok).toBe(false);
    excel.host.faults.clear();
    expect([member, await list()]).toEqual([member, before]);
  }
});
