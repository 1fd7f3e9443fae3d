import type { FUniver } from "@univerjs/core/facade";
import type { Host } from "../host";
import { part } from "./dom";

/**
 * Shows the sentence behind an error of the add-in while its cell is selected, at the foot of the grid, as
 * Excel shows it beside the cell. Nothing is shown for other cells.
 */
export function followMessages(univerAPI: FUniver, host: Host): () => void {
  const line = part("message");
  const update = () => {
    const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getActiveRange();
    const text = sheet && range && host.messageAt(sheet.getSheetId(), range.getRow(), range.getColumn());
    line.hidden = !text;
    if (text && range) line.replaceChildren(strong(range.getA1Notation().split(":")[0] ?? ""), ` ${text}`);
  };
  univerAPI.addEvent(univerAPI.Event.SelectionChanged, update);
  univerAPI.addEvent(univerAPI.Event.ActiveSheetChanged, update);
  return update;
}

function strong(text: string): HTMLElement {
  const element = document.createElement("strong");
  element.textContent = text;
  return element;
}
