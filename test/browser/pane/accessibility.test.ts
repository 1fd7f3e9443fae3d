import axe from "axe-core";
import type { Workbench } from "../browser";
import { openWorkbench } from "../browser";
import { paneViews, setPaneWidth, useTheme } from "./views";

jest.setTimeout(180_000);

declare global {
  var axe: typeof import("axe-core") | undefined;
}

/**
 * What axe finds in the pane that hinders people: serious and critical findings, each in one line. It runs inside the pane's
 * frame: from outside it finds the same in ten times the time.
 */
async function findings({ addin }: Workbench): Promise<string[]> {
  if (!(await addin.evaluate(() => globalThis.axe !== undefined))) await addin.evaluate(axe.source);
  const { violations, passes } = await addin.evaluate(async () => {
    const found = await globalThis.axe!.run(document.body, { resultTypes: ["violations"] });
    return {
      passes: found.passes.length,
      violations: found.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        parts: nodes.map(({ html }) => html.slice(0, 120)),
      })),
    };
  });
  // An axe that looked at nothing would find nothing.
  expect(passes).toBeGreaterThan(5);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, parts }) => parts.map((html) => `${id}: ${html}`));
}

/** Whether anything in the pane is wider than the pane, or cut. */
function tooWide({ addin }: Workbench): Promise<string[]> {
  return addin.evaluate(() => {
    const edge = document.documentElement.getBoundingClientRect().right + 0.5;
    return [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        if (element.closest(".unseen, svg") || element.getClientRects().length === 0) return false;
        const cut =
          element.matches("button, p, span, h2, h3, h4, label, td, th") && !element.closest("select");
        const style = getComputedStyle(element);
        return (
          element.getBoundingClientRect().right > edge ||
          (cut && style.display !== "inline" && element.scrollWidth > element.clientWidth + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

describe.each([
  ["en-US", "light"],
  ["en-US", "dark"],
  ["en-US", "contrast"],
  ["zh-CN", "light"],
  ["zh-CN", "dark"],
  ["zh-CN", "contrast"],
] as const)("in %s and %s", (locale, theme) => {
  it("people of all kinds can use every view, at 320, 350 and 450 pixels and at twice the size", async () => {
    const workbench = await openWorkbench({
      locale,
      theme: theme === "dark" ? "dark" : "light",
      fresh: true,
    });
    await useTheme(workbench, theme);
    const found: Record<string, string[]> = {};
    for (const view of paneViews) {
      await view.open(workbench);
      const { name } = view;
      found[name] = await findings(workbench);
      for (const width of [320, 350, 450]) {
        await setPaneWidth(workbench, width);
        found[name].push(...(await tooWide(workbench)).map((what) => `at ${width}: ${what}`));
      }
      await workbench.addin.evaluate(() => (document.documentElement.style.zoom = "2"));
      found[name].push(...(await tooWide(workbench)).map((what) => `at twice the size: ${what}`));
      await workbench.addin.evaluate(() => (document.documentElement.style.zoom = ""));
      await setPaneWidth(workbench, 350);
    }
    expect(found).toEqual(Object.fromEntries(paneViews.map(({ name }) => [name, []])));
  });
});
