import { columnName } from "../host/grid/address";
import { quotedSheet, rangeAddress } from "./address";
import { fileFormula } from "./formulas";
import type { XlsxSheet, XlsxWorkbook } from "./model";
import { cellText, element, xmlPart, text } from "./xml";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The workbook part; `sheetIds` are the relationship ids of the sheets. */
export function workbookXml(book: XlsxWorkbook, sheetIds: readonly string[]): string {
  const states: Record<XlsxSheet["visibility"], string | undefined> = {
    Visible: undefined,
    Hidden: "hidden",
    VeryHidden: "veryHidden",
  };
  const names = namesXml(book);
  return xmlPart(
    element(
      "workbook",
      { xmlns: main, "xmlns:r": relationships },
      element("workbookPr", { defaultThemeVersion: 166925 }),
      book.lockStructure ? element("workbookProtection", { lockStructure: true }) : undefined,
      element("bookViews", {}, element("workbookView", { activeTab: book.active || undefined })),
      element(
        "sheets",
        {},
        ...book.sheets.map(({ name, visibility }, index) =>
          element("sheet", { name, sheetId: index + 1, state: states[visibility], "r:id": sheetIds[index] }),
        ),
      ),
      names.length ? element("definedNames", {}, ...names) : undefined,
      // Keeps Excel from recalculating on opening, which would lose the add-in's values where it is missing.
      element("calcPr", { calcId: 191029 }),
    ),
  );
}

/** The defined names, and those under which Excel keeps print areas and titles. */
function namesXml({ names, sheets, namespace }: XlsxWorkbook): string[] {
  const ownNames = names.map(({ name, sheetId, formula, comment, visible }) => ({
    name,
    local: sheetId === null ? undefined : sheets.findIndex((sheet) => sheet.id === sheetId),
    comment,
    hidden: visible ? undefined : true,
    formula: fileFormula(formula, { namespace }),
  }));
  const printed = sheets.flatMap((sheet, local) => {
    const { printArea, printTitleRows, printTitleColumns } = sheet.page;
    const at = (address: string) => `${quotedSheet(sheet.name)}!${address}`;
    const name = (name: string, places: string[]) =>
      places.length
        ? [{ name, local, comment: "", hidden: undefined, formula: places.map(at).join(",") }]
        : [];
    const titles = [
      printTitleColumns && lines(printTitleColumns, columnName),
      printTitleRows && lines(printTitleRows, (row) => String(row + 1)),
    ];
    return [
      ...name(
        "_xlnm.Print_Area",
        printArea.map((area) => rangeAddress(area, true)),
      ),
      ...name(
        "_xlnm.Print_Titles",
        titles.filter((title) => title !== null),
      ),
    ];
  });
  return [...ownNames, ...printed]
    .filter(({ local }) => local !== -1)
    .flatMap(({ name, local, comment, hidden, formula }) =>
      formula === undefined
        ? []
        : [
            element(
              "definedName",
              { name, localSheetId: local, hidden, comment: comment || undefined },
              text(formula),
            ),
          ],
    );
}

/** Whole columns or rows, for example $A:$B. */
function lines({ first, count }: { first: number; count: number }, named: (line: number) => string): string {
  return `$${named(first)}:$${named(first + count - 1)}`;
}

/** The shared strings. A cell names its text by the place in this list. Blanks at an end and line breaks are kept. */
export function stringsXml(strings: readonly string[]): string {
  const items = strings.map((shown) =>
    element(
      "si",
      {},
      element("t", /^\s|\s$|\n/.test(shown) ? { "xml:space": "preserve" } : {}, cellText(shown)),
    ),
  );
  return xmlPart(element("sst", { xmlns: main, uniqueCount: strings.length }, items.join("")));
}

/**
 * The metadata with one entry, "dynamic array", to which cells with a spilling formula refer. Without it Excel shows
 * such a formula with "@" or in braces.
 */
export function dynamicArrayXml(): string {
  const array = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
  const extension = element(
    "ext",
    { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" },
    element("xda:dynamicArrayProperties", { fDynamic: true, fCollapsed: false }),
  );
  return xmlPart(
    element(
      "metadata",
      { xmlns: main, "xmlns:xda": array },
      element(
        "metadataTypes",
        { count: 1 },
        element("metadataType", {
          name: "XLDAPR",
          minSupportedVersion: 120000,
          copy: true,
          pasteAll: true,
          pasteValues: true,
          merge: true,
          splitFirst: true,
          rowColShift: true,
          clearFormats: true,
          clearComments: true,
          assign: true,
          coerce: true,
          cellMeta: true,
        }),
      ),
      element(
        "futureMetadata",
        { name: "XLDAPR", count: 1 },
        element("bk", {}, element("extLst", {}, extension)),
      ),
      element("cellMetadata", { count: 1 }, element("bk", {}, element("rc", { t: 1, v: 0 }))),
    ),
  );
}

/** Document properties: the core part. */
export function coreXml({ properties }: XlsxWorkbook): string {
  const elementWith = (name: string, content: string) =>
    content ? element(name, {}, text(content)) : undefined;
  return xmlPart(
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      elementWith("dc:title", properties.title),
      elementWith("dc:subject", properties.subject),
      elementWith("dc:creator", properties.author),
      elementWith("cp:keywords", properties.keywords),
      elementWith("dc:description", properties.comments),
      elementWith("cp:lastModifiedBy", properties.lastAuthor),
      elementWith("cp:category", properties.category),
    ),
  );
}

/**
 * The other document properties. Programs trust a file's results by the application that it names (LibreOffice
 * recalculates all others, and gets #NAME? for the add-in's functions), so it names the format's owner, as other
 * writers do.
 */
export function appXml({ properties }: XlsxWorkbook): string {
  const elementWith = (name: string, content: string) =>
    content ? element(name, {}, text(content)) : undefined;
  return xmlPart(
    element(
      "Properties",
      { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
      element("Application", {}, "Microsoft Excel"),
      elementWith("Manager", properties.manager),
      elementWith("Company", properties.company),
      element("AppVersion", {}, "16.0300"),
    ),
  );
}
