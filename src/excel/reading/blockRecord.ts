import type { Language } from "../../dataset";
import type { Insertion } from "../../workbook/insertion";
import type { Area } from "../../workbook/a1";
import { isLooking, isReference } from "../../sheets/plan";
import type { AuthorCell, Looking, Plan, PlanChart, PrintSetup } from "../../sheets/plan";
import type { Part } from "../session/parts";
import { fingerprint, readBack } from "../session/cellText";

/**
 * The record of a block. It is kept as a property of its sheet, so that it follows the sheet when that is renamed,
 * moved or copied. The sheet-scoped name `marker(id)` says where the block is now.
 */
export interface BlockRecord {
  /** Version of this record. */
  v: 1;
  id: string;
  insertion: Insertion;
  language: Language;
  /** Version of the data. */
  version: string;
  /** The workbook's accent when it was written: the colours derive from it. */
  accent?: string;
  /** The sheet was made for it. */
  own: boolean;
  rows: number;
  columns: number;
  /** By row: for each filled cell its column and the fingerprint of what was written. */
  cells: Record<string, string>;
  /** Cells that show another cell of the block: row, column, and the other's row and column. */
  references: readonly (readonly [number, number, number, number])[];
  /** Cells that look at others of the block: row, column, and what stands there. */
  looking?: readonly (readonly [row: number, column: number, cell: Looking])[];
  spills: readonly Area[];
  merges: readonly Area[];
  tables: readonly TableRecord[];
  /**
   * Cells that belong to the author (title, remarks), with the fingerprint of what we write there by default.
   */
  author?: readonly (Omit<AuthorCell, "usual"> & { usual: string })[];
  charts: readonly PlanChart[];
  /** Rows whose height was set. */
  heights: readonly number[];
  /** How a sheet of its own is printed. */
  print?: PrintSetup;
  /**
   * The user's cells that were kept in an update: row, column, fingerprint. The person is not asked about them again.
   */
  kept?: readonly (readonly [row: number, column: number, print: string])[];
  /** What Excel refused of it when it was written; an update tries again. */
  left?: readonly Part[];
  /** Widths (by column of the block) and heights (by row) from before the block, in points. */
  before: {
    widths: Record<string, number>;
    heights: Record<string, number>;
    /** How cells looked; absent: as usual, or not known. */
    looks?: readonly FormatBefore[];
  };
}

/** A native table of a block. */
export interface TableRecord {
  name: string;
  area: Area;
  /** With buttons in its headings. */
  filter?: true;
  /** Which table of the plan it is, where the user has renamed it. */
  table?: string;
}

/** How cells of a place looked before a block was written there. */
export interface FormatBefore {
  /** Relative to the block. */
  area: Area;
  /** What differs from the standard look. */
  look?: NonNullable<Excel.SettableCellProperties["format"]>;
  number?: string;
}

const prefix = "ECOM_block_";

/** Name of the defined name over a block. */
export const marker = (id: string): string => prefix + id;
/** Comment of that name while the block is being written: a block that still has it was not completed. */
export const unfinished = "ECOM unfinished";
/** Key of a block's record. */
export const recordKey = (id: string): string => `ECOM.block.${id}`;
/** Name of a table of a block; unique in the workbook because the id is. */
export const tableName = (id: string, table: string): string => `ECOM_${table}_${id}`;
/** Which table of the plan a table of a block is. */
export const tableOf = (id: string, { name, table }: Pick<TableRecord, "name" | "table">): string =>
  table ?? name.replace(/^ECOM_/, "").replace(new RegExp(`_${id}\\d*$`), "");
/** The name of one of our tables among these: in a copied sheet Excel has added a number to it. */
function currentTableName(table: string, names: readonly string[]): string | undefined {
  return names.find((name) => name.startsWith(table) && /^\d*$/.test(name.slice(table.length)));
}

/** The record with the names that its tables have on this sheet; a table that is gone keeps its name. */
export function asOnSheet(record: BlockRecord, names: readonly string[]): BlockRecord {
  // A name given by the user must match exactly: names of other tables may begin with it.
  const called = ({ name, table }: TableRecord) =>
    names.includes(name) || table !== undefined ? name : (currentTableName(name, names) ?? name);
  return { ...record, tables: record.tables.map((table) => ({ ...table, name: called(table) })) };
}

/** Name of a chart of a block. */
export const chartName = (id: string, chart: string): string => `ECOM ${chart} ${id}`;

/** Whether a chart is of this block. */
export const isChartOf = (id: string, name: string): boolean =>
  name.startsWith("ECOM ") && name.endsWith(` ${id}`);

