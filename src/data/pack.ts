import { letters } from "./alphabet";
import { cell, type Row, type Tables } from "./table";

/** The compact form: columns of text, one row a line, and indexes into lists of what repeats. See `unpack.ts`. */
export interface Packed {
  /** Newest release date among the figures, and a hash of the tables behind it: `2026-09-15.1a2b3c`. */
  readonly version: string;
  readonly themes: readonly string[];
  readonly indicators: readonly string[];
  readonly sources: readonly string[];
  readonly breaks: readonly string[];
  readonly events: readonly string[];
  readonly synonyms: readonly string[];
  readonly observations: readonly string[];
}

/** The values of a column, each once, in order of first appearance. */
const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** A column as a list of what it holds and, for each row, the place in that list. */
function dictionary(values: readonly string[]): [list: string, places: string] {
  const list = distinct(values);
  return [list.join("\n"), letters(values.map((value) => list.indexOf(value)))];
}

const column = (rows: readonly Row[], name: string): string => rows.map((row) => cell(row, name)).join("\n");
const values = (rows: readonly Row[], name: string): string[] => rows.map((row) => cell(row, name));

/** Sorts as the unpacked rows will stand: by indicator, measure, period, and newest last. */
function inOrder(tables: Tables): Row[] {
  const place = new Map(tables.indicators.rows.map((row, index) => [cell(row, "indicator_code"), index]));
  const key = (row: Row) =>
    [
      String(place.get(cell(row, "indicator_code")) ?? 0).padStart(6, "0"),
      cell(row, "measure"),
      cell(row, "accumulation"),
      cell(row, "freq"),
      cell(row, "time_period"),
      cell(row, "vintage"),
      cell(row, "source_id"),
    ].join(" ");
  return [...tables.observations.rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function packObservations(tables: Tables): string[] {
  const rows = inOrder(tables);
  const codes = values(tables.indicators.rows, "indicator_code");
  const sources = values(tables.sources.rows, "source_id");
  const published = new Map(
    tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "published")]),
  );
  const counts = codes.map((code) => rows.filter((row) => cell(row, "indicator_code") === code).length);
  const kind = (row: Row) =>
    ["measure", "unit_measure", "unit_mult", "qualifier", "obs_status"]
      .map((name) => cell(row, name))
      .join(",");
  // What is left of a period when its year is taken off: "Q -Q2 ytd".
  const slot = (row: Row) =>
    [cell(row, "freq"), cell(row, "time_period").slice(4), cell(row, "accumulation")].join(",");
  const year = (row: Row) => Number(cell(row, "time_period").slice(0, 4)) - 1990;
  return [
    counts.join(","),
    ...dictionary(rows.map(kind)),
    ...dictionary(rows.map(slot)),
    letters(rows.map(year)),
    values(rows, "obs_value").join(","),
    letters(rows.map((row) => sources.indexOf(cell(row, "source_id")))),
    // A vintage is its source's date, but for these.
    rows
      .flatMap((row, index) => {
        const vintage = cell(row, "vintage");
        return vintage === published.get(cell(row, "source_id")) ? [] : [`${index}:${vintage}`];
      })
      .join(","),
    ...dictionary(values(rows, "note")),
  ];
}

/**
 * Packs checked tables; nothing is lost: `unpack` gives every cell back.
 * @param hash short text that changes whenever a table does
 */
export function pack(tables: Tables, hash: string): Packed {
  const { indicators, sources, breaks, events, themes, synonyms } = tables;
  const zh = new Map(tables.names.rows.map((row) => [cell(row, "name"), cell(row, "name_zh")]));
  const bodies = distinct([...values(sources.rows, "publisher"), ...values(sources.rows, "relay")]);
  const body = (name: string) => letters(values(sources.rows, name).map((value) => bodies.indexOf(value)));
  const newest = values(tables.observations.rows, "vintage").filter((date) => date.length === 10);
  return {
    version: `${[...newest].sort().pop() ?? ""}.${hash}`,
    themes: ["theme", "label_en", "label_zh"].map((name) => column(themes.rows, name)),
    indicators: [
      ...["indicator_code", "label_en", "label_zh", "description_en", "description_zh", "aliases"].map(
        (name) => column(indicators.rows, name),
      ),
      letters(values(indicators.rows, "theme").map((theme) => values(themes.rows, "theme").indexOf(theme))),
      values(indicators.rows, "nature")
        .map((nature) => nature[0])
        .join(""),
      ...dictionary(values(indicators.rows, "unit_notes")),
      ...dictionary(values(indicators.rows, "basis")),
    ],
    sources: [
      ...["source_id", "title", "url", "published"].map((name) => column(sources.rows, name)),
      bodies.join("\n"),
      bodies.map((name) => zh.get(name) ?? "").join("\n"),
      body("publisher"),
      body("relay"),
      values(sources.rows, "language")
        .map((language) => language[0])
        .join(""),
      values(sources.rows, "rank").join(""),
    ],
    breaks: Object.keys(breaks.rows[0]?.cells ?? {}).map((name) => column(breaks.rows, name)),
    events: Object.keys(events.rows[0]?.cells ?? {}).map((name) => column(events.rows, name)),
    synonyms: ["word", "means"].map((name) => column(synonyms.rows, name)),
    observations: packObservations(tables),
  };
}

const union = (list: readonly string[]): string => list.map((value) => JSON.stringify(value)).join(" | ");

/**
 * The text of the generated module: unions of every code, and the packed columns.
 * @param packed what `pack` made of the same tables
 */
export function moduleText(tables: Tables, packed: Packed): string {
  const constant = (name: string, type: string, list: readonly string[]) =>
    `export const ${name} = [${list.map((value) => JSON.stringify(value)).join(", ")}] as const;\n` +
    `export type ${type} = (typeof ${name})[number];\n`;
  const type = (name: string, list: readonly string[]) => `export type ${name} = ${union(distinct(list))};\n`;
  const { observations, indicators, sources, themes, events } = tables;
  return [
    "// Made by `npm run data` from the tables beside it. Do not edit: change a table, and make it again.\n",
    constant("measures", "Measure", ["LEVEL", "YOY_GROWTH", "SHARE", "CHANGE", "COUNT", "CONTRIBUTION"]),
    constant("themeCodes", "Theme", values(themes.rows, "theme")),
    type("IndicatorCode", values(indicators.rows, "indicator_code")),
    type("SourceId", values(sources.rows, "source_id")),
    type("EventCode", values(events.rows, "event_code")),
    type("Unit", values(observations.rows, "unit_measure")),
    type("Freq", ["A", "Q", "M"]),
    type("Accumulation", ["period", "ytd"]),
    type("Qualifier", ["exact", "approx", "at_least"]),
    type("Status", ["A", "P"]),
    type("Nature", ["flow", "stock", "rate"]),
    `export const packed = ${JSON.stringify(packed, null, 2)} as const;\n`,
  ].join("");
}
