import type {
  Accumulation,
  Freq,
  IndicatorCode,
  Measure,
  Nature,
  Qualifier,
  RelationKind,
  SourceId,
  Status,
  Theme,
  Unit,
} from "./dataset";
import type { Versioned } from "./versions";

/** A text in the two languages of the product. */
export interface Text2 {
  readonly en: string;
  readonly zh: string;
}

/** A theme: a code, its name, and the other words that people use for it. */
export interface ThemeRow extends Versioned {
  readonly code: Theme;
  readonly label: Text2;
  readonly aliases: readonly string[];
  /** What it was called until a version of the data. */
  readonly former: { readonly label: Text2; readonly until: string } | undefined;
}

/** A row of indicators.csv: what is measured. */
export interface Indicator extends Versioned {
  readonly code: IndicatorCode;
  readonly label: Text2;
  readonly theme: Theme;
  /** flow: sums over time; stock: stands at the end of a period; rate: neither. */
  readonly nature: Nature;
  readonly description: Text2;
  readonly aliases: readonly string[];
  readonly basis: Text2;
}

/** A row of sources.csv: a body's release. `publisherLabel` and `relayLabel` are the names in both languages. */
export interface Source {
  readonly id: SourceId;
  readonly publisher: string;
  readonly publisherLabel: Text2;
  /** The release's usual title, to be filled with `of`; undefined for own data. */
  readonly usual: Text2 | undefined;
  /** A period, a day or a number, as sources.csv has it. */
  readonly of: string;
  /** The release's own title, in one language; "" where it is not known. */
  readonly title: string;
  /** The release's own address; "" where it is not known. */
  readonly url: string;
  readonly published: string;
  /** Who carried the text that was read; "": the body itself. */
  readonly relay: string;
  readonly relayLabel: Text2;
  readonly rank: number;
}

/** A row of breaks.csv: after the month `after` the series does not go on. */
export interface Break extends Versioned {
  readonly indicator: IndicatorCode;
  readonly after: string;
  readonly successor: IndicatorCode | undefined;
  readonly text: Text2;
  readonly source: SourceId;
}

/** A row of relations.csv: how one indicator stands to another. */
export interface Relation {
  readonly of: IndicatorCode;
  readonly kind: RelationKind;
  readonly to: IndicatorCode;
}

/** A row of events.csv: a policy step. */
export interface PolicyEvent extends Versioned {
  /** As written: 2025-04-21, 2025-04 or 2025-Q1. */
  readonly date: string;
  readonly theme: Theme;
  readonly title: Text2;
  readonly description: Text2;
  readonly places: string;
  readonly placesLabel: Text2;
  /** Whose figures of that time the source explains by it. */
  readonly explains: readonly IndicatorCode[];
  readonly source: SourceId;
}

/**
 * A row of observations.csv, every cell as it stands there (`unitMult` as a number). Rows of every version of the data are
 * there: `standsIn` says which count.
 */
export interface ObservationRow extends Versioned {
  readonly indicator: IndicatorCode;
  readonly measure: Measure;
  readonly freq: Freq;
  /** 2025, 2025-Q1 or 2025-03; of accumulation `since` the first and last month, 2025-04/2025-05. */
  readonly timePeriod: string;
  readonly accumulation: Accumulation;
  /** The number as printed. */
  readonly obsValue: string;
  readonly unitMeasure: Unit;
  readonly unitMult: number;
  readonly qualifier: Qualifier;
  readonly status: Status;
  readonly vintage: string;
  readonly source: SourceId;
  readonly note: Text2 | undefined;
}

/** A row of former.csv: a name of an indicator that the version `until` of the data gave up. */
export interface FormerName {
  readonly indicator: IndicatorCode;
  /** `theme`: not a name, but the theme that it stood under. */
  readonly field: "label_en" | "label_zh" | "alias" | "theme";
  readonly name: string;
  readonly until: string;
}

/** A row of synonyms.csv: what people type, and what it is called here. */
export interface Synonym {
  readonly word: string;
  readonly means: string;
}

/** The tables in the form that the program works with. */
export interface Unpacked {
  /** Newest release date and a hash of the tables: another whenever anything is. */
  readonly version: string;
  /** The version of the data, as in `added`: the newest that a row names. */
  readonly release: string;
  readonly themes: readonly ThemeRow[];
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly breaks: readonly Break[];
  readonly relations: readonly Relation[];
  readonly events: readonly PolicyEvent[];
  readonly synonyms: readonly Synonym[];
  readonly former: readonly FormerName[];
  /** Number of observations that count in the newest data. */
  readonly count: number;
  /** The rows of one indicator, by its place in `indicators`; made again at each call. */
  readonly observations: (indicator: number) => ObservationRow[];
}
