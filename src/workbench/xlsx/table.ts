import type { TableState } from "../state";
import { rangeAddress } from "./address";
import { element, xmlPart } from "./xml";

/** The part of one table; `id` is unique in the workbook and counts from 1. */
export function tableXml(table: TableState, id: number): string {
  const { range, showHeaders, showTotals } = table;
  const filtered = { ...range, rowCount: range.rowCount - (showTotals ? 1 : 0) };
  return xmlPart(
    element(
      "table",
      {
        xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        id,
        name: table.name,
        displayName: table.name,
        ref: rangeAddress(range),
        headerRowCount: showHeaders ? undefined : 0,
        totalsRowCount: showTotals ? 1 : undefined,
        totalsRowShown: showTotals ? undefined : false,
      },
      showHeaders && table.showFilterButton
        ? element("autoFilter", { ref: rangeAddress(filtered) }, ...filtersXml(table))
        : undefined,
      element(
        "tableColumns",
        { count: table.columns.length },
        ...table.columns.map(({ name }, index) =>
          element("tableColumn", { id: index + 1, name: writtenOut(name) }),
        ),
      ),
      element("tableStyleInfo", {
        name: table.style || undefined,
        showFirstColumn: false,
        showLastColumn: false,
        showRowStripes: table.showBandedRows,
        showColumnStripes: false,
      }),
    ),
  );
}

function filtersXml({ filters = {} }: TableState): string[] {
  return Object.entries(filters).map(([colId, values]) => {
    const texts = values.filter((text) => text !== "");
    const blank = texts.length < values.length || undefined;
    return element(
      "filterColumn",
      { colId },
      element("filters", { blank }, ...texts.map((val) => element("filter", { val }))),
    );
  });
}

/**
 * Escapes line breaks and tabs in a heading; otherwise Excel finds a different text in its cell and repairs the file.
 */
function writtenOut(name: string): string {
  return name
    .replace(/_x[0-9a-fA-F]{4}_/g, (escape) => `_x005F${escape}`)
    .replace(/[\n\r\t]/g, (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}_`);
}