/** The id in a marker's name, which some hosts give with the sheet in front; undefined for any other name. */
export function idOf(name: string): string | undefined {
  const local = name.slice(name.lastIndexOf("!") + 1);
  return local.toLowerCase().startsWith(prefix.toLowerCase())
    ? local.slice(prefix.length).toLowerCase()
    : undefined;
}

/** A new id: letters and digits, no meaning. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (number) => (number % 36 ** 4).toString(36).padStart(4, "0")).join("");
}

/**
 * Identifies an insertion: a second one with the same key updates the first. Language, and formulas or values, do not
 * matter.
 */
export function keyOf(insertion: Insertion): string {
  if (insertion.kind === "sources") return insertion.kind;
  return insertion.kind === "summary"
    ? `summary ${insertion.template} ${insertion.period}${insertion.own ? JSON.stringify(insertion.own) : ""}`
    : [
        insertion.kind,
        [...new Set(insertion.indicators)].join(","),
        insertion.period,
        insertion.measure ?? "",
      ].join(" ");
}

/**
 * Blocks of one family replace each other at the same cell: an insertion for another period or other indicators updates
 * the block there.
 */
export function familyOf(insertion: Insertion): string {
  return insertion.kind === "summary" ? `summary ${insertion.template}` : insertion.kind;
}

/**
 * The record of a plan that is about to be written.
 *
 * @param known what the plan does not say; `tables` are those of the block that stands there, whose names stay
 * @param here names of the sheet's tables: a table that stays keeps its name
 * @param taken names of the workbook's tables
 */
export function recordOf(
  plan: Plan,
  known: Pick<BlockRecord, "id" | "insertion" | "language" | "version" | "accent" | "own" | "before"> &
    Partial<Pick<BlockRecord, "tables">>,
  here: readonly string[] = [],
  taken: readonly string[] = [],
): BlockRecord {
  const { tables: before = [], ...given } = known;
  const nameFor = (plannedTable: string): Pick<TableRecord, "name" | "table"> => {
    const theirs = before.find((one) => one.table === plannedTable && here.includes(one.name));
    if (theirs) return { name: theirs.name, table: plannedTable };
    const table = tableName(given.id, plannedTable);
    const current = currentTableName(table, here);
    if (current !== undefined) return { name: current };
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? table : `${table}${number}`;
      if (!taken.includes(name)) return { name };
    }
  };
  const cells: Record<string, string> = {};
  const references: [number, number, number, number][] = [];
  const looking: [number, number, Looking][] = [];
  for (const block of plan.cells) {
    block.rows.forEach((values, r) => {
      values.forEach((cell, c) => {
        if (cell === null) return;
        const [row, column] = [block.at[0] + r, block.at[1] + c];
        // The author's cells count neither as ours nor as changed.
        if (plan.author?.some(({ at }) => at[0] === row && at[1] === column)) return;
        if (isReference(cell)) {
          references.push([row, column, ...cell.cell]);
          return;
        }
        if (isLooking(cell)) {
          looking.push([row, column, cell]);
          return;
        }
        const entry = column.toString(36).padStart(2, "0") + fingerprint(readBack(cell, [0, 0]));
        cells[row] = (cells[row] ?? "") + entry;
      });
    });
  }
  return {
    v: 1,
    ...given,
    rows: plan.rows,
    columns: plan.columns,
    cells,
    references,
    ...(looking.length > 0 ? { looking } : {}),
    spills: plan.spills,
    merges: plan.merges,
    tables: plan.tables.map(({ id, area, filter }) => {
      const { name, table } = nameFor(id);
      return { name, area, ...(filter ? { filter } : {}), ...(table === undefined ? {} : { table }) };
    }),
    ...(plan.author ? { author: plan.author.map((one) => ({ ...one, usual: fingerprint(one.usual) })) } : {}),
    charts: plan.charts,
    heights: plan.heights.map(({ row }) => row),
    ...(given.own && plan.print ? { print: plan.print } : {}),
  };
}

/** Reads a record; undefined for what is none, or of a later version. */
export function parseRecord(text: string): BlockRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const known =
      typeof value === "object" && value !== null && "v" in value && value.v === 1 && "insertion" in value;
    return known ? (value as BlockRecord) : undefined;
  } catch {
    // Another add-in's property under our key, or a text that was cut: counts as none.
    return undefined;
  }
}

/** Prefix of the handles by which freezing is undone. */
export const frozenHandle = "frozen ";
