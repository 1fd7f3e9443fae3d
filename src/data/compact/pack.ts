import { END, GAP } from "./alphabet";
import { writer } from "./coder";
import { column, distinct, placesOf } from "./column";
import { walkDates } from "./dates";
import { walk, type Figure } from "./figures";
import { characters, listOf, shut } from "./han";
import { knownFrom, listNames, type Lists } from "./lists";
import { marked, shortAddress, shortId } from "./marks";
import { codeLists, files, type FileName } from "../schema";
import { cell, columnsOf, type Row, type Tables } from "../table";
import { compareVersions } from "../versions";

/**
 * The compact form: a text for each column, named `table.column`. A column of mostly different texts has them
 * separated by GAP; one that repeats has the rows' indexes into a list, END, and the list. `unpack.ts` reads both.
 */
export type Packed = Readonly<Record<string, string>>;

/** Whether a column is one of the details, a file that loads behind the functions. */
const isDetail = (name: string): boolean =>
  /^(events|synonyms)\./.test(name) || name.startsWith("indicators.description");

const values = (rows: readonly Row[], name: string): string[] => rows.map((row) => cell(row, name));

/** The packed tables; names of bodies, relays and places are joined in one list. */
const packedFiles = files.filter(
  // Only the pane shows copies, from a module of its own.
  (file) => file !== "publishers" && file !== "relays" && file !== "copies",
);
/** Columns that nothing shows. */
const leftOut = ["indicators.unit_notes", "events.event_code", "events.actors", "releases.publisher"];

/** Codes are stored as words in lower case, so that they compress with their labels. */
const codes = [
  "indicators.indicator_code",
  "breaks.indicator_code",
  "breaks.successor",
  "former.indicator_code",
  "events.explains",
];
const asWords = (code: string) => code.toLowerCase().replace(/_/g, " ");

/** The last month of a row's period, in months since year 0. */
function endOf(row: Row): number {
  const [year = "", rest = ""] = (cell(row, "time_period").split("/").pop() ?? "").split("-");
  const month = rest === "" ? 12 : rest.startsWith("Q") ? Number(rest.slice(1)) * 3 : Number(rest);
  return Number(year) * 12 + month;
}

const formOf = (row: Row) => `${cell(row, "freq")},${cell(row, "accumulation")}`;
const isSum = (row: Row) => formOf(row) === "A,period" || cell(row, "accumulation") === "ytd";

