import type { Language } from "../../dataset";
import { isNativeFormula, isReference } from "../../sheets/plan";
import type { Cell, AuthorCell, NativeFormula, Plan, PlanChart, PrintSetup } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import type { Insertion } from "../../workbook/insertion";
import { fingerprint, readBack } from "../session/cellText";
import type { Part } from "../session/parts";

/**
 * The record of a block. It is kept as a property of its sheet, so that it follows the sheet when that is renamed,
 * moved or copied. The sheet-scoped name `marker(id)` says where the block is now.
 */
export interface BlockRecord {
  /** The version of this format. */
  v: 1;
  id: string;
  insertion: Insertion;
  language: Language;
  /** The version of the data. */
  version: string;
  /** The workbook's accent at the time, from which the colours derive. */
  accent?: string;
  /** Whether the sheet was made for it. */
  own: boolean;
  rows: number;
  columns: number;
  /** By row, the column and fingerprint of each filled cell. */
  cells: Record<string, string>;
  /** Cells that show another cell of the block: row, column, and the other's row and column. */
  references: readonly (readonly [number, number, number, number])[];
  /** Cells with Excel's own functions of other cells in the block: row, column, and content. */
  looking?: readonly (readonly [row: number, column: number, cell: NativeFormula])[];
  spills: readonly Area[];
  merges: readonly Area[];
  tables: readonly TableRecord[];
  /** The author's cells (title, remarks), with the fingerprint of our default content. */
  author?: readonly (Omit<AuthorCell, "usual"> & { usual: string })[];
  charts: readonly PlanChart[];
  /** The rows whose height was set. */
  heights: readonly number[];
  /** The print setup of a sheet made for it. */
  print?: PrintSetup;
  /** The user's cells that an update kept: row, column, fingerprint. The user is not asked about them again. */
  kept?: readonly (readonly [row: number, column: number, print: string])[];
  /** The parts that Excel refused, which an update tries again. */
  left?: readonly Part[];
  /** Widths (by column of the block) and heights (by row) from before the block, in points. */
  before: {
    widths: Record<string, number>;
    heights: Record<string, number>;
    /** The cells' formats; absent if standard or unknown. */
    looks?: readonly FormatBefore[];
  };
}

/** A table of a block. */
export interface TableRecord {
  name: string;
  area: Area;
  /** Whether it has filter buttons. */
  filter?: true;
  /** The table's id in the plan, if the user has renamed the table. */
  table?: string;
}

/** The formats of cells before a block was written. */
export interface FormatBefore {
  /** Relative to the block. */
  area: Area;
  /** The differences from the standard format. */
  look?: NonNullable<Excel.SettableCellProperties["format"]>;
  number?: string;
}

const namePrefix = "ECOM_block_";

/** The defined name over a block. Kept in workbooks since 0.1.0. */
export const marker = (id: string): string => namePrefix + id;
/** The comment of that name during the writing: a block that still has it was interrupted. */
export const unfinished = "ECOM unfinished";
/**
 * Key of a block's record. In the sheet's properties, or in the document's settings where sheets have none. Kept in
 * workbooks since 0.1.0.
 */
export const recordKey = (id: string): string => `ECOM.block.${id}`;
/** Name of a table of a block; unique in the workbook because the id is. */
export const tableName = (id: string, table: string): string => `ECOM_${table}_${id}`;
/** The plan's id of a block's table. Older records lack it: there it is read from the table's first name. */
export const tableOf = (id: string, { name, table }: Pick<TableRecord, "name" | "table">): string =>
  table ?? name.replace(/^ECOM_/, "").replace(new RegExp(`_${id}\\d*$`), "");
/** The name of one of our tables among these: in a copied sheet Excel has added a number to it. */
function currentTableName(table: string, names: readonly string[]): string | undefined {
  return names.find((name) => name.startsWith(table) && /^\d*$/.test(name.slice(table.length)));
}

/** The record with the present names of its tables; a table that is gone keeps its name. */
export function asOnSheet(record: BlockRecord, names: readonly string[]): BlockRecord {
  // A name given by the user must match exactly: names of other tables may begin with it.
  const nameNow = ({ name, table }: TableRecord) =>
    names.includes(name) || table !== undefined ? name : (currentTableName(name, names) ?? name);
  return { ...record, tables: record.tables.map((table) => ({ ...table, name: nameNow(table) })) };
}

/** Name of a chart of a block. `chart` is the plan's id of it; users see the name in the selection pane. */
export const chartName = (id: string, chart: string): string => `ECOM ${chart} ${id}`;

