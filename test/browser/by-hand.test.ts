import { whole } from "../dealt";
import { summaries } from "../excel/insertions";
import { repairs } from "../workbench/xlsx/repairs";
import { schemaFaults } from "../workbench/xlsx/validator";
import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";
import { productIn, savedBytes } from "./product";
import { byHand } from "./tables";

// An hour's work on a workbook, in which later steps rest on earlier ones. After each step the file is saved: Excel
// must not need to repair it, and it must fit the published schemas.

/** Presses keys on a cell, as a person does, and waits until all is calculated. */
const keys =
  (address: string, ...pressed: string[]) =>
  async ({ page, select, idle }: Workbench) => {
    await select(address);
    for (const key of pressed) await page.keyboard.press(key);
    await idle();
  };

const type =
  (...typed: [address: string, text: string][]) =>
  async ({ enter }: Workbench) => {
    for (const [address, text] of typed) await enter(address, text);
  };

/** After a step: what cells show. */
const shows =
  (act: Act, range: string, ...rows: string[]): Act =>
  async (workbench) => {
    await act(workbench);
    expect((await workbench.texts(range)).map((row) => row.join("|"))).toEqual(rows);
  };

type Act = (workbench: Workbench) => Promise<unknown>;

/** Pastes what was copied elsewhere. */
const paste =
  (address: string, text: string): Act =>
  async (workbench) => {
    const { page } = workbench;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((one) => navigator.clipboard.writeText(one), text);
    await keys(address, "Control+v")(workbench);
    await page.waitForFunction(
      (at) =>
        (window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(at).getValue() ?? "") !==
        "",
      address,
    );
    await workbench.idle();
  };

/** What the grid's own menus do; `script` is the body of a function of the workbook (`book`), its active sheet and the workbench. */
const menu =
  (act: (book: Book, sheet: Sheet) => unknown) =>
  async ({ page, idle }: Workbench) => {
    await page.evaluate(`(${act.toString()})(...((book) => [book, book.getActiveSheet()])(
      window.workbench.univerAPI.getActiveWorkbook()))`);
    await idle();
  };

type Book = NonNullable<ReturnType<NonNullable<typeof window.workbench>["univerAPI"]["getActiveWorkbook"]>>;
type Sheet = ReturnType<Book["getActiveSheet"]>;

/** Sorts or filters the first table by a column, as its button does. */
const table =
  (...how: [column: number, act: "up" | "all" | readonly string[]]): Act =>
  (workbench) =>
    byHand(workbench, "first", ...how);

/** Sorts or filters the last table that the add-in inserted, on the sheet that is shown, by its first column. */
const inserted =
  (act: "up" | "first"): Act =>
  (workbench) =>
    byHand(workbench, "last shown", 0, act);

const refused =
  (address: string, typed: string) =>
  async ({ page, select }: Workbench) => {
    await select(address);
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Enter");
    await page.locator("#refused").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#refused").waitFor({ state: "hidden" });
  };

/** The table before its rows are deleted, and after that is undone. */
const beforeDeleting = [
  "B2:E6",
  "Period|Amount|Column3|Column4",
  "2024|15.5||a remark",
  "|||",
  "2025|16.1||",
  "2026|3.6||",
] as const;

