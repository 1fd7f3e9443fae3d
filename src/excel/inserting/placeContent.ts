import type { Plan } from "../../sheets/plan";
import { cellsOf } from "../../sheets/planCells";
import { overlap, a1, ROW_COUNT } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { FilledCell } from "../../workbook/problem";
import type { Marker, SheetReading } from "../reading/placeReading";
import { plainText, readBack } from "../session/cellText";

/** Whether the place already holds all cells of a plan. Compares formulas and values only; formats may differ. */
export function holds(sheet: SheetReading, plan: Plan): boolean {
  return cellsOf(plan).every(([[row, column], cell]) => {
    const now = plainText(sheet.formulas[row]?.[column]);
    return now === readBack(cell, sheet.at);
  });
}

/** Cells that must not be overwritten: filled, merged, in a table, or of another block. */
export function filledCells(sheet: SheetReading, needed: Area, target: Marker | undefined): FilledCell[] {
  const filled: FilledCell[] = [];
  const others = sheet.markers.filter((marker) => marker !== target).map((marker) => marker.area);
  const blockTables = new Set(target?.record?.tables.map(({ name }) => name.toLowerCase()));
  sheet.formulas.forEach((values, r) => {
    values.forEach((value, c) => {
      const cell: Area = [sheet.area[0] + r, sheet.area[1] + c, 1, 1];
      if (!overlap(cell, needed) || (target && overlap(cell, target.area))) return;
      const text = plainText(value);
      if (text !== "" || others.some((area) => overlap(area, cell))) filled.push({ address: a1(cell), text });
    });
  });
  if (filled.length > 0 || target) return filled;
  const table = sheet.tables?.find(({ name }) => !blockTables.has(name.toLowerCase()));
  if (table) filled.push({ address: a1(needed), text: table.name });
  else if (sheet.merged) filled.push({ address: a1(needed), text: "" });
  return filled;
}

/**
 * The first place below all content of the sheet, in the same column. One blank row stays between; empty where the
 * sheet has no room for the plan.
 */
export function nextFree(
  sheet: SheetReading,
  plan: Plan,
  column: number,
): { next?: { sheet: string; address: string } } {
  const ends = [sheet.area[0] + sheet.area[2], ...sheet.markers.map(({ area }) => area[0] + area[2])];
  if (sheet.used) ends.push(sheet.used[0] + sheet.used[2]);
  const row = Math.max(...ends) + 1;
  return row + plan.rows > ROW_COUNT ? {} : { next: { sheet: sheet.name, address: a1([row, column, 1, 1]) } };
}

/**
 * The formulas of an area within a reading. `area` is one of the sheet; what lies outside the reading is missing in
 * the result.
 */
export function formulasIn(sheet: SheetReading, area: Area): unknown[][] {
  const row = area[0] - sheet.area[0];
  const column = area[1] - sheet.area[1];
  return sheet.formulas.slice(row, row + area[2]).map((values) => values.slice(column, column + area[3]));
}

/** A free sheet name: the wanted one, or with a number added. Excel ignores case and allows 31 characters. */
export function freeName(wanted: string, takenNames: readonly string[]): string {
  const used = new Set(takenNames.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted.slice(0, 31) : `${wanted.slice(0, 26)} (${number})`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
