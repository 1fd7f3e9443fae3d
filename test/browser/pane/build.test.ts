import { openWorkbench, type Workbench } from "../browser";
import { paneParts } from "./pane";

/** Puts a formula in a cell, selects its cell and opens Build. */
async function buildFrom(workbench: Workbench, address: string, formula: string): Promise<void> {
  await workbench.put(address, formula);
  await workbench.select(address);
  await workbench.addin.getByRole("tab", { name: /^(Build|构建)$/ }).click();
  await workbench.addin.locator(".build-fields").waitFor();
}

const field = ({ addin }: Workbench, label: string | RegExp) =>
  addin.getByLabel(label, { exact: false }).first();
const result = ({ addin }: Workbench) => addin.locator("#build-result");

jest.setTimeout(180_000);

describe("the formula builder", () => {
  test("fills its fields from the selected cell, shows the result as it changes, writes back and undoes.", async () => {
    const workbench = await openWorkbench();
    const { addin, cell } = workbench;
    const pane = paneParts(addin);
    await workbench.enter("B2", '=ECOM.GROWTH("digital")');
    await workbench.select("B2");
    await addin.getByRole("tab", { name: "Build" }).click();
    await addin.locator(".build-fields").waitFor();
    expect(await field(workbench, "Indicator").inputValue()).toBe("digital");
    await result(workbench).getByText("+7.4%").waitFor();
    expect(await pane.button("Write back to B2").isDisabled()).toBe(true);

    await field(workbench, "Period (optional)").fill("2025-11 YTD");
    await result(workbench).getByText("+8.2%").waitFor();
    await addin.locator(".source").first().waitFor();
    await pane.button("Write back to B2").click();
    await pane.notice.filter({ hasText: "Written to B2" }).waitFor();
    await workbench.idle();
    expect(await cell("B2")).toMatchObject({
      formula: '=ECOM.GROWTH("digital","2025-11 YTD")',
      text: "8.2%",
    });

    await pane.button("Undo").click();
    await pane.notice.filter({ hasText: "as it was" }).waitFor();
    await workbench.idle();
    expect((await cell("B2")).formula).toBe('=ECOM.GROWTH("digital")');
    expect(await field(workbench, "Period (optional)").inputValue()).toBe("");
  });

  test("changes one call inside a larger formula and leaves the rest byte for byte.", async () => {
    const workbench = await openWorkbench();
    const { addin, cell } = workbench;
    await workbench.put("A1", "physical");
    const around = (call: string) =>
      `=IF( A1="physical" , ${call} ,"ECOM.GROWTH(1,2)") - ECOM.VALUE("share",2025)`;
    await buildFrom(workbench, "B2", around('ECOM.GROWTH( A1 ,"2025")'));
    expect(await field(workbench, "Indicator").inputValue()).toBe("A1");
    await result(workbench).getByText("+5.2%").waitFor();
    await field(workbench, "Basis").selectOption({ label: "Computed from published levels" });
    await result(workbench).getByText("+0.1%").waitFor();
    await paneParts(addin).button("Write back to B2").click();
    await paneParts(addin).notice.filter({ hasText: "Written" }).waitFor();
    expect((await cell("B2")).formula).toBe(around('ECOM.GROWTH( A1 ,"2025","computed")'));
    await field(workbench, "Function to change").selectOption("1");
    expect(await addin.locator("h2", { hasText: "ECOM.VALUE" }).isVisible()).toBe(true);
    expect(await addin.locator("code.formula mark").innerText()).toBe('ECOM.VALUE("share",2025)');
  });

  test("keeps what was changed when another call is taken up, and replaces a call by another function.", async () => {
    const workbook = await openWorkbench();
    const { addin, cell } = workbook;
    const pane = paneParts(addin);
    const formula =
      '=IF( A1>0 , ECOM.GROWTH( "digital" ,"2025-Q1") ,"ECOM.GROWTH(1,2)")-ECOM.VALUE("share",2025)';
    await buildFrom(workbook, "B2", formula);
    await field(workbook, "Period (optional)").fill("2025-11 YTD");
    const which = field(workbook, "Function to change");
    await which.selectOption("1");
    await addin.locator("h2", { hasText: "ECOM.VALUE" }).waitFor();
    await field(workbook, "Period (optional)").fill("2024");
    await which.selectOption("0");
    await addin.locator("h2", { hasText: "ECOM.GROWTH" }).waitFor();
    expect(await field(workbook, "Period (optional)").inputValue()).toBe("2025-11 YTD");

    await addin.locator(".indicator-head .button").first().click();
    await addin.locator("[data-function=VALUE]").click();
    await addin.locator("h2", { hasText: "ECOM.VALUE" }).waitFor();
    await pane.button("Write back to B2").click();
    await pane.notice.filter({ hasText: "Written" }).waitFor();
    expect((await cell("B2")).formula).toBe(
      '=IF( A1>0 , ECOM.VALUE( "digital" ,"2025-11 YTD") ,"ECOM.GROWTH(1,2)")-ECOM.VALUE("share",2024)',
    );
    await pane.button("Undo").click();
    await pane.notice.filter({ hasText: "as it was" }).waitFor();
    expect((await cell("B2")).formula).toBe(formula);

    // An empty cell takes a formula of its own.
    await workbook.select("D4");
    await addin.locator(".indicator-head .button").first().click();
    await addin.locator("[data-function=VERSION]").click();
    await pane.button("Insert in D4").waitFor();
  });

  test("ties the sentence of an error to its field, and says so before writing.", async () => {
    const workbench = await openWorkbench();
    await buildFrom(workbench, "B2", '=ECOM.GROWTH("digitl")');
    await result(workbench).getByText("#VALUE!").waitFor();
    const indicator = field(workbench, "Indicator");
    expect(await indicator.getAttribute("aria-invalid")).toBe("true");
    expect(await indicator.getAttribute("aria-describedby")).toContain("build-result");
    await indicator.fill("=IF(A1");
    await result(workbench).getByText("bracket").waitFor();
    expect(await paneParts(workbench.addin).button("Write back").isDisabled()).toBe(true);
    await indicator.fill('=A1&""');
    await result(workbench).getByText("Only Excel can calculate").waitFor();
  });

  test("makes a new formula with the keyboard alone.", async () => {
    const workbench = await openWorkbench();
    const { addin, page, cell } = workbench;
    const pane = paneParts(addin);
    await workbench.select("C4");
    await addin.getByRole("tab", { name: "Explore" }).focus();
    await page.keyboard.press("ArrowRight");
    await addin.locator("[data-function=VALUE]").focus();
    await page.keyboard.press("Enter");
    await field(workbench, "Indicator").focus();
    await page.keyboard.type("online retail");
    await addin.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    const first = await addin.locator("[role=option][aria-selected=true] .hint").innerText();
    await page.keyboard.press("Enter");
    expect(await field(workbench, "Indicator").inputValue()).toBe(first.trim());
    await page.keyboard.press("Tab");
    await page.keyboard.type("2025-Q1");
    await page.keyboard.press("Escape");
    expect(await addin.locator("[role=option]:visible").count()).toBe(0);
    await pane.button("Insert in C4").focus();
    await page.keyboard.press("Enter");
    await pane.notice.filter({ hasText: "Written to C4" }).waitFor();
    expect((await cell("C4")).formula).toBe(`=ECOM.VALUE("${first.trim()}","2025-Q1")`);
  });

  test("loses no press that comes as soon as the view does.", async () => {
    const workbench = await openWorkbench();
    await workbench.select("C4");
    await paneParts(workbench.addin).search.waitFor();
    await workbench.addin.evaluate(() => {
      const chosen = () => document.querySelector<HTMLElement>("[data-function=VALUE]");
      new MutationObserver((_changes, observer) => {
        if (!chosen()) return;
        observer.disconnect();
        chosen()?.click();
      }).observe(document.body, { childList: true, subtree: true });
      document.getElementById("tab-build")?.click();
    });
    await field(workbench, "Indicator").waitFor();
  });

  test("does not write over a cell that is filled or was changed since it was read.", async () => {
    const workbench = await openWorkbench();
    const { addin, cell } = workbench;
    const pane = paneParts(addin);
    await workbench.put("C4", "mine");
    await workbench.select("C4");
    await addin.getByRole("tab", { name: "Build" }).click();
    await addin.locator("[data-function=VERSION]").click();
    await pane.button("Insert in C4").click();
    await paneParts(addin).failed.waitFor();
    expect(await pane.notice.innerText()).toContain("filled cell");
    expect((await cell("C4")).value).toBe("mine");
  });

  test("speaks Chinese.", async () => {
    const workbench = await openWorkbench({ locale: "zh-CN" });
    await buildFrom(workbench, "B2", '=ECOM.GROWTH("数码","2025年1-11月")');
    expect(await field(workbench, "指标").inputValue()).toBe("数码");
    await result(workbench).getByText("+8.2%").waitFor();
    await field(workbench, "依据（可选）").selectOption({ label: "公布增速" });
    await paneParts(workbench.addin).button("写回B2").click();
    await paneParts(workbench.addin).notice.filter({ hasText: "已写入" }).waitFor();
    expect((await workbench.cell("B2")).formula).toBe('=ECOM.GROWTH("数码","2025年1-11月","published")');
  });
});

