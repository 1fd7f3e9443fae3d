import { whole } from "../../../dealt";
import type { Workbench } from "../../browser";
import { paneParts } from "../pane";
import { messageOf, paneActs } from "./acts";
import type { Act, Scene } from "./acts";
import { conversation, unchanged } from "./causes";
import type { Cause } from "./causes";
import { model, openScene, snapshot } from "./scene";

jest.setTimeout(180_000);

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
function withCauses(acts: readonly Act[], each: number, from = 0): [string, Act, readonly Cause[]][] {
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
  test.each(withCauses(paneActs, 1))("%s", async (_name, act, causes) => {
    const scene = await openScene();
    await act.prepare(scene);
    for (const cause of causes) await failThenDo(scene, act, cause, "en");
  });

  const inserting = paneActs.filter(({ name }) => /^(insert|freeze)/.test(name));
  test.each(withCauses(inserting, 2, 2))("in Chinese: %s", async (_name, act, causes) => {
    const scene = await openScene({ locale: "zh-CN" });
    await act.prepare(scene);
    for (const cause of causes) await failThenDo(scene, act, cause, "zh");
  });

  test("each reason meets several acts.", () => {
    const met = [...withCauses(paneActs, 1), ...withCauses(inserting, 2, 2)].flatMap(
      ([, , causes]) => causes,
    );
    for (const cause of conversation) expect(met.filter((one) => one === cause).length).toBeGreaterThan(1);
    expect(new Set(met)).toEqual(new Set(paneActs.flatMap(({ causes }) => causes)));
  });
});

test("A formula that was never answered is named and not frozen; once it is calculated, freezing works.", async () => {
  const scene = await openScene();
  const { addin, page, words } = scene;
  await page.evaluate(() => (window.workbench!.host.faults.disconnected = true));
  await scene.select("B2");
  await scene.type('=ECOM.GROWTH("digital","2025-Q1")');
  // The call is lost only if it is sent while nothing is heard.
  await page.waitForFunction(() => window.workbench!.host.log.some(({ kind }) => kind === "function-call"));
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
