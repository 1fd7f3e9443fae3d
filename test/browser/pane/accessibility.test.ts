import axe from "axe-core";
import { oneOf, whole } from "../../dealt";
import type { Workbench } from "../browser";
import { openWorkbench } from "../browser";
import { paneViews, setPaneWidth, useTheme } from "./views";

jest.setTimeout(180_000);

declare global {
  var axe: typeof import("axe-core") | undefined;
}

/**
 * The serious and critical findings of axe in the pane, one line each. It runs inside the pane's frame, because from
 * outside it takes ten times as long.
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

const themes = ["contrast", "dark", "light"] as const;

test.each(["en-US", "zh-CN"] as const)(
  "In %s people of all kinds can use every view: in every theme, at 320, 350 and 450 pixels and at twice the size.",
  async (locale) => {
    const workbench = await openWorkbench({ locale, theme: "light", fresh: true });
    await useTheme(workbench, "light");
    const found: Record<string, string[]> = {};
    for (const [index, view] of paneViews.entries()) {
      await view.open(workbench);
      const named: string[] = (found[view.name] = []);
      const look = async (where: string, looking: Promise<string[]>) =>
        named.push(...(await looking).map((what) => `${where}: ${what}`));
      for (const width of whole ? [320, 450, 350] : [320, 350]) {
        await setPaneWidth(workbench, width);
        await look(`at ${width}`, tooWide(workbench));
      }
      await workbench.addin.evaluate(() => (document.documentElement.style.zoom = "2"));
      await look("at twice the size", tooWide(workbench));
      await workbench.addin.evaluate(() => (document.documentElement.style.zoom = ""));
      // Both languages have the same colours: the themes take turns.
      for (const theme of oneOf(themes, (index + (locale === "en-US" ? 0 : 1)) % themes.length)) {
        await useTheme(workbench, theme);
        await look(`in ${theme}`, findings(workbench));
        if (theme === "contrast") await look("in contrast", tooWide(workbench));
      }
    }
    expect(found).toEqual(Object.fromEntries(paneViews.map(({ name }) => [name, []])));
  },
);
