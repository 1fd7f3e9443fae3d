import { readFileSync } from "node:fs";
import type { Element } from "@xmldom/xmldom";

/** The elements directly below one. */
export const children = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
/** The elements with a name at or below one. */
export const all = (root: Element, name: string): Element[] => [
  ...(root.localName === name ? [root] : []),
  ...children(root).flatMap((child) => all(child, name)),
];
/** The type by which Excel knows an element: `xsi:type`. */
export const typeOf = (element: Element): string =>
  element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") ?? "";

/** Width and height of a PNG file from its header; undefined if it is none. */
export function pngSize(path: string): [number, number] | undefined {
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 1, 4) !== "PNG") return undefined;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
