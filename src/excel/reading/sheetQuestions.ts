/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here each question returns the function that reads. */
import type { Area } from "../../workbook/a1";
import { parseA1 } from "../../workbook/a1";
import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Questions } from "./questions";

/** Gives the sheet in question, in each message. */
type SheetIn = (objects: BatchObjects) => Excel.Worksheet;

/** A defined name of a sheet. */
export interface NameSeen {
  name: string;
  value: unknown;
  comment: string;
}

/** The defined names of a sheet, which include markers and so are required; none on hosts without them. */
export function askNames(ask: Questions, sheetIn: SheetIn): () => readonly NameSeen[] {
  if (!can("names")) return () => [];
  const asking = (wanted: string, commented: boolean) => (objects: BatchObjects) => {
    const { names } = sheetIn(objects);
    names.load(wanted);
    return () =>
      names.items.map((name) => ({
        name: name.name,
        value: name.value as unknown,
        comment: commented ? name.comment : "",
      }));
  };
  return ask.must(
    "Worksheet.names",
    asking("items/name,items/value,items/comment", true),
    asking("items/name,items/value", false),
  );
}

/** The custom properties of a sheet by key in lower case; none if the host has none. */
export function askProperties(ask: Questions, sheetIn: SheetIn): () => ReadonlyMap<string, string> {
  if (!can("sheetProperties")) return () => new Map();
  return ask.must("Worksheet.customProperties", (objects) => {
    const { customProperties } = sheetIn(objects);
    customProperties.load("items/key,items/value");
    return () => new Map(customProperties.items.map(({ key, value }) => [key.toLowerCase(), value]));
  });
}

/** Whether a sheet is protected; false if the host does not tell: then Excel refuses the writing. */
export function askProtection(ask: Questions, sheetIn: SheetIn): () => boolean {
  return ask.may("Worksheet.protection", false, (objects) => {
    const { protection } = sheetIn(objects);
    protection.load("protected");
    return () => protection.protected;
  });
}

/** The names of a sheet's tables, in order; undefined if the host refuses to tell. */
export function askTables(ask: Questions, sheetIn: SheetIn): () => readonly string[] | undefined {
  return ask.may<readonly string[] | undefined>("Worksheet.tables", undefined, (objects) => {
    const { tables } = sheetIn(objects);
    tables.load("items/name");
    return () => tables.items.map(({ name }) => name);
  });
}

/** The area of a table; undefined if the host refuses to tell. */
export function askTableArea(ask: Questions, sheetId: string, name: string): () => Area | undefined {
  return ask.may<Area | undefined>(`Table.getRange of ${name}`, undefined, (objects) => {
    const range = objects.sheet(sheetId).tables.getItem(name).getRange();
    range.load("address");
    return () => parseA1(range.address)?.area;
  });
}

/** The names of a sheet's charts, in order; undefined if the host refuses to tell. */
export function askCharts(ask: Questions, sheetIn: SheetIn): () => readonly string[] | undefined {
  return ask.may<readonly string[] | undefined>("Worksheet.charts", undefined, (objects) => {
    const { charts } = sheetIn(objects);
    charts.load("items/name");
    return () => charts.items.map(({ name }) => name);
  });
}

/** The titles of a sheet's charts by name; none if the host refuses to tell. */
export function askChartTitles(ask: Questions, sheetIn: SheetIn): () => ReadonlyMap<string, string> {
  return ask.may<ReadonlyMap<string, string>>("ChartTitle.text", new Map(), (objects) => {
    const { charts } = sheetIn(objects);
    charts.load("items/name,items/title/text");
    return () => new Map(charts.items.map(({ name, title }) => [name, title.text]));
  });
}

/** A sheet's last filled cell; undefined on an empty sheet. */
export function askUsedArea(ask: Questions, sheetIn: SheetIn): () => Area | undefined {
  return ask.may<Area | undefined>("Worksheet.getUsedRangeOrNullObject", undefined, (objects) => {
    const used = sheetIn(objects).getUsedRangeOrNullObject(true);
    used.load("address");
    return () => (used.isNullObject ? undefined : parseA1(used.address)?.area);
  });
}

/** The member for page breaks, under which a refusal is remembered. */
export const pageBreaks = "Worksheet.horizontalPageBreaks";

/** The rows that follow a page break; none if the host does not tell. */
export function askPageBreaks(ask: Questions, sheetIn: SheetIn): () => readonly number[] {
  if (!can("print")) return () => [];
  return ask.may<readonly number[]>(pageBreaks, [], (objects) => {
    const { horizontalPageBreaks } = sheetIn(objects);
    horizontalPageBreaks.load("items/rowIndex");
    return () => horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex);
  });
}

/** Whether the workbook's structure is protected; undefined if the host does not tell. */
export function askLocked(ask: Questions): () => boolean | undefined {
  if (!can("structure")) return () => undefined;
  return ask.may<boolean | undefined>("Workbook.protection", undefined, ({ workbook }) => {
    const { protection } = workbook;
    protection.load("protected");
    return () => protection.protected;
  });
}

/** The sheets of the workbook, in their order. Where a host does not tell visibility, all count as visible. */
export function askSheets(ask: Questions): () => readonly { id: string; name: string; hidden: boolean }[] {
  const asking = (wanted: string, seen: boolean) => (objects: BatchObjects) => {
    const sheets = objects.workbook.worksheets;
    sheets.load(wanted);
    return () =>
      sheets.items.map((sheet) => ({
        id: sheet.id,
        name: sheet.name,
        hidden: seen && sheet.visibility !== "Visible",
      }));
  };
  return ask.must(
    "Workbook.worksheets",
    asking("items/id,items/name,items/visibility", true),
    asking("items/id,items/name", false),
  );
}

/** The active sheet; empty texts if the host refuses to tell. */
export function askActive(ask: Questions): () => { id: string; name: string } {
  const asking = (sheetIn: SheetIn) => (objects: BatchObjects) => {
    const active = sheetIn(objects);
    active.load("id,name");
    return () => ({ id: active.id, name: active.name });
  };
  return ask.may(
    "WorksheetCollection.getActiveWorksheet",
    { id: "", name: "" },
    asking(({ workbook }) => workbook.worksheets.getActiveWorksheet()),
    asking(({ workbook }) => workbook.getSelectedRange().worksheet),
  );
}
