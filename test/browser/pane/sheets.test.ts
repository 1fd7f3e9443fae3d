import { openWorkbench } from "../browser";
import { paneParts } from "./pane";

describe("Sheets", () => {
  test("inserts the template that is chosen, of the period and language chosen, with values at the selection.", async () => {
    const { addin, cell, idle } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.tab("Sheets").click();
    await addin.getByRole("radio", { name: "Online retail trend" }).click();
    await addin.getByLabel("Period", { exact: true }).selectOption("2026-08 YTD");
    await addin.getByRole("radio", { name: "中文" }).click();
    await addin.getByRole("radio", { name: "Values" }).click();
    await addin.getByRole("radio", { name: "Cell A1" }).click();
    await addin.getByRole("button", { name: "Insert", exact: true }).click();
    await addin.locator(".message.done").waitFor();
    await idle();
    expect((await cell("A1", "Sheet1")).value).toBe("网上零售走势：2026年1—8月");
    expect((await cell("B5", "Sheet1")).formula).toBe("");
  });

  test("says beforehand what it would do: add a sheet, fill cells, or update what is there.", async () => {
    const { addin, idle } = await openWorkbench();
    await paneParts(addin).tab("Sheets").click();
    const says = (text: string | RegExp) => addin.locator(".preview", { hasText: text }).waitFor();
    const button = addin.locator(".button.wide");
    await says("Adds the sheet “At a glance 2025-Q1”.");
    expect(await button.innerText()).toBe("Insert on a new sheet");
    await button.click();
    await addin.locator(".message.done").waitFor();
    await idle();
    await says(/Updates what stands in At a glance 2025-Q1, A1:G\d+\./);
    // In the other language too: it is the same summary.
    await addin.getByRole("radio", { name: "中文" }).click();
    expect(await button.innerText()).toBe("Update");
    await addin.getByRole("radio", { name: "Trade-in and digital" }).click();
    await says("Adds the sheet “以旧换新 2025年一季度”.");
    expect(await button.innerText()).toBe("Insert on a new sheet");
  });

  test("never says of a summary what another view would have done.", async () => {
    const { addin, idle } = await openWorkbench();
    await paneParts(addin).keyFigures.first().click();
    await addin.locator(".button.wide").click();
    await addin.getByRole("button", { name: "Update", exact: true }).waitFor();
    await idle();
    // Read as soon as the view is there: the workbook is asked by a timer that is set later.
    const first = await addin.evaluate(async () => {
      document.getElementById("tab-sheets")?.click();
      await new Promise((next) => setTimeout(next));
      return [".button.wide", ".preview"].map((part) => document.querySelector(part)?.textContent);
    });
    expect(first).toEqual(["Insert on a new sheet", ""]);
    await addin.locator(".preview", { hasText: "Adds the sheet" }).waitFor();
  });

  test("takes an update back.", async () => {
    const { addin, cell, idle } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.tab("Sheets").click();
    const insert = addin.locator(".button.wide");
    await insert.click();
    await addin.locator(".message.done").waitFor();
    await idle();
    const title = (await cell("A1")).value;
    await addin.getByRole("radio", { name: "中文" }).click();
    await addin.getByRole("button", { name: "Update", exact: true }).click();
    await addin.locator(".message.done", { hasText: "Updated" }).waitFor();
    await idle();
    expect((await cell("A1")).value).toBe("中国电子商务概览：2025年一季度");
    await addin.locator(".message.done").getByRole("button", { name: "Undo" }).click();
    await addin.locator(".message.done", { hasText: "Updated" }).waitFor();
    await idle();
    expect((await cell("A1")).value).toBe(title);
  });

  test("offers of each template only periods that it can be made for.", async () => {
    const { addin } = await openWorkbench();
    await paneParts(addin).tab("Sheets").click();
    const year = addin.getByLabel("Period", { exact: true }).locator("option", { hasText: /^2016$/ });
    await year.waitFor({ state: "attached" });
    await addin.getByRole("radio", { name: "Trade-in and digital" }).click();
    await year.waitFor({ state: "detached" });
  });

  test("makes a page of one's own from indicators that are found and added by keyboard.", async () => {
    const { addin, cell, idle, page } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.tab("Sheets").click();
    await addin.getByRole("radio", { name: "Your own" }).click();
    const insert = addin.locator(".button.wide");
    expect(await insert.isDisabled()).toBe(true);
    const field = addin.getByLabel("Add an indicator");
    await field.fill("physical goods");
    await field.press("Enter");
    await field.fill("total retail");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await addin.locator(".custom-chosen li").nth(1).waitFor();
    await addin.getByLabel("Growth", { exact: true }).check();
    await addin.getByLabel("From").selectOption("2020");
    await addin.getByLabel("Chart: Growth").selectOption({ label: "Columns" });
    await addin
      .getByRole("group", { name: "Drawn in the charts" })
      .getByLabel("Total retail sales of consumer goods")
      .uncheck();
    await insert.click();
    await addin.locator(".message.done").waitFor();
    await idle();
    expect((await cell("A1")).value).toBe("Physical goods, Total retail sales");
    const below = ["A10", "A11", "A12"].map(async (address) => (await cell(address)).value);
    expect(await Promise.all(below)).toContain("2020 to 2025, by year.");
    const charts = await page.evaluate(() =>
      window
        .workbench!.host.snapshot()
        .state.charts.map(({ chartType, series }) => `${chartType} ${series.length}`),
    );
    expect(charts).toEqual(["ColumnClustered 1", "ColumnClustered 1"]);
    await addin.getByLabel("Remove: Total retail sales of consumer goods").click();
    expect(await addin.locator(".custom-chosen li").count()).toBe(1);
  });
});
