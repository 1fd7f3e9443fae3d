import type { Locale } from "./options";

/** The part of a manifest that the workbench uses, in one language. */
export interface Manifest {
  id: string;
  version: string;
  name: string;
  /** Paths below the add-in's folder, without the manifest's origin. */
  pane: string;
  functions: string;
  /** The namespace of the functions, such as "ECOM". */
  namespace: string;
  groups: RibbonGroup[];
  /** Entries of the cell's context menu. */
  cellMenu: RibbonButton[];
  /** The path of the keyboard shortcuts' file, if any. */
  shortcuts: string | undefined;
}

/** A group of buttons on the Home tab. */
interface RibbonGroup {
  id: string;
  label: string;
  buttons: RibbonButton[];
}

/** A ribbon button; `icons` by size in pixels. */
export interface RibbonButton {
  id: string;
  label: string;
  tip: string;
  icons: Map<number, string>;
  action: { kind: "pane" } | { kind: "function"; name: string };
}

/**
 * Reads an add-in's XML manifest in one language. Throws an error that names a missing element, as Excel would refuse
 * such a manifest.
 */
export function readManifest(xml: Document, locale: Locale): Manifest {
  const root = xml.documentElement;
  const resources = new Map(
    [...elements(root, "Image"), ...elements(root, "Url"), ...elements(root, "String")]
      .filter((element) => element.hasAttribute("id"))
      .map((element) => [element.getAttribute("id") ?? "", inLanguage(element, locale)]),
  );
  const resource = (element: Element): string => {
    const id = element.getAttribute("resid") ?? "";
    const value = resources.get(id);
    if (value === undefined)
      throw new Error(`The manifest names the resource "${id}", but does not have it.`);
    return value;
  };
  const settings =
    firstElement(firstElement(root, "DefaultSettings"), "SourceLocation").getAttribute("DefaultValue") ?? "";
  const base = new URL(".", settings).href;
  const path = (address: string) => (address.startsWith(base) ? address.slice(base.length) : address);
  const custom = elements(root, "ExtensionPoint").find(
    (point) => point.getAttribute("xsi:type") === "CustomFunctions",
  );
  if (!custom) throw new Error("The manifest has no extension point of custom functions.");
  const shortcuts = elements(root, "ExtendedOverrides")[0]?.getAttribute("Url") ?? undefined;
  const buttonOf = (control: Element): RibbonButton => {
    const action = firstElement(control, "Action");
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(firstElement(control, "Label")),
      tip: resource(firstElement(firstElement(control, "Supertip"), "Description")),
      icons: new Map(
        elements(control, "Image").map((image) => [
          Number(image.getAttribute("size")),
          path(resource(image)),
        ]),
      ),
      action:
        action.getAttribute("xsi:type") === "ShowTaskpane"
          ? { kind: "pane" }
          : { kind: "function", name: firstElement(action, "FunctionName").textContent ?? "" },
    };
  };
  return {
    id: firstElement(root, "Id").textContent?.trim() ?? "",
    version: firstElement(root, "Version").textContent?.trim() ?? "",
    name: inLanguage(firstElement(root, "DisplayName"), locale),
    pane: path(settings),
    functions: path(resource(firstElement(firstElement(custom, "Metadata"), "SourceLocation"))),
    namespace: resource(firstElement(custom, "Namespace")),
    groups: elements(root, "Group").map((group) => ({
      id: group.getAttribute("id") ?? "",
      label: resource(firstElement(group, "Label")),
      buttons: elements(group, "Control").map(buttonOf),
    })),
    cellMenu: elements(root, "OfficeMenu")
      .filter((menu) => menu.getAttribute("id") === "ContextMenuCell")
      .flatMap((menu) => elements(menu, "Control").map(buttonOf)),
    shortcuts: shortcuts && path(shortcuts),
  };
}

function inLanguage(element: Element, locale: Locale): string {
  const override = elements(element, "Override").find(
    (candidate) => candidate.getAttribute("Locale") === locale,
  );
  return override?.getAttribute("Value") ?? element.getAttribute("DefaultValue") ?? "";
}

function firstElement(parent: Element, name: string): Element {
  const element = elements(parent, name)[0];
  if (!element) throw new Error(`The manifest has no <${name}> in <${parent.localName}>.`);
  return element;
}

function elements(parent: Element, name: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS("*", name));
}
