import { basename } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { serve } from "../../src/workbench/server/serve";
import type { Served } from "../../src/workbench/server/serve";
import { built } from "../built";
import type { WorkbenchOptions } from "./browser";
import { launchChromium } from "./chromium";
import { canRest, keep, openAnew, rest, startAnew } from "./kept";
import type { Kept } from "./kept";

// What all browser tests in a process share: a browser, a server and, for each language, the page of the test before. Starting them
// takes two to three seconds, longer than most tests. `environment.ts` hands this to every test file of a worker.

let server: Promise<Served> | undefined;
let browser: Promise<Browser> | undefined;
/** By the browser's language: the workbench that the next test in it gets. */
const kept = new Map<string, Kept>();
/** The other pages of the test that is running. */
const contexts: BrowserContext[] = [];
/** What pages reported since it was last asked. */
const problems: string[] = [];

/** The server of `dist/` and `build/workbench`. */
export function openServer(): Promise<Served> {
  return (server ??= serve());
}

/** The browser; throws with what is missing when there is none. */
export function openBrowser(): Promise<Browser> {
  return (browser ??= launchChromium());
}

/** A fresh page with no cookies or storage; what it reports as an error is a problem, and so is any request to another machine. */
export async function openPage(
  options: Pick<WorkbenchOptions, "viewport" | "locale" | "at"> = {},
): Promise<Page> {
  const url = options.at ?? (await openServer()).url;
  const context = await (
    await openBrowser()
  ).newContext({
    ignoreHTTPSErrors: true,
    viewport: options.viewport ?? usualViewport,
    locale: localeOf(options),
    // The pane takes its colours from the frame around it; an emulated scheme would overrule that.
    colorScheme: null,
  });
  contexts.push(context);
  context.on("weberror", (error) =>
    problems.push(`error in the page: ${error.error().stack ?? error.error()}`),
  );
  context.on("console", (said) => {
    if (said.type() === "error") problems.push(`console: ${said.text()} (${said.location().url})`);
  });
  context.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) {
      problems.push(`request to another machine: ${request.url()}`);
    }
  });
  return context.newPage();
}

/**
 * A page in which the workbench has started, with a blank workbook. It is that of the test before in the same language: nothing that
 * was opened before is to be used after this.
 */
export async function workbenchPage(options: WorkbenchOptions): Promise<Page> {
  const { early, without, at } = options;
  if (early || without || at !== undefined) return pageOfItsOwn(options);
  const last = kept.get(localeOf(options));
  if (last && !last.page.isClosed()) {
    const wanted = startedWith(options);
    if (wanted && last.options === wanted && (await openAnew(last, options.pane ?? "open"))) return last.page;
    await startAnew(last.page, (await openServer()).url + query(options), options.viewport ?? usualViewport);
    return keepPage(last.page, options);
  }
  const page = await openPage(options);
  await page.addInitScript(canRest);
  await page.goto((await openServer()).url + query(options));
  // Not closed with the test.
  contexts.splice(contexts.indexOf(page.context()), 1);
  return keepPage(page, options);
}

/** Waits until the workbench has started in a page, and keeps it for the next test. */
async function keepPage(page: Page, options: WorkbenchOptions): Promise<Page> {
  // Until then it serves nobody: a page that does not start is not used again.
  kept.delete(localeOf(options));
  await page.evaluate(started);
  kept.set(localeOf(options), await keep(page, startedWith(options)));
  return page;
}

/** A page with the workbench that is closed after the test. */
async function pageOfItsOwn(options: WorkbenchOptions): Promise<Page> {
  const page = await openPage(options);
  if (options.without) await page.route(`**/${basename(built(options.without))}`, (route) => route.abort());
  await page.goto((options.at ?? (await openServer()).url) + query(options));
  // While the page starts, the pane's frame is put into it anew.
  if (options.early) await page.waitForFunction(() => window.workbench !== undefined);
  else await page.evaluate(started);
  return page;
}

const usualViewport = { width: 1440, height: 900 };

const localeOf = ({ locale }: WorkbenchOptions): string => locale ?? "en-US";

/** Those options that only a start of the page changes; undefined where the page is to be started again in any case. */
function startedWith({ pane: _pane, fresh, ...options }: WorkbenchOptions): string | undefined {
  return fresh ? undefined : JSON.stringify([query(options), options.viewport]);
}

function query({ sets, locale, theme, profile, pane, mode }: WorkbenchOptions): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries({ locale, theme, profile, pane, mode }))
    if (value) given.set(key, value);
  if (sets) {
    given.set(
      "sets",
      Object.entries(sets)
        .map(([name, version]) => `${name}:${version}`)
        .join(","),
    );
  }
  return `?${given}`;
}

/** Runs inside the page. */
async function started(): Promise<void> {
  const until = Date.now() + 30_000;
  while (!window.workbench) {
    const status = document.getElementById("status")?.textContent ?? "";
    if (Date.now() > until) throw new Error(`The workbench did not start: ${status}`);
    await new Promise((next) => requestAnimationFrame(next));
  }
  await window.workbench.host.ready;
}

/**
 * After a test: closes its pages, but for the one that the next may use.
 *
 * @param spoiled what went wrong in it, on purpose or not, is not to befall the next test
 * @returns what pages reported
 */
export async function closePages(spoiled: (reported: readonly string[]) => boolean): Promise<string[]> {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  const reported = problems.splice(0);
  if (spoiled(reported)) {
    await Promise.all([...kept.values()].map(({ page }) => page.context().close()));
    kept.clear();
  }
  await rest(kept.values());
  return reported;
}

/** Ends the browser and the server, where they were opened. */
export async function closeAll(): Promise<void> {
  const [open, serving] = [browser, server];
  browser = server = undefined;
  kept.clear();
  await (await open?.catch(() => undefined))?.close();
  await (await serving)?.close();
}
