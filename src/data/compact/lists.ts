import { END, GAP } from "./alphabet";
import type { Known } from "./figures";

/** The lists into which compact figures have indexes, in the order in which they are packed. */
export const listNames = ["measure", "unit", "form", "mult", "qualifier", "status", "version"] as const;
/** The lists: measures, units, frequency and accumulation ("M,ytd"), powers of ten, qualifiers, statuses, versions. */
export type Lists = Readonly<Record<(typeof listNames)[number], readonly string[]>>;

/** Reads the lists from their text. A list that is missing is empty. */
export function readLists(text: string): Lists {
  const lists = text.split(END).map((list) => list.split(GAP));
  return Object.fromEntries(listNames.map((name, index) => [name, lists[index] ?? []])) as unknown as Lists;
}

/**
 * The `Known` for `walk`, from the lists, each source's date, and the number of indicators. `published` are the
 * sources' dates (YYYY-MM-DD) in their order.
 */
export function knownFrom(lists: Lists, published: readonly string[], indicators: number): Known {
  return {
    powers: lists.mult.map(Number),
    amounts: lists.measure.map((measure) => measure === "LEVEL" || measure === "COUNT"),
    // A year counts as cumulative to December.
    cumulative: lists.form.map((form) => form === "A,period" || form.endsWith("ytd")),
    usual: [lists.form.indexOf("M,period"), lists.form.indexOf("M,ytd"), lists.form.indexOf("A,period")],
    newest: lists.version.length - 1,
    since: lists.form.findIndex((form) => form.endsWith("since")),
    published,
    indicators,
  };
}
