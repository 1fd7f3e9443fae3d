import { openWorkbench } from "../browser";
import { paneParts } from "./pane";
import { furnishTable } from "./views";

describe("own data from the pane", () => {
  test("a table joins by the keyboard, is found, inserted with its number, read again and taken out.", async () => {
    const workbench = await openWorkbench();
    const { addin, page, enter, put, cell, idle } = workbench;
    const pane = paneParts(addin);
    await furnishTable(workbench, [
      ["Indicator", "Period", "Value", "Unit"],
      ["Our shop's takings", 2024, 3.5, "万元"],
      ["Our shop's takings", 2025, 4.2, "万元"],
    ]);
    await pane.tab("Settings").click();
    await pane.button("Use the table at the selection").focus();
    await page.keyboard.press("Enter");
    await pane.notice.filter({ hasText: "“Sales” has joined your data: 1 indicator, 2 figures." }).waitFor();
    await addin.getByText("1 indicator, 2 figures", { exact: true }).waitFor();

    // It is the first that is found, and marked.
    await pane.tab("Explore").click();
    await pane.search.fill("shop takings");
    await pane.results.first().filter({ hasText: "Own data: Sales" }).waitFor();
    await enter("H2", "");
    await pane.results.first().click();
    await addin.getByRole("heading", { name: "Our shop's takings" }).waitFor();
    await addin.locator(".button.wide").click();
    await pane.notice.filter({ hasText: "H3" }).waitFor();
    await idle();
    expect(await cell("H3")).toMatchObject({
      value: 42000,
      formula: expect.stringContaining("OWN:OUR_SHOP") as string,
    });

    await put("D4", "5");
    await pane.tab("Settings").click();
    await addin.getByRole("button", { name: "Read again: Sales" }).click();
    await pane.notice.filter({ hasText: "2 figures" }).waitFor();
    await idle();
    expect((await cell("H3")).value).toBe(50000);

    await addin.getByRole("button", { name: "Remove: Sales" }).click();
    await pane.notice.filter({ hasText: "no part of the data any more" }).waitFor();
    await idle();
    expect(await cell("H3")).toMatchObject({
      value: "#VALUE!",
      message: expect.stringContaining("No indicator") as string,
    });
    await pane.tab("Explore").click();
    await pane.search.fill("shop takings");
    expect(await pane.results.filter({ hasText: "Own data" }).count()).toBe(0);
  });

  test("what keeps a table out is said cell by cell, and goes to the cell.", async () => {
    const workbench = await openWorkbench({ locale: "zh-CN" });
    const { addin, page } = workbench;
    const pane = paneParts(addin);
    await furnishTable(workbench, [
      ["指标", "时期", "数值"],
      ["本公司销售额", "2025年", "很多"],
    ]);
    await pane.tab("设置").click();
    await pane.button("使用所选位置的表格").click();
    const found = addin.locator(".findings li");
    await found.filter({ hasText: "D3“很多”不是数字" }).waitFor();
    expect(await pane.notice.innerText()).toContain("“Sales”未加入：有1处需要修改");
    await found.getByRole("button").click();
    await page.waitForFunction(
      () => window.workbench!.univerAPI.getActiveWorkbook()!.getActiveRange()?.getA1Notation() === "D3",
    );
  });

  test.each([
    ["en-US", "Settings", "Copy an example", "Use the table at the selection", "3 figures"],
    ["zh-CN", "设置", "复制示例", "使用所选位置的表格", "3个数据"],
  ] as const)(
    "the example of %s, copied and made a table, joins.",
    async (locale, settings, copy, use, joined) => {
      const workbench = await openWorkbench({ locale });
      const { page, addin } = workbench;
      const pane = paneParts(addin);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await pane.tab(settings).click();
      await pane.button(copy).click();
      await pane.notice.filter({ hasText: "Ctrl+T" }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      await furnishTable(
        workbench,
        copied.split(/\r?\n/).map((line) => line.split("\t")),
      );
      await pane.button(use).click();
      await pane.notice.filter({ hasText: joined }).waitFor();
    },
  );
});
