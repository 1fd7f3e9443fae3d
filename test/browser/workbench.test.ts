import { readXlsx } from "hucre/xlsx";
import { expectError, openPage, openServer, openWorkbench } from "./browser";
import type { Workbench } from "./browser";

/** Draws a chart of A1:B4 through the client itself, as an add-in would. */
async function addChart({ addin, idle }: Workbench): Promise<void> {
  await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("A1:B4");
      range.values = [
        ["Period", "Growth"],
        ["2024-Q1", 0.124],
        ["2024-H1", 0.098],
        ["2025-Q1", 0.079],
      ];
      sheet.getRange("B2:B4").numberFormat = [["0.0%"], ["0.0%"], ["0.0%"]];
      sheet.tables.add(range, true).name = "Growth";
      const chart = sheet.charts.add("ColumnClustered", range, "Columns");
      chart.title.text = "Growth of online retail";
      chart.setPosition("D2", "J16");
      await context.sync();
    }),
  );
  await idle();
}

const boxes = ({ page }: Workbench) =>
  page.evaluate(() =>
    [...window.workbench!.charts.boxes].map(([, { left, top, width, height }]) => ({
      left,
      top,
      width,
      height,
    })),
  );

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Waits until a box of the grid's canvas shows a colour ("r,g,b"), or no longer does; in vain, the test fails by time. */
async function waitForColour({ page }: Workbench, box: Box, colour: string, shown = true): Promise<void> {
  await page.waitForFunction(
    ({ box: { x, y, width, height }, colour, shown }) => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas[id^=univer-sheet-main-canvas]")!;
      const scale = canvas.width / canvas.getBoundingClientRect().width;
      const { data } = canvas
        .getContext("2d")!
        .getImageData(x * scale, y * scale, width * scale, height * scale);
      let found = false;
      for (let at = 0; at < data.length; at += 4)
        found ||= `${data[at]},${data[at + 1]},${data[at + 2]}` === colour;
      return found === shown;
    },
    { box, colour, shown },
  );
}

/** Excel's first accent, in which charts and tables are drawn when nobody chose a colour. */
const accent = "68,114,196";

