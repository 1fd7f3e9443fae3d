import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Context } from "../session/context";
import { tableOf } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";
import { questions } from "./questions";
import { askTableArea } from "./sheetQuestions";

/** A block on its sheet; its record has the names under which tables were searched. */
interface BlockSeen {
  area: Area;
  record?: BlockRecord;
}

/** A sheet with the names of its tables and its blocks. */
interface SheetOfBlocks<Block extends BlockSeen> {
  id: string;
  tables: readonly string[];
  blocks: readonly Block[];
}

/**
 * Finds our tables that the user renamed, by their places. Sends a message only if tables are missing and the sheet
 * has tables that no block knows.
 * @returns the blocks of each sheet, in the given order, with the new names in their records
 */
export async function followRenamed<Block extends BlockSeen>(
  context: Context,
  sheets: readonly SheetOfBlocks<Block>[],
): Promise<Block[][]> {
  const ask = questions();
  const sheetsRead = sheets.map((sheet) => {
    const unknown = unknownTables(sheet);
    const places = unknown.map((name) => ({
      name,
      area: askTableArea(ask, sheet.id, name),
    }));
    return { sheet, places };
  });
  if (sheetsRead.some(({ places }) => places.length > 0)) await ask.answer(context);
  return sheetsRead.map(({ sheet, places }) => {
    const free = places.flatMap(({ name, area }) => {
      const place = area();
      return place ? [{ name, area: place }] : [];
    });
    return sheet.blocks.map((block) =>
      block.record && free.length > 0
        ? { ...block, record: withNames(block.record, block.area, sheet.tables, free) }
        : block,
    );
  });
}

/** Tables that no block of the sheet knows, if a block misses one. */
function unknownTables({ tables, blocks }: SheetOfBlocks<BlockSeen>): readonly string[] {
  const names = blocks.flatMap(({ record }) => record?.tables.map(({ name }) => name) ?? []);
  if (names.every((name) => tables.includes(name))) return [];
  return tables.filter((name) => !names.includes(name));
}

interface Place {
  name: string;
  area: Area;
}

/** The record with the new names of its missing tables, which are removed from `free`. */
function withNames(
  record: BlockRecord,
  [top, left, rows, columns]: Area,
  present: readonly string[],
  free: Place[],
): BlockRecord {
  const missing = record.tables.filter(({ name }) => !present.includes(name));
  const inside = free.filter(({ area }) => overlap(area, [top, left, rows, columns]));
  const tables = record.tables.map((table) => {
    if (present.includes(table.name)) return table;
    const [row, column, height, width] = table.area;
    const place: Area = [row + top, column + left, height, width];
    const exact = inside.find(({ area }) => area[0] === place[0] && area[1] === place[1]);
    const only = missing.length === 1 && inside.length === 1 ? inside[0] : undefined;
    const match = exact ?? inside.find(({ area }) => overlap(area, place)) ?? only;
    if (!match) return table;
    inside.splice(inside.indexOf(match), 1);
    free.splice(free.indexOf(match), 1);
    return { ...table, name: match.name, table: tableOf(record.id, table) };
  });
  return { ...record, tables };
}
