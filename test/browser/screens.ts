// `npm run screens`: every view of the pane in every theme and language, as PNG files in build/screens, to be looked at.
import { mkdirSync } from "node:fs";
import { closeAll, openWorkbench } from "./browser";
import build from "./build";
import { paneViews, setPaneWidth, useTheme } from "./pane/views";

const folder = "build/screens";
const [only] = process.argv.slice(2);

async function take(): Promise<void> {
  await build();
  mkdirSync(folder, { recursive: true });
  for (const locale of ["en-US", "zh-CN"] as const) {
    for (const theme of ["light", "dark", "contrast"] as const) {
      const workbench = await openWorkbench({
        locale,
        theme: theme === "dark" ? "dark" : "light",
        viewport: { width: 1100, height: 1200 },
      });
      await useTheme(workbench, theme);
      for (const view of paneViews) {
        await view.open(workbench);
        if (only !== undefined && view.name !== only) continue;
        for (const width of [320, 450]) {
          await setPaneWidth(workbench, width);
          const path = `${folder}/${view.name}-${locale}-${theme}-${width}.png`;
          await workbench.page.locator("#pane").screenshot({ path });
        }
        await setPaneWidth(workbench, 350);
      }
      await workbench.page.context().close();
    }
  }
}

take()
  .catch((error: unknown) => {
    console.error(
      `The pictures could not be taken: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  })
  .finally(closeAll);
