import { openWorkbench } from "../browser";
import { paneParts } from "./pane";

const cumulative = '=ECOM.VALUE("retail","2025-05 YTD")';
const alone = '=ECOM.VALUE("retail","2025-06")';

describe("the comparability check in the pane", () => {
  test("says that nothing was found, then finds a mix after it was made, and goes to the odd cell.", async () => {
    const { addin, put, page } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.tab("Check").click();
    await pane.button("Check figures").click();
    await addin.getByText("Looked for and not found").waitFor();
    await put("B2", cumulative);
    await put("B3", alone);
    await put("D2", "=AVERAGE(B2:B3)");
    await pane.button("Check again").click();
    const found = addin.locator(".findings li");
    await found.first().waitFor();
    // What makes a result wrong comes first.
    expect(await found.evaluateAll((items) => items.map((item) => item.className))).toEqual([
      "warning",
      "notice",
    ]);
    expect(await found.last().innerText()).toContain("January to May 2025");
    await found.last().getByText("Go to").click();
    await page.waitForFunction(
      () => window.workbench!.univerAPI.getActiveWorkbook()!.getActiveRange()?.getA1Notation() === "B3",
    );
  });

  test("looks through all sheets when told to, in Chinese too.", async () => {
    const { addin, put, press } = await openWorkbench({ locale: "zh-CN" });
    const pane = paneParts(addin);
    await put("B2", cumulative);
    await put("B3", alone);
    await press("ECOM.InsertSummary");
    await addin.locator(".message.done").waitFor();
    await pane.tab("检查").click();
    await pane.button("检查数据").click();
    await addin.getByText("已检查且未发现").waitFor();
    await addin.getByLabel("整个工作簿").click();
    await pane.button("检查数据").click();
    await addin.locator(".findings", { hasText: "2025年6月" }).waitFor();
    expect(await addin.locator(".findings li").count()).toBe(1);
  });
});

describe("citations of the selection", () => {
  test("are listed in the chosen style, copied, put below the selection, and taken away again.", async () => {
    const { addin, page, put, select, cell, idle } = await openWorkbench();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const pane = paneParts(addin);
    await put("B2", '=ECOM.GROWTH("digital")');
    await put("B3", '=ROUND(ECOM.GROWTH("physical"),3)');
    await select("B2");
    await page.keyboard.press("Shift+ArrowDown");
    await pane.tab("Check").click();
    await pane.button("List sources").click();
    await addin.getByText("2 sources in B2:B3").waitFor();
    await addin.getByLabel("Style").selectOption("gbt7714");
    await pane.button("Copy list").click();
    await addin.getByText("List of sources copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\[1\] Ministry of Commerce.*\n\[2\] National Bureau of Statistics/);
    await pane.button("Insert below").click();
    await addin.locator(".message.done", { hasText: "2 sources" }).waitFor();
    await idle();
    expect((await cell("B5")).text).toBe("Sources");
    expect((await cell("B6")).text).toBe(copied.split("\n")[0]);
    await pane.button("Undo").click();
    await addin.locator(".notice-text", { hasText: /emoved/ }).waitFor();
    expect((await cell("B6")).text).toBe("");
  });

  test("say where to look when nothing of ours is selected.", async () => {
    const { addin, select } = await openWorkbench();
    await select("D4");
    await paneParts(addin).tab("Check").click();
    await paneParts(addin).button("List sources").click();
    await addin.getByText("No figure of ours in D4").waitFor();
  });
});
