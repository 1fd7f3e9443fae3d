// `npm run pictures`: takes the README's pictures from the workbench with the built add-in in it.
import { mkdirSync } from "node:fs";
import { closeAll, openPage, openWorkbench } from "./browser";
import type { Workbench } from "./browser";
import { paneViews, useTheme } from "./pane/views";

const folder = "assets/pictures";

async function insertSummary(workbench: Workbench): Promise<void> {
  await workbench.press("ECOM.InsertSummary");
  await workbench.page.getByText("At a glance 2025-Q1").first().waitFor();
  await workbench.idle();
}

async function take(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const english = await openWorkbench({ viewport: { width: 1440, height: 860 } });
  await insertSummary(english);
  await english.page.screenshot({ path: `${folder}/workbench.png` });

  const chinese = await openWorkbench({ locale: "zh-CN", viewport: { width: 1280, height: 640 } });
  await chinese.enter("A1", '=ECOM.TABLE({"数码";"到店餐饮";"实物商品"},{"2025-Q1","2025"})');
  await chinese.enter("A6", '=ECOM.SERIES("实物商品","growth")');
  await chinese.enter("E1", '=ECOM.GROWTH("数玛")');
  await chinese.page.keyboard.press("ArrowUp");
  await chinese.addin.locator("#selected").waitFor();
  await chinese.page.screenshot({ path: `${folder}/functions-zh.png` });
}

/** Views of the pane side by side, in both themes and languages. */
async function takePane(): Promise<void> {
  const shown = {
    explore: "light",
    indicator: "light",
    build: "light",
    check: "dark",
    sheets: "dark",
  } as const;
  const pictures: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    const workbench = await openWorkbench({
      theme,
      locale: theme === "dark" ? "zh-CN" : "en-US",
      viewport: { width: 1000, height: 960 },
    });
    await useTheme(workbench, theme);
    for (const view of paneViews) {
      await view.open(workbench);
      if (shown[view.name as keyof typeof shown] !== theme) continue;
      const picture = await workbench.page.locator("#pane").screenshot();
      pictures.push(`data:image/png;base64,${picture.toString("base64")}`);
    }
  }
  const page = await openPage({ viewport: { width: 1420, height: 700 } });
  await page.setContent(
    `<body style="margin:0;display:flex;gap:10px;background:#d9dde1;padding:10px">${pictures
      .map((source) => `<img src="${source}" style="width:272px">`)
      .join("")}</body>`,
  );
  await page.locator("body").screenshot({ path: `${folder}/pane.png` });
}

take()
  .then(takePane)
  .catch((error: unknown) => {
    console.error(
      `The pictures could not be taken: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  })
  .finally(closeAll);
