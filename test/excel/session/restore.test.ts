import { dataset } from "../../../src/dataset";
import type { Language } from "../../../src/dataset";
import { marker, recordKey, unfinished } from "../../../src/excel/reading/blockRecord";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import type { DoneAction } from "../../../src/workbook/outcome";
import { dealt, whole } from "../../dealt";
import { eachTest, openExcel } from "../excel";
import { at, inPeriod, insertions, newSheet, over, summaries } from "../insertions";
import { look } from "../seen";
import { done, furnish } from "../workbook";

const { quarter } = summaries;
const earlier = inPeriod(quarter, "2024");

const excel = eachTest(openExcel, furnish);

/** Takes an update back as the pane does. */
async function back({ was }: DoneAction): Promise<DoneAction> {
  if (!was) throw new Error("nothing to go back to");
  return excel.insert(was.insertion, over(was.id), was.language);
}

const blocks = insertions.filter(
  ([, { kind }]) => kind === "summary" || kind === "table" || kind === "chart",
);
type Case = [name: string, insertion: Insertion, place: Place, language: Language];
/** `npm test` puts pages on sheets of their own and among other cells by turns. */
const cases = blocks.flatMap(([name, insertion], index) => {
  const among: Case = [`${name} in Chinese, among other people's cells`, insertion, at("P6"), "zh"];
  if (insertion.kind !== "summary") return [among];
  const alone: Case = [`${name} in English, on its sheet`, insertion, newSheet, "en"];
  return whole ? [among, alone] : [index % 2 === 0 ? alone : among];
});

/** The workbook as people see it, without the names of table columns: the workbench reads them anew only at a resize. */
async function model(): Promise<unknown> {
  const snapshot = await excel.model();
  const tables = snapshot.state.tables.map((table) => ({ ...table, columns: [] }));
  return look({ ...snapshot, state: { ...snapshot.state, tables } });
}

test.each(dealt(cases, 3))(
  "An update that is taken back gives the workbook as it was: %s",
  async (_name, insertion, place, language) => {
    const other = language === "en" ? "zh" : "en";
    const { block = "" } = await excel.insert(insertion, place, language);
    const before = await model();
    for (const next of [insertion, inPeriod(insertion, "2024")]) {
      const updated = await excel.actions.insert(next, over(block), other);
      // Not every template can be made for every period.
      if (!updated.ok && updated.problem.name === "no-figure") continue;
      expect(await model()).not.toEqual(before);
      await back(done(updated));
      expect(await model()).toEqual(before);
    }
  },
);

test("A column that the user made wider stays so in an update.", async () => {
  const { block = "" } = await excel.insert(quarter, at("P6"), "zh");
  await excel.editSheet("Sheet1", (sheet) => (sheet.getRange("Q:Q").format.columnWidth = 300));
  const { columnWidths } = await excel.sheet();
  await back(await excel.insert(quarter, over(block)));
  expect((await excel.sheet()).columnWidths).toEqual(columnWidths);
});

/** Something that is done to the sheet of a block whose id is given, and to its record. */
type Change = (sheet: Excel.Worksheet, id: string, record: string) => unknown;

test.each<[string, Change]>([
  ["what the user wrote inside was replaced", (sheet) => (sheet.getRange("A2").values = [["Mine"]])],
  ["a chart that the user took away came again", ({ charts }) => charts.getItemAt(0).delete()],
  [
    "a block of other data was made again",
    ({ customProperties }, id, record) =>
      customProperties.add(recordKey(id), record.replace(dataset.version, "2026-01-01.000000")),
  ],
  [
    "a block that was left half was completed",
    ({ names }, id) => (names.getItem(marker(id)).comment = unfinished),
  ],
])("There is nothing to go back to after %s.", async (_what, change) => {
  const { block = "", sheet } = await excel.insert(quarter, newSheet);
  const id = block.slice(block.lastIndexOf("|") + 1);
  const { state } = await excel.model();
  const record = state.sheets[(await excel.sheet(sheet)).id]?.customProperties[recordKey(id)] ?? "";
  expect(record).toContain(dataset.version);
  await excel.editSheet(sheet, (page) => change(page, id, record));
  const updated = await excel.insert(earlier, over(block), "en", { changes: "replace" });
  expect(updated).not.toHaveProperty("was");
});

describe("the sheet of a summary that is updated to another period", () => {
  const old = "At a glance 2025-Q1";
  const begin = async () => (await excel.insert(quarter, newSheet)).block ?? "";

  test("is named after it, in the message that writes, and the block is known there.", async () => {
    const block = await begin();
    excel.messages();
    expect(await excel.insert(earlier, over(block))).toMatchObject({ sheet: "At a glance 2024" });
    expect(excel.messages()).toHaveLength(2);
    expect(await excel.sheetNames()).toEqual(["Sheet1", "At a glance 2024"]);
    expect(await excel.blocks()).toMatchObject([{ id: block, sheet: "At a glance 2024" }]);
    expect((await excel.insert(earlier, newSheet)).text.en).toContain("Already there");
  });

  test("gets a number behind its name where the name is taken, and had one.", async () => {
    for (const name of ["At a glance 2024", old]) await excel.edit(({ worksheets }) => worksheets.add(name));
    const block = await begin();
    expect((await excel.sheetNames()).at(-1)).toBe(`${old} (2)`);
    const updated = await excel.insert(earlier, over(block));
    expect(updated.sheet).toBe("At a glance 2024 (2)");
    await back(updated);
    expect((await excel.sheetNames()).at(-1)).toBe(`${old} (2)`);
  });

  test("keeps a name that the user gave it.", async () => {
    const block = await begin();
    await excel.editSheet(old, (sheet) => (sheet.name = `${old} for Li`));
    expect(await excel.insert(earlier, over(block))).toMatchObject({ sheet: `${old} for Li` });
    expect(await excel.sheetNames()).toEqual(["Sheet1", `${old} for Li`]);
  });

  test("keeps its name where the workbook lets no sheet be renamed.", async () => {
    const block = await begin();
    await excel.edit(({ protection }) => protection.protect());
    expect(await excel.insert(earlier, over(block))).toMatchObject({ sheet: old });
    expect(await excel.sheetNames()).toEqual(["Sheet1", old]);
  });

  test("has its old name again when the last action fails.", async () => {
    const block = await begin();
    excel.messages();
    await back(await excel.insert(earlier, over(block)));
    const before = await model();
    const actions = excel
      .messages()
      .slice(0, 2)
      .reduce((sum, body) => sum + (JSON.parse(body) as { Actions: unknown[] }).Actions.length, 0);
    const outcome = await excel.failingAt(actions, () => excel.actions.insert(earlier, over(block), "en"));
    expect(outcome).toMatchObject({ ok: false, problem: { name: "busy" } });
    expect(await model()).toEqual(before);
  });
});
