import type { Text2 } from "../../dataset";

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
