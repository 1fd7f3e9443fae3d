import type { FUniver } from "@univerjs/core/facade";
import type { RibbonButton } from "./manifest";

/**
 * Adds the add-in's entries at the end of the cell's context menu, as Excel does. Buttons that only open the pane are
 * left out; `run` gets the label and the name of the function.
 */
export function addToCellMenu(
  univerAPI: FUniver,
  entries: readonly RibbonButton[],
  run: (label: string, action: string) => void,
): void {
  for (const { id, label, tip, action } of entries) {
    if (action.kind !== "function") continue;
    univerAPI
      .createMenu({ id, title: label, tooltip: tip, action: () => run(label, action.name) })
      .appendTo(["contextMenu.mainArea", "contextMenu.others"]);
  }
}
