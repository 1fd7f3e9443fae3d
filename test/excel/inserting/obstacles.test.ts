import type { Insertion, Place } from "../../../src/workbook/insertion";
import { eachTest, openExcel } from "../excel";
import { at, inPeriod, newSheet, over, summaries, tableOf, tableOfTwo as table } from "../insertions";

/** What stands in the way of an insertion is named, and nothing is changed. */
const summary = summaries.quarter;
const excel = eachTest(openExcel);
const insert = (insertion: Insertion, place: Place) => excel.actions.insert(insertion, place, "en");
const protectWorkbook = (on: boolean) =>
  excel.edit(({ protection }) => (on ? protection.protect() : protection.unprotect()));

test("Filled cells, with the next free place, where the same insertion then succeeds.", async () => {
  await excel.enter("C5", "theirs");
  await excel.enter("F20", 7);
  const problem = {
    name: "filled-cells",
    count: 1,
    cells: [{ address: "C5", text: "theirs" }],
    next: { sheet: "Sheet1", address: "B22" },
  };
  await excel.refuses(problem, () => insert(table, at("B3")));
  await excel.insert(table, at("B22"));
});

test("Merged cells.", async () => {
  await excel.editSheet("Sheet1", (sheet) => sheet.getRange("B4:C4").merge(false));
  await excel.refuses("filled-cells", () => insert(table, at("B3")));
});

test("A protected sheet.", async () => {
  await excel.editSheet("Sheet1", ({ protection }) => protection.protect());
  await excel.refuses("sheet-protected", () => insert(table, at("B3")));
  await excel.insert(summary, newSheet);
});

test("A protected structure: no new sheet, and none deleted; a place on a sheet remains.", async () => {
  const { block = "" } = await excel.insert(summary, newSheet);
  await protectWorkbook(true);
  const other = inPeriod(summary, "2025");
  await excel.refuses("workbook-protected", () => insert(other, newSheet));
  expect(await excel.actions.preview(other, newSheet, "en")).toEqual({
    ok: false,
    problem: { name: "workbook-protected" },
  });
  await excel.refuses("workbook-protected", () => excel.actions.remove(block));
  await excel.insert(table, at("B3"));
  await protectWorkbook(false);
  await excel.remove(block);
});

test.each<[string, string, Insertion, Place]>([
  ["a sheet that is not there", "sheet-gone", table, at("A1", "Gone")],
  ["an address that is none", "bad-address", table, at("A1:B")],
  ["an address beyond the edge of the sheet", "bad-address", table, at("XFE1")],
  ["a block that is not there", "block-gone", table, over("x|y")],
  ["nothing chosen", "nothing-asked", { ...table, indicators: [] }, at("B3")],
  ["a period without figures", "no-figure", inPeriod(summary, "1999"), newSheet],
])("What is asked for: %s.", async (_what, problem, insertion, place) => {
  await excel.refuses(problem, () => insert(insertion, place));
});

const noRoom = { ok: false, problem: { name: "no-room", sheet: "Sheet1" } };

test("The edge of the sheet.", async () => {
  for (const address of ["XFD1048576", "XFD1", "A1048576", "XFD20"]) {
    expect(await insert(table, at(address))).toEqual(noRoom);
    expect(await excel.actions.preview(table, at(address), "en")).toEqual(noRoom);
    await excel.select(address);
    expect(await insert(table, { kind: "selection" })).toEqual(noRoom);
  }
});

test("The edge of the sheet, for a block that was moved there and would grow.", async () => {
  const { block = "" } = await excel.insert(tableOf(["DIGITAL_PRODUCTS"]), at("B1048571"));
  const larger = tableOf([
    "DIGITAL_PRODUCTS",
    "ONLINE_ENTERTAINMENT",
    "INSTORE_DINING",
    "ONLINE_RETAIL_TOTAL",
  ]);
  const before = await excel.model();
  expect(await insert(larger, over(block))).toEqual(noRoom);
  expect(await excel.model()).toEqual(before);
});

