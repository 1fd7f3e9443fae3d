import type { Source, Text2 } from "../rows";
import { reader } from "./coder";
import { walkDates } from "./dates";
import { longAddress, longId, unmarked } from "./marks";

/**
 * Reads the sources of the bundled data, which are packed without repetitions of dates (see `marks.ts`), and with
 * indexes for bodies, relays and releases.
 * @param columnOf the cells of a column; indexes are followed by the list
 * @param names all names, packed
 * @param label a name in both languages
 * @param releases the codes of releases, packed
 * @param nameList the dates, as `walkDates` wrote them
 * @param usual the usual title of a release
 */
export function writtenSources(
  columnOf: (name: string, list?: string) => string[],
  names: string,
  label: (name: string) => Text2,
  releases: string,
  nameList: string,
  usual: (release: string) => Text2 | undefined,
): Source[] {
  const column = (name: string, list?: string) => columnOf(`sources.${name}`, list);
  const cellsOf = (name: string) => {
    const cells = column(name);
    return (place: number) => cells[place] ?? "";
  };
  const [ids, urls, of, titles, ranks] = [
    cellsOf("short_id"),
    cellsOf("short_url"),
    cellsOf("of"),
    cellsOf("title"),
    cellsOf("rank"),
  ];
  const [publishers, relays] = [column("publisher", names), column("relay", names)];
  const kinds = column("release", releases);
  const dates = walkDates(reader(nameList), publishers.length);
  return dates.map((published, place) => {
    const [publisher = "", relay = ""] = [publishers[place], relays[place]];
    return {
      id: longId(ids(place), urls(place), published),
      publisher,
      publisherLabel: label(publisher),
      usual: usual(kinds[place] ?? ""),
      of: unmarked(of(place), published),
      published,
      relay,
      relayLabel: label(relay),
      // Made on demand, because few sources are ever cited.
      get title() {
        return unmarked(titles(place), published);
      },
      get url() {
        return longAddress(urls(place), published);
      },
      rank: Number(ranks(place)),
    } as Source;
  });
}
