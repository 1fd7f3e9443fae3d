import { findIndicator, liveStore } from "../../../src/dataset";
import type { IndicatorCode } from "../../../src/dataset";
import type { OpenExcel } from "../excel";

type Value = string | number;
const headings: Value[] = ["Indicator", "时期", "VALUE", "measure", "unit"];
/** A table of the user's: sales of two years, and one growth. */
export const sales: Value[][] = [
  headings,
  ["Our sales", 2024, 1200, "", "万元"],
  ["Our sales", 2025, 1500, "", "万元"],
  ["Our sales", "2025-Q1", 0.074, "growth", ""],
];

/** Puts a native table with a name on the sheet, and selects a cell of it. */
export const addTable = (excel: OpenExcel, rows: Value[][], name = "Sales", corner = "B2") =>
  excel.editSheet("Sheet1", (sheet) => {
    const range = sheet.getRange(corner).getResizedRange(rows.length - 1, rows[0]!.length - 1);
    range.values = rows;
    sheet.tables.add(range, true).name = name;
    range.getCell(1, 1).select();
  });

/** Puts the table of sales on the sheet in B2:F5, with the growth shown in per cent. */
export async function addSales(excel: OpenExcel): Promise<void> {
  await addTable(excel, sales);
  await excel.editSheet("Sheet1", (sheet) => (sheet.getRange("D5").numberFormat = [["0.0%"]]));
}

/** The same, and it joins the data. */
export async function joinSales(excel: OpenExcel): Promise<void> {
  await addSales(excel);
  expect(await excel.actions.useTable()).toMatchObject({ ok: true });
}

/** The code of one of the user's indicators. */
export function codeOf(name: string): IndicatorCode {
  const indicator = findIndicator(name, liveStore);
  if (!indicator.ok) throw new Error(JSON.stringify(indicator.reason));
  return indicator.value.code;
}

/** Enters a formula, and gives what its cell shows. */
export async function answer(excel: OpenExcel, address: string, formula: string): Promise<unknown> {
  await excel.enter(address, formula);
  return (await excel.cell(address))?.value;
}
