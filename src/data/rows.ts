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

/** A theme: its code, its name, and other words for it. */
export interface ThemeRow extends Versioned {
  readonly code: Theme;
  readonly label: Text2;
  readonly aliases: readonly string[];
  /** Its former name, until a version of the data. */
  readonly former: { readonly label: Text2; readonly until: string } | undefined;
}

/** A row of indicators.csv. */
export interface Indicator extends Versioned {
  readonly code: IndicatorCode;
  readonly label: Text2;
  readonly theme: Theme;
  /** flow: a sum over time; stock: a number at the end of a period; rate: neither. */
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
  /** The release's usual title, with a gap for `of`; undefined in a user's table. */
  readonly usual: Text2 | undefined;
  /** The period, day or number of the release, as in sources.csv. */
  readonly of: string;
  /** The release's own title, in one language; "" if unknown. */
  readonly title: string;
  /** The release's own address; "" if unknown. */
  readonly url: string;
  readonly published: string;
  /** Who republished the text that was read; "" for the body itself. */
  readonly relay: string;
  readonly relayLabel: Text2;
  readonly rank: number;
}

/** A row of breaks.csv: figures after the month `after` do not compare with those before. */
export interface Break extends Versioned {
  readonly indicator: IndicatorCode;
  readonly after: string;
  readonly successor: IndicatorCode | undefined;
  readonly text: Text2;
  readonly source: SourceId;
}

/** A row of relations.csv: a relation between two indicators. */
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
  /** The indicators whose figures of that time the source explains by it. */
  readonly explains: readonly IndicatorCode[];
  readonly source: SourceId;
}

/**
 * A row of observations.csv, every cell as in the file (`unitMult` as a number). Rows of all versions are included;
 * `standsIn` tells which are valid in one.
 */
export interface ObservationRow extends Versioned {
  readonly indicator: IndicatorCode;
  readonly measure: Measure;
  readonly freq: Freq;
  /** 2025, 2025-Q1 or 2025-03; with accumulation `since` the first and last month, 2025-04/2025-05. */
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

/** A row of former.csv: a name that an indicator lost in the version `until`. */
export interface FormerName {
  readonly indicator: IndicatorCode;
  /** `theme`: its former theme rather than a name. */
  readonly field: "label_en" | "label_zh" | "alias" | "theme";
  readonly name: string;
  readonly until: string;
}

/** A row of synonyms.csv: a common word, and our word for it. */
export interface Synonym {
  readonly word: string;
  readonly means: string;
}

/** The tables, for use by the program. */
export interface Unpacked {
  /** The newest release date and a hash of the tables, which changes with them. */
  readonly version: string;
  /** The version of the data: the newest in a column `added`. */
  readonly release: string;
  readonly themes: readonly ThemeRow[];
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly breaks: readonly Break[];
  readonly relations: readonly Relation[];
  readonly events: readonly PolicyEvent[];
  readonly synonyms: readonly Synonym[];
  readonly former: readonly FormerName[];
  /** The number of observations that are valid in the newest version. */
  readonly count: number;
  /** The rows of an indicator, by its index in `indicators`; a new list at each call. */
  readonly observations: (indicator: number) => ObservationRow[];
}
