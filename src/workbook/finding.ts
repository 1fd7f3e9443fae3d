import type { SourceId, Text2 } from "../dataset";

/** The kind of a problem. */
export type FindingKind =
  /** #NAME? although the functions' names are right: Excel has not loaded the add-in. */
  | "name-error"
  /** It calls a function that the add-in does not have. */
  | "no-function"
  /** The formula contains the form in which files store our functions (`_xldudf_`). */
  | "stored-form"
  /** Still #BUSY!. */
  | "busy"
  /** Frozen from another version of the data. */
  | "old-frozen"
  /** Inserted from another version of the data. */
  | "old-block"
  /** #N/A or #VALUE! because of its arguments. */
  | "no-answer"
  /** Its `asof` date is before the first release of its figures. */
  | "vintage-gone"
  /** The cells of a block were deleted, and its record is left. */
  | "marker-gone"
  /** A table or chart of a block was deleted. */
  | "part-gone";

/** A problem that the doctor found. */
export interface Finding {
  kind: FindingKind;
  sheet: string;
  /** "B2"; empty if its cells are gone. */
  address: string;
  /** One sentence or two: the problem, and what repairing does or what the user can do. */
  cause: Text2;
  /** Whether `mend` can repair it. */
  mendable: boolean;
  /** The cell's formula, for problems of cells. */
  formula?: string;
  /** The block's handle, for problems of blocks. */
  block?: string;
  /** Formulas to write instead of a refused one; each was tried. */
  remedies?: readonly Remedy[];
}

/** A formula that gives an answer. */
export interface Remedy {
  /** The label of its button: "Use digital". */
  label: Text2;
  /** The whole formula, in English form. */
  formula: string;
}

/** The kind of a mix. */
export type MixKind =
  /** Cumulative figures with those of single months or quarters. */
  | "accumulation"
  /** Figures from both sides of a definition break in one series or calculation. */
  | "break"
  /** Published growth with growth computed from levels. */
  | "basis"
  /** Two units in one column, sum or axis. */
  | "units"
  /** Growth computed by hand from levels on two bases, which differs from the published growth. */
  | "bases"
  /** A part with its whole, or two that overlap, in one sum or average: something counts twice. */
  | "part"
  /** The ministry's monitored sample with totals of the statistics bureau. */
  | "sample";

/** Figures that are read or calculated together although they do not compare. */
export interface Mix {
  kind: MixKind;
  /** warning: it makes a result wrong; notice: a reader may draw a wrong comparison. */
  severity: "warning" | "notice";
  sheet: string;
  /** The cells to show: those that are read together, the cell that calculates, or those that a chart draws. */
  address: string;
  /** The cells that differ from the others; empty if neither side is the exception. */
  cells: readonly string[];
  /** The name of the chart that draws them. */
  chart?: string;
  /** What is mixed, and what to do about it. */
  text: Text2;
}

/** The sources of an area's cells. */
export interface Cited {
  /** Each once, in order of appearance, row by row. */
  sources: readonly SourceId[];
  /** The number of cells with formulas or figures of ours. */
  cells: number;
  /** Those whose sources are unknown, because their arguments are calculated or on another sheet. */
  unread: number;
}
