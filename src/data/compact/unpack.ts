import { END, GAP, numbers } from "./alphabet";
import type { Packed } from "./pack";
import type {
  Break,
  FormerName,
  Indicator,
  ObservationRow,
  PolicyEvent,
  Source,
  Synonym,
  ThemeRow,
  Unpacked,
} from "../rows";

/** The cells of a column: one after another, or places in a list of what repeats (see `pack.ts`). */
function cells(text: string): string[] {
  const [places = "", list] = text.split(END);
  if (list === undefined) return text.split(GAP);
  const texts = list.split(GAP);
  return numbers(places, texts.length).map((place) => texts[place] ?? "");
}

/** A code that was packed as words. */
const code = (words = "") => words.toUpperCase().replace(/ /g, "_");

/**
 * Opens the packed tables. A table is read when it is first asked for, and then kept.
 * The unions of codes are trusted: the checks of the build hold them.
 */
export function unpack(packed: Packed): Unpacked {
  /** The rows of a table: each cell by the column's name. */
  function rows<T>(table: string, make: (row: Readonly<Record<string, string>>) => T): T[] {
    const columns = Object.keys(packed)
      .filter((name) => name.startsWith(`${table}.`))
      .map((name) => [name.slice(table.length + 1), cells(packed[name] ?? "")] as const);
    return (columns[0]?.[1] ?? []).map((_, index) =>
      make(Object.fromEntries(columns.map(([name, column]) => [name, column[index] ?? ""]))),
    );
  }

  const chinese = once(() => new Map(rows("names", (row) => [row.name, row.name_zh] as const)));
  const body = (name = "") => ({ en: name, zh: chinese().get(name) ?? name });
  const notes = once(
    () => new Map(rows("notes", (row) => [row.note, { en: row.note, zh: row.note_zh }] as const)),
  );
  const indicators = once(() =>
    rows(
      "indicators",
      (row) =>
        ({
          code: code(row.indicator_code),
          label: { en: row.label_en, zh: row.label_zh },
          theme: row.theme,
          nature: row.nature,
          description: { en: row.description_en, zh: row.description_zh },
          aliases: row.aliases?.split(";"),
          basis: notes().get(row.basis ?? "") ?? body(row.basis),
          added: row.added ?? "",
        }) as Indicator,
    ),
  );
  const sources = once(() =>
    rows(
      "sources",
      (row) =>
        ({
          id: row.source_id,
          publisher: row.publisher,
          publisherLabel: body(row.publisher),
          relay: row.relay,
          relayLabel: body(row.relay),
          title: row.title,
          url: row.url,
          published: row.published,
          language: row.language,
          rank: Number(row.rank),
        }) as Source,
    ),
  );
  const themes = once(() =>
    rows("themes", (row) => ({ code: row.theme, label: { en: row.label_en, zh: row.label_zh } }) as ThemeRow),
  );
  const breaks = once(() =>
    rows(
      "breaks",
      (row) =>
        ({
          indicator: code(row.indicator_code),
          after: row.break_after,
          successor: code(row.successor) || undefined,
          text: { en: row.text_en, zh: row.text_zh },
          source: row.source_id,
          added: row.added ?? "",
        }) as Break,
    ),
  );
  const events = once(() =>
    rows(
      "events",
      (row) =>
        ({
          date: row.date_or_period,
          theme: row.theme,
          title: { en: row.title_en, zh: row.title_zh },
          description: { en: row.description_en, zh: row.description_zh },
          places: row.places,
          placesLabel: {
            en: row.places,
            zh: row.places
              ?.split("; ")
              .map((place) => body(place).zh)
              .join("、"),
          },
          source: row.source_id,
          added: row.added ?? "",
        }) as PolicyEvent,
    ),
  );
  const synonyms = once(() => rows("synonyms", (row) => ({ word: row.word, means: row.means }) as Synonym));

  const former = once(() =>
    rows(
      "former",
      (row) =>
        ({
          indicator: code(row.indicator_code),
          field: row.field,
          name: row.name,
          until: row.until,
        }) as FormerName,
    ),
  );

  // Columns of places in another table.
  const placesIn: Readonly<Record<string, string>> = { source: "sources.source_id", note: "notes.note" };
  const columns = once(() =>
    ["kind", "year", "rest", "value", "source", "vintage", "note", "versions"].map((name) =>
      cells(`${packed[`observations.${name}`] ?? ""}${packed[placesIn[name] ?? ""] ?? ""}`),
    ),
  );
  const published = once(() => new Map(sources().map(({ id, published: date }) => [id as string, date])));
  const starts = [0];
  for (const count of cells(packed["observations.count"] ?? ""))
    starts.push((starts[starts.length - 1] ?? 0) + Number(count));
  const observation = (place: number, index: number): ObservationRow => {
    const [kind = "", year = "", rest = "", value, source = "", vintage, note, versions = ""] = columns().map(
      (column) => column[index],
    );
    const [measure, unit, mult, qualifier, status] = kind.split(",");
    const [freq, within = "", accumulation] = rest.split(",");
    const [added, withdrawn] = versions.split(",");
    return {
      indicator: indicators()[place]?.code,
      measure,
      freq,
      timePeriod: year + within,
      accumulation,
      obsValue: value,
      unitMeasure: unit,
      unitMult: Number(mult),
      qualifier,
      status,
      vintage: vintage || published().get(source),
      source,
      note: notes().get(note),
      added,
      withdrawn,
    } as ObservationRow;
  };

  return {
    version: packed.version ?? "",
    release: packed.release ?? "",
    count: starts[starts.length - 1] ?? 0,
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
    get events() {
      return events();
    },
    get synonyms() {
      return synonyms();
    },
    get former() {
      return former();
    },
    observations: (place) => {
      const made: ObservationRow[] = [];
      for (let index = starts[place] ?? 0; index < (starts[place + 1] ?? 0); index++) {
        made.push(observation(place, index));
      }
      return made;
    },
  };
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
