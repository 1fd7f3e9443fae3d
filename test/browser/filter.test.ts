import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";

/** A table of three rows at B2, made through Excel's API. */
async function furnish({ addin, idle }: Workbench): Promise<void> {
  await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("B2:C5").values = [
        ["Name", "Sales"],
        ["b", 3],
        ["a", 1],
        ["c", 2],
      ];
      sheet.tables.add("B2:C5", true);
      sheet.getRange("B:C").format.columnWidth = 90;
      await context.sync();
    }),
  );
  await idle();
}

const hiddenRows = ({ page }: Workbench) =>
  page.evaluate(() => window.workbench!.host.snapshot().sheets[0]?.hiddenRows);

describe("the buttons of a table's headings", () => {
  test("sort and filter by the mouse, and what they did is undone.", async () => {
    const workbench = await openWorkbench();
    const { page, texts } = workbench;
    await furnish(workbench);
    const menu = page.getByRole("dialog", { name: "Sort and filter: Sales" });
    const press = async () => {
      // The buttons come with the next frame.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      const place = await page.evaluate(() => {
        const sheet = window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet();
        const cell = sheet.getRange("C2").getCellRect();
        const canvas = document
          .querySelector("canvas[id^=univer-sheet-main-canvas]")!
          .getBoundingClientRect();
        return { x: canvas.x + cell.right - 9, y: canvas.y + cell.bottom - 9 };
      });
      await page.mouse.click(place.x, place.y);
      await menu.waitFor();
    };
    await press();
    await menu.getByRole("button", { name: "Sort smallest to largest" }).click();
    expect(await texts("B3:C5")).toEqual([
      ["a", "1"],
      ["c", "2"],
      ["b", "3"],
    ]);
    await press();
    await menu.getByLabel("2", { exact: true }).uncheck();
    await menu.getByRole("button", { name: "OK" }).click();
    expect(await hiddenRows(workbench)).toEqual([3]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await hiddenRows(workbench)).toEqual([]);
    expect(await texts("B3:B5")).toEqual([["b"], ["a"], ["c"]]);
  });

  test("open by Alt+Down on a heading, are used by the keyboard, and Escape leaves them.", async () => {
    const workbench = await openWorkbench({ locale: "zh-CN" });
    const { page, select } = workbench;
    await furnish(workbench);
    await select("B2");
    await page.keyboard.press("Alt+ArrowDown");
    const menu = page.getByRole("dialog", { name: "排序和筛选：Name" });
    await menu.waitFor();
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await page.keyboard.press("Alt+ArrowDown");
    // Sort up, sort down, clear, all, then the first value.
    for (let step = 0; step < 4; step++) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await menu.getByRole("button", { name: "确定" }).focus();
    await page.keyboard.press("Enter");
    await menu.waitFor({ state: "detached" });
    expect(await hiddenRows(workbench)).toEqual([3]);
    expect((await workbench.cell("B2")).value).toBe("Name");
  });
});