/** Sorts observations by indicator, measure, single before cumulative, and end. */
function inOrder(tables: Tables): Row[] {
  const place = new Map(tables.indicators.rows.map((row, index) => [cell(row, "indicator_code"), index]));
  const key = (row: Row) =>
    [
      String(place.get(cell(row, "indicator_code")) ?? 0).padStart(6, "0"),
      cell(row, "measure"),
      Number(isSum(row)),
      String(endOf(row)).padStart(6, "0"),
      ...["accumulation", "freq", "vintage", "source_id", "added"].map((name) => cell(row, name)),
    ].join(" ");
  const keyed = tables.observations.rows.map((row) => [key(row), row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The figures, as `walk` writes them, and the lists of their indexes. */
function observationColumns(
  tables: Tables,
  rows: readonly Row[],
  sources: readonly Row[],
  notes: readonly Row[],
): [string, string][] {
  const of = (name: string) => values(rows, name);
  const lists: Lists = {
    measure: distinct(of("measure")),
    unit: distinct(of("unit_measure")),
    form: distinct(rows.map(formOf)),
    mult: distinct(of("unit_mult")),
    qualifier: distinct(of("qualifier")),
    status: distinct(of("obs_status")),
    version: distinct([...of("added"), ...of("withdrawn")].filter(Boolean)).sort(compareVersions),
  };
  const [ids, written] = [values(sources, "source_id"), values(notes, "note")];
  const figure = (row: Row): Figure => ({
    measure: lists.measure.indexOf(cell(row, "measure")),
    unit: lists.unit.indexOf(cell(row, "unit_measure")),
    end: endOf(row),
    form: lists.form.indexOf(formOf(row)),
    stretch: cell(row, "accumulation") === "since" ? stretchOf(row) : 0,
    whole: Number(cell(row, "obs_value").replace(".", "")),
    decimals: (cell(row, "obs_value").split(".")[1] ?? "").length,
    mult: lists.mult.indexOf(cell(row, "unit_mult")),
    qualifier: lists.qualifier.indexOf(cell(row, "qualifier")),
    status: lists.status.indexOf(cell(row, "obs_status")),
    vintage: cell(row, "vintage"),
    source: ids.indexOf(cell(row, "source_id")),
    note: written.indexOf(cell(row, "note")) + 1,
    added: lists.version.indexOf(cell(row, "added")),
    withdrawn: lists.version.indexOf(cell(row, "withdrawn")) + 1,
  });
  const byIndicator = values(tables.indicators.rows, "indicator_code").map((code) =>
    rows.filter((row) => cell(row, "indicator_code") === code).map(figure),
  );
  const coder = writer();
  walk(coder, knownFrom(lists, values(sources, "published"), byIndicator.length), byIndicator);
  return [
    ["observations.count", String(rows.filter((row) => cell(row, "withdrawn") === "").length)],
    ["observations.lists", listNames.map((name) => lists[name].join(GAP)).join(END)],
    ["observations.figures", coder.text()],
  ];
}

/** With accumulation `since`, the months from the first to the last: 1 for 2025-04/2025-05. */
function stretchOf(row: Row): number {
  const [first = "", last = ""] = cell(row, "time_period").split("/");
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  return months(last) - months(first);
}

/** Sorts the rows of a table as the figures use them, unused ones last, so that indexes repeat and compress. */
function asNamed(listed: readonly Row[], key: string, by: readonly string[]): Row[] {
  const named = distinct(by);
  const place = (row: Row) => named.indexOf(cell(row, key)) + 1 || named.length + 1;
  return [...listed].sort((a, b) => place(a) - place(b));
}

/** Bodies, relays and places; those of sources in the order of the sources. */
function namesIn(tables: Tables, sources: readonly Row[]): Row[] {
  const { publishers, relays, names } = tables;
  const all = [...publishers.rows, ...relays.rows, ...names.rows];
  return asNamed(
    all,
    "name",
    sources.flatMap((row) => [cell(row, "publisher"), cell(row, "relay")]).filter((name) => name !== ""),
  );
}

/** Relations: both indexes in the list of indicators, and the kind. */
function relationColumns({ relations: { rows }, indicators }: Tables): [string, string][] {
  const list = values(indicators.rows, "indicator_code");
  return [
    ["relations.of", placesOf(values(rows, "indicator_code"), list) + END],
    ["relations.kind", column(values(rows, "relation"))],
    ["relations.to", placesOf(values(rows, "other"), list) + END],
  ];
}

/** Names with their Chinese form; "" if it is the same. */
function nameColumns(names: readonly Row[]): [string, string][] {
  const chinese = names.map((row) =>
    cell(row, "name") === cell(row, "name_zh") ? "" : cell(row, "name_zh"),
  );
  return [
    ["names.name", values(names, "name").join(GAP)],
    ["names.name_zh", chinese.join(GAP)],
  ];
}

/** The sources, for `writtenSources`. */
function sourceColumns(
  sources: readonly Row[],
  names: readonly Row[],
  releases: readonly Row[],
): [string, string][] {
  const date = (row: Row) => cell(row, "published");
  const url = (row: Row) => shortAddress(cell(row, "url"), date(row));
  const short = (name: string) => sources.map((row) => marked(cell(row, name), date(row))).join(GAP);
  const dates = writer();
  walkDates(dates, sources.length, values(sources, "published"));
  const listed = ["", ...values(names, "name")];
  const place = (name: string) => `${placesOf(values(sources, name), listed)}${END}${GAP}`;
  return Object.entries({
    short_id: sources.map((row) => shortId(cell(row, "source_id"), url(row), date(row))).join(GAP),
    short_url: sources.map(url).join(GAP),
    of: short("of"),
    title: short("title"),
    release: `${placesOf(values(sources, "release"), values(releases, "release"))}${END}`,
    publisher: place("publisher"),
    relay: place("relay"),
    published: dates.text(),
    rank: column(values(sources, "rank")),
  }).map(([name, text]) => [`sources.${name}`, text]);
}

/**
 * The columns in the order that compresses best, found by trial: columns with common words are together, figures
 * before English before Chinese. Other columns follow.
 */
const together = `
  han sources.publisher sources.published observations.figures relations.to sources.relay
  indicators.added former.until themes.added relations.of sources.release sources.short_url
  sources.title sources.of sources.short_id themes.former_en releases.title_en names.name
  indicators.label_en themes.label_en observations.count releases.release former.indicator_code
  indicators.indicator_code breaks.indicator_code themes.former_zh releases.title_zh
  indicators.label_zh themes.label_zh breaks.added former.name indicators.aliases themes.aliases
  names.name_zh notes.note_zh sources.rank indicators.nature breaks.text_zh breaks.source_id
  breaks.successor breaks.break_after indicators.basis breaks.text_en notes.note themes.renamed
  relations.kind themes.theme observations.lists former.field indicators.theme events.added
  events.date_or_period events.source_id indicators.description_en events.title_en synonyms.word
  events.description_en events.places synonyms.means indicators.description_zh events.description_zh
  events.title_zh events.theme
`
  .trim()
  .split(/\s+/);
const placeOf = (name: string) => together.indexOf(name) + 1 || together.length + 1;

/**
 * Packs checked tables. `unpack` restores every cell that is shown.
 * @param hash a short text that changes whenever a table does
 */
export function pack(tables: Tables, hash: string): Packed {
  const newest = values(tables.observations.rows, "vintage").filter((date) => date.length === 10);
  const release = values(tables.observations.rows, "added").sort(compareVersions).pop() ?? "";
  const observations = inOrder(tables);
  const { rows: listed } = tables.sources;
  const sources = asNamed(listed, "source_id", values(observations, "source_id"));
  const notes = asNamed(tables.notes.rows, "note", values(observations, "note"));
  const names = namesIn(tables, sources);
  const made: Partial<Record<FileName, readonly [string, string][]>> = {
    sources: sourceColumns(sources, names, tables.releases.rows),
    names: nameColumns(names),
    relations: relationColumns(tables),
    observations: observationColumns(tables, observations, sources, notes),
  };
  const plain = (file: FileName): [string, string][] =>
    columnsOf(file)
      .map((name) => [`${file}.${name}`, values(file === "notes" ? notes : tables[file].rows, name)] as const)
      .filter(([name]) => !leftOut.includes(name))
      .map(([name, texts]) => [name, column(codes.includes(name) ? texts.map(asWords) : texts)]);
  const columns = packedFiles.flatMap((file) => made[file] ?? plain(file));
  const later = columns.filter(([name]) => isDetail(name));
  const written = (part: readonly (readonly [string, string])[], name: string) => {
    const han = listOf(part.map(([, text]) => text));
    const of = characters(han);
    return [[name, han] as const, ...part.map(([one, text]) => [one, shut(text, of)] as const)];
  };
  const first = written(
    columns.filter(([name]) => !isDetail(name)),
    "han",
  );
  return {
    version: `${newest.sort().pop() ?? ""}.${hash}`,
    release,
    later: later.map(([name]) => name).join(" "),
    ...Object.fromEntries(
      [...first, ...written(later, "han.later")].sort(([a], [b]) => placeOf(a) - placeOf(b)),
    ),
  };
}

/** Splits the columns into those of the functions' bundle and those of the details. */
export function parted(packed: Packed): [first: Packed, details: Packed] {
  const late = [...(packed.later ?? "").split(" "), "han.later"];
  const part = (isLate: boolean) =>
    Object.fromEntries(Object.entries(packed).filter(([name]) => late.includes(name) === isLate));
  return [part(false), part(true)];
}

/**
 * The text of the generated module: union types of all codes, and the packed columns.
 * @param packed the result of `pack` for the same tables, or the part for the functions' bundle
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
    type("RelationKind", codeLists.relation),
    `export const packed: Readonly<Record<string, string>> = ${JSON.stringify(packed, null, 2)};\n`,
  ].join("");
}

/** The text of the generated module of the details. */
export const detailsText = (details: Packed): string =>
  "// Made by `npm run data` from the tables beside it. Do not edit: change a table, and make it again.\n" +
  "/** The columns that no first answer needs. */\n" +
  `export const details: Readonly<Record<string, string>> = ${JSON.stringify(details, null, 2)};\n`;

/**
 * The text of the generated module of copies: by source, title, language, date and address of the text that was read.
 */
export function copiesText(tables: Tables): string {
  const addresses = new Map(
    tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "relay_url")]),
  );
  const rows = tables.copies.rows.map((row) => {
    const id = cell(row, "source_id");
    const copy = [cell(row, "title"), cell(row, "language"), cell(row, "dated"), addresses.get(id) ?? ""];
    return `  ${JSON.stringify(id)}: ${JSON.stringify(copy)},\n`;
  });
  return [
    "// Made by `npm run data` from copies.csv and sources.csv. Do not edit: change a table, and make it again.\n",
    "/** By source: title, language, date and address of the text in which it was read. */\n",
    "export const copies: Readonly<\n",
    "  Record<string, readonly [title: string, language: string, dated: string, url: string]>\n",
    "> = {\n",
    ...rows,
    "};\n",
  ].join("");
}
