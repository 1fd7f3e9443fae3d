import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import type { Sheet } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { cellName } from "../../host/grid/address";
import { readCellStyles } from "./cellStyles";
import { readDrawing } from "./drawing";
import { childOf, childrenOf, flagOf, numberOf, parseXml, textOf } from "./elements";
import { storedNames, typedFormula } from "./formula";
import { OpenedPackage, relationOf } from "./package";
import type { Relation } from "./package";
import { hasOtherSettings, readPage } from "./page";
import type { NotUnderstood, OpenedSheet, Reading } from "./result";
import { readSettings } from "./settings";
import { readCells, readColumns, readLinks, readProtection, readRows, readUsualSizes } from "./sheet";
import type { CellContext } from "./sheet";
import { colourOf, readStyle } from "./style";
import { hasOtherOptions, readTable } from "./table";
import { ownNames, readNames, readPrinted, readProperties, readXmlParts } from "./workbook";

/** The add-in whose functions and settings the file may contain. */
interface Reader {
  /** The manifest's id. */
  addinId: string;
  namespace: string;
  functions: readonly { name: string }[];
}

/**
 * Reads an .xlsx file. Files of the workbench are read completely, others as far as the workbench supports their
 * content; `leftOut` names the rest. The package hucre reads cells and formats, this code everything else: names,
 * charts, page setup, properties of sheets, settings. Throws a sentence for another kind of file.
 */
export async function openXlsx(bytes: Uint8Array, reader: Reader): Promise<Reading> {
  const file = new OpenedPackage(bytes);
  const path = file.relations("", "officeDocument")[0]?.target ?? "";
  const workbook = file.xml(path);
  if (!workbook) throw new Error("This is no .xlsx file: it holds no workbook.");
  const relations = file.relations(path);
  const read = await readXlsx(bytes, { readStyles: true });
  const notUnderstood = new Map<NotUnderstood, number>();
  const leave = (what: NotUnderstood, count = 1) => {
    if (count > 0) notUnderstood.set(what, (notUnderstood.get(what) ?? 0) + count);
  };

  const functions = storedNames(reader.namespace, reader.functions);
  const formula = (stored: string) => typedFormula(stored, functions);
  const context = contextOf(read, formula);
  const entries = childrenOf(childOf(workbook, "sheets"), "sheet");
  const ids = entries.map((_, index) => `sheet-${index}`);
  const idByName = new Map(entries.map((entry, index) => [textOf(entry, "name")?.toLowerCase(), ids[index]]));
  const sheetIdOf = (name: string) => idByName.get(name.toLowerCase());
  const names = readNames(workbook);
  const styles = relations.find(({ kind }) => kind === "styles")?.target;
  const sheets: OpenedSheet[] = [];
  for (const [index, entry] of entries.entries()) {
    const relation = relationOf(entry, relations);
    const hucre = read.sheets.find(({ name }) => name === textOf(entry, "name"));
    if (relation?.kind !== "worksheet" || !hucre) {
      leave("sheetKinds");
      continue;
    }
    const id = ids[index] ?? "";
    const printed = readPrinted(names, index, id);
    sheets.push(
      await readSheet({ file, relation, entry, hucre, id, printed, context, styles, sheetIdOf, leave }),
    );
  }
  leave("macros", file.paths.filter((entry) => entry.endsWith("vbaProject.bin")).length);
  leave("otherWorkbooks", relations.filter(({ kind }) => kind === "externalLink").length);
  const active = numberOf(childOf(workbook, "bookViews", "workbookView"), "activeTab") ?? 0;
  return {
    book: {
      sheets,
      active: Math.max(
        0,
        sheets.findIndex(({ id }) => id === ids[active]),
      ),
      names: ownNames(names, ids, formula),
      properties: readProperties(file),
      xmlParts: readXmlParts(file, path),
      settings: readSettings(file, reader.addinId),
      namespace: reader.namespace,
      lockStructure: flagOf(childOf(workbook, "workbookProtection"), "lockStructure"),
    },
    leftOut: notUnderstood,
  };
}

/** What the cells of a file refer to. `formula` gives a stored formula as it is typed. */
function contextOf(
  { themeColors = [], dateSystem }: Awaited<ReturnType<typeof readXlsx>>,
  formula: CellContext["formula"],
): CellContext {
  const [dark = "000000", light = "FFFFFF", dark2 = "000000", light2 = "FFFFFF", ...accents] = themeColors;
  return {
    // The file's first two theme colours are light.
    theme: [light, dark, light2, dark2, ...accents],
    since1904: dateSystem === "1904",
    formula,
    moved: (shared, down, right) =>
      // Relative to a cell far from the edges, so that no reference wraps around.
      translateFormulaToA1(
        translateFormulaToR1C1(shared, cellName(500_000, 8000)),
        cellName(500_000 + down, 8000 + right),
      ),
  };
}

