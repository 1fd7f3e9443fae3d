import { END, GAP } from "./alphabet";
import { column, distinct, placesOf } from "./column";
import { codeLists, type FileName } from "../schema";
import { cell, columnsOf, type Row, type Tables } from "../table";
import { compareVersions } from "../versions";

/**
 * The compact form: a text a column, named `table.column`. A column of many different texts has them with a GAP between; one
 * that repeats has the rows' places in a list, END, and the list. `unpack.ts` reads both.
 */
export type Packed = Readonly<Record<string, string>>;

const values = (rows: readonly Row[], name: string): string[] => rows.map((row) => cell(row, name));

/** What no function, sheet or view shows; it stays in the tables. */
const leftOut = ["indicators.unit_notes", "events.event_code", "events.actors"];

/** Codes as words in small letters, so that they compress with the labels that they come from. */
const codes = [
  "indicators.indicator_code",
  "breaks.indicator_code",
  "breaks.successor",
  "former.indicator_code",
];
const asWords = (code: string) => code.toLowerCase().replace(/_/g, " ");

/** Observations of one indicator stand together, then of one measure and kind of period, oldest first. */
function inOrder(tables: Tables): Row[] {
  const place = new Map(tables.indicators.rows.map((row, index) => [cell(row, "indicator_code"), index]));
  const key = (row: Row) =>
    [
      String(place.get(cell(row, "indicator_code")) ?? 0).padStart(6, "0"),
      ...["measure", "accumulation", "freq", "time_period", "vintage", "source_id", "added"].map((name) =>
        cell(row, name),
      ),
    ].join(" ");
  return [...tables.observations.rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What the columns of a kind, and of a kind of period, share goes into one list: there are few of each. */
function observationColumns(
  tables: Tables,
  rows: readonly Row[],
  sources: readonly Row[],
  notes: readonly Row[],
): Record<string, string> {
  const ids = values(sources, "source_id");
  const written = ["", ...values(notes, "note")];
  const published = new Map(
    tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "published")]),
  );
  const together = (names: readonly string[]) =>
    column(rows.map((row) => names.map((name) => cell(row, name)).join(",")));
  const counts = values(tables.indicators.rows, "indicator_code").map(
    (code) => rows.filter((row) => cell(row, "indicator_code") === code).length,
  );
  return {
    count: counts.join(GAP),
    kind: together(["measure", "unit_measure", "unit_mult", "qualifier", "obs_status"]),
    year: column(rows.map((row) => cell(row, "time_period").slice(0, 4))),
    // What is left of a period when its year is taken off: "Q,-Q2,ytd".
    rest: column(
      rows.map((row) =>
        [cell(row, "freq"), cell(row, "time_period").slice(4), cell(row, "accumulation")].join(","),
      ),
    ),
    value: values(rows, "obs_value").join(GAP),
    // Places among the sources, which stand in the order in which they are first named.
    source: placesOf(values(rows, "source_id"), ids) + END,
    // A vintage is its source's date, but for a few.
    vintage: column(
      rows.map((row) => {
        const vintage = cell(row, "vintage");
        return vintage === published.get(cell(row, "source_id")) ? "" : vintage;
      }),
    ),
    // Places among the notes, the first of which is none.
    note: placesOf(values(rows, "note"), written) + END + GAP,
    // "0.2.0", and "0.1.0,0.2.0" of what a corrected row took the place of.
    versions: column(
      rows.map((row) =>
        ["added", "withdrawn"]
          .map((name) => cell(row, name))
          .filter(Boolean)
          .join(","),
      ),
    ),
  };
}

/** The rows of a table in the order in which the figures name them, others behind: so their places repeat, and compress. */
function asNamed(listed: readonly Row[], key: string, by: readonly string[]): Row[] {
  const named = distinct(by);
  const place = (row: Row) => named.indexOf(cell(row, key)) + 1 || named.length + 1;
  return [...listed].sort((a, b) => place(a) - place(b));
}

