import { today } from "../../dataset/time/today";
import { settingKeys } from "../../functions/settings";
import { readHeadings } from "../../userTables/headings";
import { formerNames, keepTable, keptNames, MOST_KEPT, packTable } from "../../userTables/keep";
import { readTable } from "../../userTables/readTable";
import { doneWords, replacesWords, wrongs } from "../../userTables/texts";
import type { TableRead } from "../../userTables/types";
import type { UserTableActions } from "../../workbook/api";
import type { Outcome } from "../../workbook/outcome";
import type { UserTableFinding } from "../../workbook/problem";
import { can } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf, problemOf } from "../session/errors";
import { setting } from "../session/settings";
import { saveSetting } from "./saveSetting";

/** A table as it was read, and its place. */
interface WorkbookTable extends TableRead {
  sheet: string;
  /** Without the sheet's name. */
  address: string;
  /** Names of all tables of the workbook. */
  tableNames: readonly string[];
}

/** The actions on the user's tables. The joined rows are kept in settings, which functions read at once. */
export function userTableActions(timeoutMs: number): UserTableActions {
  return {
    async useTable(name) {
      if (!can("tablesOfRange"))
        return { ok: false, problem: { name: "not-supported", needs: "ExcelApi 1.9" } };
      let tableRead: WorkbookTable;
      try {
        tableRead = await runInContext(timeoutMs, (context) => readOrFollow(context, name));
      } catch (error) {
        if (!/^(ItemNotFound|InvalidSelection)$/.test(codeOf(error)))
          return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
        return { ok: false, problem: name ? { name: "table-gone", table: name } : { name: "no-table" } };
      }
      const { sheet, address, name: table } = tableRead;
      const failed = (findings: readonly UserTableFinding[]): Outcome => ({
        ok: false,
        problem: { name: "user-table", table, sheet, findings },
      });
      const before = setting(settingKeys.own);
      // A renamed table is still the same table.
      const former = formerNames(before, tableRead, tableRead.tableNames);
      const rowsRead = readTable(tableRead, setting("ECOM.date1904") === true, former);
      if (!rowsRead.ok) return failed(rowsRead.findings);
      const tables = keepTable(before, table, packTable(table, rowsRead.rows, today()), former);
      if ((tables?.length ?? 0) > MOST_KEPT) return failed([{ address, text: wrongs.large }]);
      const [joined, replaces] = [doneWords(table, rowsRead.rows, rowsRead.without), replacesWords(former)];
      const text = { en: joined.en + replaces.en, zh: joined.zh + replaces.zh };
      return saveSetting(settingKeys.own, tables, timeoutMs, { sheet, address, text });
    },
    dropTable: (name) => saveSetting(settingKeys.own, keepTable(setting(settingKeys.own), name), timeoutMs),
  };
}

/** Reads a table. If no table has the name any more, looks for the same table under another name. */
async function readOrFollow(context: Context, name: string | undefined): Promise<WorkbookTable> {
  try {
    return await read(context, name);
  } catch (error) {
    if (name === undefined || codeOf(error) !== "ItemNotFound") throw error;
    const followed = await follow(context, name);
    if (!followed) throw error;
    return followed;
  }
}

/** The only table with the indicators of the wanted one, which was renamed; undefined for none or several. */
async function follow(context: Context, name: string): Promise<WorkbookTable | undefined> {
  const { tables } = context.workbook;
  tables.load("items/name");
  await context.sync();
  const keptTables = setting(settingKeys.own);
  const used = new Set(keptNames(keptTables));
  const heads = tables.items
    .filter((table) => !used.has(table.name))
    .map((table) => {
      const head = table.getHeaderRowRange();
      head.load("values");
      return { name: table.name, head };
    });
  await context.sync();
  const readable = heads.filter(({ head }) => !("wrong" in readHeadings(head.values[0] ?? [])));
  const holding: WorkbookTable[] = [];
  for (const candidate of readable) {
    // Nearly always one: a table that was renamed.
    const table = await read(context, candidate.name);
    if (formerNames(keptTables, table, table.tableNames).includes(name)) holding.push(table);
  }
  return holding.length === 1 ? holding[0] : undefined;
}

/** Reads a table by its name, or the one at the selected cell. */
async function read(context: Context, name: string | undefined): Promise<WorkbookTable> {
  const { workbook } = context;
  const table = name
    ? workbook.tables.getItem(name)
    : workbook.getSelectedRange().getCell(0, 0).getTables(false).getFirst();
  const tableRange = table.getRange();
  const head = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  workbook.tables.load("items/name");
  table.load("name");
  table.worksheet.load("name");
  tableRange.load("address");
  head.load("values,rowIndex,columnIndex");
  body.load("values,numberFormat");
  await context.sync();
  return {
    name: table.name,
    sheet: table.worksheet.name,
    address: tableRange.address.slice(tableRange.address.lastIndexOf("!") + 1),
    at: [head.rowIndex, head.columnIndex],
    headings: head.values[0] ?? [],
    rows: body.values,
    formats: body.numberFormat,
    tableNames: workbook.tables.items.map((existing) => existing.name),
  };
}
