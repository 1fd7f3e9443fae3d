/**
 * The schema of the tables: every column with its meaning, and lists of codes. The checks and the build use it. Names
 * follow SDMX (ISO 17369) where it has one.
 */

/** The tables, named as their files. */
export const files = [
  "observations",
  "indicators",
  "sources",
  "releases",
  "copies",
  "breaks",
  "relations",
  "events",
  "themes",
  "publishers",
  "relays",
  "names",
  "notes",
  "synonyms",
  "former",
] as const;
/** The name of a table, whose file is `<name>.csv`. */
export type FileName = (typeof files)[number];

/** The columns of each file, in order, with their meaning. */
export const columns: Readonly<Record<FileName, Readonly<Record<string, string>>>> = {
  observations: {
    indicator_code: "what was measured; a row of indicators.csv",
    measure: "LEVEL, YOY_GROWTH, SHARE, CHANGE, COUNT or CONTRIBUTION",
    freq: "A a year, Q a quarter, M a month",
    time_period: "2025, 2025-Q1 or 2025-03; of accumulation since 2025-04/2025-05, first and last month",
    accumulation:
      "period: that month, quarter or year alone; ytd: January to the end of it; since: from another month on, no period of the calendar",
    obs_value: "the number exactly as printed (a growth of 7.4 % is 7.4)",
    unit_measure: "PT percent, PP percentage points, CNY yuan, or the thing counted",
    unit_mult: "power of ten that the printed number stands in",
    qualifier: "exact, approx (“nearly”) or at_least (“more than”)",
    obs_status: "A normal, P provisional, U doubtful (SDMX: low reliability)",
    vintage:
      "release date as far as known: 2026, 2026-01 or 2026-01-19; a partial date counts as its last day",
    source_id: "where it was read; a row of sources.csv",
    note: "what a careful reader must know of this one figure; a row of notes.csv",
    added: "the version of the data that has it first",
    withdrawn: "the version that has it no more, for a corrected row stands in its place; empty: it counts",
  },
  indicators: {
    indicator_code: "the identity, for ever",
    label_en: "name in English",
    label_zh: "name in Chinese",
    theme: "a row of themes.csv",
    nature: "flow (sums over time), stock (stands at the end of the period) or rate",
    description_en: "what it covers, in English",
    description_zh: "what it covers, in Chinese",
    aliases: "other names, separated by semicolons; no name leads to two indicators",
    unit_notes: "how its figures are printed",
    basis: "who measures it and how; separated by semicolons; a row of notes.csv",
    added: "the version of the data that has it first",
  },
  sources: {
    source_id: "the identity, for ever",
    publisher: "the body whose figure it is; a row of publishers.csv",
    release: "which of the body's releases; a row of releases.csv",
    of: "of what: a period (2025-03, 2025-08 YTD), a day, or a number; it fills the release's usual title",
    title: "the release's own title as the body prints it, in its language; empty: not known",
    url: "the release's own address, on a host of the publisher; empty: not known",
    published: "date of the release as far as known; else of the text in which it was read",
    relay: "who carried the text that was read, a row of relays.csv; empty: the body itself",
    relay_url: "where that text stands, on a host of the relay; empty: nobody should be sent there",
    rank: "1 the statistical body itself, 2 its release carried by others, 3 the ministry's notes, 4 the press alone",
  },
  releases: {
    release: "the code",
    publisher: "whose release it is; a row of publishers.csv",
    title_en: "its usual title in English, {of} in the place of the period; a label of ours",
    title_zh: "the same in Chinese",
  },
  copies: {
    source_id: "a source that was read in a text of another; a row of sources.csv",
    title: "that text's title as printed; in parentheses: described, because it has none",
    language: "that text's language: en, zh or ja",
    dated: "that text's date, full or partial",
  },
  breaks: {
    indicator_code: "the series that does not go on",
    break_after: "its last comparable month",
    successor: "the indicator that follows it, if one does",
    text_en: "what changed, in English",
    text_zh: "what changed, in Chinese",
    source_id: "who says so",
    added: "the version of the data that has it first",
  },
  relations: {
    indicator_code: "what stands in the relation; a row of indicators.csv",
    relation:
      "part_of; addend_of: part, and the addends together are the whole; overlaps: some of the one is in the other; succeeds; sample_of: the ministry's monitoring of some of what a body counts in full; share_part and share_whole: the part and the whole of a published share",
    other: "to what; a row of indicators.csv",
  },
  events: {
    event_code: "the identity, for ever",
    date_or_period: "2025-04-21, 2025-04 or 2025-Q1",
    theme: "a row of themes.csv",
    title_en: "title in English",
    title_zh: "title in Chinese",
    description_en: "what happened, in English",
    description_zh: "what happened, in Chinese",
    actors: "who acted; separated by semicolons",
    places: "where; separated by semicolons",
    explains:
      "whose figures of that period the source explains by it; rows of indicators.csv, separated by semicolons",
    source_id: "where it was read",
    added: "the version of the data that has it first",
  },
  themes: {
    theme: "the code",
    label_en: "name in English",
    label_zh: "name in Chinese",
    aliases: "other words that RANK and EVENTS read, separated by semicolons; none leads to two themes",
    former_en: "what it was called in English before it was renamed; read for ever; empty: it never was",
    former_zh: "the same in Chinese",
    renamed: "the version of the data in which it is called so no more",
    added: "the version of the data that has it first",
  },
  publishers: {
    name: "a body that measures or publishes, as sources.csv writes it",
    name_zh: "the same in Chinese",
    short: "how basis and notes call it; separated by semicolons",
    hosts: "where its own pages stand; separated by semicolons",
  },
  relays: {
    name: "who carries texts of others, as sources.csv writes it",
    name_zh: "the same in Chinese",
    hosts: "where its own pages stand; separated by semicolons; empty: nobody should be sent there",
  },
  names: { name: "a place of events.csv", name_zh: "the same in Chinese" },
  notes: {
    note: "a note of observations.csv or a basis of indicators.csv as written there, in English",
    note_zh: "the same in Chinese",
  },
  synonyms: {
    word: "what people type; a word stands for all that begin with it (subsid for subsidy and subsidies)",
    means: "what it is called here: part of an alias, label or code of an indicator",
  },
  former: {
    indicator_code: "the indicator that had the name; a row of indicators.csv",
    field: "label_en, label_zh or alias; theme: the theme that it stood under",
    name: "what it was called; formulas of that time are read for ever",
    until: "the version of the data in which it is called so no more",
  },
};

