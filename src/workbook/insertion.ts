import type { Frequency, IndicatorCode, MeasureName, Period, SourceId } from "../dataset";
import type { ListStyle } from "../dataset/sourceTexts";

/** The ids of the summary templates. An id never changes: it is kept in workbooks. */
export type TemplateId = "quarter" | "retail" | "tradein" | "services" | "own";

/** What one indicator, or several, can be inserted as. */
export type SingleKind = "formula" | "value" | "series" | "table" | "chart" | "card";

/** What should be inserted. The period is always given: what we insert never depends on the reference period. */
export type Insertion =
  | {
      kind: SingleKind;
      /** At least one. Repeated codes are inserted once. */
      indicators: readonly IndicatorCode[];
      period: Period;
      /** Default: the indicator's own measure, else its growth. */
      measure?: MeasureName;
      /** Figures as formulas (default for formula, series and card) or as values (default for value, table and chart). */
      live?: boolean;
      /** Of a series, table or chart of one indicator: the kind of periods. Default: the indicator's own. */
      freq?: Exclude<Frequency, "all">;
      /** Of a table or chart of one indicator: each period's last day as a real date beside its figures. Default: none. */
      dates?: boolean;
    }
  | {
      kind: "summary";
      template: TemplateId;
      period: Period;
      live: boolean;
      /** What the person chose, for "own". */
      own?: CustomSheet;
    }
  | SourceList;

/** As what a measure is drawn on a page of one's own. */
export type ChartKind = "columns" | "lines" | "none";

/** What stands on a page of one's own. Its last period is the insertion's. */
export interface CustomSheet {
  /** At least one. Repeated codes are drawn once. */
  indicators: readonly IndicatorCode[];
  /** A table each; at least one. */
  measures: readonly MeasureName[];
  /** Absent: from the first there is. */
  from?: Period;
  /** What kind of periods; never two in one table. */
  freq: Exclude<Frequency, "all">;
  /** Charts above each table. */
  charts: boolean;
  /** As what measures are drawn; those that are not named as suits their figures. */
  drawn?: Partial<Record<MeasureName, ChartKind>>;
  /** Indicators that stand in tables and in no chart. */
  undrawn?: readonly IndicatorCode[];
  /** What the page is called; absent: what stands on it. */
  title?: string;
}

/** A list of sources: cells, no block. */
export interface SourceList {
  kind: "sources";
  /** At least one. */
  sources: readonly SourceId[];
  style: ListStyle;
  /** The day on which the list is made, 2026-11-27: some styles name it. */
  accessed?: string;
}

/**
 * Where it should stand. "selection" and "at" mean the top left cell of the place. Where a block of ours of the same
 * kind already holds that cell, it is updated in place. "new-sheet" updates the sheet that the same insertion
 * (same template or indicators, same period) made before, if it is still there. "block" updates exactly that block,
 * to another period or language too.
 */
export type Place =
  | { kind: "selection" }
  | { kind: "new-sheet" }
  | { kind: "at"; sheet: string; address: string }
  | { kind: "block"; block: string };
