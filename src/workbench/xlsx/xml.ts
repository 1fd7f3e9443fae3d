/** Attributes of an element; undefined ones are left out. */
type Attributes = Record<string, string | number | boolean | undefined>;

/**
 * An XML element as text. Children are finished XML: pass texts through `text()` first. Booleans become 1 and 0, as
 * in the file format.
 */
export function element(
  name: string,
  attributes: Attributes = {},
  ...children: (string | undefined)[]
): string {
  const attributesXml = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${text(typeof value === "boolean" ? (value ? "1" : "0") : String(value))}"`,
    )
    .join("");
  const content = children.filter((child) => child !== undefined).join("");
  return content === "" ? `<${name}${attributesXml}/>` : `<${name}${attributesXml}>${content}</${name}>`;
}

/** An element with the single attribute `val`, frequent in the chart format. For example `<c:max val="100"/>`. */
export function value(name: string, val: string | number | boolean): string {
  return element(name, { val });
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes markup and drops characters that XML 1.0 does not allow. For contents and attributes alike. */
export function text(raw: string): string {
  return raw
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Escapes a cell's text: a carriage return as `_x000D_`, and texts that look like such an escape. */
export function cellText(raw: string): string {
  return text(raw.replace(/_x[0-9a-fA-F]{4}_/g, (escape) => `_x005F${escape}`).replaceAll("\r", "_x000D_"));
}

/** A whole part: the XML declaration and its root element. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Decodes escapes such as `_x000D_` in a text. The inverse of `cellText`, ECMA-376, 22.9.2.19. */
export function decodeEscapes(written: string): string {
  return written.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
