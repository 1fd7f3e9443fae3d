import type { Frequency, IndicatorCode, MeasureName, Period, SourceId } from "../dataset";
import type { ListStyle } from "../dataset/sourceTexts";

/** The ids of the templates. They never change, because workbooks hold them. */
export type TemplateId = "quarter" | "retail" | "tradein" | "services" | "own";

/** The forms in which one indicator or several can be inserted. */
export type SingleKind = "formula" | "value" | "series" | "table" | "chart" | "card";

/** What to insert. The period is always explicit: an insertion never depends on the reference period. */
export type Insertion =
  | {
      kind: SingleKind;
      /** At least one. Repeated codes are inserted once. */
      indicators: readonly IndicatorCode[];
      period: Period;
      /** Default: the indicator's measure that is not growth, else growth. */
      measure?: MeasureName;
      /** Figures as formulas (default for formula, series and card) or as values (default for value, table and chart). */
      live?: boolean;
      /** The frequency of a series, table or chart of one indicator. Default: as `series` chooses. */
      freq?: Exclude<Frequency, "all">;
      /** Whether a table or chart of one indicator also has each period's last day as a date. Default: false. */
      dates?: boolean;
    }
  | {
      kind: "summary";
      template: TemplateId;
      period: Period;
      live: boolean;
      /** The choices for template "own". */
      own?: CustomSheet;
    }
  | SourceList;

/** How a measure is drawn on a custom sheet. */
export type ChartKind = "columns" | "lines" | "none";

/** The content of a custom sheet. Its last period is the insertion's. */
export interface CustomSheet {
  /** At least one. Repeated codes count once. */
  indicators: readonly IndicatorCode[];
  /** At least one; each gets a table. */
  measures: readonly MeasureName[];
  /** Default: the first period with a figure. */
  from?: Period;
  /** The frequency of all tables. */
  freq: Exclude<Frequency, "all">;
  /** Whether a chart is above each table. */
  charts: boolean;
  /** The kind of chart of each measure; default: as suits its figures. */
  drawn?: Partial<Record<MeasureName, ChartKind>>;
  /** Indicators that are left out of charts. */
  undrawn?: readonly IndicatorCode[];
  /** The sheet's title; default: its indicators. */
  title?: string;
}

/** A list of sources. It is no block: nothing of it is recorded. */
export interface SourceList {
  kind: "sources";
  /** At least one. */
  sources: readonly SourceId[];
  style: ListStyle;
  /** The day of the list, YYYY-MM-DD, for styles that name it. */
  accessed?: string;
}

/**
 * Where to insert. "selection" and "at" give the top left cell; if a block of the same kind is at that cell, it is
 * updated. "new-sheet" updates the sheet of an earlier insertion with the same template or indicators and period, if
 * there is one. "block" updates that block, also to another period or language.
 */
export type Place =
  | { kind: "selection" }
  | { kind: "new-sheet" }
  | { kind: "at"; sheet: string; address: string }
  | { kind: "block"; block: string };
