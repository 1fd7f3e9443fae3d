import { resolve } from "node:path";
import type { Frame, Page } from "playwright-core";
import { serve } from "../../../src/workbench/server/serve";
import type { Served } from "../../../src/workbench/server/serve";
import { openBrowser } from "../browser";
import { keep, openAnew } from "../kept";
import type { Kept } from "../kept";

declare global {
  /** What the probe add-in (test/browser/fixtures/probe/probe.js) keeps for the tests. */
  interface Window {
    calls: unknown[][];
    pressed: string[];
    slow: (() => void)[];
    heard: string[][];
  }
}

/** The workbench in Chromium with the probe add-in on Microsoft's unmodified client. */
export interface Probe {
  page: Page;
  /** The probe's frame: `Excel.run` there goes through the client to the host. */
  addin: Frame;
  /** Formulas into cells of the active sheet, then until everything is answered: what each cell shows. */
  enter(cells: Record<string, string | number | boolean>): Promise<Record<string, string>>;
  /** The active sheet's id. */
  sheet(): Promise<string>;
  /** The sentence behind the error in a cell of the active sheet. */
  message(row: number, column: number): Promise<string | undefined>;
  /** What cells of the active sheet show. */
  texts(...addresses: string[]): Promise<Record<string, string>>;
  idle(): Promise<void>;
}

let server: Promise<Served> | undefined;
/** The page that the next test gets where it wants the same options. */
let kept: Kept | undefined;

/** Opens a blank workbook with the probe. `query` are options of the workbench's address, for example "sets=ExcelApi:1.9". */
export async function openProbe(query = ""): Promise<Probe> {
  const again = kept?.options === query && (await openAnew(kept, "open"));
  if (!again) {
    await kept?.page.context().close();
    kept = await keep(await pageAnew(query), query);
  }
  const { page } = kept!;
  const addin = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (!addin) throw new Error("The workbench has no frame.");
  const idle = () => page.evaluate(() => window.workbench?.host.idle());
  const texts = (...addresses: string[]) => page.evaluate(readTexts, addresses);
  return {
    page,
    addin,
    idle,
    texts,
    sheet: () =>
      page.evaluate(() => window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetId()),
    message: (row, column) =>
      page.evaluate(
        ([r, c]) => {
          const { univerAPI, host } = window.workbench!;
          return host.messageAt(univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetId(), r, c);
        },
        [row, column] as const,
      ),
    enter: async (cells) => {
      await addin.evaluate(writeCells, cells);
      await idle();
      return texts(...Object.keys(cells));
    },
  };
}

async function pageAnew(query: string): Promise<Page> {
  server ??= serve({ addin: resolve(__dirname, "../fixtures/probe") });
  const { url } = await server;
  const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(`${url}?${query}`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.host.ready);
  return page;
}

/** Ends page and server; after all tests of a file. */
export async function closeProbes(): Promise<void> {
  await kept?.page.context().close();
  await (await server)?.close();
  server = undefined;
  kept = undefined;
}

async function writeCells(cells: Record<string, string | number | boolean>): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (const [address, value] of Object.entries(cells)) sheet.getRange(address).values = [[value]];
    await context.sync();
  });
}

function readTexts(addresses: string[]): Record<string, string> {
  const { univerAPI, host } = window.workbench!;
  const sheet = univerAPI.getActiveWorkbook()!.getActiveSheet();
  return Object.fromEntries(
    addresses.map((address) => {
      const cell = sheet.getRange(address);
      return [address, host.textAt(sheet.getSheetId(), cell.getRow(), cell.getColumn())];
    }),
  );
}
