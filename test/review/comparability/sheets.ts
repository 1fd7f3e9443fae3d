import { DEFAULT_REFERENCE } from "../../../src/dataset";
import { readBack } from "../../../src/excel/session/cellText";
import { defaultSettings } from "../../../src/functions/settings";
import type { Settings } from "../../../src/functions/settings";
import type { ChartCells, SheetCells } from "../../../src/review/comparability/cells";
import { compareCells } from "../../../src/review/comparability/comparability";
import type { Cell, Plan } from "../../../src/sheets/plan";
import { a1, parseA1 } from "../../../src/workbook/a1";
import type { Mix } from "../../../src/workbook/finding";

/** Settings of a workbook that nobody has changed. */
export const settings: Settings = { ...defaultSettings, period: DEFAULT_REFERENCE };

type Content = string | number;

/** A sheet of some cells by their addresses; texts with "=" are formulas, the rest are values. */
export function sheetOf(
  cells: Readonly<Record<string, Content>>,
  more: Partial<SheetCells> = {},
): SheetCells {
  const placed = Object.entries(cells).map(([address, content]) => {
    const [row = 0, column = 0] = parseA1(address)?.area ?? [];
    return { row, column, content };
  });
  const rows = Math.max(15, ...placed.map(({ row }) => row + 1));
  const columns = Math.max(6, ...placed.map(({ column }) => column + 1));
  const formulas = Array.from({ length: rows }, () => Array.from({ length: columns }, (): Content => ""));
  for (const { row, column, content } of placed) formulas[row]![column] = content;
  const values = formulas.map((row) => row.map((content) => (String(content).startsWith("=") ? 1 : content)));
  return { sheet: "Sheet1", at: [0, 0], formulas, values, ...more };
}

/** What the check says of a sheet: kinds with their places. */
export function mixesOf(sheet: SheetCells | Readonly<Record<string, Content>>): string[] {
  const cells = "formulas" in sheet ? (sheet as SheetCells) : sheetOf(sheet as Record<string, Content>);
  return compareCells([cells], settings).map(({ kind, chart, address }) => `${kind} ${chart ?? address}`);
}

/** All findings of a sheet. */
export const findings = (cells: Readonly<Record<string, Content>>): Mix[] =>
  compareCells([sheetOf(cells)], settings);

/** A chart over ranges of the sheet, one series each; "!" behind a range puts it on the second axis. */
export const chartOver = (name: string, ...ranges: readonly string[]): ChartCells => ({
  name,
  series: ranges.map((range) => ({
    values: `Sheet1!${range.replace("!", "")}`,
    secondary: range.endsWith("!"),
  })),
});

/** A plan in a sheet from A1 on, as plain cells: nothing tells the check that it is a block of ours. */
export function sheetOfPlan(plan: Plan): SheetCells {
  const cells: Record<string, Content> = {};
  for (const { at, rows } of plan.cells) {
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const text = textOf(cell);
        if (text !== undefined) cells[a1([at[0] + r, at[1] + c, 1, 1])] = text;
      });
    });
  }
  const charts = plan.charts.map(({ id, series }) => ({
    name: id,
    series: series.map(({ values, secondary = false }) => ({ values: a1(values), secondary })),
  }));
  return sheetOf(cells, { charts });
}

function textOf(cell: Cell): Content | undefined {
  if (cell === null) return undefined;
  return typeof cell === "number" ? cell : readBack(cell, [0, 0]);
}
