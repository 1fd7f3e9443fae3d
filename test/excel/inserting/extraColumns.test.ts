import type { IndicatorCode, Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import { done, listed, openExcel, type OpenExcel } from "../excel";
import { seen } from "../seen";

/** A column that the user adds to a table of ours stays in it, and each of its cells beside its own figures. */
jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

const of = (period: string, more: readonly IndicatorCode[] = []): Insertion => ({
  kind: "table",
  indicators: ["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", ...more],
  period: period as Period,
  live: false,
});
const cells = async () => {
  const { cells = {} } = (await excel.model()).sheets[0] ?? {};
  return Object.fromEntries(Object.entries(cells).map(([at, { value, formula }]) => [at, formula ?? value]));
};
const table = async () => (await excel.model()).state.tables[0]?.range;
/** What the user wrote beside each label. */
const beside = async () => {
  const now = await cells();
  return Object.fromEntries(
    Object.entries(now).flatMap(([at, note]) =>
      at.startsWith("C") && note !== undefined ? [[String(now[at.replace("C", "A")]), note]] : [],
    ),
  );
};
async function furnish(): Promise<void> {
  done(await excel.actions.insert(of("2025-Q1"), { kind: "at", sheet: "Sheet1", address: "A1" }, "en"));
  await excel.edit(({ worksheets }) => {
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("C2:C5").formulas = [["Mine"], ["note"], ["=B4*2"], [7]];
    sheet.tables.getItemAt(0).resize("A2:C5");
  });
}
const update = async (insertion: Insertion, changes?: "replace") => {
  const [block] = await listed(excel);
  return excel.actions.insert(
    insertion,
    { kind: "block", block: block?.id ?? "" },
    "en",
    changes ? { changes } : {},
  );
};
const notes = {
  Indicator: "Mine",
  "Total retail sales of consumer goods": "note",
  "Online retail sales of physical goods": 7,
};

test.each<[string, Insertion]>([
  ["another period", of("2025-11 YTD")],
  ["more rows, in another order", of("2025-Q1", ["DIGITAL_PRODUCTS"])],
])("An update keeps it: %s", async (_what, insertion) => {
  await furnish();
  const before = seen(await excel.model());
  expect(await beside()).toMatchObject(notes);
  const updated = done(await update(insertion));
  expect(await beside()).toMatchObject(notes);
  const now = await cells();
  const [row = ""] = Object.entries(now).find(([, text]) => /^National online/.test(String(text))) ?? [];
  expect(now[row.replace("A", "C")]).toBe(`=${row.replace("A", "B")}*2`);
  expect(await table()).toMatchObject({ columnCount: 3 });
  const { was } = updated;
  if (was) done(await excel.actions.insert(was.insertion, { kind: "block", block: was.id }, was.language));
  else done(await excel.actions.remove(updated.block ?? ""));
  expect(seen(await excel.model()).length).toBe(before.length);
  expect(await beside()).toMatchObject(notes);
});

test("A cell whose row is not in the new table is named, and nothing is done.", async () => {
  await furnish();
  const before = await excel.model();
  const asked = await update({
    ...of("2025-11 YTD"),
    indicators: ["TOTAL_RETAIL", "EXPRESS_VOLUME"],
  } as Insertion);
  expect(asked).toMatchObject({
    problem: {
      name: "changed-inside",
      unplaced: true,
      cells: [
        { address: "C4", text: "=B4*2" },
        { address: "C5", text: "7" },
      ],
    },
  });
  expect(await excel.model()).toEqual(before);
});

test("An update that fails puts it back.", async () => {
  await furnish();
  const before = await excel.model();
  excel.host.faults.refuse("WorksheetCustomPropertyCollection.add", "GeneralException");
  expect((await update(of("2025-Q1", ["DIGITAL_PRODUCTS"]))).ok).toBe(false);
  expect(await excel.model()).toEqual(before);
});

test("Where nobody added any, an update takes two messages.", async () => {
  done(await excel.actions.insert(of("2025-Q1"), { kind: "at", sheet: "Sheet1", address: "A1" }, "en"));
  const [block] = await listed(excel);
  excel.messages();
  done(await excel.actions.insert(of("2025-11 YTD"), { kind: "block", block: block?.id ?? "" }, "en"));
  expect(excel.messages()).toHaveLength(2);
});
