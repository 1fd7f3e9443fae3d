import { openWorkbench } from "../browser";
import { paneParts } from "./pane";

async function openIndicator(addin: Parameters<typeof paneParts>[0], search: string): Promise<void> {
  const pane = paneParts(addin);
  await pane.search.fill(search);
  await pane.results.first().click();
  await addin.locator(".headline").waitFor();
}

describe("an indicator in the pane", () => {
  test("shows its figure with unit and period, its course, its source with a link that opens outside.", async () => {
    const { addin } = await openWorkbench();
    await paneParts(addin).keyFigures.filter({ hasText: "National online retail sales" }).click();
    expect((await addin.locator(".headline").innerText()).replace(/\s+/g, " ")).toBe(
      "3.62 trillion yuan +7.9% on a year earlier · Q1 2025",
    );
    await addin.locator(".line-chart .line").first().waitFor();
    const link = addin.locator(".source a").first();
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noopener");
    // The ministry's rounded figure stands beside the statistics bureau's.
    expect(await addin.locator(".others").innerText()).toContain("3.6 trillion");
  });

  test("follows the chart: arrow keys choose the period that is shown.", async () => {
    const { addin, page } = await openWorkbench();
    await paneParts(addin).keyFigures.filter({ hasText: "National online retail sales" }).click();
    await addin.locator(".line-chart").focus();
    await page.keyboard.press("End");
    await addin.getByText("15.97", { exact: true }).waitFor();
    await page.keyboard.press("ArrowLeft");
    await addin.locator(".headline-note", { hasText: "2024" }).waitFor();
    expect(await addin.locator(".line-chart").getAttribute("aria-valuetext")).toMatch(/^2024: /);
  });

  test("is inserted as a formula at the selected cell, which is named, and taken back.", async () => {
    const { addin, select, cell, idle } = await openWorkbench();
    await select("C3");
    const pane = paneParts(addin);
    await openIndicator(addin, "digital products");
    await addin.getByText("Cell C3").waitFor();
    await addin.getByRole("button", { name: "Insert", exact: true }).click();
    await pane.notice.waitFor();
    await idle();
    expect(await cell("C3")).toMatchObject({
      // The period that the result showed.
      formula: '=ECOM.GROWTH("DIGITAL_PRODUCTS","2025-11 YTD")',
      text: "+8.2%",
    });
    await pane.button("Undo").click();
    await addin.locator(".notice-text", { hasText: /emoved/ }).waitFor();
    expect((await cell("C3")).formula).toBe("");
  });

  test("says what is in the way of filled cells, changes nothing, and goes round them when told to.", async () => {
    const { addin, put, select, cell } = await openWorkbench();
    await put("B2", "mine");
    await select("B2");
    const pane = paneParts(addin);
    await openIndicator(addin, "digital products");
    await addin.getByText("Cell B2").waitFor();
    await addin.getByRole("button", { name: "Insert", exact: true }).click();
    await paneParts(addin).failed.waitFor();
    expect(await pane.notice.innerText()).toContain("filled cell");
    expect((await cell("B2")).value).toBe("mine");
    await pane.button("New sheet").last().click();
    await addin.locator(".message.done").waitFor();
    expect((await cell("B2", "Sheet1")).value).toBe("mine");
  });

  test("says that a filter hides the row, shows all rows when told to, and filters again by Undo.", async () => {
    const { addin, page, select, cell, idle } = await openWorkbench();
    await addin.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange("A1:A4").values = [["Name"], ["a"], ["b"], ["c"]];
        const { columns } = sheet.tables.add("A1:A4", true);
        columns.getItemAt(0).filter.applyValuesFilter(["a", "c"]);
        await context.sync();
      }),
    );
    await idle();
    const hidden = () => page.evaluate(() => window.workbench!.host.snapshot().sheets[0]?.hiddenRows);
    expect(await hidden()).toEqual([2]);
    await select("C1");
    const pane = paneParts(addin);
    await openIndicator(addin, "digital products");
    await addin.getByText("Cell C1").waitFor();
    await pane.choice("Table").click();
    await addin.getByRole("button", { name: "Insert", exact: true }).click();
    await pane.failed.waitFor();
    expect(await pane.notice.innerText()).toContain("Row 3 of “Sheet1” is hidden by a filter");
    await pane.button("Show all rows and go on").click();
    await addin.locator(".message.done").waitFor();
    await idle();
    expect(await hidden()).toEqual([]);
    expect((await cell("C1")).text).toContain("Digital products");
    await pane.button("Undo").click();
    await addin.locator(".notice-text", { hasText: /emoved/ }).waitFor();
    await idle();
    expect(await hidden()).toEqual([2]);
    expect((await cell("C1")).text).toBe("");
  });

  test("gives its figure, formula and citation to take along.", async () => {
    const { addin, page } = await openWorkbench();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openIndicator(addin, "online retail total");
    for (const [name, says, wanted] of [
      ["Figure", "Figure copied.", /^15\.97 trillion yuan$/],
      ["Formula", "Formula copied.", /^=ECOM\.VALUE\("ONLINE_RETAIL_TOTAL","2025"\)$/],
      ["Citation", "Citation copied.", /^National Bureau of Statistics of China/],
    ] as const) {
      await addin.locator(".copies button", { hasText: name }).click();
      await addin.getByText(says).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(wanted);
    }
  });
});

describe("the button Insert summary", () => {
  test("makes the sheet, says where it is, and lists it in Sheets.", async () => {
    const { addin, idle, texts } = await openWorkbench();
    const pane = paneParts(addin);
    await pane.button("Insert summary").click();
    await addin.locator(".message.done").waitFor();
    await idle();
    expect((await texts("A1:H12")).flat().join(" ")).toContain("Q1 2025");
    await pane.tab("Sheets").click();
    await addin.locator(".blocks", { hasText: "Quarter at a glance, Q1 2025" }).waitFor();
    await addin.getByLabel(/^Remove: Quarter at a glance/).click();
    await addin.getByText("are listed here").waitFor();
  });
});
