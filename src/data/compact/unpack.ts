import type { Relation, Unpacked } from "../rows";
import { END, numbers } from "./alphabet";
import { cells } from "./cells";
import { characters, opened } from "./han";
import { requireLoaded } from "./notYetLoaded";
import { plainRows, writtenRows } from "./observations";
import type { Packed } from "./pack";
import { writtenSources } from "./sources";
import {
  bothOf,
  breakRow,
  eventRow,
  formerRow,
  indicatorRow,
  sourceRow,
  synonymRow,
  themeRow,
} from "./tableRows";
import type { CellOf } from "./tableRows";

/**
 * Opens the packed tables. Each table is read when it is first asked for, and then kept.
 * @param packed the columns; those that `later` names may be added to it later, and throw `notYetLoaded` until then
 */
export function unpack(packed: Packed): Unpacked {
  const { column, rows } = tablesOf(packed);
  const chinese = once(() => new Map(rows("names", (cell) => [cell("name"), cell("name_zh")] as const)));
  const body = (name = "") => ({ en: name, zh: chinese().get(name) || name });
  const notes = once(() => rows("notes", (cell) => ({ en: cell("note"), zh: cell("note_zh") })));
  const noted = once(() => new Map(notes().map((note) => [note.en, note])));
  const releases = once(
    () => new Map(rows("releases", (cell) => [cell("release"), bothOf(cell, "title")] as const)),
  );
  const tables: Omit<Unpacked, "version" | "release" | "count" | "observations"> = lazily({
    themes: () => rows("themes", themeRow),
    indicators: () =>
      rows("indicators", (cell) => indicatorRow(cell, (basis) => noted().get(basis) ?? body(basis))),
    sources: () =>
      packed["sources.short_id"] === undefined
        ? rows("sources", (cell) => sourceRow(cell, body))
        : writtenSources(
            column,
            packed["names.name"] ?? "",
            body,
            packed["releases.release"] ?? "",
            packed["sources.published"] ?? "",
            (code) => releases().get(code),
          ),
    breaks: () => rows("breaks", breakRow),
    relations: () => relationsOf(packed, column, tables.indicators),
    events: () => rows("events", (cell) => eventRow(cell, body)),
    synonyms: () => rows("synonyms", synonymRow),
    former: () => rows("former", formerRow),
  });
  const observations = once(() =>
    (packed["observations.figures"] === undefined ? plainRows : writtenRows)(packed, {
      indicators: tables.indicators,
      sources: tables.sources,
      notes: notes(),
    }),
  );
  return Object.assign(tables, {
    version: packed.version ?? "",
    release: packed.release ?? "",
    count: column("observations.count").reduce((sum, count) => sum + Number(count), 0),
    observations: (place: number) => (place < 0 ? [] : observations()(place)),
  });
}

/** The relations, whose columns hold indexes of indicators; user tables have none. */
function relationsOf(
  packed: Packed,
  column: (name: string) => readonly string[],
  indicators: Unpacked["indicators"],
): Relation[] {
  const at = (text = "") =>
    numbers(text.replace(END, ""), indicators.length).map((place) => indicators[place]?.code);
  const [of, to] = [at(packed["relations.of"]), at(packed["relations.to"])];
  return of.map(
    (code, index) => ({ of: code, kind: column("relations.kind")[index], to: to[index] }) as Relation,
  );
}

/** The columns of the packed tables, and their rows. */
function tablesOf(packed: Packed) {
  const later = (packed.later ?? "").split(" ");
  const lists = ["han", "han.later"].map((name) => once(() => characters(packed[name] ?? "")));
  /** The cells of a column; `list` is put behind its text, for columns whose list is another column. */
  const column = (name: string, list = "") => {
    const isLater = later.includes(name);
    const text = (isLater ? requireLoaded(packed[name]) : (packed[name] ?? "")) + list;
    return cells(packed.han === undefined ? text : opened(text, lists[Number(isLater)]?.() ?? []));
  };
  /** The rows of a table, each made from its cells. */
  function rows<T>(table: string, make: (cell: CellOf) => T): T[] {
    const columns = new Map<string, readonly string[]>();
    const columnNamed = (name: string) => {
      const fullName = `${table}.${name}`;
      const values =
        columns.get(name) ?? (fullName in packed || later.includes(fullName) ? column(fullName) : []);
      columns.set(name, values);
      return values;
    };
    const first = [...Object.keys(packed), ...later].find((name) => name.startsWith(`${table}.`));
    return columnNamed(first?.slice(table.length + 1) ?? "").map((_, index) =>
      make((name) => columnNamed(name)[index] ?? ""),
    );
  }
  return { column, rows };
}

/** An object whose properties are each computed when they are first asked for, and then kept. */
function lazily<T extends object>(make: { readonly [K in keyof T]: () => T[K] }): T {
  const properties = Object.entries<() => unknown>(make).map(
    ([name, of]) => [name, { get: once(of), enumerable: true }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}

/** Computes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: make() }).value;
}
