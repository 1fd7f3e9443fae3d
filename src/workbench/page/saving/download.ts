import type { FunctionsMetadata, Host } from "../../host";
import { saveXlsx, unsaved } from "../../xlsx/save";
import type { Grid } from "../grid";
import type { Manifest } from "../manifest";
import { readWorkbook } from "./workbook";

/** The bytes of the workbook as .xlsx, and the names of charts that the file cannot hold. Waits for what is being calculated. */
export async function saveBytes(
  grid: Grid,
  host: Host,
  { id, version, namespace }: Pick<Manifest, "id" | "version" | "namespace">,
  functions: FunctionsMetadata["functions"] = [],
): Promise<{ bytes: Uint8Array; leftOut: string[] }> {
  await host.idle();
  const book = readWorkbook(grid, host, namespace, functions, { id, version });
  return { bytes: saveXlsx(book), leftOut: unsaved(book) };
}

/** Hands a file to the browser's downloads. */
export function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
