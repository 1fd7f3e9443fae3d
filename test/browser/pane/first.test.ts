import type { Page } from "playwright-core";
import { openPage, openServer } from "../browser";

/** Opens the pane's page by itself, its scripts held back until they are let go. */
async function heldPane(locale: "en-US" | "zh-CN") {
  const page = await openPage({ locale, viewport: { width: 350, height: 900 } });
  const letFigures = await hold(page, /\/(functions|taskpane)\.\w+\.js$/);
  const letWork = await hold(page, /\/workbook\.\w+\.js$/);
  const { url } = await openServer();
  await page.goto(`${url}taskpane.html`, { waitUntil: "commit" });
  return { page, first: page.locator("#first"), letFigures, letWork };
}

async function hold(page: Page, files: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** What is visible, and where. Runs inside the page. */
function look(): string[] {
  return [...document.querySelectorAll("#pane header *, #pane main *")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor } = getComputedStyle(element);
    const place = [x, y, width, height].map(Math.round);
    return [element.tagName, element.textContent, ...place, color, backgroundColor].join(" ");
  });
}

describe("before any large script has come", () => {
  test.each([
    ["en-US", "Key figures, Q1 2025", "3.62 trillion yuan"],
    ["zh-CN", "主要数据，2025年一季度", "3.62 万亿元"],
  ] as const)("the key figures stand there as they will (%s)", async (locale, heading, figure) => {
    const { page, first, letFigures, letWork } = await heldPane(locale);
    await first.getByText(heading).waitFor();
    expect(await first.locator(".tile").first().innerText()).toContain(figure);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale === "zh-CN" ? locale : "en");
    const before = await page.evaluate(look);
    letFigures();
    await first.waitFor({ state: "detached" });
    expect(await page.evaluate(look)).toEqual(before);
    letWork();
  });

  test("nothing takes the focus yet, and the first run's lines do not come back.", async () => {
    const { page, first, letFigures, letWork } = await heldPane("en-US");
    await first.locator(".first-run").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    letFigures();
    letWork();
    await page.getByRole("button", { name: "Got it" }).click();
    await hold(page, /\/functions\.\w+\.js$/);
    await page.reload({ waitUntil: "commit" });
    await first.locator(".tile").first().waitFor();
    expect(await first.locator(".first-run").count()).toBe(0);
  });
});
