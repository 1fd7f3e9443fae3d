import { strToU8, zipSync } from "fflate";
import type { CellStyle } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { cellName } from "../../host/grid/address";
import type { OpenedPackage } from "./package";

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/**
 * The cell formats of a file by number, for whole rows and columns. The reader gives only formats of cells, so it
 * reads a workbook with the same styles and a cell for each number.
 */
export async function readCellStyles(
  file: OpenedPackage,
  styles: string | undefined,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, CellStyle>> {
  const part = styles === undefined ? undefined : file.bytes(styles);
  if (!part || numbers.size === 0) return new Map();
  const wanted = [...numbers];
  const cells = wanted.map((number, at) => `<c r="${cellName(0, at)}" s="${number}"/>`).join("");
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${officeRelationships}/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    `<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"/>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "sheet.xml"),
      relation(2, "styles", "styles.xml"),
    ),
    "xl/workbook.xml": `<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelationships}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/sheet.xml": `<worksheet xmlns="${spreadsheet}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
  const encoded = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  const bytes = zipSync({ ...Object.fromEntries(encoded), "xl/styles.xml": part }, { level: 0 });
  const read = await readXlsx(bytes, { readStyles: true });
  const firstSheet = read.sheets[0]?.cells;
  return new Map(wanted.map((number, at) => [number, firstSheet?.get(`0,${at}`)?.style ?? {}]));
}