describe("the workbench", () => {
  test("starts with the add-in's own buttons in the ribbon, and the pane beside the grid.", async () => {
    const { page, addin } = await openWorkbench({ fresh: true });
    expect(await page.title()).toBe("ECOM for Excel · Workbench");
    expect(await page.locator("#ribbon [data-group='ECOM.Group'] button").allInnerTexts()).toEqual([
      "E-commerce data",
      "Insert summary",
      "Insert chart",
      "Freeze selection",
      "Check workbook",
      "Source of this figure",
    ]);
    const icons = page.locator("#ribbon img");
    // Fails where the image cannot be had.
    for (const icon of await icons.all()) await icon.evaluate((image: HTMLImageElement) => image.decode());
    expect((await page.locator("#frame").boundingBox())?.width).toBe(350);
    expect(await addin.evaluate(() => Office.context.platform)).toBe("OfficeOnline");
    expect(await page.locator("#status").innerText()).toBe("Ready");
  });

  test("speaks Chinese: ribbon, grid and the add-in inside.", async () => {
    const { page, addin } = await openWorkbench({ locale: "zh-CN" });
    expect(await page.locator("#ribbon [data-group='ECOM.Group'] .label").innerText()).toBe("电商统计");
    expect(await page.locator("#save").innerText()).toBe("另存为 .xlsx");
    expect(await addin.evaluate(() => Office.context.displayLanguage)).toBe("zh-CN");
  });

  test("closing the pane hides it and keeps the add-in running; the ribbon opens it again.", async () => {
    const { page, enter, cell } = await openWorkbench();
    await page.locator("#closepane").click();
    expect(await page.locator("#frame").isVisible()).toBe(false);
    await enter("A1", '=ECOM.GROWTH("digital")');
    expect((await cell("A1")).value).toBe(0.074);
    await page.locator("[data-control='ECOM.Open']").click();
    expect(await page.locator("#frame").isVisible()).toBe(true);
  });

  test("the pane can be made narrower and wider by keyboard, within Excel's limits.", async () => {
    const { page } = await openWorkbench({ fresh: true });
    const width = async () => (await page.locator("#frame").boundingBox())?.width;
    await page.locator("#splitter").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(360);
    for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowRight");
    expect(await width()).toBe(320);
    for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(450);
  });

  test("the theme switch reaches the pane's own colours.", async () => {
    const { page, addin } = await openWorkbench();
    // The frame learns of it with the next calculation of styles.
    const dark = (wanted: boolean) =>
      addin.waitForFunction((one) => matchMedia("(prefers-color-scheme: dark)").matches === one, wanted);
    await dark(false);
    await page.getByLabel("Theme").selectOption("dark");
    await dark(true);
  });

  test("plays an older Excel to the add-in when asked to.", async () => {
    const { addin } = await openWorkbench({ profile: "2021" });
    const supported = await addin.evaluate(() =>
      [
        ["ExcelApi", "1.14"],
        ["ExcelApi", "1.15"],
        ["CustomFunctionsRuntime", "1.4"],
      ].map(([set, version]) => Office.context.requirements.isSetSupported(set!, version)),
    );
    expect(supported).toEqual([true, false, false]);
  });

  test("says the sentence behind an error while its cell is selected.", async () => {
    const { page, enter, select } = await openWorkbench();
    await enter("B2", '=ECOM.GROWTH("no such thing")');
    await select("B2");
    const message = page.locator("#message");
    await message.waitFor();
    expect(await message.innerText()).toMatch(/^B2 .+/);
    await select("C3");
    await message.waitFor({ state: "hidden" });
  });

  test("draws a native chart at its cells, and it scrolls with them.", async () => {
    const workbench = await openWorkbench();
    await addChart(workbench);
    await workbench.page.waitForFunction(() => window.workbench!.charts.boxes.size === 1);
    const [box] = await boxes(workbench);
    // D2 is three columns of 64 pixels and a row of 20 away from the corner of A1, behind 46 and 20 pixels of headings.
    expect(box).toEqual({ left: 46 + 3 * 64, top: 20 + 20, width: 7 * 64, height: 15 * 20 });
    const inChart = { x: box!.left + 10, y: box!.top + 40, width: 400, height: 220 };
    await waitForColour(workbench, inChart, accent);
    await workbench.page.evaluate(() => {
      window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().scrollToCell(40, 0);
    });
    await waitForColour(workbench, inChart, accent, false);
  });

  test("draws a native table with its heading filled.", async () => {
    const workbench = await openWorkbench();
    await addChart(workbench);
    await workbench.page.waitForFunction(() => window.workbench!.charts.boxes.size === 1);
    await waitForColour(workbench, { x: 50, y: 22, width: 30, height: 16 }, accent);
  });

  test("a new value in the cells changes the chart.", async () => {
    const workbench = await openWorkbench();
    await addChart(workbench);
    await workbench.page.waitForFunction(() => window.workbench!.charts.boxes.size === 1);
    const [box] = await boxes(workbench);
    // The first bar is the highest; with a third one four times as high it no longer reaches this part.
    const upper = { x: box!.left + 50, y: box!.top + 90, width: 120, height: 20 };
    await waitForColour(workbench, upper, accent);
    await workbench.enter("B4", "0.5");
    await waitForColour(workbench, upper, accent, false);
  });

  test("shows a chart on its own sheet only.", async () => {
    const workbench = await openWorkbench();
    await addChart(workbench);
    await workbench.page.waitForFunction(() => window.workbench!.charts.boxes.size === 1);
    await workbench.page.evaluate(() => {
      window.workbench!.univerAPI.getActiveWorkbook()!.insertSheet("Other");
    });
    await workbench.page.waitForFunction(() => window.workbench!.charts.boxes.size === 0);
    await workbench.page.evaluate(() => {
      const book = window.workbench!.univerAPI.getActiveWorkbook()!;
      book.setActiveSheet(book.getSheets()[0]!);
    });
    await workbench.page.waitForFunction(() => window.workbench!.charts.boxes.size === 1);
  });

  test("saves a file with the table, the chart and the values, under the workbook's name.", async () => {
    const workbench = await openWorkbench();
    await addChart(workbench);
    await workbench.enter("A8", '=ECOM.GROWTH("digital")');
    const waiting = workbench.page.waitForEvent("download");
    await workbench.page.locator("#save").click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe("Book1.xlsx");
    const stream = await file.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const { sheets } = await readXlsx(new Uint8Array(Buffer.concat(chunks)), { readStyles: true });
    const [sheet] = sheets;
    expect(sheet?.rows.slice(0, 4)).toEqual([
      ["Period", "Growth"],
      ["2024-Q1", 0.124],
      ["2024-H1", 0.098],
      ["2025-Q1", 0.079],
    ]);
    expect(sheet?.tables?.[0]).toMatchObject({ name: "Growth", range: "A1:B4" });
    expect(sheet?.charts?.[0]).toMatchObject({
      kinds: ["bar"],
      title: "Growth of online retail",
      series: [{ valuesRef: "'Sheet1'!$B$2:$B$4", categoriesRef: "'Sheet1'!$A$2:$A$4" }],
    });
    expect(sheet?.cells?.get("7,0")).toMatchObject({
      formula: '_xldudf_ECOM_GROWTH("digital")',
      formulaResult: 0.074,
      style: { numFmt: "0.0%" },
    });
    expect(await workbench.page.locator("#status").innerText()).toBe(
      "Saved Book1.xlsx. It holds live formulas of the add-in: for people without it, freeze a copy first (Check, Freeze).",
    );
  });

  test("shows what was said between client and host, and counts refusals.", async () => {
    const { page, addin } = await openWorkbench({ fresh: true });
    await page.locator("#logbutton").click();
    expect(await page.locator("#log li").count()).toBeGreaterThan(3);
    const code = await addin.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("no such sheet").getRange("A1").values = [[1]];
        await context.sync();
      }).then(
        () => "no error",
        (error: { code: string }) => error.code,
      ),
    );
    expect(code).toBe("ItemNotFound");
    await page.locator("#log .refusal").first().waitFor();
    expect(await page.locator("#logbutton").innerText()).toContain("1 refusals");
  });

  test("says which file is missing when the add-in cannot be started.", async () => {
    expectError("Failed to load resource");
    expectError("/nowhere/manifest.xml is not served (404)");
    const page = await openPage();
    await page.goto(`${(await openServer()).url}?addin=nowhere`);
    await page.locator("#status", { hasText: "could not be started" }).waitFor();
    expect(await page.locator("#status").innerText()).toContain("/nowhere/manifest.xml is not served (404)");
  });
});

