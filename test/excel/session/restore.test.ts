import { dataset } from "../../../src/dataset";
import type { Language, Period } from "../../../src/dataset";
import { marker, recordKey, unfinished } from "../../../src/excel/reading/blockRecord";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import type { Outcome } from "../../../src/workbook/outcome";
import { whole } from "../../dealt";
import { done, openExcel } from "../excel";
import type { OpenExcel } from "../excel";
import { furnish } from "../furnish";
import { insertions, summaries } from "../insertions";
import { look } from "../seen";

const newSheet: Place = { kind: "new-sheet" };
const atP6: Place = { kind: "at", sheet: "Sheet1", address: "P6" };
const earlier = { period: "2024" as Period };

jest.setTimeout(60_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  await furnish(excel);
});
afterEach(() => excel.dispose());

/** Takes an update back as the pane does. */
async function back(outcome: Outcome): Promise<Outcome> {
  const { was } = done(outcome);
  if (!was) throw new Error("nothing to go back to");
  return excel.actions.insert(was.insertion, { kind: "block", block: was.id }, was.language);
}

const blocks = insertions.filter(
  ([, { kind }]) => kind === "summary" || kind === "table" || kind === "chart",
);
type Case = [name: string, insertion: Insertion, place: Place, language: Language];
/** Pages stand on their own sheets or among other cells, in turn. */
const cases = blocks.flatMap(([name, insertion], index) => {
  const among: Case = [`${name} in Chinese, among other people's cells`, insertion, atP6, "zh"];
  if (insertion.kind !== "summary") return [among];
  const alone: Case = [`${name} in English, on its sheet`, insertion, newSheet, "en"];
  return whole ? [among, alone] : [index % 2 === 0 ? alone : among];
});

/** The workbook as people see it. The workbench takes names of table columns from their cells only at a resize. */
async function model(): Promise<unknown> {
  const snapshot = await excel.model();
  const tables = snapshot.state.tables.map((table) => ({ ...table, columns: [] }));
  return look({ ...snapshot, state: { ...snapshot.state, tables } });
}

test.each(cases)(
  "An update that is taken back gives the workbook as it was: %s",
  async (_name, insertion: Insertion, place: Place, language: Language) => {
    const other = language === "en" ? "zh" : "en";
    const { block = "" } = done(await excel.actions.insert(insertion, place, language));
    const before = await model();
    for (const next of [insertion, { ...insertion, ...earlier }] as Insertion[]) {
      const updated = await excel.actions.insert(next, { kind: "block", block }, other);
      // Not every template can be made for every period.
      if (!updated.ok && updated.problem.name === "no-figure") continue;
      expect(await model()).not.toEqual(before);
      await back(updated);
      expect(await model()).toEqual(before);
    }
  },
);

test("A column that the user made wider stays so in an update.", async () => {
  const { block = "" } = done(await excel.actions.insert(summaries.quarter, atP6, "zh"));
  const column = (workbook: Excel.Workbook) => workbook.worksheets.getItem("Sheet1").getRange("Q:Q").format;
  await excel.edit((workbook) => (column(workbook).columnWidth = 300));
  const widths = async () => (await excel.model()).sheets[0]?.columnWidths;
  const before = await widths();
  await back(await excel.actions.insert(summaries.quarter, { kind: "block", block }, "en"));
  expect(await widths()).toEqual(before);
});

