import { files, type FileName } from "../schema";
import { cell, columnsOf, values, type Row, type Tables } from "../table";
import { compareVersions } from "../versions";
import { END, GAP } from "./alphabet";
import { writer } from "./coder";
import { column, distinct, placesOf } from "./column";
import { walkDates } from "./dates";
import { characters, listOf, shut } from "./han";
import { marked, shortAddress, shortId } from "./marks";
import { inOrder, observationColumns } from "./packObservations";

/**
 * The compact form: a text for each column, named `table.column`. A column of mostly different texts has them
 * separated by GAP; one that repeats has the rows' indexes into a list, END, and the list. `unpack.ts` reads both.
 */
export type Packed = Readonly<Record<string, string>>;

/** Whether a column is one of the details, a file that loads behind the functions. */
const isDetail = (name: string): boolean =>
  /^(events|synonyms)\./.test(name) || name.startsWith("indicators.description");

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

/** Sorts the rows of a table as the figures use them, unused ones last, so that indexes repeat and compress. */
function asNamed(listed: readonly Row[], key: string, by: readonly string[]): Row[] {
  const publisherNames = distinct(by);
  const place = (row: Row) => publisherNames.indexOf(cell(row, key)) + 1 || publisherNames.length + 1;
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
  const packedTexts: Partial<Record<FileName, readonly [string, string][]>> = {
    sources: sourceColumns(sources, names, tables.releases.rows),
    names: nameColumns(names),
    relations: relationColumns(tables),
    observations: observationColumns(tables, observations, sources, notes),
  };
  const asColumns = (file: FileName): [string, string][] =>
    columnsOf(file)
      .map((name) => [`${file}.${name}`, values(file === "notes" ? notes : tables[file].rows, name)] as const)
      .filter(([name]) => !leftOut.includes(name))
      .map(([name, texts]) => [name, column(codes.includes(name) ? texts.map(asWords) : texts)]);
  const columns = packedFiles.flatMap((file) => packedTexts[file] ?? asColumns(file));
  const later = columns.filter(([name]) => isDetail(name));
  const columnWith = (part: readonly (readonly [string, string])[], name: string) => {
    const han = listOf(part.map(([, text]) => text));
    const list = characters(han);
    return [[name, han] as const, ...part.map(([suffix, text]) => [suffix, shut(text, list)] as const)];
  };
  const first = columnWith(
    columns.filter(([name]) => !isDetail(name)),
    "han",
  );
  return {
    version: `${newest.sort().pop() ?? ""}.${hash}`,
    release,
    later: later.map(([name]) => name).join(" "),
    ...Object.fromEntries(
      [...first, ...columnWith(later, "han.later")].sort(([a], [b]) => placeOf(a) - placeOf(b)),
    ),
  };
}

/**
 * Splits the columns into those of the functions' bundle and those of the details. Which columns are late is told by
 * the packed column `later`.
 */
export function parted(packed: Packed): [first: Packed, details: Packed] {
  const late = [...(packed.later ?? "").split(" "), "han.later"];
  const part = (isLate: boolean) =>
    Object.fromEntries(Object.entries(packed).filter(([name]) => late.includes(name) === isLate));
  return [part(false), part(true)];
}
