import { existsSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, onErrorStopParsing, type Element } from "@xmldom/xmldom";
import { all, children, pngSize, typeOf } from "./elements";

/** A fault in the manifest: the rule it breaks and where. */
export interface Finding {
  rule:
    | "runtime"
    | "group"
    | "id"
    | "version"
    | "order"
    | "resid"
    | "icon"
    | "url"
    | "length"
    | "locale"
    | "permission"
    | "parse";
  message: string;
}

/**
 * The order of child elements that Microsoft's schema prescribes, by parent. Elements that are not listed for a
 * parent are not allowed under it here: a misspelt or misplaced element is a finding, as it is online.
 */
const order: Record<string, readonly string[]> = {
  OfficeApp: [
    ..."Id AlternateId Version ProviderName DefaultLocale DisplayName Description".split(" "),
    ..."IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements".split(" "),
    ..."DefaultSettings Permissions VersionOverrides ExtendedOverrides".split(" "),
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  "VersionOverrides/Hosts/Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "SupportsSharedFolders", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  Group: ["Label", "Icon", "Control"],
  OfficeMenu: ["Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  "Action ShowTaskpane": ["TaskpaneId", "SourceLocation", "Title"],
  "Action ExecuteFunction": ["FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

/** Where in the resources an element's resource must stand; every other element names an address. */
const groupFor: Record<string, string> = {
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
  Image: "Images",
};

const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80];
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function orderOf(element: Element): readonly string[] | undefined {
  const name = element.localName ?? "";
  const parent = element.parentNode as Element | null;
  const path = `${(parent?.parentNode as Element | null)?.localName}/${parent?.localName}/${name}`;
  return order[path] ?? order[`${name} ${typeOf(element)}`] ?? order[name];
}

/** A manifest that is checked. */
interface Checked {
  root: Element;
  xml: string;
  base: string;
  folder: string;
  /** The resources by their id. */
  defined: ReadonlyMap<string, Element>;
  /** The text of the first element with this name. */
  text: (name: string) => string;
  find: (rule: Finding["rule"], message: string) => void;
}

/**
 * Checks those rules of Microsoft's reference that can be read off a file. Unchecked here, because only Microsoft's service
 * knows them: whether the id is in use in AppSource, the store's own rules for texts and pictures, and whether the addresses
 * answer from the internet.
 * @param xml The manifest's text.
 * @param base The address the manifest must point to, with a slash at the end.
 * @param folder The folder that is served at that address.
 */
export function checkManifest(xml: string, base: string, folder: string): Finding[] {
  const findings: Finding[] = [];
  let root: Element | null;
  try {
    root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, "text/xml").documentElement;
  } catch (error) {
    return [{ rule: "parse", message: String(error) }];
  }
  if (!root) return [{ rule: "parse", message: "the manifest has no root element" }];
  const checked: Checked = {
    root,
    xml,
    base,
    folder,
    defined: new Map(resourcesOf(root).map((resource) => [resource.getAttribute("id") ?? "", resource])),
    text: (name) => all(root, name)[0]?.textContent ?? "",
    find: (rule, message) => void findings.push({ rule, message }),
  };
  const rules = [
    identity,
    elementOrder,
    names,
    resources,
    uses,
    icons,
    addresses,
    runtimes,
    groups,
    languages,
  ];
  for (const rule of rules) rule(checked);
  return findings;
}

const resourcesOf = (root: Element): Element[] =>
  all(root, "Resources").slice(0, 1).flatMap(children).flatMap(children);

/** Id, version and permission; ids of controls are used once. */
function identity({ root, text, find }: Checked): void {
  if (!guid.test(text("Id"))) find("id", `Id "${text("Id")}" is not a GUID`);
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(text("Version")))
    find("version", `Version "${text("Version")}" needs four parts`);
  if (text("Permissions") !== "ReadWriteDocument")
    find("permission", `Permissions is "${text("Permissions")}"`);
  const ids = all(root, "Control")
    .concat(all(root, "Group"))
    .map((element) => element.getAttribute("id"));
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
    find("id", `control id "${id}" is used twice`);
}

/** Elements stand in the order of the schema. */
function elementOrder({ root, find }: Checked): void {
  const walk = (element: Element): void => {
    const allowed = orderOf(element);
    if (allowed) {
      let last = 0;
      for (const child of children(element)) {
        const at = allowed.indexOf(child.localName ?? "");
        if (at < 0) find("order", `<${child.localName}> is not allowed in <${element.localName}>`);
        else if (at < last) find("order", `<${child.localName}> stands too late in <${element.localName}>`);
        last = Math.max(last, at);
      }
    }
    children(element).forEach(walk);
  };
  walk(root);
}

/** Names and descriptions have a length that is allowed. */
function names({ root, find }: Checked): void {
  for (const [name, limit] of Object.entries({ DisplayName: 125, ProviderName: 125, Description: 250 })) {
    const [element] = all(root, name);
    const values = element
      ? [
          element.getAttribute("DefaultValue") ?? element.textContent ?? "",
          ...all(element, "Override").map((override) => override.getAttribute("Value") ?? ""),
        ]
      : [""];
    if (values.some((value) => value.trim() === "" || value.length > limit))
      find("length", `${name} must have 1 to ${limit} characters`);
  }
}

/** Resources have short ids and texts; the functions have a namespace. */
function resources({ root, defined, find }: Checked): void {
  const seen = new Set<string>();
  for (const resource of resourcesOf(root)) {
    const id = resource.getAttribute("id") ?? "";
    if (id.length > 32) find("resid", `"${id}" has more than 32 characters`);
    if (seen.has(id)) find("resid", `"${id}" is defined twice`);
    seen.add(id);
    const group = (resource.parentNode as Element | null)?.localName ?? "";
    const limit = { ShortStrings: 125, LongStrings: 250 }[group];
    const values = [
      resource.getAttribute("DefaultValue"),
      ...all(resource, "Override").map((override) => override.getAttribute("Value")),
    ];
    for (const value of limit ? values : [])
      if (!value || value.length > limit!) find("length", `"${id}" must have 1 to ${limit} characters`);
  }
  const namespace = defined.get(all(root, "Namespace")[0]?.getAttribute("resid") ?? "");
  if (!/^[A-Za-z][\w.]*$/.test(namespace?.getAttribute("DefaultValue") ?? ""))
    find("resid", "the functions need a namespace of letters, digits, dots and underscores");
}

/** Every resource that is named is defined, in the right group, and every one is named. */
function uses({ root, defined, find }: Checked): void {
  const used = new Set<string>();
  const withResid = (element: Element): void => {
    const resid = element.getAttribute("resid");
    if (resid !== null) {
      used.add(resid);
      const group = (defined.get(resid)?.parentNode as Element | null)?.localName;
      const wanted = groupFor[element.localName ?? ""] ?? "Urls";
      if (!defined.has(resid)) find("resid", `"${resid}" is used in <${element.localName}> and not defined`);
      else if (!wanted.split(" ").includes(group ?? ""))
        find("resid", `"${resid}" of <${element.localName}> stands in <${group}>, not in <${wanted}>`);
    }
    children(element).forEach(withResid);
  };
  withResid(root);
  for (const id of defined.keys()) if (!used.has(id)) find("resid", `"${id}" is defined and never used`);
}

/** Icons are pictures of their size that the build serves. */
function icons({ root, base, folder, defined, find }: Checked): void {
  for (const icon of all(root, "Icon")) {
    const sizes = all(icon, "Image").map((image) => Number(image.getAttribute("size")));
    for (const size of iconSizes) if (!sizes.includes(size)) find("icon", `an icon lacks the size ${size}`);
    for (const image of all(icon, "Image")) {
      const url = defined.get(image.getAttribute("resid") ?? "")?.getAttribute("DefaultValue") ?? "";
      const file = join(folder, url.replace(base, ""));
      const size = Number(image.getAttribute("size"));
      const real = url.startsWith(base) && existsSync(file) ? pngSize(file) : undefined;
      if (real?.[0] !== size || real[1] !== size) find("icon", `${url} is not a PNG of ${size} by ${size}`);
    }
  }
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    const url = all(root, name)[0]?.getAttribute("DefaultValue") ?? "";
    const file = join(folder, url.replace(base, ""));
    if (!existsSync(file) || pngSize(file)?.[0] !== size)
      find("icon", `${name} must be a PNG of ${size} by ${size}`);
  }
}

