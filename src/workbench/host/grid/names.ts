import type { NameState } from "../../state";
import { invalid } from "../errors";
import { looksLikeCell } from "./address";

/** The name that applies on a sheet: the sheet's own before the workbook's, whatever the case. */
export function nameFor(names: readonly NameState[], name: string, sheetId: string): NameState | undefined {
  const alike = names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  return alike.find((one) => one.sheetId === sheetId) ?? alike.find((one) => one.sheetId === null);
}

/**
 * Refuses what Excel takes for no name (of a table or a defined name): it starts with a letter, "_" or "\",
 * has no spaces, does not look like a cell, and is at most 255 long.
 */
export function checkName(name: string): string {
  const shape = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
  if (name.length > 255 || !shape.test(name) || looksLikeCell(name) || /^[rc]$/i.test(name)) throw invalid();
  return name;
}

/** Refuses what Excel takes for no sheet name. */
export function checkSheetName(name: string): string {
  const wrong =
    name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
  // "History" is kept for Excel's own sheet of tracked changes.
  if (wrong || name.toLowerCase() === "history") throw invalid();
  return name;
}
