import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import type { XlsxWorkbook } from "../../../src/workbench/xlsx/model";
import { saveXlsx } from "../../../src/workbench/xlsx/save";

/** Reads the file with a reader that knows nothing of our writer. */
export const readBack = (workbook: XlsxWorkbook) => readXlsx(saveXlsx(workbook), { readStyles: true });

/** A part of the package as text. */
export function partOf(workbook: XlsxWorkbook, path: string): string {
  const content = unzipSync(saveXlsx(workbook))[path];
  if (!content) throw new Error(`The package has no ${path}.`);
  return strFromU8(content);
}
