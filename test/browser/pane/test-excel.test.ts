import type { Snapshot } from "../../../src/workbench/host";
import type { ExcelReport } from "../../../src/workbook/selfTest";
import { look } from "../../excel/seen";
import { openWorkbench } from "../browser";
import type { Workbench } from "../browser";
import { paneParts } from "./pane";

/** "Test this Excel" as a person uses it: what it is at, Cancel, and the report that is copied. */

/** Sets what must be as before: settings, cells, another sheet, the active sheet and the selection. */
async function furnish({ addin, enter, select, idle }: Workbench): Promise<void> {
  await enter("B2", '=ECOM.GROWTH("digital")');
  await addin.evaluate(async () => {
    await Excel.run(async ({ workbook }) => {
      workbook.worksheets.add("Theirs").getRange("A1").values = [["theirs"]];
    });
    const { settings } = Office.context.document;
    settings.set("ECOM.period", "2024");
    settings.set("ECOM.asof", "2026-01-31");
    await new Promise((kept) => settings.saveAsync(kept));
  });
  await idle();
  await select("C3");
}

/** All that a person sees of the workbook, and its settings. */
async function seen({ page, idle }: Workbench): Promise<unknown> {
  await idle();
  const snapshot = JSON.parse(
    await page.evaluate(() => {
      const { host } = window.workbench!;
      // The host makes a sheet's state when that is first read.
      for (const { id } of host.snapshot().sheets) host.state.sheet(id);
      return JSON.stringify(host.snapshot());
    }),
  ) as Snapshot;
  // Leaves out what the host keeps of deleted sheets, which nobody sees.
  const ids = new Set(snapshot.sheets.map(({ id }) => id));
  const { state } = snapshot;
  const sheets = Object.fromEntries(Object.entries(state.sheets).filter(([id]) => ids.has(id)));
  return look({ ...snapshot, state: { ...state, sheets } });
}

/** Presses Cancel as soon as so many checks have begun. */
function cancelAt({ addin }: Workbench, checks: number, words: { cancel: string }): Promise<string[]> {
  return addin.evaluate(
    ([wanted, label]) =>
      new Promise<string[]>((done) => {
        const begun = new Set<string>();
        new MutationObserver((_changes, observer) => {
          const now = document.querySelector("#test-hint ~ [role=status]")?.textContent ?? "";
          if (now !== "") begun.add(now);
          const cancel = [...document.querySelectorAll("button")].find(
            (button) => button.textContent?.trim() === label,
          );
          if (begun.size < wanted || !cancel) return;
          observer.disconnect();
          cancel.click();
          done([...begun]);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    [checks, words.cancel] as const,
  );
}

test("Test this Excel says what it is at, and after Cancel everything is as before, early and late.", async () => {
  const workbench = await openWorkbench({ fresh: true });
  const { addin, page } = workbench;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { tab, button } = paneParts(addin);
  await furnish(workbench);
  await tab("Settings").click();
  const before = await seen(workbench);
  for (const [turn, checks] of [2, 5, 11].entries()) {
    const cancelled = cancelAt(workbench, checks, { cancel: "Cancel" });
    await button(turn === 0 ? "Test this Excel" : "Test again").click();
    const begun = await cancelled;
    expect(begun).toHaveLength(checks);
    expect(begun.every((text) => text.startsWith("Testing: "))).toBe(true);
    await addin.locator(".notice-text", { hasText: "The test was stopped" }).waitFor();
    expect([checks, await seen(workbench)]).toEqual([checks, before]);
    // Every check that was not tried says so.
    await addin.getByText(/^All \d+ checks$/).click();
    expect(await addin.getByText(/: not tried$/).count()).toBeGreaterThan(10);
  }

  await button("Copy report").click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("ECOM"));
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^ECOM for Excel \d/);
  expect(text).toMatch(/^Workbook as before: works/m);
  expect(text).not.toMatch(/theirs/i);
  await button("Copy as JSON").click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("{"));
  const report = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as ExcelReport;
  expect(report).toMatchObject({ report: 1, ended: "cancelled", left: [] });
}, 120_000);
