import { unfinished } from "../../../src/excel/reading/blockRecord";
import { messages } from "../../../src/taskpane/messages";
import type { Snapshot } from "../../../src/workbench/host";
import { oneOf } from "../../dealt";
import { openWorkbench } from "../browser";
import type { Workbench, WorkbenchOptions } from "../browser";
import { readOnlySays, unchanged } from "./failures/causes";
import { paneParts } from "./pane";

jest.setTimeout(120_000);

const name = "At a glance 2025-Q1";

const snapshot = async ({ page, idle }: Workbench): Promise<Snapshot> => {
  await idle();
  return page.evaluate(() => {
    const { host } = window.workbench!;
    // The host makes a sheet's state when that is first read.
    for (const { id } of host.snapshot().sheets) host.state.sheet(id);
    return host.snapshot();
  });
};

/** A workbook with a summary that the pane inserted, as it is saved. */
async function savedSummary(): Promise<Snapshot> {
  const workbench = await openWorkbench();
  const { addin } = workbench;
  await addin.getByRole("tab", { name: "Sheets" }).click();
  await addin.locator(".button.wide").click();
  await addin.locator(".message.done").waitFor();
  return snapshot(workbench);
}

/** Opens a saved workbook in a fresh page, where the add-in starts again. */
async function openSaved(saved: Snapshot, options: WorkbenchOptions = {}): Promise<Workbench> {
  const workbench = await openWorkbench(options);
  const { page, idle } = workbench;
  await page.evaluate((one) => window.workbench!.host.open(one), saved);
  await idle();
  const addin = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (!addin) throw new Error("The workbench has no frame for the pane.");
  await addin.getByRole("tab", { name: messages(options.locale === "zh-CN" ? "zh" : "en").sheets }).click();
  await addin.locator(".block-acts").waitFor();
  return { ...workbench, addin };
}

const blockButton = ({ addin }: Workbench, which: "update" | "remove") =>
  addin.locator(".block-acts button").nth(which === "update" ? 1 : 2);

const deleteCharts = ({ addin }: Workbench) =>
  addin.evaluate(
    (sheet) =>
      Excel.run(async (context) => {
        const { charts } = context.workbook.worksheets.getItem(sheet);
        charts.load("items");
        await context.sync();
        for (const chart of charts.items) chart.delete();
        await context.sync();
      }),
    name,
  );

let saved: Snapshot;
beforeAll(async () => {
  saved = await savedSummary();
});

test("A summary in a workbook that was saved, closed and opened is listed, updated in its place and removed.", async () => {
  const workbench = await openSaved(saved);
  const { addin, cell, idle } = workbench;
  expect(await addin.locator(".blocks li").innerText()).toContain(name);
  expect((await cell("A1", name)).value).toBe("China’s e-commerce: Q1 2025 at a glance");
  const [before, complete] = [saved.state.charts.length, await snapshot(workbench)];
  await blockButton(workbench, "update").click();
  await addin.locator(".message.done", { hasText: "Already there and up to date" }).waitFor();
  expect(await snapshot(workbench)).toEqual(complete);

  await deleteCharts(workbench);
  await blockButton(workbench, "update").click();
  await addin.locator(".message.done", { hasText: "Updated" }).waitFor();
  const updated = await snapshot(workbench);
  expect(updated.state.charts).toHaveLength(before);
  expect(updated.sheets).toEqual(complete.sheets);

  await blockButton(workbench, "remove").click();
  await addin.locator(".message.done", { hasText: "Removed" }).waitFor();
  await idle();
  const removed = await snapshot(workbench);
  expect(removed.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  expect([removed.state.charts, removed.state.tables, removed.state.names]).toEqual([[], [], []]);
});

test("A summary whose writing broke off is listed as not written to the end until an update completes it.", async () => {
  const names = saved.state.names.map((one) => ({ ...one, comment: unfinished }));
  const workbench = await openSaved({ ...saved, state: { ...saved.state, names } });
  const { addin } = workbench;
  const said = addin.locator(".blocks li", { hasText: messages("en").halfWritten });
  await said.waitFor();
  await blockButton(workbench, "update").click();
  await addin.locator(".message.done", { hasText: "Updated" }).waitFor();
  await said.waitFor({ state: "detached" });
  expect((await snapshot(workbench)).state.names.map(({ comment }) => comment)).toEqual([""]);
});

const languages = [
  ["en-US", "en"],
  ["zh-CN", "zh"],
] as const;

test.each(oneOf(languages, 0))(
  "In a workbook that is open for reading, updating and removing say so and leave it as it is, in %s",
  async (locale, language) => {
    const workbench = await openSaved(saved, { locale, mode: "read" });
    const { addin } = workbench;
    const before = await snapshot(workbench);
    for (const which of ["update", "remove"] as const) {
      await blockButton(workbench, which).click();
      for (const part of [...readOnlySays[language], unchanged[language]])
        await paneParts(addin).failed.filter({ hasText: part }).waitFor();
      expect(await snapshot(workbench)).toEqual(before);
      await addin.getByLabel(messages(language).dismiss).click();
      await addin.locator(".message").waitFor({ state: "detached" });
    }
  },
);
