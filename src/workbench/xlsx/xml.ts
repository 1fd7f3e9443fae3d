/** Attributes of an element; what is undefined is left out. */
type Attributes = Record<string, string | number | boolean | undefined>;

/**
 * An XML element as text. Children are finished XML: text goes through `text()` first. Truth values become 1 and 0,
 * as the file format has them.
 */
export function element(
  name: string,
  attributes: Attributes = {},
  ...children: (string | undefined)[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${text(typeof value === "boolean" ? (value ? "1" : "0") : String(value))}"`,
    )
    .join("");
  const content = children.filter((child) => child !== undefined).join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element with one attribute `val`, the commonest of the chart format. */
export function value(name: string, val: string | number | boolean): string {
  return element(name, { val });
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML wants it: markup escaped, and signs that XML 1.0 cannot hold left out. */
export function text(raw: string): string {
  return raw
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/**
 * A text of a cell or heading as the format has it: a carriage return is written out, and what looks as if it were written out is
 * marked as the text that it is.
 */
export function cellText(raw: string): string {
  return text(raw.replace(/_x[0-9a-fA-F]{4}_/g, (found) => `_x005F${found}`).replaceAll("\r", "_x000D_"));
}

/** A whole part of the package: the declaration and its root element. */
export function part(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** A text of a file with what was written out, such as `_x000D_`, as the signs that it stands for. */
export function decodeEscapes(written: string): string {
  return written.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
