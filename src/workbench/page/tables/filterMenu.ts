import type { Host } from "../../host";
import type { TableState } from "../../state";
import { make, part, sentenceOf } from "../dom";
import type { Grid } from "../grid";
import type { Texts } from "../texts";

/** As many values are offered; a person who has more filters by sorting first. */
const most = 1000;

/** Where the menu of a column is opened. */
export interface FilterPlace {
  table: TableState;
  /** The column's place in the table, from 0. */
  column: number;
}

/**
 * The menu behind a filter button: sort by the column, choose the values that stay, take the filter away. Opened by the button or by
 * Alt+Down on a heading; Escape leaves it. `status` says why something was refused.
 */
export function filterMenu(
  grid: Grid,
  host: Host,
  texts: Texts,
  status: (text: string) => void,
): (place: FilterPlace) => void {
  let close = () => {};
  const open = ({ table, column }: FilterPlace) => {
    close();
    const { id, range } = table;
    const name = table.columns[column]?.name ?? "";
    const before = document.activeElement;
    const act = (what: () => void) => () => {
      close();
      try {
        what();
      } catch (error) {
        status(texts("filterFailed", sentenceOf(error)));
      }
    };
    const button = (label: string, press: () => void, kind = "quiet") => {
      const made = make("button", { type: "button", class: kind }, label);
      made.addEventListener("click", press);
      return made;
    };
    const values = valuesOf(table, column, host);
    const kept = table.filters?.[column];
    const boxes = values.map((value) => {
      const box = make("input", { type: "checkbox" });
      box.checked = kept === undefined || kept.includes(value);
      return { value, box };
    });
    const all = make("input", { type: "checkbox" });
    const summarize = () => {
      const count = boxes.filter(({ box }) => box.checked).length;
      all.checked = count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
      apply.disabled = count === 0;
    };
    all.addEventListener("change", () => {
      for (const { box } of boxes) box.checked = all.checked;
      summarize();
    });
    const choose = () => {
      const chosen = boxes.filter(({ box }) => box.checked).map(({ value }) => value);
      host.filterTable(id, column, chosen.length === boxes.length ? null : chosen);
    };
    const apply = button(texts("filterApply"), act(choose), "primary");
    const menu = make(
      "div",
      { id: "filtermenu", role: "dialog", "aria-label": texts("filterOf", name) },
      button(
        texts("sortUp"),
        act(() => host.sortTable(id, column, true)),
      ),
      button(
        texts("sortDown"),
        act(() => host.sortTable(id, column, false)),
      ),
      button(
        texts("filterClear"),
        act(() => host.filterTable(id, column, null)),
      ),
      make("label", { class: "all" }, all, texts("filterAll")),
      make(
        "div",
        { class: "values", role: "group", "aria-label": texts("filterValues") },
        ...boxes.map(({ value, box }) => make("label", {}, box, value === "" ? texts("filterBlank") : value)),
      ),
      make(
        "div",
        { class: "acts" },
        apply,
        button(texts("cancel"), () => close()),
      ),
    );
    menu.addEventListener("change", summarize);
    summarize();
    place(menu, grid, range.row, range.column + column);
    part("sheet").append(menu);
    menu.querySelector("button")?.focus();

    // The grid listens to keys and presses everywhere: what is meant for the menu stops here.
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
    close = () => {
      close = () => {};
      removeEventListener("keydown", keys, { capture: true });
      removeEventListener("pointerdown", outside, { capture: true });
      menu.remove();
      if (before instanceof HTMLElement) before.focus();
    };
  };
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "ArrowDown" || !event.altKey || event.ctrlKey || event.shiftKey) return;
      const { sheetId, row, column } = host.state.data.activeCell;
      const table = host.state
        .tablesOf(sheetId)
        .find(
          ({ range, showHeaders, showFilterButton }) =>
            showHeaders &&
            showFilterButton &&
            range.row === row &&
            column >= range.column &&
            column < range.column + range.columnCount,
        );
      if (!table || grid.univerAPI.getActiveWorkbook()?.isCellEditing()) return;
      event.preventDefault();
      event.stopPropagation();
      open({ table, column: column - table.range.column });
    },
    { capture: true },
  );
  return open;
}

/** The texts of a column's cells, each once, in the order in which they sort. */
function valuesOf({ range, showTotals }: TableState, column: number, host: Host): string[] {
  const last = range.row + range.rowCount - (showTotals ? 1 : 0);
  const found = new Map<string, unknown>();
  for (let row = range.row + 1; row < last && found.size < most; row++) {
    const at = range.column + column;
    found.set(host.textAt(range.sheetId, row, at), host.valueAt(range.sheetId, row, at));
  }
  const order = ([text, value]: [string, unknown]) =>
    value === null
      ? ([2, 0, text] as const)
      : typeof value === "number"
        ? ([0, value, text] as const)
        : ([1, 0, text] as const);
  return [...found]
    .map(order)
    .sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2].localeCompare(other[2]))
    .map(([, , text]) => text);
}

/** Puts the menu below its heading, inside of what is seen. */
function place(menu: HTMLElement, { univerAPI }: Grid, row: number, column: number): void {
  const cell = univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(row, column).getCellRect();
  const canvas = document.querySelector("canvas[id^=univer-sheet-main-canvas]")?.getBoundingClientRect();
  const sheet = part("sheet").getBoundingClientRect();
  const left = (canvas?.x ?? 0) - sheet.x + (cell?.x ?? 0);
  const top = (canvas?.y ?? 0) - sheet.y + (cell?.bottom ?? 0);
  menu.style.left = `${Math.max(4, Math.min(left, sheet.width - 248))}px`;
  menu.style.top = `${Math.max(4, Math.min(top, sheet.height - 330))}px`;
}
