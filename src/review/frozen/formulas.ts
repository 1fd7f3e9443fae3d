/** Strings, whose content is not searched. */
const strings = /"(?:[^"]|"")*"/g;
/** Sheet names in quotes. */
const quoted = /'(?:[^']|'')*'(?=!)/g;
const ourCall = /(?:^|[^\w.])(?:ECOM\.|_xldudf_ECOM_)\w/i;

/**
 * Whether a cell's content is a formula with the name of one of our functions, in either form. False for texts,
 * numbers and blanks, and where the name stands only inside quotes or a sheet's name.
 */
export function holdsOurs(content: unknown): content is string {
  if (typeof content !== "string" || !content.startsWith("=") || !/ECOM[._]/i.test(content)) return false;
  return ourCall.test(content.replace(strings, '""').replace(quoted, "''"));
}

/** A reference to something that only a formula's cell has: its spill range (`B3#`), or a field (`B3.publisher`). */
const live = /(?:('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?:#|\.[\p{L}[])/giu;

/**
 * The cells whose spill range or fields a formula uses, as sheet ("" for its own) and address. If such a cell became a
 * plain value, the formula could not be calculated.
 */
export function needsLive(content: unknown): { sheet: string; address: string }[] {
  if (typeof content !== "string" || !content.startsWith("=")) return [];
  return [...content.replace(strings, '""').matchAll(live)].map(([, sheet = "", address = ""]) => ({
    sheet: sheet.replace(/^'|'$/g, "").replaceAll("''", "'"),
    address: address.replaceAll("$", ""),
  }));
}
