import { a1, can, columnLetters } from "../excel";
import type { Difference } from "../workbook/selfTest";
import type { PlacedPlan } from "./cellFacets";
import { compared, comparedLength, localAddress } from "./differences";
import type { Facet } from "./readFacets";

/** The print setup of a new sheet. None for a plan without print setup. Margins may differ by 1.5 points. */
export function printFacet({ plan: { print }, sheet: name, at }: PlacedPlan): Facet {
  return {
    what: "print",
    ask(workbook) {
      const page = workbook.worksheets.getItem(name).pageLayout;
      page.load("orientation,paperSize,zoom,centerHorizontally,leftMargin,topMargin");
      page.headersFooters.defaultForAllPages.load("leftFooter,rightFooter");
      const area = page.getPrintAreaOrNullObject();
      area.load("address");
      const rows = page.getPrintTitleRowsOrNullObject();
      rows.load("address");
      return (): Difference[] => {
        if (!print) return [];
        const differencesIn = (part: string, planned: unknown, found: unknown) =>
          compared("print", part, planned, found);
        const { horizontalFitToPages: pages } = page.zoom as Excel.PageLayoutZoomOptions;
        const footers = page.headersFooters.defaultForAllPages;
        return [
          ...differencesIn("orientation", print.orientation, page.orientation.toLowerCase()),
          ...differencesIn("paper", "A4", page.paperSize),
          ...differencesIn("pages wide", 1, pages),
          ...differencesIn("centred", true, page.centerHorizontally),
          ...comparedLength("print", "left margin", 36, page.leftMargin),
          ...comparedLength("print", "top margin", 48, page.topMargin),
          ...differencesIn("area", a1(print.area, at), area.isNullObject ? "" : localAddress(area.address)),
          ...differencesIn(
            "repeated rows",
            print.titleRows
              ? `${at[0] + print.titleRows[0] + 1}:${at[0] + print.titleRows[0] + print.titleRows[1]}`
              : "",
            rows.isNullObject ? "" : rowsOnly(localAddress(rows.address)),
          ),
          ...differencesIn("footer", `&8${print.footer.replaceAll("&", "&&")}`, footers.leftFooter),
          ...differencesIn("page numbers", "&8&P / &N", footers.rightFooter),
        ];
      };
    },
  };
}

/** "A3:XFD4" and "3:4" are the same rows. */
const rowsOnly = (address: string): string => address.replace(/[A-Z]+/g, "").replace(/^(\d+)$/, "$1:$1");

/** Grid lines and frozen rows of a new sheet. What the host lacks is passed over. */
export function viewFacet({ plan: { frozenRows }, sheet: name }: PlacedPlan): Facet {
  return {
    what: "view",
    ask(workbook) {
      const sheet = workbook.worksheets.getItem(name);
      if (can("gridlines")) sheet.load("showGridlines");
      const frozen = can("freeze") ? sheet.freezePanes.getLocationOrNullObject() : undefined;
      frozen?.load("address,rowCount");
      return () => [
        ...(can("gridlines") ? compared("view", "grid lines", false, sheet.showGridlines) : []),
        ...(frozen
          ? compared("view", "frozen rows", frozenRows, frozen.isNullObject ? 0 : frozen.rowCount)
          : []),
      ];
    },
  };
}

/** What is left of a removed block: cells, names, tables, charts. */
export function emptyFacet(name: string, area: readonly [number, number, number, number], id: string): Facet {
  return {
    what: "leftover",
    ask(workbook) {
      const sheet = workbook.worksheets.getItem(name);
      const range = sheet.getRange(a1(area));
      range.load("formulas,numberFormat");
      sheet.tables.load("items/name");
      sheet.charts.load("items/name");
      if (can("names")) sheet.names.load("items/name");
      return () => {
        const filled = range.formulas.flatMap((row: unknown[], r) =>
          row.flatMap((value, c) =>
            value === "" ? [] : [columnLetters(area[1] + c) + String(area[0] + r + 1)],
          ),
        );
        const formats = range.numberFormat.flatMap((row: unknown[], r) =>
          row.flatMap((value, c) =>
            value === "General" ? [] : [columnLetters(area[1] + c) + String(area[0] + r + 1)],
          ),
        );
        const remains = [
          ...sheet.tables.items.map((table) => table.name),
          ...sheet.charts.items.map((chart) => chart.name),
          ...(can("names") ? sheet.names.items.map((definedName) => definedName.name) : []),
        ].filter((objectName) => id !== "" && objectName.toLowerCase().includes(id));
        return [
          ...compared("leftover", "cells", 0, filled.length),
          ...compared("leftover", "number formats", 0, formats.length),
          ...compared("leftover", "names, tables and charts", 0, remains.length),
        ];
      };
    },
  };
}
