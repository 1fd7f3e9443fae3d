import { covers } from "../../cellRange";
import type { Host } from "../../host";
import type { TableState } from "../../state";
import { make, elementById, sentenceOf } from "../dom";
import type { Grid } from "../grid";
import type { Texts } from "../texts";

/** The most values in the menu. */
const most = 1000;

/** The place of a column's menu. */
export interface FilterPlace {
  table: TableState;
  /** The column's index in the table, from 0. */
  column: number;
}

/**
 * The menu of a filter button: sort by the column, choose values, remove the filter. The button or Alt+Down on a
 * heading opens it; Escape closes it. `status` reports why something was refused.
 */
export function filterMenu(
  grid: Grid,
  host: Host,
  texts: Texts,
  status: (text: string) => void,
): (place: FilterPlace) => void {
  let close = () => {};
  const open = (where: FilterPlace) => {
    close();
    const { table, column } = where;
    const before = document.activeElement;
    const act = (run: () => void) => {
      close();
      try {
        run();
      } catch (error) {
        status(texts("filterFailed", sentenceOf(error)));
      }
    };
    const menu = menuOf(where, host, texts, act, () => close());
    place(menu, grid, table.range.row, table.range.column + column);
    elementById("sheet").append(menu);
    menu.querySelector("button")?.focus();
    const stopListening = keepKeysAndPresses(menu, () => close());
    close = () => {
      close = () => {};
      stopListening();
      menu.remove();
      if (before instanceof HTMLElement) before.focus();
    };
  };
  openByKey(grid, host, open);
  return open;
}

/**
 * The menu with all its buttons.
 * @param act closes the menu and runs the chosen action
 * @param close only closes it
 */
function menuOf(
  { table, column }: FilterPlace,
  host: Host,
  texts: Texts,
  act: (what: () => void) => void,
  close: () => void,
): HTMLElement {
  const { id } = table;
  const button = (label: string, press: () => void, kind = "quiet") => {
    const itemButton = make("button", { type: "button", class: kind }, label);
    itemButton.addEventListener("click", press);
    return itemButton;
  };
  const sort = (ascending: boolean) => () => act(() => host.sortTable(id, column, ascending));
  const filter = (checkedValues: () => readonly string[] | null) => () =>
    act(() => host.filterTable(id, column, checkedValues()));
  const values = valuesOf(table, column, host);
  const choice = choiceOf(values, table.filters?.[column], texts);
  const apply = button(
    texts("filterApply"),
    filter(() => {
      const chosen = choice.chosen();
      return chosen.length === values.length ? null : chosen;
    }),
    "primary",
  );
  const menu = make(
    "div",
    { id: "filtermenu", role: "dialog", "aria-label": texts("filterOf", table.columns[column]?.name ?? "") },
    button(texts("sortUp"), sort(true)),
    button(texts("sortDown"), sort(false)),
    button(
      texts("filterClear"),
      filter(() => null),
    ),
    ...choice.elements,
    make("div", { class: "acts" }, apply, button(texts("cancel"), close)),
  );
  const update = () => (apply.disabled = choice.chosen().length === 0);
  menu.addEventListener("change", update);
  update();
  return menu;
}

/** Checkboxes for values, below one for all. `values` are those that the filter keeps; undefined for all. */
function choiceOf(
  values: readonly string[],
  shownValues: readonly string[] | undefined,
  texts: Texts,
): { elements: HTMLElement[]; chosen: () => string[] } {
  const boxes = values.map((value) => {
    const box = make("input", { type: "checkbox" });
    box.checked = shownValues === undefined || shownValues.includes(value);
    return { value, box };
  });
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ value }) => value);
  const allBox = make("input", { type: "checkbox" });
  const summarize = () => {
    const count = chosen().length;
    allBox.checked = count === boxes.length;
    allBox.indeterminate = count > 0 && count < boxes.length;
  };
  allBox.addEventListener("change", () => {
    for (const { box } of boxes) box.checked = allBox.checked;
    summarize();
  });
  const list = make(
    "div",
    { class: "values", role: "group", "aria-label": texts("filterValues") },
    ...boxes.map(({ value, box }) => make("label", {}, box, value === "" ? texts("filterBlank") : value)),
  );
  list.addEventListener("change", summarize);
  summarize();
  return { elements: [make("label", { class: "all" }, allBox, texts("filterAll")), list], chosen };
}

/**
 * Keeps the menu's keys from the grid, which listens everywhere. Escape, and a click outside the menu, close it.
 * @returns stops that
 */
function keepKeysAndPresses(menu: HTMLElement, close: () => void): () => void {
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (!menu.contains(event.target as Node)) return;
    event.stopPropagation();
  };
  const outside = (event: Event) => {
    if (!menu.contains(event.target as Node)) close();
  };
  addEventListener("keydown", keys, { capture: true });
  addEventListener("pointerdown", outside, { capture: true });
  return () => {
    removeEventListener("keydown", keys, { capture: true });
    removeEventListener("pointerdown", outside, { capture: true });
  };
}

/** Opens the menu when Alt+Down is pressed on a heading with a filter button. */
function openByKey(grid: Grid, host: Host, open: (place: FilterPlace) => void): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" || !event.altKey || event.ctrlKey || event.shiftKey) return;
    const cell = host.state.data.activeCell;
    const table = host.state
      .tablesOf(cell.sheetId)
      .find(
        ({ range, showHeaders, showFilterButton }) =>
          showHeaders && showFilterButton && covers({ ...range, rowCount: 1 }, cell),
      );
    if (!table || grid.univerAPI.getActiveWorkbook()?.isCellEditing()) return;
    event.preventDefault();
    event.stopPropagation();
    open({ table, column: cell.column - table.range.column });
  };
  addEventListener("keydown", onKeyDown, { capture: true });
}

/** The texts of a column's cells, each once, sorted. */
function valuesOf({ range, showTotals }: TableState, column: number, host: Host): string[] {
  const last = range.row + range.rowCount - (showTotals ? 1 : 0);
  const values = new Map<string, unknown>();
  for (let row = range.row + 1; row < last && values.size < most; row++) {
    const at = range.column + column;
    values.set(host.textAt(range.sheetId, row, at), host.valueAt(range.sheetId, row, at));
  }
  const order = ([text, value]: [string, unknown]) =>
    value === null
      ? ([2, 0, text] as const)
      : typeof value === "number"
        ? ([0, value, text] as const)
        : ([1, 0, text] as const);
  return [...values]
    .map(order)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2].localeCompare(b[2]))
    .map(([, , text]) => text);
}

/** Places the menu below its heading, within the visible area. */
function place(menu: HTMLElement, { univerAPI }: Grid, row: number, column: number): void {
  const cell = univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(row, column).getCellRect();
  const canvas = document.querySelector("canvas[id^=univer-sheet-main-canvas]")?.getBoundingClientRect();
  const sheet = elementById("sheet").getBoundingClientRect();
  const left = (canvas?.x ?? 0) - sheet.x + (cell?.x ?? 0);
  const top = (canvas?.y ?? 0) - sheet.y + (cell?.bottom ?? 0);
  menu.style.left = `${Math.max(4, Math.min(left, sheet.width - 248))}px`;
  menu.style.top = `${Math.max(4, Math.min(top, sheet.height - 330))}px`;
}
