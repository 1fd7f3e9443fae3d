import { oneOf } from "../dealt";
import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";

// What people do to cells with keys and mouse, and what Excel makes of it.

const series = '=ECOM.SERIES("physical","growth","2023","2025")';

/** Selects from one cell to another with the keyboard, so that the first stays the active one. */
async function selectTo({ page, select }: Workbench, from: string, keys: string[]): Promise<void> {
  await select(from);
  for (const key of keys) await page.keyboard.press(`Shift+${key}`);
}

/** Waits until no cell is being edited and everything is calculated. */
async function entered({ page, idle }: Workbench): Promise<void> {
  await page.waitForFunction(() => !window.workbench!.univerAPI.getActiveWorkbook()!.isCellEditing());
  await idle();
}

const formulas = (workbench: Workbench, addresses: string[]) =>
  Promise.all(addresses.map(async (address) => (await workbench.cell(address)).formula));

test("A formula is edited in the formula bar with the first click on it.", async () => {
  // The grid goes on editing where the caret was last.
  const workbench = await openWorkbench({ fresh: true });
  const { page, enter, select, cell } = workbench;
  await enter("A1", '=ECOM.GROWTH("digital")');
  await select("A1");
  await page.locator("[data-u-comp=formula-bar] canvas").click();
  await page.locator("[id$=DOCS_FORMULA_BAR]:focus").waitFor({ state: "attached" });
  await page.keyboard.press("End");
  await page.keyboard.type("*2");
  await page.keyboard.press("Enter");
  await entered(workbench);
  expect(await cell("A1")).toMatchObject({ formula: '=ECOM.GROWTH("digital")*2', value: 0.148 });
});

test("Ctrl+Enter fills the selection with what was typed, and references move along.", async () => {
  const workbench = await openWorkbench();
  const { page, enter, texts } = workbench;
  await enter("A1", "digital");
  await enter("A2", "dining");
  await selectTo(workbench, "B1", ["ArrowDown"]);
  await page.keyboard.type("=ECOM.GROWTH(A1)");
  await page.keyboard.press("Control+Enter");
  await entered(workbench);
  expect(await formulas(workbench, ["B1", "B2"])).toEqual(["=ECOM.GROWTH(A1)", "=ECOM.GROWTH(A2)"]);
  await page.keyboard.press("Control+z");
  await workbench.idle();
  expect(await texts("B1:B2")).toEqual([[""], [""]]);
  // Selected upwards, so the cell that is typed into is the last one.
  await selectTo(workbench, "C2", ["ArrowUp"]);
  await page.keyboard.type("=A2");
  await page.keyboard.press("Control+Enter");
  await entered(workbench);
  expect(await texts("C1:C2")).toEqual([["digital"], ["dining"]]);
});

test("A look with F2 at a cell that an answer fills leaves the answer as it is.", async () => {
  const workbench = await openWorkbench();
  const { page, enter, select, texts } = workbench;
  await enter("A1", series);
  await select("B3");
  await page.keyboard.press("F2");
  await page.waitForFunction(() => window.workbench!.univerAPI.getActiveWorkbook()!.isCellEditing());
  await page.keyboard.press("Enter");
  await entered(workbench);
  expect((await texts("A2:B4")).map((row) => row.join(" "))).toEqual(["2023 8.4%", "2024 6.5%", "2025 5.2%"]);
});

test("Cells of an answer are copied as what they show, and with the formula's own cell as the formula.", async () => {
  const workbench = await openWorkbench();
  const { page, enter, select, texts } = workbench;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter("A1", series);
  const copy = async (from: string, keys: string[], to: string) => {
    await selectTo(workbench, from, keys);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.keyboard.press("Control+c");
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    await select(to);
    // On a busy machine the grid may still be drawing its selection, and lets the keys go by.
    const filled = (address: string) =>
      window.workbench!.univerAPI.getActiveSheet()!.worksheet.getRange(address).getRawValue();
    for (let tries = 0; tries < 6 && !(await page.evaluate(filled, to)); tries += 1) {
      await page.keyboard.press("Control+v");
      await page.waitForFunction(filled, to, { timeout: 5_000 }).catch(() => undefined);
    }
    await workbench.idle();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copy("A2", ["ArrowRight", "ArrowDown"], "D2")).toBe("2023\t8.4%\n2024\t6.5%");
  expect(await texts("D2:E4")).toEqual([
    ["2023", "8.4%"],
    ["2024", "6.5%"],
    ["", ""],
  ]);
  expect(await copy("A1", ["ArrowDown"], "H1")).toBe("Period\n2023");
  expect(await formulas(workbench, ["H1", "H2"])).toEqual([series, ""]);
  expect(await texts("H4:I4")).toEqual([["2025", "5.2%"]]);
});

