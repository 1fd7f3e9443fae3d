import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";

/** What the host holds beside the cells, in short. */
const objects = ({ page }: Workbench) =>
  page.evaluate(() => {
    const { state } = window.workbench!.host;
    const nameOf = (id: string) =>
      window.workbench!.univerAPI.getActiveWorkbook()!.getSheetBySheetId(id)?.getSheetName() ?? "";
    return {
      tables: state.data.tables.map(({ range, columns }) => [nameOf(range.sheetId), columns.length] as const),
      charts: state.data.charts.map(({ sheetId, chartType, title, series }) => ({
        sheet: nameOf(sheetId),
        chartType,
        title: title.text,
        series: series.length,
      })),
    };
  });

/** Presses a ribbon button and waits until the pane says that it is done. */
async function pressAndWait(workbench: Workbench, control: string): Promise<string> {
  await workbench.press(control);
  const done = workbench.addin.locator(".message.done .notice-text");
  await done.waitFor();
  await workbench.idle();
  return done.innerText();
}

describe("functions of the shipped add-in in cells", () => {
  test("a growth shows as a percentage, and calculates.", async () => {
    const { enter, cell } = await openWorkbench();
    await enter("A1", '=ECOM.GROWTH("digital")');
    await enter("A2", "=A1*100");
    expect(await cell("A1")).toMatchObject({
      value: 0.074,
      text: "7.4%",
      formula: '=ECOM.GROWTH("digital")',
    });
    expect((await cell("A2")).value).toBeCloseTo(7.4, 12);
  });

  test("an argument from another cell is followed when that cell changes.", async () => {
    const { put, cell } = await openWorkbench();
    await put("A1", "digital");
    await put("B1", "=ECOM.GROWTH(A1)");
    expect((await cell("B1")).text).toBe("7.4%");
    await put("A1", "entertainment");
    expect((await cell("B1")).text).toBe("40%");
  });

  test("a series spills with its headings, and numbers keep their format.", async () => {
    const { put, texts, cell } = await openWorkbench();
    await put("B2", '=ECOM.SERIES("digital")');
    const [head, first] = await texts("B2:C4");
    expect(head?.[0]).toBe("Period");
    expect(first).toEqual(["2025-03 YTD", "7.4%"]);
    expect((await cell("B3")).formula).toBe("");
  });

  test("a series does not spill over a filled cell, and spills once there is room.", async () => {
    const { put, cell, select, page, idle } = await openWorkbench();
    await put("B4", "mine");
    await put("B2", '=ECOM.SERIES("digital")');
    expect((await cell("B2")).text).toBe("#SPILL!");
    expect((await cell("B4")).text).toBe("mine");
    await select("B4");
    await page.keyboard.press("Delete");
    await idle();
    expect((await cell("B2")).text).toBe("Period");
  });

  test.each([
    ["an indicator that nobody knows", '=ECOM.GROWTH("no such thing")', "#VALUE!"],
    ["no name", '=ECOM.GROWTH("")', "#VALUE!"],
    ["a period that is none", '=ECOM.GROWTH("digital","soon")', "#VALUE!"],
    ["a period without a figure", '=ECOM.GROWTH("digital","1999")', "#N/A"],
  ])("%s gets an error with one clear sentence.", async (_, formula, error) => {
    const { put, cell } = await openWorkbench();
    await put("A1", formula);
    const { text, message } = await cell("A1");
    expect(text).toBe(error);
    expect(message).toMatch(/^.{10,200}$/);
  });

  test("a function of ours that does not exist is #NAME?", async () => {
    const { put, cell } = await openWorkbench();
    await put("A1", '=ECOM.NOTHING("digital")');
    expect((await cell("A1")).text).toBe("#NAME?");
  });

  test("Chinese names are understood, and the sentences are Chinese.", async () => {
    const { put, cell } = await openWorkbench({ locale: "zh-CN" });
    await put("A1", '=ECOM.GROWTH("数码")');
    await put("A2", '=ECOM.GROWTH("没有这个")');
    expect((await cell("A1")).text).toBe("7.4%");
    expect((await cell("A2")).message).toMatch(/\p{Script=Han}/u);
  });

  test("an older Excel gets plain numbers.", async () => {
    const { put, cell } = await openWorkbench({ profile: "2021" });
    await put("A1", '=ECOM.GROWTH("digital")');
    expect(await cell("A1")).toMatchObject({ value: 0.074, text: "0.074" });
  });
});

describe("the add-in's ribbon buttons", () => {
  test("Insert summary makes a sheet with key figures, a native table and native charts, all answered.", async () => {
    const workbench = await openWorkbench();
    const said = await pressAndWait(workbench, "ECOM.InsertSummary");
    expect(said).toContain("Quarter at a glance");
    const { tables, charts } = await objects(workbench);
    expect(tables.length).toBeGreaterThanOrEqual(1);
    expect(charts.length).toBeGreaterThanOrEqual(3);
    const [sheet] = tables[0]!;
    const shown = (await workbench.texts("A1:H60", sheet)).flat();
    expect(shown).toEqual(expect.arrayContaining(["3.62", "+7.4%", "+40%", "+29.2%", "24.0%"]));
    expect(shown.filter((text) => /^#/.test(text))).toEqual([]);
    await workbench.page.waitForFunction(
      (count) => window.workbench!.charts.boxes.size === count,
      charts.length,
    );
  });

  test("Insert summary speaks Chinese in a Chinese Excel.", async () => {
    const workbench = await openWorkbench({ locale: "zh-CN" });
    await pressAndWait(workbench, "ECOM.InsertSummary");
    const { charts } = await objects(workbench);
    for (const { title } of charts) expect(title).toMatch(/\p{Script=Han}/u);
  });

  test("pressed again it updates the sheet in place.", async () => {
    const workbench = await openWorkbench();
    await pressAndWait(workbench, "ECOM.InsertSummary");
    const before = await objects(workbench);
    await workbench.addin.locator(".message button").first().waitFor();
    await workbench.press("ECOM.InsertSummary");
    await workbench.addin.locator(".message.done", { hasText: "Already there and up to date" }).waitFor();
    await workbench.idle();
    expect((await objects(workbench)).charts).toEqual(before.charts);
  });

  test("Insert chart puts a native chart beside the cells it draws.", async () => {
    const workbench = await openWorkbench();
    await workbench.select("B2");
    await pressAndWait(workbench, "ECOM.InsertChart");
    const { charts } = await objects(workbench);
    expect(charts).toHaveLength(1);
    expect(charts[0]).toMatchObject({ sheet: "Sheet1" });
    expect(charts[0]?.title).not.toBe("");
  });
});
