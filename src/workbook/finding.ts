import type { SourceId, Text2 } from "../dataset";

/** What is wrong. */
export type FindingKind =
  /** #NAME? although it calls our functions by their right names: Excel has not met the add-in yet. */
  | "name-error"
  /** It calls a function of ours that there is not. */
  | "no-function"
  /** The form in which Excel stores our functions stands in the formula itself. */
  | "stored-form"
  /** #BUSY! that stays. */
  | "busy"
  /** Frozen from other data than the add-in holds now. */
  | "old-frozen"
  /** Inserted from other data than the add-in holds now. */
  | "old-block"
  /** #N/A or #VALUE!, because of what it asks for. */
  | "no-answer"
  /** Pinned to a day (`asof`) on which nothing of it had been released, as the data know it now. */
  | "vintage-gone"
  /** The cells of something inserted were deleted; its record is left behind. */
  | "marker-gone"
  /** A table or chart of something inserted was deleted. */
  | "part-gone";

/** Something that the doctor found. */
export interface Finding {
  kind: FindingKind;
  sheet: string;
  /** "B2"; empty where it has no place any more. */
  address: string;
  /** One sentence or two: what it is, and what mending does, or what the user can do. */
  cause: Text2;
  /** Whether `mend` can do something about it. */
  mendable: boolean;
  /** The cell's formula as it stands there, for findings in cells. */
  formula?: string;
  /** The block's handle, for findings of blocks. */
  block?: string;
  /** What could be written in the cell instead, for formulas that are refused; each was tried. */
  remedies?: readonly Remedy[];
}

/** A way to write a formula that gives an answer. */
export interface Remedy {
  /** What a button says: "Use digital". */
  label: Text2;
  /** The cell's whole formula with it, in English form. */
  formula: string;
}

/** What is mixed. */
export type MixKind =
  /** Figures counted from January beside those of single months or quarters. */
  | "accumulation"
  /** Both sides of a definition break in one series or one calculation. */
  | "break"
  /** Growth as published beside growth computed from levels. */
  | "basis"
  /** Two units in one column, sum or axis. */
  | "units"
  /** Growth worked out by hand from two levels that the body has on two bases: it publishes another growth. */
  | "bases"
  /** A part in one sum or average with its whole, or what overlaps: some of it counts twice. */
  | "part"
  /** A ministry's monitored sample in one sum with the statistics bureau's totals. */
  | "sample";

/** Figures that do not go together, where they are read or calculated as if they did. */
export interface Mix {
  kind: MixKind;
  /** warning: a result is wrong by it; notice: a reader may compare what does not compare. */
  severity: "warning" | "notice";
  sheet: string;
  /** Where to go first: the cells that are read together, or the cell that calculates; for a chart the cells that it draws. */
  address: string;
  /** The cells that do not go with the others there; empty where none is the odd one. */
  cells: readonly string[];
  /** Name of the chart that draws them. */
  chart?: string;
  /** What is mixed, and what to do. */
  text: Text2;
}

/** What the cells of an area cite. */
export interface Cited {
  /** In order of appearance, by rows; each once. */
  sources: readonly SourceId[];
  /** Cells with formulas or figures of ours. */
  cells: number;
  /** Cells of ours of which it cannot be said: their arguments are calculated, or stand on another sheet. */
  unread: number;
}
