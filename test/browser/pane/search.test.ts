import type { Frame } from "playwright-core";
import { openWorkbench } from "../browser";
import { paneParts } from "./pane";

describe("search in the pane", () => {
  test.each([
    ["a word in English", "dining", "In-store dining ordered online"],
    ["the code", "EXPRESS_VOLUME", "Express delivery volume"],
    ["Chinese inside a name", "餐饮", "In-store dining ordered online"],
    ["a typing error", "digitl", "Digital products, online sales"],
  ])("finds by %s", async (_how, typed, label) => {
    const { addin } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.search.fill(typed);
    await pane.results.filter({ hasText: label }).first().waitFor();
  });

  test("shows latest figure and growth of a result, and marks what was searched for.", async () => {
    const { addin } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.search.fill("express delivery");
    const first = pane.results.first();
    await first.waitFor();
    expect(await first.locator("mark").allInnerTexts()).toEqual(["Express", "delivery"]);
    expect(await first.innerText()).toMatch(/billion .*y\/y/);
  });

  test.each([
    ["跨镜电商", "跨境电商", "Cross-border e-commerce imports and exports"],
    ["exprss volume", "express volume", "Express delivery volume"],
  ])("asks who mistyped %s whether %s was meant.", async (typed, meant, label) => {
    const { addin } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.search.fill(typed);
    await pane.results.first().filter({ hasText: label }).waitFor();
    await pane.button(`Did you mean “${meant}”?`).click();
    expect(await pane.search.inputValue()).toBe(meant);
    await pane.results.first().filter({ hasText: label }).waitFor();
  });

  test("leads from 以旧换新 to the first quarter's digital products, with the reason.", async () => {
    const { addin } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.search.fill("以旧换新");
    const digital = pane.results.filter({ hasText: "Digital products" }).first();
    await digital.waitFor();
    expect(await digital.innerText()).toMatch(/driver of the 7\.4 percent rise[^]*7\.4/);
    await digital.click();
    await addin.locator(".headline", { hasText: "driver of the 7.4 percent rise" }).waitFor();
    await addin.locator(".headline-note", { hasText: "Q1 2025" }).waitFor();
  });

  test("says when nothing is found, and what to do.", async () => {
    const { addin } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.search.fill("qqqqq");
    await addin.locator(".empty").waitFor();
    expect(await addin.locator("[role=status]").first().innerText()).toContain("browse by theme");
    await pane.button("Clear the search").or(addin.getByLabel("Clear the search")).first().click();
    await addin.getByText("Key figures, Q1 2025").waitFor();
  });
});

/** What has the focus, as people know it. */
const focused = (addin: Frame) =>
  addin.evaluate(() => {
    const { activeElement: element } = document;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return (element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "").trim();
  });

describe("with the keyboard only", () => {
  test("Tab goes through the pane stop by stop, into the search field and out of it, and back.", async () => {
    const { addin, page } = await openWorkbench();
    await paneParts(addin).keyFigures.first().waitFor();
    await addin.getByRole("tab", { name: "Explore" }).focus();
    const walk: string[] = [];
    for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
      await page.keyboard.press(key);
      walk.push(await focused(addin));
    }
    expect(walk[0]).toBe("Got it");
    expect(walk[1]).toContain("Find an indicator");
    // Which figures are looked at: those of the reference period, or the latest.
    expect(walk[2]).toBe("Q1 2025");
    expect(walk[3]).toContain("National online retail sales");
    expect(walk[4]).toBe("Q1 2025");
    expect(walk[5]).toContain("Find an indicator");
  });

  test("Escape empties the search first, and does not leave the pane with it.", async () => {
    const { addin, page } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.search.focus();
    await page.keyboard.type("dining");
    await pane.results.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await focused(addin)).toContain("Find an indicator");
    await page.keyboard.press("Escape");
    await addin.getByText("Key figures, Q1 2025").waitFor();
    expect(await focused(addin)).toContain("Find an indicator");
  });

  test("an indicator is found, opened, inserted as a formula, and left again.", async () => {
    const { addin, page, cell, select } = await openWorkbench();
    await select("B2");
    const pane = paneParts(addin);
    await pane.search.focus();
    await page.keyboard.type("digital products");
    await pane.results.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const heading = addin.locator("h2", { hasText: "Digital products" });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);

    for (let steps = 0; steps < 30; steps += 1) {
      await page.keyboard.press("Tab");
      if ((await focused(addin)) === "Insert") break;
    }
    await page.keyboard.press("Enter");
    await pane.notice.waitFor();
    // The period that the result showed.
    expect((await cell("B2")).formula).toBe('=ECOM.GROWTH("DIGITAL_PRODUCTS","2025-11 YTD")');

    await addin.getByLabel("Back", { exact: true }).focus();
    await page.keyboard.press("Enter");
    await pane.results.first().waitFor();
    expect(await addin.evaluate(() => document.activeElement?.getAttribute("data-code"))).toBe(
      "DIGITAL_PRODUCTS",
    );
  });
});
