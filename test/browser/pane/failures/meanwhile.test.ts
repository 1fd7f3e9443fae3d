import { oneOf } from "../../../dealt";
import type { Workbench } from "../../browser";
import { paneParts } from "../pane";
import { messageOf, paneActs } from "./acts";
import { readOnlySays, unchanged } from "./causes";
import { model, openScene } from "./scene";

/** Deletes a sheet as somebody else would. */
const deleteSheet = ({ addin }: Workbench, name: string) =>
  addin.evaluate(
    (sheet) =>
      Excel.run(async ({ workbook }) => {
        if (sheet === "Sheet1") workbook.worksheets.add("Other");
        workbook.worksheets.getItem(sheet).delete();
        await workbook.context.sync();
      }),
    name,
  );

/** Sentences stand in two tables, and a failure is the same in both languages. */
const languages = [
  ["en-US", "en"],
  ["zh-CN", "zh"],
] as const;

describe.each(oneOf(languages, 0))("a sheet that was deleted meanwhile, in %s", (locale, language) => {
  const gone = {
    en: "“Sheet1” is no longer in the workbook. Nothing was changed. Choose another place.",
    zh: "工作簿中已没有工作表“Sheet1”。工作簿未作任何更改。请另选位置。",
  }[language];
  const goneBlock = {
    en: "What was inserted is no longer in the workbook. Nothing was changed. Insert it again.",
    zh: "插入的内容已不在工作簿中。工作簿未作任何更改。请重新插入。",
  }[language];

  test("with a block on it: going there, updating and removing it say so, and the list forgets it.", async () => {
    for (const [name, says] of [
      ["go to", gone],
      ["update", goneBlock],
      ["remove", goneBlock],
    ] as const) {
      const scene = await openScene({ locale });
      const act = paneActs.find((one) => one.name === name)!;
      await act.prepare(scene);
      await deleteSheet(scene, "Sheet1");
      const before = await model(scene);
      await act.press(scene);
      await paneParts(scene.addin).failed.waitFor();
      expect([name, await messageOf(scene)]).toEqual([name, expect.stringContaining(says)]);
      expect(await model(scene)).toEqual(before);
      await scene.addin.locator(".block-acts").waitFor({ state: "detached" });
    }
  });

  test("before the insertion that was offered there.", async () => {
    const scene = await openScene({ locale });
    await scene.put("A2", "mine");
    await scene.select("A1");
    await paneParts(scene.addin).keyFigures.first().click();
    await paneParts(scene.addin).choice(scene.words.asTable).click();
    await scene.addin.locator(".button.wide").click();
    const offered = scene.addin.locator(".notice-acts button").first();
    await offered.waitFor();
    await deleteSheet(scene, "Sheet1");
    const before = await model(scene);
    await offered.click();
    await scene.addin.locator(".notice-text", { hasText: gone }).waitFor();
    expect(await model(scene)).toEqual(before);
    // At the selection, which is on another sheet now, it works.
    await scene.addin.locator(".button.wide").click();
    await scene.addin.locator(".message.done").waitFor();
  });

  test("before a formula is written back.", async () => {
    const scene = await openScene({ locale });
    const act = paneActs.find((one) => one.name === "write from Build")!;
    await act.prepare(scene);
    await deleteSheet(scene, "Sheet1");
    const before = await model(scene);
    await act.press(scene);
    await scene.addin.locator(".notice-text", { hasText: gone }).waitFor();
    expect(await model(scene)).toEqual(before);
  });
});

describe.each(oneOf(languages, 1))("a workbook that is open for reading, in %s", (locale, language) => {
  test("lets no act write, says so, and is as it was; figures can still be looked up.", async () => {
    const scene = await openScene({ locale, mode: "read" });
    const { addin, words } = scene;
    const refused = async (press: () => Promise<unknown>): Promise<void> => {
      const before = await model(scene);
      await press();
      for (const part of [...readOnlySays[language], unchanged[language]])
        await paneParts(addin).failed.filter({ hasText: part }).waitFor();
      expect(await model(scene)).toEqual(before);
      await addin.getByLabel(words.dismiss).click();
      await addin.locator(".message").waitFor({ state: "detached" });
    };
    const press = (label: string) => () =>
      addin
        .locator("button", { hasText: new RegExp(`^${label}$`) })
        .first()
        .click();
    await scene.put("B2", "=ECOM.GROTH(1)");
    await scene.put("B3", '=_xldudf_ECOM_GROWTH("digital","2025-Q1")');
    await refused(press(words.insertSummary));
    await addin.getByRole("tab", { name: words.check }).click();
    await refused(press(words.freeze));
    await refused(press(words.thaw));
    await press(words.examine)();
    await addin.locator(".findings li").first().waitFor();
    await refused(press(words.mend));
    await scene.select("B4");
    await addin.getByRole("tab", { name: words.build }).click();
    await addin.locator("[data-function=VERSION]").click();
    await refused(() => addin.locator(".button.primary.wide").click());
    await addin.getByRole("tab", { name: words.explore }).click();
    await paneParts(addin).keyFigures.first().click();
    await refused(() => addin.locator(".button.primary.wide").click());
    await addin.locator(".headline").waitFor();
  });
});
