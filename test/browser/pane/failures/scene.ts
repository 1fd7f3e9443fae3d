import { messages } from "../../../../src/taskpane/messages";
import { openWorkbench } from "../../browser";
import type { Workbench, WorkbenchOptions } from "../../browser";
import { productIn } from "../../product";
import type { Scene } from "./acts";

/** Opens a workbench for acts of the pane, in the words of its language. */
export async function openScene(options: WorkbenchOptions = {}): Promise<Scene> {
  const workbench = await openWorkbench(options);
  const product = await productIn(workbench);
  return { ...workbench, product, words: messages(options.locale === "zh-CN" ? "zh" : "en") };
}

/** The workbook as it is, with the state of every sheet. */
export const snapshot = ({ page }: Workbench) =>
  page.evaluate(() => {
    const { host } = window.workbench!;
    // The host makes a sheet's state when that is first read.
    for (const { id } of host.snapshot().sheets) host.state.sheet(id);
    return host.snapshot();
  });

/** The workbook once all is calculated. */
export const model = async (workbench: Workbench) => {
  await workbench.idle();
  return snapshot(workbench);
};
