import type { Page } from "playwright-core";
import type { Snapshot } from "../../src/workbench/host";

/** A workbench that was opened once and serves tests one after the other. */
export interface Kept {
  page: Page;
  /** Options that it was started with; a test that wants others has it started again. Undefined: so has every test. */
  options: string | undefined;
  /** The page's address; a test that changed it leaves a page that is not used again. */
  address: string;
  /** The workbook as it was when the page had started. */
  blank: Snapshot;
}

declare global {
  interface Window {
    /** Of a page that is kept: holds what is asked of the next frame until it is called with false. */
    rest?: (resting: boolean) => void;
  }
}

/**
 * Runs in a page before its own scripts. The grid asks for the next frame all the time; while its page rests that costs nothing, and
 * pages rest between tests, and while tests in another language or without a browser run.
 */
export function canRest(): void {
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  const asked = new Map<number, FrameRequestCallback>();
  const handles = new Map<number, number>();
  let isResting = false;
  let last = 0;
  window.requestAnimationFrame = (callback) => {
    if (!isResting) return ask.call(window, callback);
    last -= 1;
    asked.set(last, callback);
    return last;
  };
  window.cancelAnimationFrame = (handle) => {
    asked.delete(handle);
    cancel.call(window, handles.get(handle) ?? handle);
  };
  window.rest = (resting) => {
    isResting = resting;
    if (resting) return;
    for (const [handle, callback] of asked) handles.set(handle, ask.call(window, callback));
    asked.clear();
  };
}

/** Lets pages rest that no test uses now. */
export async function rest(pages: Iterable<Kept>): Promise<void> {
  const open = [...pages].filter(({ page }) => !page.isClosed());
  await Promise.all(open.map(({ page }) => page.evaluate(() => window.rest?.(true))));
}

/** Notes a workbench that has just started, so that it can be used again. */
export async function keep(page: Page, options: string | undefined): Promise<Kept> {
  const blank = await page.evaluate(() => window.workbench!.host.snapshot());
  return { page, options, address: page.url(), blank };
}

/**
 * Puts a blank workbook in the place of what the test before left, as closing and opening does: the add-in starts again, with
 * no storage, in an open pane of the usual width. Starting the page and the grid again takes three times as long.
 *
 * @returns false where the page cannot be used again: its address or its look is another, or something is open over the grid
 */
export async function openAnew({ page, address, blank }: Kept, pane: "open" | "closed"): Promise<boolean> {
  if (page.url() !== address) return false;
  const isCellEditing = await page.evaluate(() => {
    window.rest?.(false);
    return window.workbench!.univerAPI.getActiveWorkbook()!.isCellEditing();
  });
  if (isCellEditing) {
    await page.keyboard.press("Escape");
  }
  page.removeAllListeners("dialog");
  await page.unrouteAll();
  await page.mouse.move(0, 0);
  return page.evaluate(
    async ({ saved, wanted }) => {
      const { host, univerAPI } = window.workbench!;
      const part = (id: string) => document.getElementById(id)!;
      const usual = part("pane").style.width === "350px" && part("drawer").hidden;
      if (!usual || univerAPI.getActiveWorkbook()!.isCellEditing()) return false;
      localStorage.clear();
      sessionStorage.clear();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if ((wanted === "closed") !== part("pane").hidden) {
        const [open, close] = [
          document.querySelector<HTMLElement>("#ribbon [data-control='ECOM.Open']"),
          part("closepane"),
        ];
        (wanted === "closed" ? close : open)?.click();
      }
      host.faults.clear();
      await host.open(saved);
      (host.log as unknown[]).length = 0;
      return true;
    },
    { saved: blank, wanted: pane },
  );
}

/**
 * Starts a workbench in the page of the test before, with no storage and none of what that test set for its page. A page of its own
 * would take twice as long, because its scripts are compiled again.
 */
export async function startAnew(
  page: Page,
  url: string,
  viewport: { width: number; height: number },
): Promise<void> {
  for (const event of ["dialog", "download"]) page.removeAllListeners(event);
  await page.unrouteAll();
  await page.emulateMedia({ media: null, reducedMotion: null, forcedColors: null, contrast: null });
  await page.setViewportSize(viewport);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(url);
}
