import { openWorkbench } from "./browser";
import { paneParts } from "./pane/pane";

/** Whether the workbench shows the pane. */
const shown = (workbench: Awaited<ReturnType<typeof openWorkbench>>) =>
  workbench.page.locator("#pane").isVisible();

describe("ribbon, cell menu and shortcuts act through the pane", () => {
  test("Freeze selection turns the selected formula into its value, and Undo in the pane brings it back.", async () => {
    const workbench = await openWorkbench();
    await workbench.put("B2", '=ECOM.GROWTH("digital")');
    await workbench.select("B2");
    await workbench.press("ECOM.Freeze");
    const { notice, button } = paneParts(workbench.addin);
    await workbench.addin.locator(".message.done").waitFor();
    expect(await notice.innerText()).not.toBe("");
    await workbench.idle();
    expect(await workbench.cell("B2")).toMatchObject({ value: 0.074, text: "7.4%", formula: "" });
    await button("Undo").click();
    await workbench.page.waitForFunction(
      () =>
        window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange("B2").getFormula() !== "",
    );
    expect((await workbench.cell("B2")).formula).toBe('=ECOM.GROWTH("digital")');
  });

  test("Check workbook opens the pane's Check view with what it found.", async () => {
    const workbench = await openWorkbench({ pane: "closed" });
    expect(await shown(workbench)).toBe(false);
    await workbench.press("ECOM.Check");
    await workbench.page.locator("#pane").waitFor();
    await workbench.addin.getByRole("tab", { name: "Check", selected: true }).waitFor();
  });

  test("Source of this figure tells it from the ribbon too, for cells of native tables.", async () => {
    const workbench = await openWorkbench({ pane: "closed" });
    await workbench.put("B2", '=ECOM.GROWTH("digital")');
    await workbench.select("B2");
    await workbench.press("ECOM.SourceOfCell");
    await workbench.page.locator("#pane").waitFor();
    await paneParts(workbench.addin).selected.waitFor();
  });

  test("a right click on a figure tells its source in the pane.", async () => {
    const workbench = await openWorkbench({ pane: "closed" });
    await workbench.put("B2", '=ECOM.GROWTH("digital")');
    await workbench.select("B2");
    const place = await workbench.page.evaluate(() => {
      const rect = window
        .workbench!.univerAPI.getActiveWorkbook()!
        .getActiveSheet()
        .getRange("B2")
        .getCellRect();
      const canvas = document.querySelector("canvas[id^=univer-sheet-main-canvas]")!.getBoundingClientRect();
      return { x: canvas.x + rect.x + rect.width / 2, y: canvas.y + rect.y + rect.height / 2 };
    });
    await workbench.page.mouse.click(place.x, place.y, { button: "right" });
    // The ribbon has a button of the same name.
    const menu = workbench.page.locator(":not(#ribbon *)");
    await workbench.page.getByText("Source of this figure").and(menu).click();
    await paneParts(workbench.addin).selected.waitFor();
    expect(await shown(workbench)).toBe(true);
    expect(await paneParts(workbench.addin).selected.innerText()).toContain("7.4%");
  });

  test("what a button did while Excel lets no pane be opened waits in the pane, with its Undo.", async () => {
    const workbench = await openWorkbench({ profile: "strict", pane: "closed", fresh: true });
    await workbench.enter("B2", '=ECOM.GROWTH("digital")');
    await workbench.select("B2");
    await workbench.press("ECOM.Check");
    // One action at a time: the next press has to wait until the last check has been made.
    const { addin } = workbench;
    await addin.getByText("Looked for and not found").waitFor({ state: "attached" });
    await workbench.press("ECOM.Freeze");
    await workbench.page.waitForFunction(
      () =>
        window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange("B2").getFormula() === "",
    );
    await workbench.idle();
    expect(await shown(workbench)).toBe(false);
    await workbench.press("ECOM.Open");
    await workbench.page.locator("#pane").waitFor();
    const { notice, button } = paneParts(workbench.addin);
    expect(await notice.innerText()).toMatch(/^Frozen: 1 formula/);
    await workbench.addin.locator("#tab-check[aria-selected=true]").waitFor();
    await button("Undo").click();
    await workbench.page.waitForFunction(
      () =>
        window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange("B2").getFormula() !== "",
    );
  });

  test("the shortcuts of the manifest open the pane and insert the summary.", async () => {
    const workbench = await openWorkbench({ pane: "closed" });
    await workbench.select("A1");
    await workbench.page.keyboard.press("Control+Alt+Shift+E");
    await workbench.page.locator("#pane").waitFor();
    await workbench.page.keyboard.press("Control+Alt+Shift+I");
    await workbench.addin.locator(".message.done").waitFor();
    expect(await paneParts(workbench.addin).notice.innerText()).toContain("Quarter at a glance");
  });
});
