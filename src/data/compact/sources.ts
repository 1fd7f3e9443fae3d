import { longAddress, longId, unmarked } from "./marks";
import type { Source, Text2 } from "../rows";

/** Whether a source's title stands among the Chinese and Japanese ones. */
export const isHan = (language: string): boolean => language !== "en";

/**
 * The product's own sources: what dates and addresses say twice stands once (see `marks.ts`), bodies and relays as places in
 * the list of names, and the titles by their script.
 * @param columnOf the cells of a column; places in a list are followed by the list
 * @param names all names, as they are packed
 * @param label a name in both languages
 */
export function writtenSources(
  columnOf: (name: string, list?: string) => string[],
  names: string,
  label: (name: string) => Text2,
): Source[] {
  const column = (name: string, list?: string) => columnOf(`sources.${name}`, list);
  const [ids, urls, dates, languages, ranks] = ["short_id", "short_url", "published", "language", "rank"].map(
    (name) => column(name),
  );
  const [publishers, relays] = [column("publisher", names), column("relay", names)];
  const [latin, han] = [column("title_latin"), column("title_han")];
  let [nextLatin, nextHan] = [0, 0];
  return (dates ?? []).map((published, place) => {
    const language = languages?.[place] ?? "";
    const url = urls?.[place] ?? "";
    const title = (isHan(language) ? han[nextHan++] : latin[nextLatin++]) ?? "";
    const [publisher = "", relay = ""] = [publishers[place], relays[place]];
    return {
      id: longId(ids?.[place] ?? "", url, published),
      publisher,
      publisherLabel: label(publisher),
      relay,
      relayLabel: label(relay),
      // Few sources are ever cited: these two are made when they are.
      get title() {
        return unmarked(title, published);
      },
      get url() {
        return longAddress(url, published);
      },
      published,
      language,
      rank: Number(ranks?.[place]),
    } as Source;
  });
}
