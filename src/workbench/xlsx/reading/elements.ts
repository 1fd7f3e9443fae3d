/** The root element of an XML part; throws a sentence for invalid XML. */
export function parseXml(text: string, path: string): Element {
  const { documentElement } = new DOMParser().parseFromString(text, "application/xml");
  // Browsers report errors inside the parsed document.
  if (documentElement.getElementsByTagName("parsererror").length > 0)
    throw new Error(`${path} is no XML that can be read.`);
  return documentElement;
}

/** The child elements with this local name, in any namespace; by default all. */
export function childrenOf(parent: Element | undefined, name?: string): Element[] {
  return Array.from(parent?.childNodes ?? []).filter(
    (node): node is Element =>
      node.nodeType === 1 && (name === undefined || (node as Element).localName === name),
  );
}

/** The first descendant along local names; undefined if one is missing. */
export function childOf(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], parent);
}

/** An attribute's text; undefined where there is none. */
export function textOf(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

/** An attribute as a number; undefined where there is none or it is no number. */
export function numberOf(element: Element | undefined, name: string): number | undefined {
  const text = textOf(element, name);
  const number = Number(text);
  return text === undefined || text === "" || Number.isNaN(number) ? undefined : number;
}

/** An attribute as a boolean; `otherwise` if it is missing. */
export function flagOf(element: Element | undefined, name: string, otherwise = false): boolean {
  const text = textOf(element, name);
  return text === undefined ? otherwise : text === "1" || text === "true";
}

/** The attribute `val` of a child, frequent in the chart format. Undefined without such a child or attribute. */
export function valOf(parent: Element | undefined, name: string): string | undefined {
  return textOf(childOf(parent, name), "val");
}

/** The attribute `val` of a child as a number. Undefined where there is none, or no number. */
export function numberIn(parent: Element | undefined, name: string): number | undefined {
  return numberOf(childOf(parent, name), "val");
}

/**
 * The attribute `val` of a child as a boolean: true if the element lacks it, `otherwise` if there is no such element.
 */
export function flagIn(parent: Element | undefined, name: string, otherwise = false): boolean {
  const child = childOf(parent, name);
  return child ? flagOf(child, "val", true) : otherwise;
}
