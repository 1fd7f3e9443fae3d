import type { Text2 } from "../dataset";
import type { Area } from "../workbook/a1";

/**
 * A plan describes the content of a sheet as plain data, without Excel. All places are relative to the plan's top
 * left cell and count from 0.
 */

/** A formula in English form, with "=". Any other text stays text, even one that begins with "=". */
export interface Formula {
  formula: string;
}

/** A formula that shows another cell of the plan. */
interface Reference {
  cell: readonly [row: number, column: number];
}

/** A formula with Excel's own functions that uses other cells of the plan. */
export interface NativeFormula {
  /** With "="; `{0}` is replaced by the first of the areas. The name is stored in records of blocks. */
  looking: string;
  areas: readonly Area[];
}

/** Null leaves the cell empty. */
export type Cell = string | number | Formula | Reference | NativeFormula | null;

/** A rectangle of cells; all rows have the same length. */
export interface CellBlock {
  at: readonly [row: number, column: number];
  rows: readonly (readonly Cell[])[];
}

/** The names of styles. `excel/inserting/styles.ts` defines their fonts and colours. */
export const styleNames = [
  "page",
  "title",
  "edition",
  "heading",
  "caption",
  "text",
  "note",
  "tile-label",
  "tile-number",
  "tile-note",
  "tile-gaps",
  "table-head",
  "table-text",
  "derived",
  "link",
  "data-head",
  "data-body",
  "left",
  "right",
  "centre",
  "inset",
  "strong",
  "remarks",
  "tile-number-small",
  "rules",
] as const;

export type StyleName = (typeof styleNames)[number];

/** The style of an area; a later one overrides an earlier one. */
export interface StyledArea {
  area: Area;
  style: StyleName;
}

/** The number format of an area, or of each of its cells, row by row. */
export interface FormattedArea {
  area: Area;
  format: string | readonly (readonly string[])[];
}

/** A link of a cell; its text is in the cells. Only http and https. */
export interface Link {
  at: readonly [row: number, column: number];
  url: string;
}

/** A table of Excel. The first row of `area` holds its headings, which must be different and not empty. */
export interface PlanTable {
  /** Letters, unique in the plan, from which the table's name is made. */
  id: string;
  area: Area;
  /** Whether the headings have filter buttons. */
  filter: boolean;
}

/** The colours of charts: one accent, and greys. */
export type Colour = "accent" | "accent-light" | "contrast" | "muted";

/** A series. Its name is in the cell above its values. */
export interface PlanSeries {
  values: Area;
  /** Default: "column" in charts of columns and lines, else the chart's type. */
  as?: "column" | "line";
  secondary?: boolean;
  colour: Colour;
  /** The number format of labels at all points. Default: no labels. */
  labels?: string;
  /** Points with another colour, or with a label (its number format) where the others have none. */
  points?: readonly { index: number; colour?: Colour; label?: string }[];
}

/** A value axis. */
export interface PlanAxis {
  visible: boolean;
  format: string;
  /** The unit, in words. Default: no title. */
  title?: string;
  gridlines?: boolean;
  minimum?: number;
  maximum?: number;
}

/** A chart of Excel over a block of data: headings in the first row, categories as texts in the first column. */
export interface PlanChart {
  /** Letters, unique in the plan, from which the chart's name is made. */
  id: string;
  /** "bar" is horizontal. */
  type: "bar" | "column" | "line" | "column-line";
  title: string;
  /** The cells it covers. */
  area: Area;
  /** Its data: a heading row, a column of categories, and a column for each series. */
  data: Area;
  categories: Area;
  series: readonly PlanSeries[];
  /** Whether the first category is on top (bars). */
  reversed?: boolean;
  value: PlanAxis;
  secondary?: PlanAxis;
  legend: boolean;
  /** The gap between columns or bars, in percent of their width. Default: Excel's. */
  gap?: number;
  /** The overlap of columns in one category, in percent. Default: Excel's. */
  overlap?: number;
  /** The axis shows every so-many-th category. Default: as many as Excel finds room for. */
  every?: number;
}

/** The places of a sheet that belong to its author. */
type AuthorPlace = "title" | "remarks";

/** Their content: a text, or a formula with "=". */
export type AuthorTexts = Readonly<Partial<Record<AuthorPlace, string>>>;

/** A cell that belongs to the author: an update keeps its content unless it is ours. */
export interface AuthorCell {
  place: AuthorPlace;
  at: readonly [row: number, column: number];
  /** Our own content: nothing for remarks. */
  usual: string;
}

/** Print setup; the sheet is always one page wide. */
export interface PrintSetup {
  orientation: "portrait" | "landscape";
  /** The printed area. */
  area: Area;
  /** The first and the number of rows that every page repeats. */
  titleRows?: readonly [first: number, count: number];
  /** Rows that a page break precedes. */
  breaks?: readonly number[];
  /** The left part of the footer. */
  footer: string;
}

/** The content of a sheet. */
export interface Plan {
  /** The name in messages: "Quarter at a glance, Q1 2025". */
  name: Text2;
  /**
   * The name of a new sheet: at most 24 characters, which leaves room for a number within Excel's 31, and none of : \
   * / ? * [ ].
   */
  sheetName: string;
  /** The size, with charts and spilled cells. */
  rows: number;
  columns: number;
  cells: readonly CellBlock[];
  /** Areas that our formulas spill into. They are otherwise empty. */
  spills: readonly Area[];
  styles: readonly StyledArea[];
  formats: readonly FormattedArea[];
  links: readonly Link[];
  /** Areas in which each row is merged, with its text in the first column. Never in a table. */
  merges: readonly Area[];
  /** The width of each column in characters; null leaves it unchanged. */
  widths: readonly (number | null)[];
  /** The rows with a height of their own, in points. */
  heights: readonly { row: number; height: number }[];
  tables: readonly PlanTable[];
  charts: readonly PlanChart[];
  /** The number of rows that are frozen on a new sheet. */
  frozenRows: number;
  /** For a new sheet only. */
  print?: PrintSetup;
  /** Whether it becomes a block, with a marker, that can be updated; otherwise it is just cells. */
  block: boolean;
  /** Cells that belong to the author. Absent: none. */
  author?: readonly AuthorCell[];
  /**
   * The number of figures that are values although formulas were asked for, because there are too many. Absent: none.
   */
  values?: number;
}

/**
 * Whether a cell is a formula of ours. Such a cell is calculated by the add-in; `isNativeFormula` is for those that
 * Excel calculates alone.
 */
export function isFormula(cell: Cell): cell is Formula {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

/** Whether a cell shows another cell of the plan. Its place is counted from the plan's corner. */
export function isReference(cell: Cell): cell is Reference {
  return typeof cell === "object" && cell !== null && "cell" in cell;
}

/**
 * Whether a cell is a formula with Excel's own functions. It stays a formula without the add-in, so freezing leaves
 * it.
 */
export function isNativeFormula(cell: Cell): cell is NativeFormula {
  return typeof cell === "object" && cell !== null && "looking" in cell;
}