describe("the selected cell", () => {
  test("shows the source of its figure in Explore, leads to Build and to the indicator.", async () => {
    const workbench = await openWorkbench();
    const { addin } = workbench;
    await workbench.put("B2", '=ECOM.VALUE("total","2025-Q1")');
    await workbench.select("B2");
    const strip = paneParts(addin).selected;
    await strip.getByText("3.62 trillion").waitFor();
    expect(await strip.innerText()).toContain("National Bureau of Statistics");
    expect(await strip.locator("a").first().getAttribute("href")).toMatch(/^https?:/);
    await strip.getByText("Edit in Build").click();
    expect(await field(workbench, "Indicator").inputValue()).toBe("total");
    await addin.getByRole("tab", { name: "Explore" }).click();
    await strip.getByText("Open indicator").click();
    await addin.locator("h2", { hasText: "National online retail sales" }).waitFor();
  });

  test("shows why it is an error, and what stands behind a cell that another one fills.", async () => {
    const workbench = await openWorkbench();
    const { addin } = workbench;
    await workbench.put("B2", '=ECOM.VALUE("digital")');
    await workbench.select("B2");
    const strip = paneParts(addin).selected;
    await strip.getByText("Why this error").waitFor();
    expect(await strip.innerText()).toContain("ECOM.GROWTH");
    await workbench.put("D2", '=ECOM.SERIES("physical","growth",2023,2025)');
    await workbench.select("E4");
    await strip.getByText("+6.5%").waitFor();
    expect(await strip.innerText()).toContain("Source of this figure");
    await workbench.select("A9");
    await strip.waitFor({ state: "detached" });
  });

  test("follows what is changed in it while it stays selected.", async () => {
    const workbench = await openWorkbench();
    const { addin, page } = workbench;
    const strip = paneParts(addin).selected;
    await workbench.put("B2", '=ECOM.VALUE("total","2025-Q1")');
    await workbench.select("B2");
    await strip.getByText("3.62 trillion").waitFor();
    await page.keyboard.press("Delete");
    await strip.waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await strip.getByText("3.62 trillion").waitFor();
  });

  test("says of a range's answers what stands in the cell, of what was computed that it was, and which function is none.", async () => {
    const workbench = await openWorkbench();
    const { addin } = workbench;
    const strip = paneParts(addin).selected;
    await workbench.put("B2", '=ECOM.GROWTH({"digital";"entertainment"})');
    await workbench.select("B2");
    await strip.waitFor();
    await workbench.select("B3");
    await strip.getByText("Online entertainment, Q1 2025").waitFor();
    expect(await strip.innerText()).toContain("+40%");

    await workbench.put("D2", '=ECOM.CAGR("retail",2020,2024)');
    await workbench.select("D2");
    await strip.getByText("2024, computed from 2024 and 2020").waitFor();
    expect(await strip.locator(".source").count()).toBe(2);

    await workbench.put("F2", '=ECOM.GROWHT("digital")');
    await workbench.select("F2");
    await strip.getByText("There is no function ECOM.GROWHT").waitFor();
    expect(await strip.innerText()).toContain("Why this error");
  });
});