/** Whether a chart is of this block. By its name, which users may change: then it is theirs. */
export const isChartOf = (id: string, name: string): boolean =>
  name.startsWith("ECOM ") && name.endsWith(` ${id}`);

/** The id in a marker's name, which some hosts give with the sheet's name; undefined for other names. */
export function idOf(name: string): string | undefined {
  const local = name.slice(name.lastIndexOf("!") + 1);
  return local.toLowerCase().startsWith(namePrefix.toLowerCase())
    ? local.slice(namePrefix.length).toLowerCase()
    : undefined;
}

/** A new id: letters and digits, no meaning. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (number) => (number % 36 ** 4).toString(36).padStart(4, "0")).join("");
}

/** The key of an insertion, whatever its language and whether with formulas; the same key updates a block. */
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
 * Blocks of one family replace each other at a cell, whatever their period and indicators. For example "summary
 * quarter" or "table".
 */
export function familyOf(insertion: Insertion): string {
  return insertion.kind === "summary" ? `summary ${insertion.template}` : insertion.kind;
}

/**
 * The record of a plan that will be written.
 * @param known what the plan does not contain; `tables` are those of the present block, whose names stay
 * @param tablesHere names of the sheet's tables: a table that stays keeps its name
 * @param takenNames names of the workbook's tables
 */
export function recordOf(
  plan: Plan,
  known: Pick<BlockRecord, "id" | "insertion" | "language" | "version" | "accent" | "own" | "before"> &
    Partial<Pick<BlockRecord, "tables">>,
  tablesHere: readonly string[] = [],
  takenNames: readonly string[] = [],
): BlockRecord {
  const { tables: before = [], ...facts } = known;
  const nameFor = (plannedTable: string): Pick<TableRecord, "name" | "table"> => {
    const present = before.find((other) => other.table === plannedTable && tablesHere.includes(other.name));
    if (present) return { name: present.name, table: plannedTable };
    const table = tableName(facts.id, plannedTable);
    const current = currentTableName(table, tablesHere);
    if (current !== undefined) return { name: current };
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? table : `${table}${number}`;
      if (!takenNames.includes(name)) return { name };
    }
  };
  return {
    v: 1,
    ...facts,
    rows: plan.rows,
    columns: plan.columns,
    ...contentsOf(plan),
    spills: plan.spills,
    merges: plan.merges,
    tables: plan.tables.map(({ id, area, filter }) => {
      const { name, table } = nameFor(id);
      return { name, area, ...(filter ? { filter } : {}), ...(table === undefined ? {} : { table }) };
    }),
    ...(plan.author
      ? { author: plan.author.map((cell) => ({ ...cell, usual: fingerprint(cell.usual) })) }
      : {}),
    charts: plan.charts,
    heights: plan.heights.map(({ row }) => row),
    ...(facts.own && plan.print ? { print: plan.print } : {}),
  };
}

/** What a record keeps of a plan's cells: fingerprints by row, and cells that refer to others. */
function contentsOf({ cells: blocks, author }: Plan): Pick<BlockRecord, "cells" | "references" | "looking"> {
  const cells: Record<string, string> = {};
  const references: [number, number, number, number][] = [];
  const looking: [number, number, NativeFormula][] = [];
  const add = (row: number, column: number, cell: Cell): void => {
    if (cell === null) return;
    // The author's cells count neither as ours nor as changed.
    if (author?.some(({ at }) => at[0] === row && at[1] === column)) return;
    if (isReference(cell)) references.push([row, column, ...cell.cell]);
    else if (isNativeFormula(cell)) looking.push([row, column, cell]);
    else {
      const entry = column.toString(36).padStart(2, "0") + fingerprint(readBack(cell, [0, 0]));
      cells[row] = (cells[row] ?? "") + entry;
    }
  };
  for (const { at, rows } of blocks)
    rows.forEach((values, r) => values.forEach((cell, c) => add(at[0] + r, at[1] + c, cell)));
  return { cells, references, ...(looking.length > 0 ? { looking } : {}) };
}

/** Reads a record; undefined for anything else, and for one of a later version. */
export function parseRecord(text: string): BlockRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const known =
      typeof value === "object" && value !== null && "v" in value && value.v === 1 && "insertion" in value;
    return known ? (value as BlockRecord) : undefined;
  } catch {
    // The property of another add-in, or a text that was cut.
    return undefined;
  }
}

/** The prefix of handles that undo freezing. */
export const frozenHandle = "frozen ";
