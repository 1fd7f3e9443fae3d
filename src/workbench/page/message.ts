import type { Host } from "../host";
import { make, elementById } from "./dom";

/**
 * Shows the sentence of an error while its cell is selected, at the foot of the grid; Excel shows it beside the cell.
 * @returns updates the sentence; call it when a new one may have come
 */
export function followMessages(host: Host, addressOf: (row: number, column: number) => string): () => void {
  const line = elementById("message");
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
