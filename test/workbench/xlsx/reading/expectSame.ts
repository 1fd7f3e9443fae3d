import "../../dom";
import { strFromU8, unzipSync } from "fflate";
import type { XlsxSheet, XlsxWorkbook } from "../../../../src/workbench/xlsx/model";
import { openXlsx } from "../../../../src/workbench/xlsx/reading/open";
import { saveXlsx } from "../../../../src/workbench/xlsx/save";
import { sheet } from "../../samples";

export const addin = { id: "32b45f15-e4c3-4a35-b8dc-94331aba5620", version: "1.0.0.0" };
const reader = {
  addinId: addin.id.toUpperCase(),
  namespace: "ECOM",
  functions: [{ name: "GROWTH" }, { name: "SERIES" }, { name: "DATA.DATE" }],
};

const partsOf = (workbook: XlsxWorkbook): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(saveXlsx(workbook))).map(([path, bytes]) => [
      path,
      strFromU8(bytes).replaceAll("><", ">\n<"),
    ]),
  );

/** The workbook saved, opened and ready to be saved again. */
async function opened(workbook: XlsxWorkbook): Promise<XlsxWorkbook> {
  const { book: read, leftOut } = await openXlsx(saveXlsx(workbook), reader);
  expect([...leftOut]).toEqual([]);
  return {
    ...read,
    addin,
    sheets: read.sheets.map((readSheet, at): XlsxSheet =>
      sheet({ ...readSheet, id: workbook.sheets[at]?.id ?? "" }),
    ),
  };
}

/** Opens and saves the workbook again: every part of the file must be the same. */
export async function expectSame(workbook: XlsxWorkbook): Promise<void> {
  // Ids of sheets are the workbook's own; those of the samples' ranges are "s1".
  const own = JSON.parse(
    JSON.stringify(await opened(workbook)).replaceAll('"sheet-0"', '"s1"'),
  ) as XlsxWorkbook;
  expect(partsOf(own)).toEqual(partsOf(workbook));
}