/** The key columns of each file. */
export const keys: Readonly<Record<FileName, readonly string[]>> = {
  observations: ["indicator_code", "measure", "time_period", "accumulation", "vintage", "source_id", "added"],
  indicators: ["indicator_code"],
  sources: ["source_id"],
  releases: ["release"],
  copies: ["source_id"],
  breaks: ["indicator_code", "break_after"],
  relations: ["indicator_code", "relation", "other"],
  events: ["event_code"],
  themes: ["theme"],
  publishers: ["name"],
  relays: ["name"],
  names: ["name"],
  notes: ["note"],
  synonyms: ["word", "means"],
  former: ["indicator_code", "name"],
};

/** The codes that are allowed in a column. */
export const codeLists = {
  measure: ["LEVEL", "YOY_GROWTH", "SHARE", "CHANGE", "COUNT", "CONTRIBUTION"],
  freq: ["A", "Q", "M"],
  accumulation: ["period", "ytd", "since"],
  qualifier: ["exact", "approx", "at_least"],
  obs_status: ["A", "P", "U"],
  nature: ["flow", "stock", "rate"],
  relation: ["part_of", "addend_of", "overlaps", "succeeds", "sample_of", "share_part", "share_whole"],
  language: ["en", "zh", "ja"],
  rank: ["1", "2", "3", "4"],
  field: ["label_en", "label_zh", "alias", "theme"],
} as const;

/** The units and powers of ten that are allowed for each measure. */
export const units: Readonly<Record<string, { units: readonly string[]; mults: readonly string[] }>> = {
  LEVEL: { units: ["CNY", "PIECES", "PERSONS"], mults: ["0", "3", "4", "6", "8", "9", "12"] },
  COUNT: {
    units: ["EVENTS", "ENTERPRISES", "AGREEMENTS", "MEASURES", "PLATFORMS", "COUNTRIES"],
    mults: ["0"],
  },
  YOY_GROWTH: { units: ["PT"], mults: ["0"] },
  SHARE: { units: ["PT"], mults: ["0"] },
  CHANGE: { units: ["PT"], mults: ["0"] },
  CONTRIBUTION: { units: ["PT", "PP"], mults: ["0"] },
};
