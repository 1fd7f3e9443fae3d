// `npm run pictures`: takes the README's pictures from the workbench with the built add-in in it.
import { mkdirSync } from "node:fs";
import { closeAll, openWorkbench } from "./browser";
import type { Workbench } from "./browser";

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
  await chinese.page.screenshot({ path: `${folder}/functions-zh.png` });
}

take()
  .catch((error: unknown) => {
    console.error(
      `The pictures could not be taken: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  })
  .finally(closeAll);
