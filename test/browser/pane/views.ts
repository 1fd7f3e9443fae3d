import type { Workbench } from "../browser";
import { paneParts } from "./pane";

/** A view of the pane and the way to it from the one before in the list. */
export interface PaneView {
  name: string;
  open(workbench: Workbench): Promise<void>;
}

const tab = (name: string, shown: string): PaneView => ({
  name,
  async open({ addin }) {
    await addin.locator(`#tab-${name}`).click();
    await addin.locator(shown).first().waitFor();
  },
});

/** Every view, in an order in which each can be opened after the one before. */
export const paneViews: readonly PaneView[] = [
  tab("explore", ".tile"),
  {
    name: "results",
    async open({ page, addin }) {
      const chinese = page.url().includes("zh-CN");
      const { search, results } = paneParts(addin);
      await search.fill(chinese ? "全国网上零售额" : "national online retail");
      await results.first().waitFor();
    },
  },
  {
    name: "indicator",
    async open({ addin }) {
      await paneParts(addin).results.first().click();
      await addin.locator(".line-chart").waitFor();
    },
  },
  {
    name: "message",
    async open({ addin }) {
      await addin.locator(".button.wide").click();
      await paneParts(addin).notice.waitFor();
    },
  },
  // The message's act has filled the selected cell with a formula, which Build follows.
  tab("build", ".build-result .answer"),
  {
    name: "choices",
    async open({ addin }) {
      await addin.locator("[role=combobox]").first().click();
      await addin.locator("[role=option]").first().waitFor();
    },
  },
  {
    name: "functions",
    async open({ addin }) {
      await addin.locator(".indicator-head .button").first().click();
      await addin.locator(".functions .result").first().waitFor();
    },
  },
  {
    name: "selected",
    async open({ addin }) {
      await addin.locator("#tab-explore").click();
      await addin.locator(".indicator-head .button").first().click();
      await addin.locator(".selected").waitFor();
    },
  },
  tab("sheets", ".template"),
  tab("check", "section"),
  tab("settings", ".toggle"),
  {
    name: "user-table",
    async open(workbench) {
      await furnishTable(workbench, [
        ["indicator", "period", "value"],
        ["digital", "Q9 2025", "many"],
        ["Our sales", 2025, "7%"],
      ]);
      await workbench.addin.locator("button", { hasText: /^(Use the table|使用所选位置)/ }).click();
      await workbench.addin.locator(".findings li").first().waitFor();
    },
  },
];

/** Puts a native table of the user's on a sheet of its own, and selects a cell in it. */
export async function furnishTable(
  { addin, idle }: Workbench,
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  await addin.evaluate(
    (values) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        const range = sheet.getRange("B2").getResizedRange(values.length - 1, values[0]!.length - 1);
        range.values = values as unknown[][];
        sheet.tables.add(range, true).name = "Sales";
        sheet.activate();
        sheet.getRange("C3").select();
        await context.sync();
      }),
    rows,
  );
  await idle();
}

/** Shows the pane in a theme. The pane takes the system's theme, which the browser plays here. */
export async function useTheme({ page, addin }: Workbench, theme: PaneTheme): Promise<void> {
  await page.emulateMedia(
    theme === "contrast" ? { forcedColors: "active" } : { colorScheme: theme, forcedColors: "none" },
  );
  await addin.waitForFunction(
    (contrast) => matchMedia("(forced-colors: active)").matches === contrast,
    theme === "contrast",
  );
  if (theme !== "contrast") await addin.locator(`html[data-theme=${theme}]`).waitFor();
}

/** The themes that the pane has. */
export type PaneTheme = "light" | "dark" | "contrast";

/** Makes the pane this many pixels wide, as a person does by dragging its edge. */
export async function setPaneWidth({ page, addin }: Workbench, width: number): Promise<void> {
  await page.evaluate((pixels) => {
    document.querySelector<HTMLElement>("#pane")!.style.width = `${pixels}px`;
  }, width);
  await addin.waitForFunction((pixels) => Math.abs(innerWidth - pixels) <= 2, width);
}
