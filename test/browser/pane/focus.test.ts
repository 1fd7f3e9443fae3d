import { openWorkbench, type Workbench } from "../browser";
import { paneParts } from "./pane";

jest.setTimeout(180_000);

/** Puts the focus on a control and presses Enter, as people without a mouse do. */
async function press({ addin, page }: Workbench, name: string | RegExp): Promise<void> {
  await paneParts(addin).button(name).first().focus();
  await page.keyboard.press("Enter");
}

/** Waits until something in the pane has the focus; fails if the pane lost it. */
const focusIsKept = ({ addin }: Workbench) =>
  addin.waitForFunction(() => document.activeElement !== document.body);

/** The same after the next frames are drawn: only then does a disabled control lose the focus. */
async function focusStays(workbench: Workbench): Promise<void> {
  await workbench.addin.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await focusIsKept(workbench);
}

describe("the focus never falls out of the pane", () => {
  test("stays where the first run's lines were dismissed, and where a theme was chosen.", async () => {
    const workbench = await openWorkbench();
    const { addin } = workbench;
    await addin.locator(".first-run button").focus();
    await workbench.page.keyboard.press("Enter");
    await addin.locator(".first-run").waitFor({ state: "detached" });
    await focusStays(workbench);
    await press(workbench, "Services");
    const ofTheme = addin.getByRole("region", { name: "Services" });
    await ofTheme.getByRole("listitem").first().waitFor();
    await focusStays(workbench);
    await press(workbench, "All themes");
    await ofTheme.waitFor({ state: "detached" });
    await focusStays(workbench);
  });

  test("goes from a field with a list open to the next field.", async () => {
    const workbench = await openWorkbench();
    const { addin, page } = workbench;
    await addin.getByRole("tab", { name: "Build" }).click();
    await press(workbench, "VALUE");
    await addin.getByLabel("Indicator", { exact: true }).first().fill("physical");
    const period = addin.getByRole("combobox", { name: "Period" });
    await period.focus();
    await page.keyboard.type("2025");
    await addin.getByRole("option").first().waitFor();
    await page.keyboard.press("Tab");
    expect(await addin.getByLabel("Unit (optional)").evaluate((field) => field.matches(":focus"))).toBe(true);
  });

  test("stays beside a formula that was written back, and that was put back.", async () => {
    const workbench = await openWorkbench();
    const { addin, page } = workbench;
    const { notice } = paneParts(addin);
    await workbench.put("B2", '=ECOM.GROWTH("digital")*2');
    await workbench.select("B2");
    await addin.getByRole("tab", { name: "Build" }).click();
    await addin.getByRole("combobox", { name: "Period" }).focus();
    await page.keyboard.type("2025-11 YTD");
    await addin.locator("#build-result").getByText("+8.2%").waitFor();
    await press(workbench, "Write back");
    await notice.filter({ hasText: "Written to B2" }).waitFor();
    await focusStays(workbench);
    await press(workbench, "Undo");
    await notice.filter({ hasText: "as it was" }).waitFor();
    await focusStays(workbench);
  });

  test("stays in the list out of which something was removed.", async () => {
    const workbench = await openWorkbench();
    const { addin, page } = workbench;
    await addin.getByRole("tab", { name: "Sheets" }).click();
    await press(workbench, "Insert on a new sheet");
    const remove = addin.getByRole("button", { name: /^Remove/ });
    await remove.waitFor();
    await remove.focus();
    await page.keyboard.press("Enter");
    await addin.getByText("are listed here").waitFor();
    await focusStays(workbench);
    const inList = await addin.evaluate(() =>
      document.activeElement?.textContent?.includes("In this workbook"),
    );
    expect(inList).toBe(true);
  });
});