test("Whatever fails, the page says so and the workbook can still be saved.", async () => {
  const { page, enter } = await openWorkbench();
  await enter("A1", "kept");
  expectError("the grid is gone");
  await page.evaluate(() => {
    requestAnimationFrame(() => {
      throw new Error("the grid is gone");
    });
  });
  const notice = page.getByRole("alert").filter({ hasText: "the grid is gone" });
  const saved = page.waitForEvent("download");
  await notice.getByRole("button").click();
  expect((await saved).suggestedFilename()).toBe("Book1.xlsx");
});

test("Ctrl+L makes a table of the filled cells; a row typed below joins it and is undone.", async () => {
  const { page, enter, select } = await openWorkbench();
  await enter("B2", "Period");
  await enter("C2", "Level");
  await enter("B3", "2025-Q1");
  await enter("C3", "3.62");
  await select("C3");
  await page.keyboard.press("Control+l");
  const rows = () =>
    page.evaluate(() => window.workbench!.host.state.data.tables.map(({ range }) => range.rowCount));
  await page.waitForFunction(() => window.workbench!.host.state.data.tables.length === 1);
  expect(await rows()).toEqual([2]);
  await enter("B4", "2025-H1");
  expect(await rows()).toEqual([3]);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => window.workbench!.host.state.data.tables[0]?.range.rowCount === 2);
});