/** Addresses stand under the base, and the build serves them. */
function addresses({ xml, base, folder, find }: Checked): void {
  for (const [, url] of xml.matchAll(/(?:DefaultValue|Value|Url)="(https?:[^"]*)"/g)) {
    if (!url!.startsWith(base)) find("url", `${url} does not stand under ${base}`);
    else if (!existsSync(join(folder, url!.slice(base.length))))
      find("url", `${url} is not served by the build`);
  }
}

/** One runtime serves the pane, the buttons and the functions: all name the same page. */
function runtimes({ root, defined, find }: Checked): void {
  const resids = all(root, "Runtime").map((runtime) => runtime.getAttribute("resid"));
  const shared = [
    ...all(root, "FunctionFile"),
    ...all(root, "Page").flatMap((page) => all(page, "SourceLocation")),
    ...all(root, "Action").flatMap((action) => all(action, "SourceLocation")),
  ];
  for (const element of shared) {
    const resid = element.getAttribute("resid");
    if (!resids.includes(resid))
      find("runtime", `<${element.localName}> names "${resid}", which is no runtime's`);
  }
  for (const runtime of all(root, "Runtime"))
    if (runtime.getAttribute("lifetime") !== "long")
      find("runtime", "a shared runtime must have a long lifetime");
  const page = all(root, "DefaultSettings")[0];
  const first = page && all(page, "SourceLocation")[0]?.getAttribute("DefaultValue");
  for (const resid of resids)
    if (defined.get(resid ?? "")?.getAttribute("DefaultValue") !== first)
      find("runtime", `the runtime "${resid}" is another page than the pane's, ${first}`);
  const sets = all(root, "Set").map((set) => set.getAttribute("Name"));
  if (resids.length > 0 && !sets.includes("SharedRuntime"))
    find("runtime", "a manifest with a runtime must require the set SharedRuntime");
}

/** Tabs have at most six groups, and ids are not too long. */
function groups({ root, find }: Checked): void {
  for (const tab of all(root, "OfficeTab"))
    if (all(tab, "Group").length > 6) find("group", `"${tab.getAttribute("id")}" has more than 6 groups`);
  for (const element of all(root, "Control").concat(all(root, "Group")))
    if ((element.getAttribute("id") ?? "").length > 125)
      find("length", `the id "${element.getAttribute("id")}" has more than 125 characters`);
}

/** Every text has a Chinese one. */
function languages({ root, text, find }: Checked): void {
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(text("DefaultLocale")))
    find("locale", `DefaultLocale is "${text("DefaultLocale")}"`);
  const localised = [...all(root, "DisplayName"), ...all(root, "Description").slice(0, 1)];
  for (const element of [...localised, ...all(root, "String")]) {
    const id = element.getAttribute("id") ?? element.localName;
    const chinese = all(element, "Override").some((override) => override.getAttribute("Locale") === "zh-CN");
    if (!chinese && id !== "Functions.Namespace") find("locale", `"${id}" has no Chinese text`);
  }
}