const editing = () => window.workbench!.univerAPI.getActiveWorkbook()!.isCellEditing();

const offered = [
  ["en-US", "Growth on a year earlier, as published.", "indicator"],
  ["zh-CN", "公布的同比增速", "指标"],
] as const;

test.each(oneOf(offered, 1))(
  "The functions are offered while a formula is typed, and then their arguments (%s).",
  async (locale, description, argument) => {
    const { page, select } = await openWorkbench({ locale });
    await select("B2");
    await page.keyboard.type("=ECOM.");
    await page.getByText(description).first().waitFor();
    await page.keyboard.type("GROWTH(");
    await page.getByText(argument).first().waitFor();
  },
);

test("What is no formula is refused with a sentence and stays in the editor; others go on.", async () => {
  const workbench = await openWorkbench();
  const { page, enter, select, cell } = workbench;
  const refused = page.getByRole("alert");
  for (const typed of ["=SUM(1;2)", "=[@Level]", "=B1#"]) {
    await select("B4");
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await refused.waitFor();
    expect(await page.evaluate(editing)).toBe(true);
    await page.keyboard.press("Escape");
    await refused.waitFor({ state: "hidden" });
    expect(await cell("B4")).toMatchObject({ value: null, formula: "" });
  }
  await enter("C1", "=1+1");
  expect(await cell("C1")).toMatchObject({ value: 2 });
});

test("The signs of a Chinese keyboard are read, in either language.", async () => {
  const { enter, cell } = await openWorkbench();
  await enter("A1", "＝ECOM.GROWTH（“digital”，“2025-Q1”）");
  expect(await cell("A1")).toMatchObject({ formula: '=ECOM.GROWTH("digital","2025-Q1")', value: 0.074 });
});

test("Numbers that do not fit are shown with fewer digits or as ####; what the cell holds, copies and saves stays.", async () => {
  const workbench = await openWorkbench();
  const { page, enter, cell } = workbench;
  const shown = () =>
    page.evaluate(() => {
      const sheet = window.workbench!.univerAPI.getActiveSheet()!.worksheet.getSheet();
      return [0, 1, 2, 3].map((row) => String(sheet.getCell(row, 0)?.v));
    });
  await enter("A1", "=1/7");
  await enter("A2", "15522900000000.5");
  await enter("A3", '=TEXT(1/7,"0.0000000000000000")');
  await enter("A4", "123456789");
  await page.evaluate(() => {
    window.workbench!.univerAPI.getActiveSheet()!.worksheet.getRange("A4").setNumberFormat("#,##0.00");
  });
  const [general, large, text, formatted] = await shown();
  expect(general).toMatch(/^0\.1428?5?7?\d{0,3}$/);
  expect(large).toMatch(/^1\.?\d*E\+13$/);
  expect(text).toBe("0.1428571428571429");
  expect(formatted).toMatch(/^#+$/);
  expect((await cell("A4")).value).toBe(123456789);
  expect((await cell("A4")).text).toBe("123,456,789.00");
  await page.evaluate(() => window.workbench!.univerAPI.getActiveSheet()!.worksheet.setColumnWidth(0, 160));
  expect((await shown())[3]).toBe("123,456,789.00");
  // Looking into the cell does not change it.
  await workbench.select("A2");
  await page.keyboard.press("F2");
  await page.waitForFunction(editing);
  await page.keyboard.press("Enter");
  await entered(workbench);
  expect((await cell("A2")).value).toBe(15522900000000.5);
});