/** Names of bodies, relays and places with their Chinese; what is the same in both languages is left out. */
function namesOf(tables: Tables): [string, string][] {
  const { publishers, relays, names } = tables;
  const rows = [...publishers.rows, ...relays.rows, ...names.rows].filter(
    (row) => cell(row, "name") !== cell(row, "name_zh"),
  );
  return ["name", "name_zh"].map((name) => [`names.${name}`, column(values(rows, name))]);
}

/** The tables in the order in which they compress best: what has words in common stands near. */
const together: readonly FileName[] = [
  "sources",
  "indicators",
  "names",
  "notes",
  "synonyms",
  "former",
  "themes",
  "breaks",
  "observations",
  "events",
];

/** Sorts columns so that texts of one script stand together, which compresses better: figures, English, Chinese. */
function script([, text]: readonly [string, string]): number {
  const part = (form: RegExp) => (text.match(form) ?? []).length / text.length;
  return part(/\p{Script=Han}/gu) > 0.2 ? 2 : part(/[a-z]{3}/g) > 0.1 ? 1 : 0;
}

/**
 * Packs checked tables; nothing that is shown is lost: `unpack` gives every cell back.
 * @param hash short text that changes whenever a table does
 */
export function pack(tables: Tables, hash: string): Packed {
  const newest = values(tables.observations.rows, "vintage").filter((date) => date.length === 10);
  const release = values(tables.observations.rows, "added").sort(compareVersions).pop() ?? "";
  const observations = inOrder(tables);
  const { rows: listed } = tables.sources;
  const sources = asNamed(listed, "source_id", values(observations, "source_id"));
  const notes = asNamed(tables.notes.rows, "note", values(observations, "note"));
  const ordered: Partial<Record<FileName, readonly Row[]>> = { sources, notes };
  const columns = together.flatMap((file): [string, string][] =>
    file === "names"
      ? namesOf(tables)
      : file === "observations"
        ? Object.entries(observationColumns(tables, observations, sources, notes)).map(([name, text]) => [
            `${file}.${name}`,
            text,
          ])
        : columnsOf(file)
            .map((name) => [`${file}.${name}`, values(ordered[file] ?? tables[file].rows, name)] as const)
            .filter(([name]) => !leftOut.includes(name))
            .map(([name, texts]) => [name, column(codes.includes(name) ? texts.map(asWords) : texts)]),
  );
  return {
    version: `${newest.sort().pop() ?? ""}.${hash}`,
    release,
    ...Object.fromEntries(columns.sort((a, b) => script(a) - script(b))),
  };
}

/**
 * The text of the generated module: unions of every code, and the packed columns.
 * @param packed what `pack` made of the same tables
 */
export function moduleText(tables: Tables, packed: Packed): string {
  const quoted = (list: readonly string[]) => distinct(list).map((value) => JSON.stringify(value));
  const constant = (name: string, type: string, list: readonly string[]) =>
    `export const ${name} = [${quoted(list).join(", ")}] as const;\nexport type ${type} = (typeof ${name})[number];\n`;
  const type = (name: string, list: readonly string[]) =>
    `export type ${name} = ${quoted(list).join(" | ")};\n`;
  const { observations, indicators, sources, themes } = tables;
  return [
    "// Made by `npm run data` from the tables beside it. Do not edit: change a table, and make it again.\n",
    constant("themeCodes", "Theme", values(themes.rows, "theme")),
    type("IndicatorCode", values(indicators.rows, "indicator_code")),
    type("SourceId", values(sources.rows, "source_id")),
    type("Unit", values(observations.rows, "unit_measure")),
    type("Measure", codeLists.measure),
    type("Freq", codeLists.freq),
    type("Accumulation", codeLists.accumulation),
    type("Qualifier", codeLists.qualifier),
    type("Status", codeLists.obs_status),
    type("Nature", codeLists.nature),
    `export const packed: Readonly<Record<string, string>> = ${JSON.stringify(packed, null, 2)};\n`,
  ].join("");
}
