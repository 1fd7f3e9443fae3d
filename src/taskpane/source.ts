import { callsIn, formulaCell } from "./model/build";
import type { Pane } from "./pane";

/**
 * "Source of this figure" of the cell menu: reads the selected cell and opens Explore, whose first lines say where
 * its figure comes from or why it is an error. For a cell without a formula of ours a message says so. The caller
 * shows the pane.
 */
export async function sourceOf(pane: Pane): Promise<void> {
  await pane.controller.follow();
  const { selected } = pane.store.get();
  const hasCall = selected !== undefined && callsIn(formulaCell(selected).formula).length > 0;
  pane.store.set({
    tab: "explore",
    indicator: undefined,
    query: "",
    theme: undefined,
    notice: hasCall ? undefined : { kind: "info", text: (words) => words.noFormulaHere, buttons: [] },
  });
}
