import type { Frame, Page } from "playwright-core";
import type * as Shared from "./shared";

/** How a test opens the workbench; everything left out is the workbench's own default. */
export interface WorkbenchOptions {
  locale?: "en-US" | "zh-CN";
  theme?: "light" | "dark";
  profile?: "web" | "365" | "2021" | "strict" | "report";
  pane?: "closed";
  /** "read": the workbook is open for reading only. */
  mode?: "read";
  /** Requirement sets instead of a profile's, for example { ExcelApi: "1.9" }. */
  sets?: Record<string, string>;
  /** Pixels; 1440 by 900 when left out. */
  viewport?: { width: number; height: number };
  /** A file of the add-in that is not served: "functions.js". */
  without?: string;
  /** Another server than the one that all tests share, such as "https://localhost:4000/". */
  at?: string;
  /** True: does not wait for the add-in to start (for tests of an add-in that cannot). */
  early?: boolean;
  /** True: the page starts again, here and for the test after, for tests of what it shows then, or that leave it changed. */
  fresh?: boolean;
}

/** A cell as a person and as the host see it. */
export interface Cell {
  value: unknown;
  /** What the cell shows. */
  text: string;
  /** With leading "=", or "" when the cell holds none. */
  formula: string;
  /** The sentence behind an error of the add-in. */
  message: string | undefined;
}

/** The workbench in a page of its own, with the real add-in on the real client inside. */
export interface Workbench {
  page: Page;
  /** The pane's frame. */
  addin: Frame;
  url: string;
  /** Reads a cell of the active sheet, or of the named one. */
  cell(address: string, sheet?: string): Promise<Cell>;
  /** What each cell of a range shows, row by row. */
  texts(range: string, sheet?: string): Promise<string[][]>;
  /** Clicks on a cell of the active sheet, or goes there by the name box when it is out of sight. */
  select(address: string): Promise<void>;
  /** Types over the active cell and presses Enter, until its editor is closed. */
  type(text: string): Promise<void>;
  /** Clicks on a cell, types, presses Enter and waits until everything is calculated. */
  enter(address: string, text: string): Promise<void>;
  /** Fills a cell as a person does, but without the typing, for tests of something else. The selection stays where it is. */
  put(address: string, text: string): Promise<void>;
  /** Presses a ribbon button by its id in the manifest. */
  press(control: string): Promise<void>;
  /** Waits until nothing is being calculated. */
  idle(): Promise<void>;
}

/** What is shared with other files of tests; scripts have it to themselves. */
const shared = async (): Promise<typeof Shared> =>
  (globalThis as { sharedBrowser?: typeof Shared }).sharedBrowser ?? import("./shared");

/** Clicks on cells, in all tests of a file. */
let clicks = 0;
const expected: string[] = [];

/** The server of `dist/` and `build/workbench` that all tests share. */
export const openServer: typeof Shared.openServer = async () => (await shared()).openServer();

/** The browser that all tests share; throws with what is missing when there is none. */
export const openBrowser: typeof Shared.openBrowser = async () => (await shared()).openBrowser();

/** A fresh page with no cookies or storage. What the page reports as an error fails the test, and so does any request to another machine. */
export const openPage: typeof Shared.openPage = async (options) => (await shared()).openPage(options);

/** Announces an error that a page must report in this test (a part of its text); any other fails the test. */
export function expectError(part: string): void {
  expected.push(part);
}

