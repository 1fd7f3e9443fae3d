import type { Workbench } from "./browser";

/** A table: the first of the workbook, or the last of the sheet that is shown. */
type Which = "first" | "last shown";

/** What the button of a column does: sorts upwards, keeps rows with these texts, keeps those with the first row's text, keeps all. */
type ByHand = "up" | "first" | "all" | readonly string[];

/** Sorts or filters a table by a column, counted from 0, as a person does; waits until all is calculated. */
export async function byHand(
  { page, idle }: Workbench,
  which: Which,
  column: number,
  act: ByHand,
): Promise<void> {
  await page.evaluate(
    ([which, column, act]) => {
      const { host, univerAPI } = window.workbench!;
      const shown = univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetId();
      const { id, range } =
        which === "first" ? host.state.data.tables[0]! : host.state.tablesOf(shown).at(-1)!;
      if (act === "up") host.sortTable(id, column, true);
      else if (act === "all") host.filterTable(id, column, null);
      else if (act === "first")
        host.filterTable(id, column, [host.textAt(range.sheetId, range.row + 1, range.column + column)]);
      else host.filterTable(id, column, act);
    },
    [which, column, act] as const,
  );
  await idle();
}
