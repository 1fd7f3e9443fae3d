import { basename } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { serve } from "../../src/workbench/server/serve";
import type { Served } from "../../src/workbench/server/serve";
import { built } from "../built";
import type { WorkbenchOptions } from "./browser";
import { launchChromium } from "./chromium";
import { keep, openAnew } from "./kept";
import type { Kept } from "./kept";

// What all browser tests in a process share: a browser, a server and the page of the test before. Starting them takes two to three
// seconds, longer than most tests. `environment.ts` hands this to every test file of a worker.

let server: Promise<Served> | undefined;
let browser: Promise<Browser> | undefined;
/** The workbench that the next test gets where it wants the same options. */
let kept: Kept | undefined;
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
    viewport: options.viewport ?? { width: 1440, height: 900 },
    locale: options.locale ?? "en-US",
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
 * A page in which the workbench has started, with a blank workbook. It is that of the test before, where it had the same options:
 * nothing that was opened before is to be used after this.
 */
export async function workbenchPage(options: WorkbenchOptions): Promise<Page> {
  const again = options.at === undefined ? await pageAgain(options) : undefined;
  return again ?? (await pageAnew(options));
}

/** A page with the workbench in it. */
async function pageAnew(options: WorkbenchOptions): Promise<Page> {
  const page = await openPage(options);
  if (options.without) await page.route(`**/${basename(built(options.without))}`, (route) => route.abort());
  const url = options.at ?? (await openServer()).url;
  await page.goto(url + query(options));
  if (options.early) return page;
  await page.evaluate(started);
  if (!options.fresh && !options.without && options.at === undefined) {
    await kept?.page.context().close();
    contexts.splice(contexts.indexOf(page.context()), 1);
    kept = await keep(page, lasting(options));
  }
  return page;
}

/** The page of the test before, with a blank workbook; undefined where there is none that can be used. */
async function pageAgain(options: WorkbenchOptions): Promise<Page | undefined> {
  const { fresh, early, without } = options;
  if (!kept || fresh || early || without || kept.options !== lasting(options)) return undefined;
  return (await openAnew(kept, options.pane ?? "open")) ? kept.page : undefined;
}

/** Those options that a page has as long as it lives. */
const lasting = ({ pane: _pane, ...options }: WorkbenchOptions): string =>
  JSON.stringify([query(options), options.viewport]);

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
    await kept?.page.context().close();
    kept = undefined;
  }
  return reported;
}

/** Ends the browser and the server, where they were opened. */
export async function closeAll(): Promise<void> {
  const [open, serving] = [browser, server];
  browser = server = kept = undefined;
  await (await open?.catch(() => undefined))?.close();
  await (await serving)?.close();
}