describe("the next free place", () => {
  const next = async () => {
    const refused = await insert(table, at("B3"));
    if (refused.ok || refused.problem.name !== "filled-cells") throw new Error("it was inserted");
    return refused.problem.next?.address;
  };
  const fill = (change: (sheet: Excel.Worksheet) => unknown) =>
    excel.editSheet("Sheet1", (sheet) => {
      sheet.getRange("B3").values = [["theirs"]];
      change(sheet);
    });

  test.each<[string, string, (sheet: Excel.Worksheet) => unknown]>([
    [
      "lies below a table of which only the headings are filled",
      "B42",
      (sheet) => {
        sheet.getRange("B3:C3").values = [["a", "b"]];
        sheet.tables.add("B3:C40", true);
      },
    ],
    [
      "lies below merged cells, one under the other",
      "B20",
      (sheet) => {
        sheet.getRange("B11:E14").merge(false);
        sheet.getRange("C17:C18").merge(false);
      },
    ],
    [
      "does not mind what stands beside it",
      "B9",
      (sheet) => {
        sheet.getRange("J1:K1").values = [["a", "b"]];
        sheet.tables.add("J1:K60", true);
        sheet.getRange("L10:M30").merge(false);
      },
    ],
  ])("%s, and is free.", async (_what, address, change) => {
    await fill(change);
    expect(await next()).toBe(address);
    await excel.insert(table, at(address));
  });

  test("is none where a table reaches to the last row.", async () => {
    await fill(({ tables }) => tables.add("B3:C1048576", true));
    expect(await next()).toBeUndefined();
  });

  test("is the same in the preview, which does not ask for merged cells.", async () => {
    await fill(({ tables }) => tables.add("B3:C40", true));
    const shown = await excel.actions.preview(table, at("B3"), "en");
    expect(shown).toMatchObject({ problem: { next: { address: "B42" } } });
  });
});

test("A sheet that has the plan's name already gets a number, not an error.", async () => {
  await excel.edit(({ worksheets }) => worksheets.add("at a glance 2025-q1"));
  expect((await excel.insert(summary, newSheet)).sheet).toBe("At a glance 2025-Q1 (2)");
});

const faults: [string, string, object][] = [
  ["a cell that is being edited", "cell-edit", { editing: true }],
  ["a message that the host finds too large", "too-large", { requestLimit: 6000 }],
  ["a session that ended", "host-lost", { envelopeError: 5012 }],
];

describe.each<[string, Insertion, Place, string]>([
  ["the summary on a new sheet", summary, newSheet, "workbook-protected"],
  ["a table at a cell", table, at("B3"), "sheet-protected"],
])("what Excel refuses to %s", (_what, insertion, place, readOnly) => {
  test.each([...faults, ["a workbook in which every write is refused", readOnly, { readOnly: true }]])(
    "%s.",
    async (_fault, problem, fault) => {
      Object.assign(excel.host.faults, fault);
      await excel.refuses(problem as string, () => insert(insertion, place));
    },
  );

  test("settings that the host would not keep: the insertion is taken back.", async () => {
    excel.savesSettings = false;
    await excel.refuses("setting-not-saved", () => insert(insertion, place));
    expect([...excel.settings]).toEqual([]);
  });
});

test("An insertion that is cancelled before it writes.", async () => {
  const controller = new AbortController();
  controller.abort();
  await excel.refuses("cancelled", () =>
    excel.actions.insert(summary, newSheet, "en", { signal: controller.signal }),
  );
});

test("Progress is told from nothing to all.", async () => {
  const parts: number[] = [];
  await excel.insert(summary, newSheet, "en", { onProgress: (part) => parts.push(part) });
  expect(parts[0]).toBe(0);
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
});

test("A workbook that was opened for reading is not asked at all.", async () => {
  await excel.openAnother(() => openExcel(undefined, "readOnly"));
  excel.messages();
  await excel.refuses("read-only", () => insert(summary, newSheet));
  expect(excel.messages()).toEqual([]);
});
