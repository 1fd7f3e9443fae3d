import { today } from "../../dataset/time/today";
import type { OwnDataActions } from "../../workbook/api";
import { keepTable, MOST_KEPT, packTable } from "../../userTables/keep";
import { readTable } from "../../userTables/readTable";
import type { TableRead } from "../../userTables/types";
import { doneWords, wrongs } from "../../userTables/texts";
import { settingKeys } from "../../functions/settings";
import { can } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf, problemOf } from "../session/errors";
import { saveSetting } from "./saveSetting";
import { setting } from "../session/settings";
import type { Outcome } from "../../workbook/outcome";
import type { OwnFinding } from "../../workbook/problem";

/** A table as it was read, and where it stands. */
interface Found extends TableRead {
  sheet: string;
  /** Without the sheet's name. */
  address: string;
}

/** The user's own tables: what joins the data is kept in the workbook's settings, where functions find it at once. */
export function ownDataActions(patience: number): OwnDataActions {
  return {
    async useTable(name) {
      if (!can("tablesOfRange"))
        return { ok: false, problem: { name: "not-supported", needs: "ExcelApi 1.9" } };
      let found: Found;
      try {
        found = await runInContext(patience, (context) => read(context, name));
      } catch (error) {
        if (!/^(ItemNotFound|InvalidSelection)$/.test(codeOf(error)))
          return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
        return { ok: false, problem: name ? { name: "table-gone", table: name } : { name: "no-table" } };
      }
      const { sheet, address, name: table } = found;
      const failed = (findings: readonly OwnFinding[]): Outcome => ({
        ok: false,
        problem: { name: "own-data", table, sheet, findings },
      });
      const made = readTable(found, setting("ECOM.date1904") === true);
      if (!made.ok) return failed(made.findings);
      const kept = keepTable(setting(settingKeys.own), table, packTable(table, made.rows, today()));
      if ((kept?.length ?? 0) > MOST_KEPT) return failed([{ address, text: wrongs.large }]);
      return saveSetting(settingKeys.own, kept, patience, {
        sheet,
        address,
        text: doneWords(table, made.rows, made.without),
      });
    },
    dropTable: (name) => saveSetting(settingKeys.own, keepTable(setting(settingKeys.own), name), patience),
  };
}

/** Reads a table by its name, or the one in which the selected cell stands. */
async function read(context: Context, name: string | undefined): Promise<Found> {
  const { workbook } = context;
  const table = name
    ? workbook.tables.getItem(name)
    : workbook.getSelectedRange().getCell(0, 0).getTables(false).getFirst();
  const whole = table.getRange();
  const head = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  table.load("name");
  table.worksheet.load("name");
  whole.load("address");
  head.load("values,rowIndex,columnIndex");
  body.load("values,numberFormat");
  await context.sync();
  return {
    name: table.name,
    sheet: table.worksheet.name,
    address: whole.address.slice(whole.address.lastIndexOf("!") + 1),
    at: [head.rowIndex, head.columnIndex],
    headings: head.values[0] ?? [],
    rows: body.values,
    formats: body.numberFormat,
  };
}
