import { resolve } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { serve } from "../../../src/workbench/server/serve";
import type { Served } from "../../../src/workbench/server/serve";
import { launchChromium } from "../chromium";

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
  /** What cells of the active sheet show. */
  texts(...addresses: string[]): Promise<Record<string, string>>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

let server: Promise<Served> | undefined;
let browser: Promise<Browser> | undefined;

/** Opens a fresh workbench with the probe. `query` are options of the workbench's address, for example "sets=ExcelApi:1.9". */
export async function openProbe(query = ""): Promise<Probe> {
  server ??= serve({ addin: resolve(__dirname, "../fixtures/probe") });
  browser ??= launchChromium();
  const { url } = await server;
  const context = await (await browser).newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(`${url}?${query}`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.host.ready);
  const addin = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (!addin) throw new Error("The workbench has no frame.");
  const idle = () => page.evaluate(() => window.workbench?.host.idle());
  const texts = (...addresses: string[]) => page.evaluate(readTexts, addresses);
  return {
    page,
    addin,
    idle,
    texts,
    enter: async (cells) => {
      await addin.evaluate(writeCells, cells);
      await idle();
      return texts(...Object.keys(cells));
    },
    close: () => context.close(),
  };
}

/** Ends browser and server; after all tests of a file. */
export async function closeProbes(): Promise<void> {
  await (await browser)?.close();
  await (await server)?.close();
  browser = undefined;
  server = undefined;
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
