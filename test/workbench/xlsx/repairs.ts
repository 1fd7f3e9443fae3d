import { posix } from "node:path";
import { parse, tokenize } from "@borgar/fx";
import { DOMParser } from "@xmldom/xmldom";
import type { Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { columnLetters, parseA1 } from "../../../src/workbook/a1";

/** A rectangle of cells by rows and columns from 1. */
interface Cells {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Faults that no schema finds, and for which Excel repairs a file or shows it differently: tables whose columns are not
 * named by their headings, tables over each other or over merged cells, formulas that do not parse or name a missing
 * sheet, parts without a relationship. One line each; none for a sound file. The rules come from reports of files that
 * were repaired.
 */
export function repairs(bytes: Uint8Array): string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const said: string[] = [];
  const root = (name: string): Element => {
    const element = new DOMParser().parseFromString(parts.get(name) ?? "<none/>", "text/xml").documentElement;
    if (!element) throw new Error(`${name} is empty.`);
    return element;
  };
  said.push(...packaging(parts, root));
  const targets = (part: string) => targetsOf(part, parts, root);
  const workbook = root("xl/workbook.xml");
  const names = find(workbook, "sheet").map((element) => element.getAttribute("name") ?? "");
  const lower = names.map((name) => name.toLowerCase());
  if (new Set(lower).size < names.length) said.push(`sheets of one name: ${names.join(", ")}`);
  for (const name of names)
    if (name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$|^history$/i.test(name))
      said.push(`a sheet is called "${name}"`);
  if (find(workbook, "sheet").every((element) => element.getAttribute("state")))
    said.push("no sheet is visible");
  const texts = parts.has("xl/sharedStrings.xml")
    ? find(root("xl/sharedStrings.xml"), "si").map((element) => element.textContent ?? "")
    : [];
  const looks = find(find(root("xl/styles.xml"), "cellXfs")[0], "xf").length;
  const taken = new Set<string>();
  const books = targets("xl/workbook.xml");
  find(workbook, "sheet").forEach((element, index) => {
    const part = books.get(element.getAttribute("r:id") ?? "") ?? "";
    const where = names[index] ?? "";
    const sheet = root(part);
    const cells = new Map(find(sheet, "c").map((cell) => [cell.getAttribute("r") ?? "", cell]));
    const text = (address: string): string | undefined => {
      const cell = cells.get(address);
      const value = find(cell, "v")[0]?.textContent ?? undefined;
      return cell?.getAttribute("t") === "s" ? texts[Number(value)] : undefined;
    };
    for (const [address, cell] of cells) {
      if (Number(cell.getAttribute("s") ?? 0) >= looks) said.push(`${where}!${address} has no such look`);
      if (cell.getAttribute("t") === "s" && text(address) === undefined)
        said.push(`${where}!${address} has no such text`);
      const formula = find(cell, "f")[0];
      if (formula)
        said.push(...formulaFaults(formula, lower).map((fault) => `${where}!${address}: ${fault}`));
    }
    const merges = find(sheet, "mergeCell").map((merge) => cellsOf(merge.getAttribute("ref") ?? ""));
    const tables = [...targets(part).values()].filter((name) => name.startsWith("xl/tables/"));
    const places = tables.map((name) => {
      const table = root(name);
      said.push(...tableFaults(table, text, taken).map((fault) => `${where}, ${name}: ${fault}`));
      return cellsOf(table.getAttribute("ref") ?? "");
    });
    const all = [...merges, ...places];
    all.forEach((place, at) => {
      if (all.slice(at + 1).some((other) => meet(place, other)))
        said.push(`${where}: tables or merged cells lie over each other`);
    });
  });
  for (const defined of find(workbook, "definedName")) {
    const name = defined.getAttribute("name") ?? "";
    const key = `${defined.getAttribute("localSheetId") ?? ""}!${name.toLowerCase()}`;
    if (taken.has(key)) said.push(`the name ${name} is there twice`);
    taken.add(key);
    said.push(...formulaFaults(defined, lower).map((fault) => `the name ${name}: ${fault}`));
  }
  for (const name of parts.keys()) {
    if (!name.startsWith("xl/charts/chart")) continue;
    for (const formula of find(root(name), "c:f"))
      said.push(...formulaFaults(formula, lower).map((fault) => `${name}: ${fault}`));
  }
  return said;
}

type Root = (name: string) => Element;

function packaging(parts: ReadonlyMap<string, string>, root: Root): string[] {
  const said: string[] = [];
  const types = find(root("[Content_Types].xml"), "Override").map((element) =>
    element.getAttribute("PartName"),
  );
  const led = new Set<string>();
  for (const name of parts.keys()) {
    if (!name.endsWith(".rels")) continue;
    const from = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
    for (const [id, target] of targetsOf(from, parts, root)) {
      led.add(target);
      if (!parts.has(target)) said.push(`${name}: ${id} leads to ${target}, which is not there`);
    }
    for (const element of find(root(name), "Relationship"))
      if (
        element.getAttribute("TargetMode") !== "External" &&
        element.getAttribute("Target")?.startsWith("/")
      )
        said.push(`${name}: ${element.getAttribute("Target")} is no relative path`);
  }
  for (const name of parts.keys()) {
    if (name === "[Content_Types].xml" || name.endsWith(".rels")) continue;
    if (!led.has(name)) said.push(`nothing leads to ${name}`);
    if (name.endsWith(".xml") && !name.startsWith("customXml/") && !types.includes(`/${name}`))
      said.push(`${name} has no type`);
  }
  return said;
}

/** The parts that a part leads to, by the relationship's id. */
function targetsOf(part: string, parts: ReadonlyMap<string, string>, root: Root): Map<string, string> {
  const rels = part.replace(/([^/]*)$/, "_rels/$1.rels");
  if (!parts.has(rels)) return new Map();
  const inside = find(root(rels), "Relationship").filter(
    (element) => element.getAttribute("TargetMode") !== "External",
  );
  return new Map(
    inside.map((element) => [
      element.getAttribute("Id") ?? "",
      posix.join(posix.dirname(part), element.getAttribute("Target") ?? ""),
    ]),
  );
}

function tableFaults(
  table: Element,
  text: (address: string) => string | undefined,
  taken: Set<string>,
): string[] {
  const said: string[] = [];
  const name = table.getAttribute("displayName") ?? "";
  if (taken.has(`!${name.toLowerCase()}`)) said.push(`${name} is there twice`);
  taken.add(`!${name.toLowerCase()}`);
  const ref = table.getAttribute("ref") ?? "";
  const place = cellsOf(ref);
  const columns = find(table, "tableColumn").map((element) => element.getAttribute("name") ?? "");
  if (columns.length !== place.right - place.left + 1) said.push(`${columns.length} columns over ${ref}`);
  if (new Set(columns.map((element) => element.toLowerCase())).size < columns.length)
    said.push(`columns of one name: ${columns.join(", ")}`);
  const headed = table.getAttribute("headerRowCount") !== "0";
  if (place.bottom - place.top < (headed ? 1 : 0)) said.push(`${name} has no row`);
  columns.forEach((column, at) => {
    const address = `${columnLetters(place.left + at - 1)}${place.top}`;
    // A break in a heading stands in the attribute as _x000a_.
    const plain = (element: string | undefined) =>
      element?.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (headed && plain(text(address)) !== plain(column))
      said.push(`column "${column}", but ${address} holds "${text(address)}"`);
  });
  return said;
}

function formulaFaults(element: Element, sheets: readonly string[]): string[] {
  const formula = element.textContent ?? "";
  if (formula === "#REF!") return [];
  const said: string[] = [];
  if (formula.length > 8192) said.push("a formula of over 8,192 characters");
  const tokens = tokenize(`=${formula}`, { mergeRefs: true });
  // Forms that only files have: SINGLE, ANCHORARRAY, [#This Row].
  if (tokens.some(({ type, value }) => type === "operator" && "@#".includes(value)))
    said.push(`signs that a file does not have: ${formula}`);
  try {
    parse(tokens);
  } catch {
    said.push(`no formula: ${formula}`);
  }
  for (const { type, value } of tokens) {
    if (type === "string" && value.length > 257) said.push("a text of over 255 characters");
    if (type === "structured" && /^\[|\[@/.test(value)) said.push(`a short reference to a table: ${value}`);
    if (!type.startsWith("range") || !value.includes("!")) continue;
    const name = value.slice(0, value.lastIndexOf("!")).replace(/^'|'$/g, "").replaceAll("''", "'");
    const both = name.toLowerCase().split(":");
    if (!both.every((element) => sheets.includes(element))) said.push(`no sheet "${name}"`);
  }
  return said;
}

const find = (element: Element | undefined, tag: string): Element[] => [
  ...(element?.getElementsByTagName(tag) ?? []),
];

function cellsOf(ref: string): Cells {
  const [row, column, rows, columns] = parseA1(ref)?.area ?? [0, 0, 1, 1];
  return { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns };
}

const meet = (element: Cells, other: Cells): boolean =>
  element.top <= other.bottom &&
  other.top <= element.bottom &&
  element.left <= other.right &&
  other.left <= element.right;