/**
 * Opens the workbench with a blank workbook and waits until the add-in has started. The page is that of the test before in the same
 * language: nothing that was opened before is to be used after this.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const page = await (await shared()).workbenchPage(options);
  const url = options.at ?? (await openServer()).url;
  const addin = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (!addin) throw new Error("The workbench has no frame for the pane.");
  // Until then the pane says of every act that it is still connecting.
  if (!options.early) await page.evaluate(() => window.workbench!.host.buttons);
  const idle = () => page.evaluate(() => window.workbench!.host.idle());

  const select = async (address: string) => {
    const place = await page.evaluate(placeOf, address);
    // Never twice on one place: two clicks in half a second would open the cell for editing.
    clicks += 1;
    if (place) {
      const at = { x: place.x + (clicks % 2 === 0 ? 4 : -4), y: place.y };
      await page.waitForFunction(isGrid, at);
      await page.mouse.click(at.x, at.y);
      // What the grid says of an error under the mouse covers other cells until the mouse is over another one.
      await page.mouse.move(place.away.x, place.away.y);
    } else {
      // Out of sight: by the name box, as a person would.
      const nameBox = page.locator("#grid input").first();
      await nameBox.fill(address);
      await nameBox.press("Enter");
    }
    await page.waitForFunction(takesKeys, address);
  };
  const type = async (text: string) => {
    await page.keyboard.type(text);
    // The editor opens with the first sign, but a busy page is late with it.
    if (text !== "") await page.waitForFunction(isEditing, true);
    do {
      // A list of functions that opens late takes an Enter for itself.
      await page.keyboard.press("Enter");
      await page.waitForFunction(isEditing, false, { timeout: 3000 }).catch(() => undefined);
    } while (await page.evaluate(isEditing, true));
  };
  return {
    page,
    addin,
    url,
    type,
    cell: async (address, sheet) => (await page.evaluate(readCells, { address, sheet }))[0]![0]!,
    texts: async (address, sheet) =>
      (await page.evaluate(readCells, { address, sheet })).map((row) => row.map((cell) => cell.text)),
    select,
    enter: async (address, text) => {
      await select(address);
      await type(text);
      await idle();
    },
    put: async (address, text) => {
      await page.evaluate(putIn, { address, text });
      await idle();
    },
    press: (control) => page.locator(`[data-control="${control}"]`).click(),
    idle,
  };
}

// The functions below run inside the page.

interface Point {
  x: number;
  y: number;
}

/** The middle of a cell on the page, and the last corner of the grid; undefined when it is out of sight. */
function placeOf(address: string): (Point & { away: Point }) | undefined {
  const sheet = window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet();
  const { sheetViewStartRow, sheetViewStartColumn } = sheet.getScrollState();
  const rect = sheet.getRange(address).getCellRect();
  const canvas = document.querySelector("canvas[id^=univer-sheet-main-canvas]")!.getBoundingClientRect();
  if (sheetViewStartRow > 0 || sheetViewStartColumn > 0 || sheet.getZoom() !== 1) return undefined;
  if (rect.right > canvas.width - 20 || rect.bottom > canvas.height - 20) return undefined;
  const away = { x: canvas.right - 40, y: canvas.bottom - 40 };
  return { x: canvas.x + rect.x + rect.width / 2, y: canvas.y + rect.y + rect.height / 2, away };
}

/** Whether it is so (`wanted`) that a cell is being edited. */
function isEditing(wanted: boolean): boolean {
  return window.workbench!.univerAPI.getActiveWorkbook()!.isCellEditing() === wanted;
}

/** Whether a cell is the active one, and keys go to the grid: a paste that comes before is lost. */
function takesKeys(address: string): boolean {
  const sheet = window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet();
  const [wanted, active] = [sheet.getRange(address), sheet.getActiveRange()];
  return (
    document.activeElement?.getAttribute("data-u-comp") === "editor" &&
    active?.getRow() === wanted.getRow() &&
    active.getColumn() === wanted.getColumn()
  );
}

function putIn({ address, text }: { address: string; text: string }): void {
  const range = window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(address);
  const number = text === "" ? NaN : Number(text);
  range.setValue(text.startsWith("=") ? { f: text } : { v: Number.isNaN(number) ? text : number });
}

function isGrid({ x, y }: Point): boolean {
  return document.elementFromPoint(x, y) instanceof HTMLCanvasElement;
}

function readCells({ address, sheet }: { address: string; sheet: string | undefined }): Cell[][] {
  const { univerAPI, host } = window.workbench!;
  const book = univerAPI.getActiveWorkbook()!;
  const where = sheet === undefined ? book.getActiveSheet() : book.getSheetByName(sheet);
  if (!where) throw new Error(`There is no sheet "${sheet}".`);
  const range = where.getRange(address);
  const id = where.getSheetId();
  const values = range.getRawValues();
  const formulas = range.getFormulas();
  return values.map((cells, row) =>
    cells.map((value, column) => ({
      value,
      text: host.textAt(id, range.getRow() + row, range.getColumn() + column),
      formula: formulas[row]?.[column] ?? "",
      message: host.messageAt(id, range.getRow() + row, range.getColumn() + column),
    })),
  );
}

/** Ends what is shared; for scripts. */
export const closeAll: typeof Shared.closeAll = async () => (await shared()).closeAll();

// In a test file: nothing the pages reported goes unnoticed, and no page but the shared one is left open.
if (typeof afterEach === "function") {
  jest.setTimeout(60_000);
  afterEach(async () => {
    const announced = expected.splice(0);
    const { closePages } = await shared();
    const reported = await closePages((problems) => problems.length > 0 || announced.length > 0);
    const unexpected = reported.filter((problem) => !announced.some((part) => problem.includes(part)));
    const missing = announced.filter((part) => !reported.some((problem) => problem.includes(part)));
    if (unexpected.length) throw new Error(`The page reported:\n${unexpected.join("\n")}`);
    if (missing.length) throw new Error(`The page never reported the expected:\n${missing.join("\n")}`);
  });
}
