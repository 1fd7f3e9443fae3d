import AxeBuilder from "@axe-core/playwright";
import type { Workbench } from "../browser";
import { openWorkbench } from "../browser";
import { paneParts } from "./pane";

/** What axe finds in the pane that hinders people: serious and critical findings, each in one line. */
async function findings({ page }: Workbench): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(["iframe", "body"]).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Whether anything in the pane is wider than the pane. */
function tooWide({ addin }: Workbench): Promise<string[]> {
  return addin.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter(
        (element) =>
          !element.closest(".unseen, svg") && element.getBoundingClientRect().right > innerWidth + 0.5,
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

describe.each([
  ["en-US", "light"],
  ["en-US", "dark"],
  ["zh-CN", "light"],
  ["zh-CN", "dark"],
  ["en-US", "high contrast"],
] as const)("in %s and %s, people of all kinds can use", (locale, theme) => {
  it("every view", async () => {
    const workbench = await openWorkbench({ locale, theme: theme === "dark" ? "dark" : "light" });
    const pane = paneParts(workbench.addin);
    // The browser under test plays the system, whose theme the pane takes where Office gives none.
    await workbench.page.emulateMedia(
      theme === "high contrast" ? { forcedColors: "active" } : { colorScheme: theme },
    );
    if (theme !== "high contrast") await workbench.addin.locator(`html[data-theme=${theme}]`).waitFor();
    const found: Record<string, string[]> = {};
    const look = async (view: string) => {
      found[view] = [...(await findings(workbench)), ...(await tooWide(workbench))];
    };
    await look("explore");
    await pane.search.fill(locale === "en-US" ? "national online retail" : "全国网上零售额");
    await pane.results.first().waitFor();
    await look("results");
    await pane.results.first().click();
    await workbench.addin.locator(".line-chart").waitFor();
    await look("indicator");
    await workbench.addin.locator("fluent-button.wide").click();
    await pane.notice.waitFor();
    await look("message");
    await workbench.addin.locator("#tab-sheets").click();
    await workbench.addin.locator(".template").waitFor();
    await look("sheets");
    await workbench.addin.locator("#tab-settings").click();
    await workbench.addin.locator(".toggle").first().waitFor();
    await look("settings");
    expect(found).toEqual({ explore: [], results: [], indicator: [], message: [], sheets: [], settings: [] });
  });
});