interface SheetParts {
  file: OpenedPackage;
  relation: Relation;
  /** The sheet's element in the workbook part. */
  entry: Element;
  /** The sheet as hucre reads it. */
  hucre: Sheet;
  id: string;
  printed: ReturnType<typeof readPrinted>;
  context: CellContext;
  /** Path of the styles part. */
  styles: string | undefined;
  sheetIdOf: (name: string) => string | undefined;
  leave: (what: NotUnderstood, count?: number) => void;
}

/** Reads a sheet with its tables, drawing and settings. */
async function readSheet(parts: SheetParts): Promise<OpenedSheet> {
  const { file, entry, hucre, id, context, leave } = parts;
  const { target } = parts.relation;
  const text = file.text(target) ?? "";
  // Without the cells, which hucre reads, the rest is small.
  const [data = ""] = /<(?:\w+:)?sheetData[\s>][\s\S]*<\/(?:\w+:)?sheetData>/.exec(text) ?? [];
  const root = parseXml(data === "" ? text : text.replace(data, () => ""), target);
  const rows = data.match(/<(?:\w+:)?row\s[^>]*>/g) ?? [];
  const numbers = new Set<number>();
  const noted = (number: number) => {
    numbers.add(number);
    return {};
  };
  readRows(rows, noted);
  readColumns(root, noted);
  const styles = await readCellStyles(file, parts.styles, numbers);
  const styleOf = (number: number) => readStyle(styles.get(number), context.theme);
  const relations = file.relations(target);
  const tables = relations.flatMap(({ kind, target: path }) => (kind === "table" && file.xml(path)) || []);
  const view = childOf(root, "sheetViews", "sheetView");
  const state = textOf(entry, "state");
  const sheet: OpenedSheet = {
    id,
    name: hucre.name,
    visibility: state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible",
    tabColor: colourOf(hucre.view?.tabColor, context.theme) ?? "",
    showGridlines: flagOf(view, "showGridLines", true),
    freeze: { rows: hucre.freezePane?.rows ?? 0, columns: hucre.freezePane?.columns ?? 0 },
    ...readUsualSizes(root),
    columns: readColumns(root, styleOf),
    rows: readRows(rows, styleOf),
    cells: readCells(hucre, readLinks(root, relations), context),
    merges: (hucre.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rowCount: endRow - startRow + 1,
      columnCount: endCol - startCol + 1,
    })),
    tables: tables.flatMap((table) => readTable(table, id) ?? []),
    charts: [],
    page: { ...readPage(root), ...parts.printed },
    protection: readProtection(root),
    customProperties: readCustomProperties(file, root, relations),
  };
  const drawing = relations.find(({ kind }) => kind === "drawing")?.target;
  if (drawing !== undefined) {
    const drawingRead = readDrawing(file, drawing, sheet, parts.sheetIdOf);
    sheet.charts = drawingRead.charts;
    leave("charts", drawingRead.unknownCharts);
    leave("chartDetails", drawingRead.reducedCharts);
    leave("pictures", drawingRead.pictures);
  }
  leaveLost(hucre, root, tables, leave);
  return sheet;
}

/** Counts what the workbench does not read of a sheet. `tables` are the root elements of its table parts. */
function leaveLost(
  hucre: Sheet,
  root: Element,
  tables: readonly Element[],
  leave: SheetParts["leave"],
): void {
  const cells = [...(hucre.cells?.values() ?? [])];
  leave("comments", cells.filter(({ comment }) => comment !== undefined).length);
  leave("pivotTables", hucre.pivotTables?.length ?? 0);
  leave("conditionalFormats", hucre.conditionalRules?.length ?? 0);
  leave("validations", hucre.dataValidations?.length ?? 0);
  leave("sparklines", hucre.sparklines?.length ?? 0);
  leave("slicers", (hucre.slicers?.length ?? 0) + (hucre.timelines?.length ?? 0));
  leave("filters", childOf(root, "autoFilter") ? 1 : 0);
  leave("tableOptions", tables.filter(hasOtherOptions).length);
  leave("pageSettings", hasOtherSettings(root) ? 1 : 0);
  leave("viewSettings", hasOtherView(childOf(root, "sheetViews", "sheetView")) ? 1 : 0);
}

/** Whether headings or zeros are hidden, formulas shown or columns counted from the right, which is lost. */
function hasOtherView(view: Element | undefined): boolean {
  return (
    !flagOf(view, "showRowColHeaders", true) ||
    !flagOf(view, "showZeros", true) ||
    flagOf(view, "showFormulas") ||
    flagOf(view, "rightToLeft")
  );
}

/** The custom properties of a sheet: UTF-16 parts beside it. */
function readCustomProperties(
  file: OpenedPackage,
  root: Element,
  relations: readonly Relation[],
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const property of childrenOf(childOf(root, "customProperties"), "customPr")) {
    const target = relationOf(property, relations)?.target;
    const bytes = target === undefined ? undefined : file.bytes(target);
    if (bytes) properties[textOf(property, "name") ?? ""] = new TextDecoder("utf-16le").decode(bytes);
  }
  return properties;
}
