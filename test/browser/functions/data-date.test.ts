import { dataset } from "../../../src/dataset";
import { openWorkbench } from "../browser";
import { paneParts } from "../pane/pane";
import { ask, save } from "./ask";

test("A workbook keeps its data date until Update data is pressed, which first lists what will change.", async () => {
  const workbench = await openWorkbench();
  const { addin, idle, cell } = workbench;
  await save(workbench, { "ECOM.asof": "2026-01-10", "ECOM.version": "0.2.0" });
  // Parcels of 2025: about 199 billion in a first release, 198.95 in the later one.
  const formulas = ['=ECOM.VALUE("EXPRESS_VOLUME",2025,"billion")', '=ECOM.GROWTH("retail",2025)'];
  const [before, unknown] = await ask(workbench, formulas);
  expect(before).toMatchObject({ value: 199 });
  expect(unknown).toMatchObject({ value: "#N/A", message: expect.stringMatching(/asof 2026-01-10/) });

  const pane = paneParts(addin);
  await pane.tab("Settings").click();
  // The pane reads the workbook's settings again with each that it saves.
  await addin.getByLabel("Reference period").selectOption("2025");
  const section = addin.locator("section, fieldset, div", { has: addin.locator("ul.changes") }).last();
  await addin.locator("ul.changes").first().waitFor();
  const listed = await section.innerText();
  expect(listed).toContain("10 January 2026");
  const changed = await addin.locator("ul.changes > li").allInnerTexts();
  expect(changed).toContainEqual(
    expect.stringMatching(/^Express delivery volume, 2025: .*199.* → .*198\.95/),
  );
  await idle();
  expect((await cell("AE1")).value).toBe(199);

  await pane.button("Update data").click();
  await addin.locator("ul.changes").first().waitFor({ state: "detached" });
  await idle();
  expect(await cell("AE1")).toMatchObject({ value: 198.95 });
  expect((await cell("AE101")).value).toBe(0.037);
  expect(await addin.evaluate(() => Office.context.document.settings.get("ECOM.asof") as unknown)).toBe(
    dataset.released,
  );
  expect(await addin.evaluate(() => Office.context.document.settings.get("ECOM.version") as unknown)).toBe(
    dataset.release,
  );
});

test("A workbook of 0.1.0 keeps its data, and before an update is told new names and what can no longer be computed.", async () => {
  const workbench = await openWorkbench();
  const { addin, idle, cell } = workbench;
  await save(workbench, { "ECOM.asof": "2026-09-15" });
  const formulas = ['=ROUND(ECOM.GROWTH("physical",2025,"computed"),7)', '=ECOM.VALUE("physical",2015)'];
  const [computed, later] = await ask(workbench, formulas);
  expect(computed).toMatchObject({ value: 0.0008179 });
  expect(later).toMatchObject({ value: "#N/A" });

  const pane = paneParts(addin);
  await pane.tab("Settings").click();
  await addin.getByLabel("Reference period").selectOption("2025");
  await addin.locator("ul.changes").first().waitFor();
  const listed = await addin.locator("ul.changes > li").allInnerTexts();
  expect(listed).toContain("Express parcels → Express delivery volume");
  expect(listed).toContain("Digital → Digital goods, digital economy");
  expect(listed).toContain("Total retail sales of consumer goods: Online retail → Consumer market");
  await addin.getByText("ECOM.INFO’s card has a line more").waitFor();
  expect(listed).toContainEqual(
    expect.stringMatching(/^Online retail sales of physical goods: \d+ periods$/),
  );

  await pane.button("Update data").click();
  await addin.locator("ul.changes").first().waitFor({ state: "detached" });
  await idle();
  expect((await cell("AE1")).value).toBe("#N/A");
  expect((await cell("AE101")).value).toBe(3_242_400_000_000);
  expect(await addin.evaluate(() => Office.context.document.settings.get("ECOM.version") as unknown)).toBe(
    dataset.release,
  );
});
