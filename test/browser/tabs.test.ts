import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";

const namesOf = ({ page }: Workbench) =>
  page.evaluate(() =>
    window
      .workbench!.univerAPI.getActiveWorkbook()!
      .getSheets()
      .map((sheet) => sheet.getSheetName()),
  );

/** Opens the name of the second tab for editing, by a double press, and waits until it is selected. */
async function editSecond({ page }: Workbench) {
  const tab = page.locator("[data-u-comp=slide-tab-item]").nth(1);
  const name = tab.locator("span[contenteditable=true]");
  // On a busy machine the two presses may be too far apart to be a double one.
  do await tab.dblclick();
  while ((await name.count()) === 0);
  await page.waitForFunction(() => getSelection()?.toString() !== "");
  return tab;
}

const addSheet = ({ page }: Workbench, name: string) =>
  page.evaluate((given) => void window.workbench!.univerAPI.getActiveWorkbook()!.insertSheet(given), name);

describe("the tabs of sheets", () => {
  test("refuse a name that Excel keeps to itself, with a sentence, and take the next one.", async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    await addSheet(workbench, "Two");
    const tab = await editSecond(workbench);
    await page.keyboard.type("history");
    await page.keyboard.press("Enter");
    await page.getByText("That name is taken, or Excel keeps it for a sheet of its own.").waitFor();
    expect(await namesOf(workbench)).toEqual(["Sheet1", "Two"]);
    await page.getByRole("button", { name: "OK", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await tab.locator("span:focus").waitFor();
    await page.keyboard.type("Figures");
    await page.keyboard.press("Enter");
    await tab.locator("span[contenteditable=true]").waitFor({ state: "detached" });
    expect(await namesOf(workbench)).toEqual(["Sheet1", "Figures"]);
  });

  test("keep the blanks of a pasted name.", async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("Online retail  2025\n"));
    await addSheet(workbench, "Two");
    const tab = await editSecond(workbench);
    await page.keyboard.press("Control+v");
    await page.keyboard.press("Enter");
    await tab.locator("span[contenteditable=true]").waitFor({ state: "detached" });
    expect(await namesOf(workbench)).toEqual(["Sheet1", "Online retail 2025"]);
  });

  test("stay where they are when a name is typed fast, and go with their sheet.", async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    await addSheet(workbench, "Two");
    const tab = await editSecond(workbench);
    await page.keyboard.insertText("Fast");
    await page.keyboard.press("Enter");
    await tab.locator("span[contenteditable=true]").waitFor({ state: "detached" });
    // This timer is as long as a long press and begins after it, so it ends later.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    expect(await page.locator("body > [data-u-comp=slide-tab-item]").count()).toBe(0);
    await page.evaluate(() => {
      const book = window.workbench!.univerAPI.getActiveWorkbook()!;
      book.deleteSheet(book.getSheetByName("Fast")!);
    });
    await page.locator("[data-u-comp=slide-tab-item]", { hasText: "Fast" }).waitFor({ state: "detached" });
    expect(await namesOf(workbench)).toEqual(["Sheet1"]);
    expect(await page.locator("#failure").isHidden()).toBe(true);
    await workbench.enter("B2", "still here");
    expect((await workbench.cell("B2")).text).toBe("still here");
  });
});
