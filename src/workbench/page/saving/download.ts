import type { FunctionsMetadata, Host } from "../../host";
import { saveXlsx, unsaved } from "../../xlsx/save";
import type { Grid } from "../grid";
import type { Manifest } from "../manifest";
import { readWorkbook } from "./workbook";

/**
 * The workbook as .xlsx, the names of charts that the file cannot hold, and whether it has formulas of the add-in.
 * Waits until everything is calculated.
 */
export async function saveBytes(
  grid: Grid,
  host: Host,
  { id, version, namespace }: Pick<Manifest, "id" | "version" | "namespace">,
  functions: FunctionsMetadata["functions"] = [],
): Promise<{ bytes: Uint8Array; leftOut: string[]; live: boolean }> {
  await host.idle();
  const book = readWorkbook(grid, host, namespace, functions, { id, version });
  const call = new RegExp(`\\b${namespace}\\.\\w+\\s*\\(`, "i");
  const live = book.sheets.some(({ cells }) => cells.some(({ formula }) => formula && call.test(formula)));
  return { bytes: saveXlsx(book), leftOut: unsaved(book), live };
}

/** Downloads a file in the browser. `name` is the proposed one, with its ending. */
export function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
