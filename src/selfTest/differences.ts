import type { Aspect, Difference } from "../workbook/selfTest";

/** The longest text in a report. */
const LONGEST = 80;

/** A value as a report shows it. */
function shownValue(value: unknown): string {
  const text = value === null || value === undefined || value === "" ? "nothing" : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * A difference. Both values are shortened to what a report can hold; `at` is a cell, an area or the name of a part.
 */
export const difference = (what: Aspect, at: string, planned: unknown, found: unknown): Difference => ({
  what,
  at,
  planned: shownValue(planned),
  found: shownValue(found),
});

/** A difference if two values are not the same, else none. By `===`, without conversion. */
export const compared = (what: Aspect, at: string, planned: unknown, found: unknown): Difference[] =>
  planned === found ? [] : [difference(what, at, planned, found)];

/**
 * `compared` for lengths in points, which Excel rounds to pixels. Up to 1.5 points make no difference; `orMore`
 * allows any greater length.
 */
export const comparedLength = (
  what: Aspect,
  at: string,
  planned: number,
  count: number,
  { orMore = false } = {},
): Difference[] =>
  Math.abs(planned - count) <= 1.5 || (orMore && count > planned)
    ? []
    : [difference(what, at, `${Math.round(planned)} pt`, `${Math.round(count)} pt`)];

/** An address as it is compared: without its sheet and dollar signs. */
export const localAddress = (address: string): string =>
  address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
