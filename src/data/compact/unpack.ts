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
  const indicators = once(() =>
    rows("indicators", (cell) => indicatorRow(cell, (basis) => noted().get(basis) ?? body(basis))),
  );
  const releases = once(
    () => new Map(rows("releases", (cell) => [cell("release"), bothOf(cell, "title")] as const)),
  );
  const sources = once(() =>
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
  );
  const themes = once(() => rows("themes", themeRow));
  const breaks = once(() => rows("breaks", breakRow));
  // Indexes of indicators; user tables have no relations.
  const relations = once(() => {
    const listed = indicators();
    const at = (text = "") =>
      numbers(text.replace(END, ""), listed.length).map((place) => listed[place]?.code);
    const [of, to] = [at(packed["relations.of"]), at(packed["relations.to"])];
    return of.map(
      (code, index) => ({ of: code, kind: column("relations.kind")[index], to: to[index] }) as Relation,
    );
  });
  const events = once(() => rows("events", (cell) => eventRow(cell, body)));
  const synonyms = once(() => rows("synonyms", synonymRow));
  const former = once(() => rows("former", formerRow));
  const observations = once(() =>
    (packed["observations.figures"] === undefined ? plainRows : writtenRows)(packed, {
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

/** The columns of the packed tables, and their rows. */
function tablesOf(packed: Packed) {
  const later = (packed.later ?? "").split(" ");
  const lists = ["han", "han.later"].map((name) => once(() => characters(packed[name] ?? "")));
  const column = (name: string, list = "") => {
    const isLater = later.includes(name);
    const text = (isLater ? requireLoaded(packed[name]) : (packed[name] ?? "")) + list;
    return cells(packed.han === undefined ? text : opened(text, lists[Number(isLater)]?.() ?? []));
  };
  /** The rows of a table, each made from its cells. */
  function rows<T>(table: string, make: (cell: CellOf) => T): T[] {
    const columns = new Map<string, readonly string[]>();
    const named = (name: string) => {
      const whole = `${table}.${name}`;
      const values = columns.get(name) ?? (whole in packed || later.includes(whole) ? column(whole) : []);
      columns.set(name, values);
      return values;
    };
    const first = [...Object.keys(packed), ...later].find((name) => name.startsWith(`${table}.`));
    return named(first?.slice(table.length + 1) ?? "").map((_, index) =>
      make((name) => named(name)[index] ?? ""),
    );
  }
  return { column, rows };
}

/** Computes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: make() }).value;
}
