import type { Host } from "../host";
import { make, part } from "./dom";

/**
 * Shows the sentence behind an error of the add-in while its cell is selected, at the foot of the grid, as
 * Excel shows it beside the cell. Nothing is shown for other cells. Call what is returned when a message may have come.
 */
export function followMessages(host: Host, addressOf: (row: number, column: number) => string): () => void {
  const line = part("message");
  const update = () => {
    const { sheetId, row, column } = host.state.data.activeCell;
    const text = sheetId ? host.messageAt(sheetId, row, column) : undefined;
    line.hidden = !text;
    if (text) line.replaceChildren(make("strong", {}, addressOf(row, column)), ` ${text}`);
  };
  host.state.subscribe(({ kind }) => {
    if (kind === "selection") update();
  });
  return update;
}
