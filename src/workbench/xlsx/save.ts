import { cellName } from "../host/grid/address";
import { goneSheet } from "./address";
import { chartXml } from "./chart";
import type { SheetName } from "./chartSeries";
import { drawingXml } from "./drawing";
import { settleTables } from "./headings";
import type { XlsxSheet, XlsxWorkbook } from "./model";
import { Package } from "./package";
import { addSettings } from "./settings";
import { isLinkable, marksArray, sheetXml } from "./sheet";
import type { SheetContext } from "./sheet";
import { Styles } from "./styles";
import { tableXml } from "./table";
import { themeXml } from "./theme";
import { appXml, coreXml, dynamicArrayXml, stringsXml, workbookXml } from "./workbook";

/**
 * Writes a workbook as an .xlsx file: cells with formulas and their last values, formats, sizes, merges, frozen
 * panes, page setup, tables and charts, links, names, custom XML. Charts of unknown types are left out; `unsaved`
 * names them beforehand.
 */
export function saveXlsx(book: XlsxWorkbook): Uint8Array {
  const file = new Package();
  const styles = new Styles();
  const strings = new Map<string, number>();
  const string = (shown: string) => {
    const known = strings.get(shown) ?? strings.size;
    strings.set(shown, known);
    return known;
  };
  const sheetName: SheetName = (id) => book.sheets.find((sheet) => sheet.id === id)?.name ?? goneSheet;
  const workbook = "xl/workbook.xml";
  file.relate("", "workbook", workbook);

  const names = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const formulas = { namespace: book.namespace, hasSheet: (name: string) => names.has(name.toLowerCase()) };
  const arrayFunctions = book.arrayFunctions ?? new Set<string>();
  const sheets = book.sheets.map(settleTables);
  const write = {
    file,
    book,
    styles,
    string,
    sheetName,
    formulas,
    arrayFunctions,
    count: { table: 0, chart: 0, property: 0 },
  };
  const sheetIds = sheets.map((sheet, index) =>
    file.relate(workbook, "worksheet", addSheet(write, sheet, index)),
  );

  const add = (path: string, kind: "styles" | "strings" | "theme" | "metadata", content: string) => {
    file.add(path, kind, content);
    file.relate(workbook, kind, path);
  };
  add("xl/theme/theme1.xml", "theme", themeXml());
  add("xl/styles.xml", "styles", styles.xml());
  add("xl/sharedStrings.xml", "strings", stringsXml([...strings.keys()]));
  if (book.sheets.some(({ cells }) => cells.some((cell) => marksArray(cell, arrayFunctions)))) {
    add("xl/metadata.xml", "metadata", dynamicArrayXml());
  }
  file.add(workbook, "workbook", workbookXml(book, sheetIds));
  book.xmlParts.forEach((xml, index) => {
    const path = `customXml/item${index + 1}.xml`;
    file.add(path, "customXml", xml);
    file.relate(workbook, "customXml", path);
  });
  file.add("docProps/core.xml", "core", coreXml(book));
  file.relate("", "core", "docProps/core.xml");
  file.add("docProps/app.xml", "app", appXml(book));
  file.relate("", "app", "docProps/app.xml");
  if (book.addin) addSettings(file, book.settings, book.addin);
  return file.zip();
}

/** A file being written. */
interface Writing extends Omit<SheetContext, "active" | "relations"> {
  readonly file: Package;
  readonly book: XlsxWorkbook;
  readonly sheetName: SheetName;
  /** The numbers of parts so far. */
  readonly count: { table: number; chart: number; property: number };
}

/** Adds a sheet with its links, tables, properties and charts. Returns its path. */
function addSheet(writing: Writing, sheet: XlsxSheet, index: number): string {
  const { file, book, styles, string, sheetName, formulas, arrayFunctions, count } = writing;
  const path = `xl/worksheets/sheet${index + 1}.xml`;
  const charts = sheet.charts.filter((chart) => chartXml(chart, sheetName) !== undefined);
  const drawing = charts.length > 0 ? `xl/drawings/drawing${index + 1}.xml` : undefined;
  const links = new Map<string, string>();
  for (const { row, column, link } of sheet.cells) {
    if (link?.address && isLinkable(link.address))
      links.set(cellName(row, column), file.relate(path, "link", link.address));
  }
  const relations = {
    links,
    tables: sheet.tables.map((table) => {
      const tablePath = `xl/tables/table${++count.table}.xml`;
      file.add(tablePath, "table", tableXml(table, count.table));
      return file.relate(path, "table", tablePath);
    }),
    properties: Object.entries(sheet.customProperties).map(([name, content]): [string, string] => {
      const propertyPath = `xl/customProperty${++count.property}.bin`;
      file.add(propertyPath, "customProperty", utf16(content));
      return [name, file.relate(path, "customProperty", propertyPath)];
    }),
    ...(drawing ? { drawing: file.relate(path, "drawing", drawing) } : {}),
  };
  if (drawing) {
    const ids = charts.map((chart) => {
      const chartPath = `xl/charts/chart${++count.chart}.xml`;
      file.add(chartPath, "chart", chartXml(chart, sheetName) ?? "");
      return file.relate(drawing, "chart", chartPath);
    });
    file.add(drawing, "drawing", drawingXml(sheet, charts, ids));
  }
  const active = index === book.active;
  const context = { styles, string, formulas, arrayFunctions, active, relations };
  file.add(path, "worksheet", sheetXml(sheet, context));
  return path;
}

/** The names of charts that the file cannot hold. They are told to the user beside the saved file. */
export function unsaved(book: XlsxWorkbook): string[] {
  return book.sheets.flatMap(({ charts }) =>
    charts.filter((chart) => chartXml(chart, () => "") === undefined).map(({ chart }) => chart.name),
  );
}

function utf16(content: string): Uint8Array {
  const bytes = new Uint8Array(content.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < content.length; index++)
    view.setUint16(index * 2, content.charCodeAt(index), true);
  return bytes;
}