const acts: [name: string, act: Act][] = [
  ["texts, numbers and a date are typed", type(["B2", "Period"], ["C2", "Level"], ["D2", "Growth"])],
  ["a table is filled", type(["B3", "2024"], ["C3", "15.5"], ["D3", "7.2%"], ["B4", "2025"], ["C4", "16.1"])],
  ["a table is made of it", keys("C3", "Control+l")],
  ["a row typed below joins it", type(["B5", "2026"], ["C5", "3.6"])],
  ["a column typed beside joins it", type(["E2", "Note"], ["E3", "a remark"])],
  ["a heading is retyped", type(["C2", "Amount"])],
  ["a heading is deleted", keys("D2", "Delete")],
  ["a heading becomes a year", type(["D2", "2024"])],
  ["a heading becomes like another", type(["E2", "amount"])],
  ["a heading gets blanks around", type(["E2", " Note "])],
  ["a heading gets a formula", type(["E2", "=2000+25"])],
  ["a calculated column is typed", type(["F2", "Twice"], ["F3", "=[@Amount]*2"])],
  ["the table is summed", type(["H2", "=SUM(Table1[Amount])"], ["H3", "=SUM(Table1[#Totals])*0"])],
  ["it is sorted", table(0, "up")],
  ["it is filtered", table(0, ["2024"])],
  ["the filter is taken away", table(0, "all")],
  ["a column is inserted in its middle", menu((_, sheet) => sheet.insertColumnsBefore(3, 1))],
  ["a column of it is deleted", menu((_, sheet) => sheet.deleteColumns(4, 1))],
  ["a row is inserted in it", menu((_, sheet) => sheet.insertRowsBefore(3, 1))],
  [
    "all its rows are deleted",
    shows(
      menu((_, sheet) => sheet.deleteRows(2, 4)),
      "B2:E4",
      "Period|Amount|Column3|Column4",
      "|||",
      "|||",
    ),
  ],
  ["that is undone", shows(keys("A1", "Control+z"), ...beforeDeleting)],
  ["its heading row is deleted", menu((_, sheet) => sheet.deleteRows(1, 1))],
  ["that is undone too", shows(keys("A1", "Control+z"), ...beforeDeleting)],
  ["a formula that does not parse is refused", refused("H5", "=1+")],
  ["another with semicolons", refused("H5", "=SUM(1;2)")],
  ["and one with a text too long", refused("H5", `="${"x".repeat(256)}"`)],
  ["signs of a Chinese keyboard are typed", type(["H5", "＝SUM（1，2）"], ["H6", "=“网上”&“零售”"])],
  ["@ and names of its own in formulas", type(["H7", "=@H2"], ["H8", "=LET(x,1,x+1)"], ["H9", "=@A1:A3"])],
  [
    "newer functions",
    type(["H10", "=NORM.DIST(1,0,1,TRUE)"], ["H11", "=BITAND(5,3)"], ["H12", "=XLOOKUP(1,A1:A2,A1:A2)"]),
  ],
  ["a result too long for a cell", type(["H13", '=REPT("x",40000)'])],
  ["a function that fills cells", type(["J2", '=ECOM.SERIES("physical","level","2023","2025")'])],
  ["what blocks it", type(["J4", "in the way"])],
  ["numbers that fill cells", type(["M2", "=SEQUENCE(3,2)"], ["N3", "in the way"])],
  ["texts with signs of their own", type(["A20", "_x0041_ <b>&amp;"], ["A21", "'=text"], ["A22", "☃ 𝒳 é"])],
  ["lines and tabs in a cell", menu((_, sheet) => sheet.getRange("A24").setValue("one\r\ntwo\tthree"))],
  ["cells are merged", menu((_, sheet) => sheet.getRange("A26:C27").merge())],
  ["and taken apart", menu((_, sheet) => sheet.getRange("A26:C27").breakApart())],
  [
    "bold, percent, a format of one's own",
    menu((_, sheet) =>
      sheet.getRange("A20:C22").setFontWeight("bold").setNumberFormat('[Red]0.0"%";[Blue]-0.0'),
    ),
  ],
  [
    "a row and a column far too large",
    menu((_, sheet) => sheet.setColumnWidth(6, 5000).setRowHeight(30, 2000)),
  ],
  ["rows and columns are hidden", menu((_, sheet) => (sheet.hideRows(28, 2), sheet.hideColumns(15, 2)))],
  ["rows are frozen", menu((_, sheet) => sheet.setFrozenRows(2))],
  ["a fill down", keys("C3", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d")],
  [
    "a copy is pasted",
    async (workbench) => {
      await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await keys("B2", "Shift+ArrowRight", "Shift+ArrowDown", "Control+c")(workbench);
      await keys("B32", "Control+v")(workbench);
    },
  ],
  [
    "texts of another program are pasted",
    paste("B36", "Region\tRegion\t2024\n北京\t1,234.5\t=1+\n上海\t7.4%\t'x"),
  ],
  ["a table is made of them", keys("B36", "Control+t")],
  ["text is pasted over its headings", paste("C36", "region\tRegion")],
  ["a text over 32,767 signs is pasted", paste("Q40", "y".repeat(33_000))],
  [
    "a sheet is inserted by the add-in",
    async (workbench) => {
      const outcome = await (
        await productIn(workbench)
      ).insert(summaries.quarter, { kind: "new-sheet" }, "zh");
      expect(outcome).toMatchObject({ ok: true });
    },
  ],
  ["its last table is sorted", inserted("up")],
  ["and filtered", inserted("first")],
  ["its title is retyped", type(["A1", "My own title"])],
  [
    "rows are put into that sheet, and columns taken out",
    menu((_, sheet) => (sheet.insertRowsBefore(6, 2), sheet.deleteColumns(1, 1))),
  ],
  ["it is copied", menu((book, sheet) => book.duplicateSheet(sheet))],
  ["it is renamed", menu((_, sheet) => sheet.setName("It's 2025（一）"))],
  [
    "a formula leads there",
    menu((book) => {
      book.setActiveSheet(book.getSheets()[0]!);
      book.getSheets()[0]!.getRange("P1").setValue({ f: "='It''s 2025（一）'!A1" });
    }),
  ],
  ["a sheet is added", menu((book) => book.insertSheet("Notes"))],
  ["a sheet is moved to the front", menu((book, sheet) => book.moveSheet(sheet, 0))],
  [
    "a sheet is hidden",
    menu((book, sheet) => (sheet.hideSheet(), book.setActiveSheet(book.getSheets()[1]!))),
  ],
  [
    "a sheet that others refer to is deleted",
    menu((book) => book.deleteSheet(book.getSheetByName("It's 2025（一）")!)),
  ],
];

test(`After each of ${acts.length} ordinary acts the saved file is sound.`, async () => {
  const workbench = await openWorkbench();
  expect(acts.length).toBeGreaterThanOrEqual(50);
  const said: string[] = [];
  let before: Uint8Array | undefined;
  // The validator is a separate program: it reads one file while the next step is done.
  let judged = Promise.resolve();
  for (const [index, [name, act]] of acts.entries()) {
    await act(workbench).catch((error: unknown) => said.push(`${name}: ${String(error)}`));
    // Saving and checking take longer than most steps, and what one leaves behind is still there five steps later.
    if (!whole && index % 6 !== 5 && index !== acts.length - 1) continue;
    const bytes = await savedBytes(workbench);
    if (before && Buffer.compare(before, bytes) === 0) continue;
    before = bytes;
    judged = judged.then(async () => {
      const faults = [...repairs(bytes), ...(await schemaFaults(bytes))];
      for (const fault of faults) said.push(`${name}: ${fault}`);
    });
  }
  await judged;
  expect(said).toEqual([]);
}, 600_000);
