import { messages } from "../../../../src/taskpane/messages";
import { oneOf } from "../../../dealt";
import { expectError, openWorkbench } from "../../browser";
import { paneParts } from "../pane";
import { unchanged } from "./causes";
import { model } from "./scene";

describe("a part of the add-in that was not loaded", () => {
  async function openWithout(file: string, locale: "en-US" | "zh-CN") {
    expectError("ERR_FAILED");
    const workbench = await openWorkbench({ early: true, without: file, locale });
    const pane = workbench.page.frameLocator("#pane iframe");
    /** Lets the seconds pass after which the page says that the pane has not started. */
    const waited = async () => {
      const said = pane.locator(".not-started");
      await said.waitFor({ state: "attached" });
      const before = await said.evaluate(async (element) => {
        if (document.readyState !== "complete")
          await new Promise((loaded) => addEventListener("load", loaded));
        const { animationDelay: delay, visibility } = getComputedStyle(element);
        // On a busy machine the seconds may have passed.
        const [waiting] = element.getAnimations();
        waiting?.finish();
        return { delay, visibility: waiting ? visibility : "hidden" };
      });
      expect(before).toEqual({ delay: "10s", visibility: "hidden" });
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
