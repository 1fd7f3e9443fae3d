import { messages } from "../../../../src/taskpane/messages";
import { oneOf, whole } from "../../../dealt";
import { expectError, openWorkbench } from "../../browser";
import type { Workbench, WorkbenchOptions } from "../../browser";
import { productIn } from "../../product";
import { paneParts } from "../pane";
import { messageOf, paneActs } from "./acts";
import type { Act, Scene } from "./acts";
import { conversation, readOnlySays, unchanged } from "./causes";
import type { Cause } from "./causes";

jest.setTimeout(180_000);

async function openScene(options: WorkbenchOptions = {}): Promise<Scene> {
  const workbench = await openWorkbench(options);
  const product = await productIn(workbench);
  return { ...workbench, product, words: messages(options.locale === "zh-CN" ? "zh" : "en") };
}

const snapshot = ({ page }: Workbench) =>
  page.evaluate(() => {
    const { host } = window.workbench!;
    // The host makes a sheet's state when that is first read.
    for (const { id } of host.snapshot().sheets) host.state.sheet(id);
    return host.snapshot();
  });

const model = async (workbench: Workbench) => {
  await workbench.idle();
  return snapshot(workbench);
};

/** "done" if the action says so; else the message that is left. */
const answered = (scene: Workbench): Promise<string> =>
  scene.addin
    .locator(".message.done")
    .waitFor()
    .then(
      () => "done",
      () => messageOf(scene),
    );

/** An action that fails for a reason, and succeeds when the reason has ended. */
async function failThenDo(scene: Scene, act: Act, cause: Cause, language: "en" | "zh"): Promise<void> {
  await cause.begin(scene);
  const before = await model(scene);
  await act.press(scene);
  await paneParts(scene.addin).failed.waitFor();
  const said = await messageOf(scene);
  for (const part of [...cause.says[language], unchanged[language]]) {
    expect([act.name, cause.name, said]).toEqual([act.name, cause.name, expect.stringContaining(part)]);
  }
  await cause.end(scene);
  // The protection that ended is a part of the model.
  await cause.begin(scene);
  expect([act.name, cause.name, await model(scene)]).toEqual([act.name, cause.name, before]);
  await cause.end(scene);

  await act.press(scene);
  if (!act.silent)
    expect([act.name, cause.name, await answered(scene)]).toEqual([act.name, cause.name, "done"]);
  await scene.page.waitForFunction(
    (was) => JSON.stringify(window.workbench!.host.snapshot()) !== was,
    JSON.stringify(before),
  );
  expect(await paneParts(scene.addin).failed.count()).toBe(0);
  await act.again(scene);
}

/**
 * Every action fails for some of the general reasons and every second one for its own, dealt out so that each of these meets
 * several actions. Continuous integration tries every action with every reason.
 * @param each how many general reasons an action meets
 * @param from the reason to begin with
 */
function dealt(acts: readonly Act[], each: number, from = 0): [string, Act, readonly Cause[]][] {
  let turn = from - each;
  return acts.map((act, index) => {
    if (act.causes.some((cause) => conversation.includes(cause))) turn += each;
    const mine = (cause: Cause) => {
      const place = conversation.indexOf(cause);
      if (place < 0) return index % 2 === 0;
      return (place + turn * (conversation.length - 1)) % conversation.length < each;
    };
    return [act.name, act, whole ? act.causes : act.causes.filter(mine)];
  });
}

describe("a failure says what happened, that nothing was changed, and what to do; the same act works afterwards", () => {
  test.each(dealt(paneActs, 1))("%s", async (_name, act, causes) => {
    const scene = await openScene();
    await act.prepare(scene);
    for (const cause of causes) await failThenDo(scene, act, cause, "en");
  });

  const inserting = paneActs.filter(({ name }) => /^(insert|freeze)/.test(name));
  test.each(dealt(inserting, 2, 2))("in Chinese: %s", async (_name, act, causes) => {
    const scene = await openScene({ locale: "zh-CN" });
    await act.prepare(scene);
    for (const cause of causes) await failThenDo(scene, act, cause, "zh");
  });

  test("each reason meets several acts.", () => {
    const met = [...dealt(paneActs, 1), ...dealt(inserting, 2, 2)].flatMap(([, , causes]) => causes);
    for (const cause of conversation) expect(met.filter((one) => one === cause).length).toBeGreaterThan(1);
    expect(new Set(met)).toEqual(new Set(paneActs.flatMap(({ causes }) => causes)));
  });
});

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

