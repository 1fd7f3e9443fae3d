/** The element of workbench.html with this id; throws if there is none, which is a bug. */
export function elementById<K extends keyof HTMLElementTagNameMap = "div">(
  id: string,
): HTMLElementTagNameMap[K] {
  const element = document.getElementById(id);
  if (!element) throw new Error(`workbench.html has no element with the id "${id}".`);
  return element as HTMLElementTagNameMap[K];
}

/** Makes an element with attributes and children; texts are never read as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The message of anything thrown. Without the stack. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
