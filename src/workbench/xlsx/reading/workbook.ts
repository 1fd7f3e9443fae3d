import type { NameState, PageLayoutState, PropertiesState } from "../../state";
import { emptyWorkbook } from "../../state";
import { childOf, childrenOf, flagOf, numberOf, textOf } from "./elements";
import type { OpenedPackage } from "./package";
import { readLines, readReference, splitList } from "./places";

/** A defined name of the file, also those in which Excel stores settings. */
interface FileName {
  name: string;
  /** The index of its sheet; undefined for the workbook's. */
  sheet: number | undefined;
  text: string;
  comment: string;
  visible: boolean;
}

/**
 * The names in a workbook part, including Excel's own. Excel's own begin with "_xlnm."; `sheet` is the place of the
 * sheet that a name is limited to.
 */
export function readNames(workbook: Element): FileName[] {
  return childrenOf(childOf(workbook, "definedNames"), "definedName").map((name) => ({
    name: textOf(name, "name") ?? "",
    sheet: numberOf(name, "localSheetId"),
    text: name.textContent ?? "",
    comment: textOf(name, "comment") ?? "",
    visible: !flagOf(name, "hidden"),
  }));
}

/** The names of users and add-ins. `sheetIds` are the ids of the sheets, in order. */
export function ownNames(
  names: readonly FileName[],
  sheetIds: readonly string[],
  formula: (stored: string) => string,
): NameState[] {
  return names
    .filter(({ name }) => !name.startsWith("_xlnm."))
    .map(({ name, sheet, text, comment, visible }, index) => ({
      id: `name-${index}`,
      name,
      sheetId: sheet === undefined ? null : (sheetIds[sheet] ?? null),
      formula: formula(text),
      comment,
      visible,
    }));
}

/**
 * The print area and print titles of a sheet, which files store as names. `sheet` is its place in the workbook.
 * Empty, or null, where nothing is set.
 */
export function readPrinted(
  names: readonly FileName[],
  sheet: number,
  sheetId: string,
): Pick<PageLayoutState, "printArea" | "printTitleRows" | "printTitleColumns"> {
  const textsOf = (name: string) => {
    const match = names.find(
      (definedName) => definedName.sheet === sheet && definedName.name.toLowerCase() === `_xlnm.${name}`,
    );
    return splitList(match?.text ?? "");
  };
  const titles = textsOf("print_titles").flatMap((text) => readLines(text) ?? []);
  const lines = (rows: boolean) => {
    const match = titles.find((title) => title.rows === rows);
    return match ? { first: match.first, count: match.count } : null;
  };
  return {
    printArea: textsOf("print_area").flatMap((text) => {
      const place = readReference(text);
      return place ? [{ sheetId, ...place.cells }] : [];
    }),
    printTitleRows: lines(true),
    printTitleColumns: lines(false),
  };
}

/** The document's properties. "" for what the file does not have. */
export function readProperties(file: OpenedPackage): PropertiesState {
  const part = (kind: string) => {
    const path = file.relations("", kind)[0]?.target;
    return path === undefined ? undefined : file.xml(path);
  };
  const [core, app] = [part("core-properties"), part("extended-properties")];
  const text = (root: Element | undefined, name: string) => childOf(root, name)?.textContent ?? "";
  return {
    ...emptyWorkbook().properties,
    title: text(core, "title"),
    subject: text(core, "subject"),
    author: text(core, "creator"),
    keywords: text(core, "keywords"),
    comments: text(core, "description"),
    lastAuthor: text(core, "lastModifiedBy"),
    category: text(core, "category"),
    manager: text(app, "Manager"),
    company: text(app, "Company"),
  };
}

/**
 * The texts of custom XML parts, except those that hold another part's properties. In the order of the file's
 * relationships.
 */
export function readXmlParts(file: OpenedPackage, workbook: string): string[] {
  return file.relations(workbook, "customXml").flatMap(({ target }) => file.text(target) ?? []);
}