describe("nothing to go back to", () => {
  const update = async (block: string) =>
    done(
      await excel.actions.insert({ ...summaries.quarter, ...earlier }, { kind: "block", block }, "en", {
        changes: "replace",
      }),
    );

  test("after what the user wrote inside was replaced.", async () => {
    const { block = "", sheet } = done(await excel.actions.insert(summaries.quarter, newSheet, "en"));
    await excel.edit((workbook) => {
      workbook.worksheets.getItem(sheet).getRange("A2").values = [["Mine"]];
    });
    expect(await update(block)).not.toHaveProperty("was");
  });

  test("after a chart that the user took away came again.", async () => {
    const { block = "", sheet } = done(await excel.actions.insert(summaries.quarter, newSheet, "en"));
    await excel.edit((workbook) => workbook.worksheets.getItem(sheet).charts.getItemAt(0).delete());
    expect(await update(block)).not.toHaveProperty("was");
  });

  test("after a block of other data was made again.", async () => {
    const { block = "", sheet } = done(await excel.actions.insert(summaries.quarter, newSheet, "en"));
    const id = block.slice(block.lastIndexOf("|") + 1);
    const properties = Object.values((await excel.model()).state.sheets).map(
      (one) => one.customProperties[recordKey(id)],
    );
    const record = properties.find((text) => text !== undefined) ?? "";
    await excel.edit((workbook) => {
      workbook.worksheets
        .getItem(sheet)
        .customProperties.add(recordKey(id), record.replace(dataset.version, "2026-01-01.000000"));
    });
    expect(await update(block)).not.toHaveProperty("was");
  });

  test("after a block that was left half was completed.", async () => {
    const { block = "", sheet } = done(await excel.actions.insert(summaries.quarter, newSheet, "en"));
    await excel.edit((workbook) => {
      const names = workbook.worksheets.getItem(sheet).names;
      names.getItem(marker(block.slice(block.lastIndexOf("|") + 1))).comment = unfinished;
    });
    expect(await update(block)).not.toHaveProperty("was");
  });
});

describe("the sheet of a summary that is updated to another period", () => {
  const old = "At a glance 2025-Q1";
  const toEarlier = async (block: string) =>
    done(await excel.actions.insert({ ...summaries.quarter, ...earlier }, { kind: "block", block }, "en"));
  const names = async () => (await excel.model()).sheets.map(({ name }) => name);
  const begin = async () => done(await excel.actions.insert(summaries.quarter, newSheet, "en")).block ?? "";

  test("is named after it, in the message that writes, and the block is known there.", async () => {
    const block = await begin();
    excel.messages();
    expect(await toEarlier(block)).toMatchObject({ sheet: "At a glance 2024" });
    expect(excel.messages()).toHaveLength(2);
    expect(await names()).toEqual(["Sheet1", "At a glance 2024"]);
    expect(await excel.actions.blocks()).toMatchObject({
      blocks: [{ id: block, sheet: "At a glance 2024" }],
    });
    const again = await excel.actions.insert({ ...summaries.quarter, ...earlier }, newSheet, "en");
    expect(done(again).text.en).toContain("Already there");
  });

  test("gets a number behind its name where the name is taken, and had one.", async () => {
    await excel.edit((workbook) =>
      ["At a glance 2024", old].forEach((name) => workbook.worksheets.add(name)),
    );
    const block = await begin();
    expect((await names()).at(-1)).toBe(`${old} (2)`);
    const updated = await toEarlier(block);
    expect(updated.sheet).toBe("At a glance 2024 (2)");
    done(await back({ ok: true, done: updated }));
    expect((await names()).at(-1)).toBe(`${old} (2)`);
  });

  test("keeps a name that the user gave it.", async () => {
    const block = await begin();
    await excel.edit((workbook) => (workbook.worksheets.getItem(old).name = `${old} for Li`));
    expect(await toEarlier(block)).toMatchObject({ sheet: `${old} for Li` });
    expect(await names()).toEqual(["Sheet1", `${old} for Li`]);
  });

  test("keeps its name where the workbook lets no sheet be renamed.", async () => {
    const block = await begin();
    await excel.edit((workbook) => workbook.protection.protect());
    expect(await toEarlier(block)).toMatchObject({ sheet: old });
    expect(await names()).toEqual(["Sheet1", old]);
  });

  test("has its old name again when the last action fails.", async () => {
    const block = await begin();
    const insertion: Insertion = { ...summaries.quarter, ...earlier };
    excel.messages();
    await back(await excel.actions.insert(insertion, { kind: "block", block }, "en"));
    const before = await model();
    const count = excel
      .messages()
      .slice(0, 2)
      .reduce((sum, body) => sum + (JSON.parse(body) as { Actions: unknown[] }).Actions.length, 0);
    excel.host.faults.failAction(count, "RequestAborted");
    const outcome = await excel.actions.insert(insertion, { kind: "block", block }, "en");
    excel.host.faults.clear();
    expect(outcome).toMatchObject({ ok: false, problem: { name: "busy" } });
    expect(await model()).toEqual(before);
  });
});
