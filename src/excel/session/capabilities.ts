/**
 * The capabilities that we use above ExcelApi 1.1, with their ExcelApi version (Microsoft's requirement sets). Each
 * is checked at run time; in brackets is what happens without it.
 */
const since = {
  /** Defined names on a sheet (no marker: the block is written but not found again). */
  names: "1.4",
  /** A defined name moved to other cells (deleted and added again). */
  movedNames: "1.7",
  /** Links on cells (the address as text), series bound to ranges (Excel's own reading of the block), frozen panes (none). */
  series: "1.7",
  links: "1.7",
  freeze: "1.7",
  /** Whether sheets may be added and deleted (found by Excel while writing). */
  structure: "1.7",
  /** Number formats and second axes in charts, grid lines of a sheet (Excel's defaults). */
  chartDetails: "1.8",
  gridlines: "1.8",
  /** The style "Normal" (its usual fonts are known). */
  styles: "1.7",
  /** Screen held still, print setup, formats cell by cell (as far as all look alike), tables in a range (by their names), the
   * events of the selection and of changes (the selection is not followed). */
  screenHold: "1.9",
  print: "1.9",
  cellFormats: "1.9",
  tablesOfRange: "1.9",
  selectionEvent: "1.9",
  /** A sheet's own filter (that there is none). */
  filters: "1.9",
  /** Properties of a sheet (document settings). */
  sheetProperties: "1.12",
  /** Where a series of a chart has its values from (charts are not looked at). */
  chartSources: "1.15",
  /** The decimal sign in use (the point). */
  culture: "1.11",
  /** Formulas that spill (values). */
  spills: "1.12",
  /** Merged cells found before writing (found by Excel while writing), tables resized (made again). */
  merges: "1.13",
  resize: "1.13",
  /** The theme's accent, from the cell style that has it (our own blue). */
  accent: "1.14",
  /** Cards in cells (a two-column card). */
  cards: "1.16",
  /** One undo step (one for each action). */
  undoGroup: "1.20",
} as const;

export type Ability = keyof typeof since;

/** Whether this Excel supports a capability; needs no message. */
export function can(ability: Ability): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", since[ability]);
}

/** The requirement set of a capability: "ExcelApi 1.9". */
export const needed = (ability: Ability): string => `ExcelApi ${since[ability]}`;

/** Whether the workbook is read-only; needs no message. */
export function isReadOnly(): boolean {
  return String(Office.context.document.mode).toLowerCase() === "readonly";
}
