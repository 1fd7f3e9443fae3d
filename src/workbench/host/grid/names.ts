import type { NameState } from "../../state";
import { invalid } from "../errors";
import { looksLikeCell } from "./address";

/**
 * The name in effect on a sheet: the sheet's own before the workbook's, ignoring case; undefined for an unknown one.
 */
export function nameFor(names: readonly NameState[], name: string, sheetId: string): NameState | undefined {
  const alike = names.filter((definedName) => definedName.name.toLowerCase() === name.toLowerCase());
  return (
    alike.find((definedName) => definedName.sheetId === sheetId) ??
    alike.find((definedName) => definedName.sheetId === null)
  );
}

/**
 * Throws for an invalid name of a table or a defined name. It starts with a letter, "_" or "\", has no spaces, is no
 * cell's address, and has at most 255 characters.
 */
export function checkName(name: string): string {
  const shape = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
  if (name.length > 255 || !shape.test(name) || looksLikeCell(name) || /^[rc]$/i.test(name)) throw invalid();
  return name;
}

/**
 * Throws for an invalid sheet name. InvalidArgument for an empty name, more than 31 characters, : \ / ? * [ ], a
 * quote at an end, and "History". Returns the name.
 */
export function checkSheetName(name: string): string {
  const wrong =
    name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
  // "History" is reserved for Excel's sheet of tracked changes.
  if (wrong || name.toLowerCase() === "history") throw invalid();
  return name;
}
