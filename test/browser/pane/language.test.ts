import { openWorkbench } from "../browser";
import { paneParts } from "./pane";

describe("the pane's language", () => {
  test("is Office's, and is switched at once in Settings.", async () => {
    const { addin, put, cell, idle } = await openWorkbench();
    const pane = paneParts(addin);
    await addin.locator("html[lang=en]").waitFor();
    await pane.tab("Settings").click();
    await addin.getByLabel("Language").selectOption("zh");
    await addin.getByText("已保存到此工作簿，公式已重新计算。").waitFor();
    await addin.locator("html[lang=zh-CN]").waitFor();
    const tabs = await addin.locator("[role=tab]").allInnerTexts();
    expect(tabs).toEqual(["浏览", "构建", "工作表", "检查", "设置"]);
    await put("A1", '=ECOM.GROWTH("digitl")');
    await idle();
    expect((await cell("A1")).message).toMatch(/[\u4e00-\u9fff]/);
    await addin.getByLabel("语言").selectOption("auto");
    await pane.tab("Explore").waitFor();
  });

  test("is Chinese in a Chinese Office.", async () => {
    const { addin } = await openWorkbench({ locale: "zh-CN" });
    await addin.getByText("主要数据，2025年一季度").waitFor();
    await paneParts(addin).search.fill("数码");
    await addin.locator(".results", { hasText: "数码产品" }).waitFor();
  });
});

describe("the reference period", () => {
  test("set in the pane is what formulas without a period answer for.", async () => {
    const { addin, put, cell, idle } = await openWorkbench();
    await put("A1", '=ECOM.VALUE("share")');
    expect((await cell("A1")).text).toBe("24.0%");
    await paneParts(addin).tab("Settings").click();
    await addin.getByLabel("Reference period").selectOption("2025");
    await addin.locator(".message.done").waitFor();
    await idle();
    expect((await cell("A1")).text).toBe("26.1%");
    await paneParts(addin).tab("Explore").click();
    await addin.getByText("Key figures, 2025", { exact: true }).waitFor();
  });
});
