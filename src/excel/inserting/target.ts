import type { Plan } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { chartName, tableName } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import type { Filter, HiddenRows } from "../reading/hiddenRows";
import type { TableReading } from "../reading/placeReading";
import type { KeptCell } from "./keep";
import type { ExtraColumns } from "./extraColumns";
import type { UserFormat } from "./userFormats";
import { can } from "../session/capabilities";

/** The block that stands at a place. Areas are absolute. */
export interface OldBlock {
  /** What its sheet is called. */
  sheetName: string;
  area: Area;
  record: BlockRecord;
  /** The record's text as the sheet keeps it; undefined: the document's settings keep it. */
  kept?: string | undefined;
  /**
   * The plan that it was made from, where that is still known. Needed where the host does not give the formats of
   * single cells.
   */
  plan?: Plan;
  tables: readonly TableReading[];
  /** Excel has refused to say which tables there are: these are those of the record, and some may be gone. */
  tablesUnsure?: true;
  /** Names of all charts on the sheet; undefined: Excel refuses to say. */
  charts: readonly string[] | undefined;
  /** A filled cell of it (absolute), used to try whether cells can be written. */
  sample?: { area: Area; formula: unknown };
  /** Rows of the sheet above which a page ends. */
  breaks: readonly number[];
  /** Its writing broke off. */
  unfinished: boolean;
}

/** Hidden rows at a place that is written to. */
export interface Unseen {
  /** Filters that are taken off for the writing. */
  pause: readonly Filter[];
  /** Those of them that are set again afterwards. */
  resume: readonly Filter[];
  /** Rows (of the sheet) that stay hidden: their heights are not set. */
  stay: readonly number[];
  /** All rows of this area are to be shown, and filters stay off. */
  show?: { area: Area; hidden: HiddenRows; tables: readonly string[] };
}

/** Where a plan is written, and what is known of the place. */
export interface Target {
  /** Id of the sheet; of a new one its name. */
  sheet: string;
  at: readonly [row: number, column: number];
  /** Id of the block, for names of tables and charts. */
  id: string;
  /** The workbook's accent; absent: not known. */
  accent?: string;
  /** The marker and record; absent for plain cells. */
  record?: BlockRecord;
  /** A sheet to be made for it. */
  newSheet?: string;
  /** What its sheet is to be called from now on. */
  rename?: string | undefined;
  old?: OldBlock;
  /** Cells of the user's that stay in it. */
  kept?: readonly KeptCell[];
  /** The formats that the user gave cells. */
  userFormats?: readonly UserFormat[];
  /** The titles that the user gave charts, by the charts' ids. */
  titles?: ReadonlyMap<string, string>;
  /** Columns that the user added to its tables. */
  extra?: readonly ExtraColumns[];
  /** What happens to the hidden rows at the place. */
  unseen?: Unseen;
  /** Names of the sheet's charts before; undefined: Excel refuses to say. */
  charts: readonly string[] | undefined;
  /** Widths of the columns and heights of the rows of the place as they are, points; absent: not known. */
  widths?: readonly number[];
  heights?: Readonly<Record<number, number>>;
  /** Filled in while it is written: the id of a new sheet, whether the sheet was renamed, whether Excel keeps the record whole. */
  written: { sheetId?: string; renamed?: true; kept?: string };
}

/**
 * Whether rows or columns were inserted or deleted inside a block: then its tables and charts are not where its record
 * says.
 */
export const hasChangedShape = ({ area, record }: OldBlock): boolean =>
  area[2] !== record.rows || area[3] !== record.columns;

/**
 * What to do with a table of the old block: leave it ("stay"), resize it to the returned area, or convert it into plain
 * cells. A table that is not converted keeps what the user changed in it.
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

/** How many columns the user added to a table. */
export const extraOf = ({ extra = [] }: Target, name: string): number =>
  extra.find(({ table }) => table === name)?.count ?? 0;

/** Whether a table that stays gets filter buttons: it was written without them. */
export function needsFilterButtons(name: string, plan: Plan, target: Target, old: OldBlock): boolean {
  const index = plan.tables.findIndex((_table, at) => nameOf(target, plan, at) === name);
  const before = old.record.tables.find((table) => table.name === name);
  return plan.tables[index]?.filter === true && before !== undefined && before.filter !== true;
}

/** The name that a table of the plan has, or is to have. */
export const nameOf = ({ id, record }: Target, { tables }: Plan, index: number): string =>
  record?.tables[index]?.name ?? tableName(id, tables[index]?.id ?? "");

/** The titles that the user gave the charts of a block, by the charts' ids. */
export function userTitles(
  { id, charts, left }: BlockRecord,
  titles: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  // A part that Excel refused was not written, so no difference in it is the user's.
  if (left?.some((part) => part.startsWith("chart"))) return new Map();
  return new Map(
    charts.flatMap((chart): [string, string][] => {
      const now = titles.get(chartName(id, chart.id));
      return now && now !== chart.title ? [[chart.id, now]] : [];
    }),
  );
}

/** A chart with the title that the user gave it. */
export const titled = <T extends { id: string; title: string }>(
  chart: T,
  titles: ReadonlyMap<string, string> | undefined,
): T => ({ ...chart, title: titles?.get(chart.id) ?? chart.title });
