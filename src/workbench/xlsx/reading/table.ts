import type { TableState } from "../../state";
import { decodeEscapes } from "../xml";
import { childOf, childrenOf, flagOf, numberOf, textOf } from "./elements";
import { readReference } from "./places";

/** A table part; undefined if its range is invalid. */
export function readTable(root: Element, sheetId: string): TableState | undefined {
  const place = readReference(textOf(root, "ref") ?? "");
  if (!place) return undefined;
  const style = childOf(root, "tableStyleInfo");
  return {
    id: textOf(root, "id") ?? "",
    name: textOf(root, "displayName") ?? textOf(root, "name") ?? "",
    range: { sheetId, ...place.cells },
    columns: childrenOf(childOf(root, "tableColumns"), "tableColumn").map((column, index) => ({
      id: numberOf(column, "id") ?? index + 1,
      name: decodeEscapes(textOf(column, "name") ?? ""),
    })),
    style: textOf(style, "name") ?? "",
    showHeaders: textOf(root, "headerRowCount") !== "0",
    showTotals: (numberOf(root, "totalsRowCount") ?? 0) > 0,
    showBandedRows: flagOf(style, "showRowStripes"),
    showFilterButton: childOf(root, "autoFilter") !== undefined,
    ...filtersOf(childOf(root, "autoFilter")),
  };
}

/** Whether a table part sets bold columns or banded columns, which are lost. The user is told of them. */
export function hasOtherOptions(root: Element): boolean {
  const style = childOf(root, "tableStyleInfo");
  return ["showFirstColumn", "showLastColumn", "showColumnStripes"].some((name) => flagOf(style, name));
}

/** Filters by values. Rows that another kind hides stay hidden, but are not filtered again. */
function filtersOf(autoFilter: Element | undefined): Pick<TableState, "filters"> {
  const filters: Record<number, string[]> = {};
  for (const column of childrenOf(autoFilter, "filterColumn")) {
    const filterList = childOf(column, "filters");
    if (!filterList) continue;
    const texts = childrenOf(filterList, "filter").map((filter) => textOf(filter, "val") ?? "");
    filters[numberOf(column, "colId") ?? 0] = flagOf(filterList, "blank") ? [...texts, ""] : texts;
  }
  return Object.keys(filters).length > 0 ? { filters } : {};
}
