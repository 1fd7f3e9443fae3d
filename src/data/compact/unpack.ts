import { END, numbers } from "./alphabet";
import { cells } from "./cells";
import { characters, opened } from "./han";
import { plainRows, writtenRows } from "./observations";
import { writtenSources } from "./sources";
import type { Packed } from "./pack";
import type {
  Break,
  FormerName,
  Indicator,
  PolicyEvent,
  Relation,
  Source,
  Synonym,
  ThemeRow,
  Unpacked,
} from "../rows";

/** A code that was packed as words. */
const code = (words = "") => words.toUpperCase().replace(/ /g, "_");

/**
 * Opens the packed tables. A table is read when it is first asked for, and then kept.
 * The unions of codes are trusted: the checks of the build hold them.
 */
export function unpack(packed: Packed): Unpacked {
  const han = once(() => characters(packed.han ?? ""));
  const column = (name: string, list = "") => {
    const text = (packed[name] ?? "") + list;
    return cells(packed.han === undefined ? text : opened(text, han()));
  };
  /** The rows of a table, each made from its cells by the column's name; "" where there is no such column. */
  function rows<T>(table: string, make: (cell: (name: string) => string) => T): T[] {
    const columns = new Map(
      Object.keys(packed)
        .filter((name) => name.startsWith(`${table}.`))
        .map((name) => [name.slice(table.length + 1), column(name)] as const),
    );
    const [first = []] = columns.values();
    return first.map((_, index) => make((name) => columns.get(name)?.[index] ?? ""));
  }

  const chinese = once(() => new Map(rows("names", (cell) => [cell("name"), cell("name_zh")] as const)));
  const body = (name = "") => ({ en: name, zh: chinese().get(name) || name });
  const notes = once(() => rows("notes", (cell) => ({ en: cell("note"), zh: cell("note_zh") })));
  const noted = once(() => new Map(notes().map((note) => [note.en, note])));
  const indicators = once(() =>
    rows(
      "indicators",
      (cell) =>
        ({
          code: code(cell("indicator_code")),
          label: { en: cell("label_en"), zh: cell("label_zh") },
          theme: cell("theme"),
          nature: cell("nature"),
          description: { en: cell("description_en"), zh: cell("description_zh") },
          aliases: cell("aliases").split(";"),
          basis: noted().get(cell("basis")) ?? body(cell("basis")),
          added: cell("added"),
        }) as Indicator,
    ),
  );
  const releases = once(
    () =>
      new Map(
        rows(
          "releases",
          (cell) => [cell("release"), { en: cell("title_en"), zh: cell("title_zh") }] as const,
        ),
      ),
  );
  // Own data's.
  const plainSources = () =>
    rows(
      "sources",
      (cell) =>
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
        }) as Source,
    );
  const sources = once(() =>
    packed["sources.short_id"] === undefined
      ? plainSources()
      : writtenSources(column, packed["names.name"] ?? "", body, packed["releases.release"] ?? "", (code) =>
          releases().get(code),
        ),
  );
  const themes = once(() =>
    rows(
      "themes",
      (cell) =>
        ({
          code: cell("theme"),
          label: { en: cell("label_en"), zh: cell("label_zh") },
          aliases: cell("aliases").split(";").filter(Boolean),
          former: cell("renamed")
            ? { label: { en: cell("former_en"), zh: cell("former_zh") }, until: cell("renamed") }
            : undefined,
          added: cell("added"),
        }) as ThemeRow,
    ),
  );
  const breaks = once(() =>
    rows(
      "breaks",
      (cell) =>
        ({
          indicator: code(cell("indicator_code")),
          after: cell("break_after"),
          successor: code(cell("successor")) || undefined,
          text: { en: cell("text_en"), zh: cell("text_zh") },
          source: cell("source_id"),
          added: cell("added"),
        }) as Break,
    ),
  );
  // Places among the indicators; own data have no relations.
  const relations = once(() => {
    const listed = indicators();
    const at = (text = "") =>
      numbers(text.replace(END, ""), listed.length).map((place) => listed[place]?.code);
    const [of, to] = [at(packed["relations.of"]), at(packed["relations.to"])];
    return of.map(
      (code, index) => ({ of: code, kind: column("relations.kind")[index], to: to[index] }) as Relation,
    );
  });
  const events = once(() =>
    rows(
      "events",
      (cell) =>
        ({
          date: cell("date_or_period"),
          theme: cell("theme"),
          title: { en: cell("title_en"), zh: cell("title_zh") },
          description: { en: cell("description_en"), zh: cell("description_zh") },
          places: cell("places"),
          placesLabel: {
            en: cell("places"),
            zh: cell("places")
              ?.split("; ")
              .map((place) => body(place).zh)
              .join("、"),
          },
          explains: cell("explains").split(";").filter(Boolean).map(code),
          source: cell("source_id"),
          added: cell("added"),
        }) as PolicyEvent,
    ),
  );
  const synonyms = once(() =>
    rows("synonyms", (cell) => ({ word: cell("word"), means: cell("means") }) as Synonym),
  );

  const former = once(() =>
    rows(
      "former",
      (cell) =>
        ({
          indicator: code(cell("indicator_code")),
          field: cell("field"),
          name: cell("name"),
          until: cell("until"),
        }) as FormerName,
    ),
  );

  const written = packed["observations.figures"] !== undefined;
  const observations = once(() =>
    (written ? writtenRows : plainRows)(packed, {
      indicators: indicators(),
      sources: sources(),
      notes: notes(),
    }),
  );

  return {
    version: packed.version ?? "",
    release: packed.release ?? "",
    count: column("observations.count").reduce((sum, count) => sum + Number(count), 0),
    get themes() {
      return themes();
    },
    get indicators() {
      return indicators();
    },
    get sources() {
      return sources();
    },
    get breaks() {
      return breaks();
    },
    get relations() {
      return relations();
    },
    get events() {
      return events();
    },
    get synonyms() {
      return synonyms();
    },
    get former() {
      return former();
    },
    observations: (place) => (place < 0 ? [] : observations()(place)),
  };
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
