import { oneOf } from "../dealt";
import { expectError, openWorkbench } from "./browser";
import type { Workbench } from "./browser";

/** Presses a button and takes the file that comes. */
async function saveBy({ page }: Workbench, button: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.locator(button).click();
  return (await waiting).suggestedFilename();
}

/** A fresh workbook with content, in which this error is to occur. */
async function openFilled(locale: "en-US" | "zh-CN", error: string): Promise<Workbench> {
  const workbench = await openWorkbench({ fresh: true, locale });
  await workbench.put("B2", "worth keeping");
  expectError(error);
  return workbench;
}

describe("whatever fails, the workbook can be saved", () => {
  test("when the grid cannot be drawn any more.", async () => {
    const workbench = await openFilled("en-US", "no pen");
    const { page } = workbench;
    await page.evaluate(() => {
      CanvasRenderingContext2D.prototype.fillText = () => {
        throw new Error("no pen");
      };
      // A sheet that is scrolled is drawn again.
      void window
        .workbench!.univerAPI.getActiveWorkbook()!
        .getActiveSheet()
        .getRange("B3")
        .setValue("another");
    });
    await page.locator("#failure", { hasText: "no pen" }).waitFor();
    expect(await saveBy(workbench, "#failure button")).toBe("Book1.xlsx");
    expect(await saveBy(workbench, "#save")).toBe("Book1.xlsx");
  });

  test("when the pane fails.", async () => {
    const workbench = await openFilled("en-US", "the pane is gone");
    const { page, addin } = workbench;
    const failed = page.waitForEvent("pageerror");
    await addin.evaluate(() => {
      document.body.replaceChildren();
      setTimeout(() => {
        throw new Error("the pane is gone");
      });
    });
    await failed;
    expect(await saveBy(workbench, "#save")).toBe("Book1.xlsx");
  });

  test("when the host fails at what a person did.", async () => {
    const workbench = await openFilled("zh-CN", "no state");
    const { page } = workbench;
    await page.evaluate(() => {
      window.workbench!.host.state.subscribe(() => {
        throw new Error("no state");
      });
      window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange("C5").activate();
    });
    await page.locator("#failure", { hasText: "发生意外错误（no state）。工作簿仍可保存。" }).waitFor();
    expect(await saveBy(workbench, "#failure button")).toBe("工作簿1.xlsx");
  });
});

test.each(oneOf(["en-US", "zh-CN"] as const, 1))(
  "A text that looks like a number has no card of raw keys (%s).",
  async (locale) => {
    const { page, put } = await openWorkbench({ locale });
    await put("B2", "x");
    const place = await page.evaluate(() => {
      const sheet = window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet();
      sheet.getRange("B2").setValue({ v: "2024", t: 4 });
      const cell = sheet.getRange("B2").getCellRect();
      const canvas = document.querySelector("canvas[id^=univer-sheet-main-canvas]")!.getBoundingClientRect();
      return { x: canvas.x + cell.x + 20, y: canvas.y + cell.y + 8 };
    });
    await page.mouse.move(place.x + 100, place.y + 60);
    await page.mouse.move(place.x, place.y, { steps: 4 });
    await page.getByText(locale === "en-US" ? "Number stored as text" : "以文本形式存储的数字").waitFor();
    expect(await page.locator("body").innerText()).not.toMatch(/[a-z-]+\.[a-zA-Z]+\.[a-zA-Z]+/);
  },
);

test.each(oneOf([320, 640], 0))(
  "At %i pixels of width the add-in's buttons have names, and the pane gives way to the grid.",
  async (width) => {
    const { page } = await openWorkbench({ fresh: true, viewport: { width, height: 400 } });
    for (const button of await page.locator("#ribbon button").all())
      expect(await button.getAttribute("aria-label")).toMatch(/\S/);
    await page.getByRole("button", { name: "Close the pane" }).click();
    await page.getByRole("tab", { name: "Sheet1" }).waitFor();
    await page.getByRole("button", { name: "E-commerce data" }).click();
    await page.getByRole("button", { name: "Close the pane" }).waitFor();
  },
);
