import { resolve } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { serve, type Served } from "../../src/workbench/server/serve";
import { launchChromium } from "../browser/chromium";

declare global {
  interface Window {
    /** What the add-in's functions took in a frame: milliseconds in all, calls, and when the first had answered. */
    spent: { total: number; calls: number; first: number };
  }
}

const root = resolve(__dirname, "../..");
/** Add-ins to be hosted, each in a folder of its own. */
export const addins = resolve(root, ".cache/bench/addins");

let server: Promise<Served> | undefined;
let browser: Promise<Browser> | undefined;

/** The workbench in Chromium with an add-in on Microsoft's client, its functions on a stopwatch. */
export interface Hosted {
  readonly page: Page;
  readonly addin: Frame;
  readonly close: () => Promise<void>;
}

/**
 * Opens the workbench in a fresh context, nothing cached, and waits until the add-in has started.
 * @param folder a folder of `addins`; left out: the product as it ships
 */
export async function host(folder?: string): Promise<Hosted> {
  server ??= serve({ addin: folder === undefined ? resolve(root, "dist") : addins });
  browser ??= launchChromium();
  const [{ url }, running] = await Promise.all([server, browser]);
  const context = await running.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  const page = await context.newPage();
  // tsx wraps named functions in a helper that pages do not have.
  await page.addInitScript({ content: "globalThis.__name ??= (it) => it;" });
  await page.addInitScript(stopwatch);
  await page.goto(folder === undefined ? url : `${url}?addin=/${folder}/`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.host.ready);
  const addin = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (!addin) throw new Error("The workbench has no frame.");
  return { page, addin, close: () => context.close() };
}

/** Ends browser and server. */
export async function closeHost(): Promise<void> {
  await (await browser)?.close();
  await (await server)?.close();
  browser = undefined;
  server = undefined;
}

/** Runs in every frame before its scripts: whatever is associated with the client is timed. */
function stopwatch(): void {
  type Run = (...args: unknown[]) => unknown;
  interface Client {
    associate?: (id: string, run: Run) => void;
  }
  window.spent = { total: 0, calls: 0, first: 0 };
  const timed =
    (run: Run): Run =>
    (...args) => {
      const from = performance.now();
      try {
        return run(...args);
      } finally {
        const now = performance.now();
        window.spent.total += now - from;
        window.spent.calls++;
        window.spent.first ||= now;
      }
    };
  let client: Client | undefined;
  let wrapped: Client["associate"];
  Object.defineProperty(window, "CustomFunctions", {
    configurable: true,
    get: () => {
      // The client makes its object empty and fills it later.
      const own = client?.associate;
      if (client && own && own !== wrapped) {
        wrapped = (id, run) => own.call(client, id, timed(run));
        client.associate = wrapped;
      }
      return client;
    },
    set: (made: Client) => {
      client = made;
    },
  });
}
