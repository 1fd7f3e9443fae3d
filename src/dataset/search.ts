import MiniSearch from "minisearch";
import type { Indicator } from "../data/rows";
import { bundled, type Store } from "./store";

interface Entry {
  readonly id: number;
  readonly names: string;
  readonly labels: string;
  readonly code: string;
  readonly theme: string;
  readonly description: string;
}

const han = /\p{Script=Han}+/gu;

/**
 * Cuts a text into what is looked up: words, and of Chinese every two characters that stand together, since Chinese
 * does not part its words.
 */
export function tokens(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  const pairs = (plain.match(han) ?? []).flatMap((run) =>
    run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  const words = plain.replace(han, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words, ...pairs];
}

const indexes = new WeakMap<Store, MiniSearch<Entry>>();

function indexOf(store: Store): MiniSearch<Entry> {
  let index = indexes.get(store);
  if (index === undefined) {
    index = new MiniSearch<Entry>({
      fields: ["names", "labels", "code", "theme", "description"],
      tokenize: tokens,
      processTerm: (term) => term,
      searchOptions: {
        boost: { names: 3, labels: 2, code: 1.5, theme: 0.5, description: 0.3 },
        prefix: (term) => term.length > 1,
        // Two Chinese characters that differ in one are another word.
        fuzzy: (term) => (term.length > 3 && /^[a-z]/.test(term) ? 0.25 : false),
      },
    });
    const themes = new Map(store.themes.map(({ code, label }) => [code, `${label.en} ${label.zh}`]));
    index.addAll(
      store.indicators.map((indicator, id) => ({
        id,
        names: indicator.aliases.join(" "),
        labels: `${indicator.label.en} ${indicator.label.zh}`,
        code: indicator.code.replace(/_/g, " "),
        theme: themes.get(indicator.theme) ?? "",
        description: `${indicator.description.en} ${indicator.description.zh}`,
      })),
    );
    indexes.set(store, index);
  }
  return index;
}

/** Longer queries are cut: nobody types more. */
const LONGEST = 100;

/**
 * Indicators that a text may mean, best first: English and Chinese, aliases, beginnings of words, typing errors.
 * @param text what was typed; blank gives all, in the data's order
 * @param count at most so many; undefined: all that match
 */
export function search(text: string, count?: number, store: Store = bundled): readonly Indicator[] {
  const query = text.slice(0, LONGEST).trim();
  if (query === "") return store.indicators.slice(0, count);
  return indexOf(store)
    .search(query)
    .slice(0, count)
    .map(({ id }) => store.indicators[id as number] as Indicator);
}
