import type { Plan } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { chartName, tableName } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import type { Filter, HiddenRows } from "../reading/hiddenRows";
import type { TableReading } from "../reading/placeReading";
import { can } from "../session/capabilities";
import type { ExtraColumns } from "./extraColumns";
import type { KeptCell } from "./keepChanges";
import type { UserFormat } from "./userFormats";

/** The block at a place. Areas are absolute. */
export interface OldBlock {
  /** The name of its sheet. */
  sheetName: string;
  area: Area;
  record: BlockRecord;
  /** The record's text in the sheet's property; undefined if it is in the document's settings. */
  keptText?: string | undefined;
  /** The plan that it was made from, if known. Needed if the host does not tell the formats of single cells. */
  plan?: Plan;
  tables: readonly TableReading[];
  /** Whether Excel refuses to tell the tables: then these are the recorded ones, and some may be gone. */
  tablesUnsure?: true;
  /** The names of all charts on the sheet; undefined if Excel refuses to tell. */
  charts: readonly string[] | undefined;
  /** One of its filled cells (absolute), to try whether cells can be written. */
  sample?: { area: Area; formula: unknown };
  /** The rows of the sheet that follow a page break. */
  breaks: readonly number[];
  /** Whether its writing was interrupted. */
  unfinished: boolean;
}

/** What to do with hidden rows at a place. */
export interface HiddenAtTarget {
  /** Filters to remove for the writing. */
  pause: readonly Filter[];
  /** Those to set again afterwards. */
  resume: readonly Filter[];
  /** Rows (of the sheet) that stay hidden: setting a height would show them. */
  stay: readonly number[];
  /** Present if all rows of this area are shown, and filters removed for good. */
  show?: { area: Area; hidden: HiddenRows; tables: readonly string[] };
}

/** The place of a plan, and what is known of it. */
export interface Target {
  /** The id of the sheet; of a new one its name. */
  sheet: string;
  at: readonly [row: number, column: number];
  /** The id of the block, for names of tables and charts. */
  id: string;
  /** The workbook's accent; absent if unknown. */
  accent?: string;
  /** The marker and record; absent for plain cells. */
  record?: BlockRecord;
  /** The name of a sheet to make for it. */
  newSheet?: string;
  /** The new name of its sheet. */
  rename?: string | undefined;
  old?: OldBlock;
  /** The user's cells that stay in it. */
  keptCells?: readonly KeptCell[];
  /** The formats that the user gave cells. */
  userFormats?: readonly UserFormat[];
  /** The titles that the user gave charts, by the charts' ids. */
  titles?: ReadonlyMap<string, string>;
  /** Columns that the user added to its tables. */
  extra?: readonly ExtraColumns[];
  /** What to do with hidden rows at the place. */
  hidden?: HiddenAtTarget;
  /** The names of the sheet's charts before; undefined if Excel refuses to tell. */
  charts: readonly string[] | undefined;
  /** The present widths of columns and heights of rows in points; absent if unknown. */
  widths?: readonly number[];
  heights?: Readonly<Record<number, number>>;
  /** Set by the writing: a new sheet's id, whether it was renamed, and what Excel has stored of the record. */
  written: { sheetId?: string; renamed?: true; keptText?: string };
}

/**
 * Whether rows or columns were inserted or deleted inside a block, so that its tables and charts have moved. The
 * marker is a defined name, which Excel moves and stretches with its cells; the record says how it was.
 */
export const hasChangedShape = ({ area, record }: OldBlock): boolean =>
  area[2] !== record.rows || area[3] !== record.columns;

/**
 * What to do with a table of the old block: leave it ("stay"), resize it to the returned area, or convert it into
 * plain cells. Only a converted table loses the user's changes.
 */
export function tableChange(
  name: string,
  plan: Plan,
  target: Target,
  old: OldBlock,
): "stay" | "convert" | Area {
  const before = old.record.tables.find((table) => table.name === name)?.area;
  const now = plan.tables.find((_table, index) => nameOf(target, plan, index) === name)?.area;
  if (hasChangedShape(old) || !before || !now || before[0] !== now[0] || before[1] !== now[1])
    return "convert";
  if (before[2] === now[2] && before[3] === now[3]) return "stay";
  if (!can("resize")) return "convert";
  return [now[0], now[1], now[2], now[3] + extraOf(target, name)];
}

/** The number of columns that the user added to a table. `name` is the table's present one; 0 for a new table. */
export const extraOf = ({ extra = [] }: Target, name: string): number =>
  extra.find(({ table }) => table === name)?.count ?? 0;

/**
 * Whether a staying table gets filter buttons, which it did not have. False for a new table, which is made with them.
 */
export function needsFilterButtons(name: string, plan: Plan, target: Target, old: OldBlock): boolean {
  const index = plan.tables.findIndex((_table, at) => nameOf(target, plan, at) === name);
  const before = old.record.tables.find((table) => table.name === name);
  return plan.tables[index]?.filter === true && before !== undefined && before.filter !== true;
}

/**
 * The present or future name of a table of the plan. `index` is the table's in the plan. Before it is written, the
 * name is made of the block's id.
 */
export const nameOf = ({ id, record }: Target, { tables }: Plan, index: number): string =>
  record?.tables[index]?.name ?? tableName(id, tables[index]?.id ?? "");

/**
 * The titles that the user gave the charts of a block, by the charts' ids.
 * @param titles the present titles by the charts' names; default: none known
 */
export function userTitles(
  { id, charts, left }: BlockRecord,
  titles: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  // A part that Excel refused was not written, so differences in it are not the user's.
  if (left?.some((part) => part.startsWith("chart"))) return new Map();
  return new Map(
    charts.flatMap((chart): [string, string][] => {
      const now = titles.get(chartName(id, chart.id));
      return now && now !== chart.title ? [[chart.id, now]] : [];
    }),
  );
}

/** A chart with the title that the user gave it. `titles` are by chart id; unchanged for a chart without one. */
export const titled = <T extends { id: string; title: string }>(
  chart: T,
  titles: ReadonlyMap<string, string> | undefined,
): T => ({ ...chart, title: titles?.get(chart.id) ?? chart.title });