describe("a part of the add-in that was not loaded", () => {
  /** The pane's frame as it is now: while the page starts, it is put in again. */
  async function openWithout(file: string, locale: "en-US" | "zh-CN") {
    expectError("ERR_FAILED");
    const workbench = await openWorkbench({ early: true, without: file, locale });
    await workbench.page.waitForFunction(() => window.workbench !== undefined);
    const pane = workbench.page.frameLocator("#pane iframe");
    /** Lets the seconds pass after which the page says that the pane has not started. */
    const waited = async () => {
      const said = pane.locator(".not-started");
      await said.waitFor({ state: "attached" });
      expect(await said.isVisible()).toBe(false);
      const waits = await said.evaluate((element) =>
        element.getAnimations().map((animation) => {
          animation.finish();
          return animation.effect?.getTiming().delay;
        }),
      );
      expect(waits).toEqual([10_000]);
      await said.waitFor();
      return said.innerText();
    };
    return { ...workbench, pane, waited };
  }

  test("its functions: the pane says after a while that it has not started, in both languages.", async () => {
    const { waited } = await openWithout("functions.js", "en-US");
    expect(await waited()).toMatch(/not started.*as it was.*open it again.*尚未启动.*重新打开/s);
  });

  test("what the functions' first answers do not need: figures are there, and a refusal is the same error, with its reason once it comes.", async () => {
    const workbench = await openWithout("details.js", "en-US");
    await workbench.waited();
    await workbench.put("B2", '=ECOM.GROWTH("digital","2025-Q1")');
    await workbench.put("B3", '=ECOM.VALUE("physical","2025-08")');
    await workbench.put("B4", '=ECOM.GROWTH("digitl")');
    expect(await workbench.cell("B2")).toMatchObject({ text: "7.4%" });
    for (const [cell, error] of Object.entries({ B3: "#N/A", B4: "#VALUE!" }))
      expect(await workbench.cell(cell)).toMatchObject({
        text: error,
        message: expect.stringMatching(/did not load/),
      });
    // It comes when the next formula asks for it.
    await workbench.page.unrouteAll();
    await workbench.put("C3", '=ECOM.VALUE("physical","2025-08")');
    expect(await workbench.cell("C3")).toMatchObject({
      text: "#N/A",
      message: expect.stringMatching(/2025-08 YTD/),
    });
  });

  const notLoaded = [
    ["en-US", ["could not be loaded", unchanged.en, "open it again"]],
    ["zh-CN", ["未能加载", unchanged.zh, "重新打开"]],
  ] as const;

  test.each(oneOf(notLoaded, 1))(
    "the one that acts on the workbook: the pane and its buttons say so, figures are found, in %s",
    async (locale, parts) => {
      const workbench = await openWithout("workbook.js", locale);
      const { pane, press } = workbench;
      const said = async () => {
        for (const part of parts) await paneParts(pane).failed.filter({ hasText: part }).waitFor();
        await pane.locator(".message button").click();
        await pane.locator(".message").waitFor({ state: "detached" });
      };
      await said();
      await workbench.put("B2", '=ECOM.GROWTH("digital","2025-Q1")');
      expect((await workbench.cell("B2")).text).toBe("7.4%");
      const before = await model(workbench);
      for (const button of ["ECOM.Freeze", "ECOM.InsertSummary"]) {
        await press(button);
        await said();
      }
      expect(await model(workbench)).toEqual(before);
      await paneParts(pane).search.fill("digital");
      await paneParts(pane).results.first().waitFor();
      // Every other view is there, and says the same of what it cannot do.
      const words = messages(locale === "zh-CN" ? "zh" : "en");
      await paneParts(pane).tab(words.build).click();
      await pane.locator("[data-function=VERSION]").click();
      await pane.locator("#build-result", { hasText: /\d/ }).waitFor();
      await paneParts(pane).tab(words.sheets).click();
      await pane.getByRole("button", { name: words.insertOnNewSheet }).click();
      await said();
    },
  );
});

test("A formula that was never answered is named and not frozen; once it is calculated, freezing works.", async () => {
  const scene = await openScene();
  const { addin, page, words } = scene;
  await page.evaluate(() => (window.workbench!.host.faults.disconnected = true));
  await scene.select("B2");
  await page.keyboard.type('=ECOM.GROWTH("digital","2025-Q1")');
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () =>
      window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange("B2").getFormula() !== "",
  );
  await page.evaluate(() => window.workbench!.host.faults.clear());
  const before = await snapshot(scene);
  await addin.getByRole("tab", { name: words.check }).click();
  const freeze = () => addin.locator(".acts button", { hasText: new RegExp(`^${words.freeze}$`) }).click();
  await freeze();
  await paneParts(addin).failed.waitFor();
  expect(await messageOf(scene)).toBe(
    "A formula has no value yet on “Sheet1”: B2 (#BUSY!). Nothing was changed. Wait until they are calculated, or look at them under Check, then try again.",
  );
  expect(await snapshot(scene)).toEqual(before);
  await page.evaluate(() => window.workbench!.host.recalculate());
  await freeze();
  await addin.locator(".message.done").waitFor();
});
