import type { Area } from "../workbook/a1";
import type { Text2 } from "../dataset";

/**
 * A plan says what should stand in a sheet, as plain data: no Excel in it. All places are relative to the plan's top
 * left cell, counted from 0, so that a plan can stand anywhere.
 */

/** A formula in English form, with its leading "=". Everything else that is text stays text, whatever it begins with. */
export interface Formula {
  formula: string;
}

/** A formula that shows another cell of the plan, wherever the plan stands. */
interface Reference {
  cell: readonly [row: number, column: number];
}

/** A formula of Excel's own that looks at other cells of the plan, wherever the plan stands. */
export interface Looking {
  /** With its leading "="; `{0}` stands for the first of the areas. */
  looking: string;
  areas: readonly Area[];
}

/** Null leaves the cell as it is: empty. */
export type Cell = string | number | Formula | Reference | Looking | null;

/** A full rectangle of cells; every row has the same length. */
export interface CellBlock {
  at: readonly [row: number, column: number];
  rows: readonly (readonly Cell[])[];
}

/** The names of styles. Fonts and colours of each are in `excel/inserting/styles.ts`. */
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

/** Name of a style. */
export type StyleName = (typeof styleNames)[number];

/** A style for an area; later ones override earlier ones. */
export interface StyledArea {
  area: Area;
  style: StyleName;
}

/** One Excel number format for an area, or one for each of its cells by rows. */
export interface FormattedArea {
  area: Area;
  format: string | readonly (readonly string[])[];
}

/** A link on a cell that has its text from the cells. Only http and https. */
export interface Link {
  at: readonly [row: number, column: number];
  url: string;
}

/** A native table; the first row of `area` holds its headings, which are different, non-empty texts. */
export interface PlanTable {
  /** Letters, unique in the plan; the table's name is made of it. */
  id: string;
  area: Area;
  /** Buttons to filter and sort in the headings. */
  filter: boolean;
}

/** The colours a plan may use; one accent, the rest are greys. */
export type Colour = "accent" | "accent-light" | "contrast" | "muted";

/** One series. Its name stands in the cell above its values. */
export interface PlanSeries {
  values: Area;
  /** Default "column" in charts of columns and lines, else the chart's own. */
  as?: "column" | "line";
  secondary?: boolean;
  colour: Colour;
  /** Number format of labels at the points; left out: no labels. */
  labels?: string;
  /** Points that differ: another colour, or a label (its number format) where the others have none. */
  points?: readonly { index: number; colour?: Colour; label?: string }[];
}

/** A value axis. */
export interface PlanAxis {
  visible: boolean;
  format: string;
  /** The unit, in words. */
  title?: string;
  gridlines?: boolean;
  minimum?: number;
  maximum?: number;
}

/** A native chart over a block of its own: headings in the first row, categories as texts in the first column. */
export interface PlanChart {
  /** Letters, unique in the plan; the chart's name is made of it. */
  id: string;
  /** "bar" lies down. */
  type: "bar" | "column" | "line" | "column-line";
  title: string;
  /** The cells it covers. */
  area: Area;
  /** The block it draws: heading row, category column, one column a series. */
  data: Area;
  categories: Area;
  series: readonly PlanSeries[];
  /** First category on top (bars). */
  reversed?: boolean;
  value: PlanAxis;
  secondary?: PlanAxis;
  legend: boolean;
  /** Gap between columns or bars, in percent of their width. */
  gap?: number;
  /** Overlap of the columns of one category, in percent; default: Excel's. */
  overlap?: number;
  /** One category in so many is named on the axis; default: as many as Excel finds room for. */
  every?: number;
}

/** The places of a page that belong to its author. */
type AuthorPlace = "title" | "remarks";

/** What stands in them: a text, or a formula with its "=". */
export type AuthorTexts = Readonly<Partial<Record<AuthorPlace, string>>>;

/** A cell that belongs to the author: updates keep what they find there, if it is not what we wrote. */
export interface AuthorCell {
  place: AuthorPlace;
  at: readonly [row: number, column: number];
  /** What we write there of our own accord: nothing for remarks. */
  usual: string;
}

/** Print setup; always one page wide. */
export interface PrintSetup {
  orientation: "portrait" | "landscape";
  /** Cells that are printed. */
  area: Area;
  /** Rows repeated on every page: first and number. */
  titleRows?: readonly [first: number, count: number];
  /** Rows above which a page ends. */
  breaks?: readonly number[];
  /** Left side of the footer. */
  footer: string;
}

/** What should stand in a sheet. */
export interface Plan {
  /** What it is, for messages: "Quarter at a glance, Q1 2025". */
  name: Text2;
  /** Name for a sheet of its own: at most 24 characters, so that a number fits behind it, without : \ / ? * [ ]. */
  sheetName: string;
  /** Size of the whole, charts and spilled cells included. */
  rows: number;
  columns: number;
  cells: readonly CellBlock[];
  /** Cells that formulas of ours spill into; nothing else stands there. */
  spills: readonly Area[];
  styles: readonly StyledArea[];
  formats: readonly FormattedArea[];
  links: readonly Link[];
  /** Areas of which each row becomes one cell; text in the first column. Never in a table. */
  merges: readonly Area[];
  /** Width of each column in characters; null leaves it as it is. */
  widths: readonly (number | null)[];
  /** Rows with a height of their own, in points. */
  heights: readonly { row: number; height: number }[];
  tables: readonly PlanTable[];
  charts: readonly PlanChart[];
  /** Rows that are frozen on a sheet of its own; 0: none. */
  frozenRows: number;
  /** For a sheet of its own only. */
  print?: PrintSetup;
  /** It is kept in the workbook as a block that can be updated (a marker is set), not just cells. */
  block: boolean;
  /** Cells that belong to the author. Absent: none. */
  author?: readonly AuthorCell[];
  /**
   * How many figures are written as values although formulas were asked for, because there are too many. Absent: none.
   */
  values?: number;
}

/** Whether a cell holds a formula of ours. */
export function isFormula(cell: Cell): cell is Formula {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

/** Whether a cell shows another cell of the plan. */
export function isReference(cell: Cell): cell is Reference {
  return typeof cell === "object" && cell !== null && "cell" in cell;
}

/** Tells formulas that look at other cells of the plan. */
export function isLooking(cell: Cell): cell is Looking {
  return typeof cell === "object" && cell !== null && "looking" in cell;
}
