import type { Break, FormerName, Indicator, PolicyEvent, Source, Synonym, Text2, ThemeRow } from "../rows";

/** Gives a cell of a row by its column's name; "" without such a column. */
export type CellOf = (name: string) => string;

/** The name of a body or place in both languages. */
type BodyOf = (name?: string) => Text2;

/** Restores a code that was packed as words. */
const code = (words = ""): string => words.toUpperCase().replace(/ /g, "_");

/** A text in two columns: `label_en` and `label_zh`. */
export const bothOf = (cell: CellOf, name: string): Text2 => ({
  en: cell(`${name}_en`),
  zh: cell(`${name}_zh`),
});

const listOf = (text: string): string[] => text.split(";").filter(Boolean);

// The casts to unions of codes are safe: the build's checks guarantee them.

/**
 * An indicator.
 * @param basisOf gives the note with this text, else the body's name in both languages
 */
export const indicatorRow = (cell: CellOf, basisOf: (text: string) => Text2): Indicator =>
  ({
    code: code(cell("indicator_code")),
    label: bothOf(cell, "label"),
    theme: cell("theme"),
    nature: cell("nature"),
    // On demand: it is part of the details.
    get description() {
      return bothOf(cell, "description");
    },
    aliases: cell("aliases").split(";"),
    basis: basisOf(cell("basis")),
    added: cell("added"),
  }) as Indicator;

/** A source of a user table: no relay, and no title of ours. */
export const sourceRow = (cell: CellOf, body: BodyOf): Source =>
  ({
    id: cell("source_id"),
    publisher: cell("publisher"),
    publisherLabel: body(cell("publisher")),
    usual: undefined,
    of: "",
    title: cell("title"),
    url: cell("url"),
    published: cell("published"),
    relay: "",
    relayLabel: body(),
    rank: Number(cell("rank")),
  }) as Source;

/** A theme, with its former name. `cell` gives the text of a column, here and below. */
export const themeRow = (cell: CellOf): ThemeRow =>
  ({
    code: cell("theme"),
    label: bothOf(cell, "label"),
    aliases: listOf(cell("aliases")),
    former: cell("renamed") ? { label: bothOf(cell, "former"), until: cell("renamed") } : undefined,
    added: cell("added"),
  }) as ThemeRow;

/**
 * A break of an indicator's levels. The last month of the old basis is `after`; a series that ends has a successor.
 */
export const breakRow = (cell: CellOf): Break =>
  ({
    indicator: code(cell("indicator_code")),
    after: cell("break_after"),
    successor: code(cell("successor")) || undefined,
    text: bothOf(cell, "text"),
    source: cell("source_id"),
    added: cell("added"),
  }) as Break;

/** A policy step. `body` gives the name of an actor or place in both languages. */
export const eventRow = (cell: CellOf, body: BodyOf): PolicyEvent => {
  const places = cell("places");
  const inChinese = places.split("; ").map((place) => body(place).zh);
  return {
    date: cell("date_or_period"),
    theme: cell("theme"),
    title: bothOf(cell, "title"),
    description: bothOf(cell, "description"),
    places,
    placesLabel: { en: places, zh: inChinese.join("、") },
    explains: listOf(cell("explains")).map(code),
    source: cell("source_id"),
    added: cell("added"),
  } as PolicyEvent;
};

/** A synonym. `word` is what people type, `means` a text in the names that it stands for. */
export const synonymRow = (cell: CellOf): Synonym =>
  ({ word: cell("word"), means: cell("means") }) as Synonym;

/** A former name of an indicator. `until` is the first version of the data without the name. */
export const formerRow = (cell: CellOf): FormerName =>
  ({
    indicator: code(cell("indicator_code")),
    field: cell("field"),
    name: cell("name"),
    until: cell("until"),
  }) as FormerName;
