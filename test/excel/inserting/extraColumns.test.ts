import type { IndicatorCode } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import { eachTest, openExcel } from "../excel";
import { at, over, tableOf } from "../insertions";
import { seen } from "../seen";
import { done } from "../workbook";

/** A column that the user adds to a table of ours stays, and each of its cells stays with its row. */
const excel = eachTest(openExcel);

const of = (period: string, more: readonly IndicatorCode[] = []): Insertion =>
  tableOf(["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", ...more], period, {
    live: false,
  });

/** What the user wrote beside each label. */
async function beside(): Promise<Record<string, unknown>> {
  const contents = await excel.contents();
  return Object.fromEntries(
    Object.entries(contents).flatMap(([address, note]) =>
      address.startsWith("C") && note !== undefined
        ? [[String(contents[address.replace("C", "A")]), note]]
        : [],
    ),
  );
}
const notes = {
  Indicator: "Mine",
  "Total retail sales of consumer goods": "note",
  "Online retail sales of physical goods": 7,
};

async function insertWithNotes(): Promise<void> {
  await excel.insert(of("2025-Q1"), at("A1"));
  await excel.enter("C2:C5", [["Mine"], ["note"], ["=B4*2"], [7]]);
  await excel.editSheet("Sheet1", ({ tables }) => tables.getItemAt(0).resize("A2:C5"));
}
const update = async (insertion: Insertion) =>
  excel.actions.insert(insertion, over((await excel.firstBlock()).id), "en");

test.each<[string, Insertion]>([
  ["another period", of("2025-11 YTD")],
  ["more rows, in another order", of("2025-Q1", ["DIGITAL_PRODUCTS"])],
])("An update keeps it: %s", async (_what, insertion) => {
  await insertWithNotes();
  const before = seen(await excel.model());
  expect(await beside()).toMatchObject(notes);
  const updated = done(await update(insertion));
  expect(await beside()).toMatchObject(notes);
  const now = await excel.contents();
  const [row = ""] = Object.entries(now).find(([, text]) => /^National online/.test(String(text))) ?? [];
  expect(now[row.replace("A", "C")]).toBe(`=${row.replace("A", "B")}*2`);
  expect((await excel.model()).state.tables[0]?.range).toMatchObject({ columnCount: 3 });
  const { was } = updated;
  if (was) await excel.insert(was.insertion, over(was.id), was.language);
  else await excel.remove(updated.block ?? "");
  expect(seen(await excel.model()).length).toBe(before.length);
  expect(await beside()).toMatchObject(notes);
});

test("A cell whose row is not in the new table is named, and nothing is done.", async () => {
  await insertWithNotes();
  const problem = {
    name: "changed-inside",
    unplaced: true,
    cells: [
      { address: "C4", text: "=B4*2" },
      { address: "C5", text: "7" },
    ],
  };
  await excel.refuses(problem, () =>
    update(tableOf(["TOTAL_RETAIL", "EXPRESS_VOLUME"], "2025-11 YTD", { live: false })),
  );
});

test("An update that fails puts it back.", async () => {
  await insertWithNotes();
  excel.host.faults.refuse("WorksheetCustomPropertyCollection.add", "GeneralException");
  await excel.refuses({}, () => update(of("2025-Q1", ["DIGITAL_PRODUCTS"])));
});
