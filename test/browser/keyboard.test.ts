import { openPage, openServer, openWorkbench } from "./browser";
import type { Workbench } from "./browser";
import { paneParts } from "./pane/pane";

describe("the keyboard", () => {
  const inPane = ({ page }: Workbench) => page.evaluate(() => document.activeElement?.id === "frame");

  test("F6 moves it from the grid into the pane, to where a person was, and back to the cells.", async () => {
    const workbench = await openWorkbench();
    const { page, addin, select, cell } = workbench;
    await select("B2");
    await page.keyboard.press("F6");
    expect(await inPane(workbench)).toBe(true);
    const field = addin.getByRole("tab", { name: "Explore" });
    await field.focus();
    await page.keyboard.press("F6");
    expect(await inPane(workbench)).toBe(false);
    await workbench.type("7");
    await workbench.idle();
    expect((await cell("B2")).value).toBe(7);
    await page.keyboard.press("F6");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("the pane's shortcut opens it with the keyboard inside, and pressed there goes back to the cells.", async () => {
    const workbench = await openWorkbench({ pane: "closed" });
    const { page, select } = workbench;
    await select("B2");
    await page.keyboard.press("Control+Alt+Shift+E");
    await page.locator("#frame").waitFor();
    expect(await inPane(workbench)).toBe(true);
    await page.keyboard.press("Control+Alt+Shift+E");
    expect(await inPane(workbench)).toBe(false);
  });

  test("goes back from the pane however late the list of shortcuts comes.", async () => {
    const page = await openPage();
    let come = () => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    await page.route("**/shortcuts.json", async (route) => {
      await late;
      await route.continue();
    });
    await page.goto((await openServer()).url);
    const tab = paneParts(page.frameLocator("#frame")).tab("Explore");
    await tab.waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLIFrameElement>("#frame")?.contentDocument?.readyState === "complete",
    );
    come();
    await page.waitForFunction(() => window.workbench !== undefined);
    await tab.focus();
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.id === "frame")).toBe(false);
  });
});
