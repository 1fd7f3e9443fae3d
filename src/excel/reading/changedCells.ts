import type { AuthorCell, AuthorTexts } from "../../sheets/plan";
import { overlap, a1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { FilledCell } from "../../workbook/problem";
import { fingerprint, plainText, readBack } from "../session/cellText";
import { alignmentOf, whereIs, writtenIn } from "./alignment";
import type { Alignment } from "./alignment";
import type { BlockRecord } from "./blockRecord";
import { sortingOf } from "./sorting";

/** The author's cells in a block; of records of 0.1.0, which have none, the title of a summary sheet. */
function authorCells({ author, insertion, cells }: BlockRecord): NonNullable<BlockRecord["author"]> {
  if (author) return author;
  const title = /^00(.{4})/.exec(cells["0"] ?? "")?.[1];
  return insertion.kind === "summary" && title !== undefined
    ? [{ place: "title", at: [0, 0], usual: title }]
    : [];
}

/**
 * The author's texts in a block, where they differ from our default ones.
 * @param formulas the block's present content, from its first row and column
 */
export function authorTexts(record: BlockRecord, formulas: readonly (readonly unknown[])[]): AuthorTexts {
  const { rows, columns } = alignmentOf(record, formulas);
  const texts: Partial<Record<AuthorCell["place"], string>> = {};
  for (const { place, at, usual } of authorCells(record)) {
    const raw = formulas[whereIs(at[0], rows) ?? -1]?.[whereIs(at[1], columns) ?? -1];
    const text = plainText(raw);
    if (text === "" || fingerprint(text) === usual) continue;
    // An apostrophe in front marks a text that begins with "=".
    texts[place] = typeof raw === "string" && raw.startsWith("'=") ? raw : text;
  }
  return texts;
}

/**
 * The changed cells of a block, except the author's.
 * @param formulas the block's present content, from its first row and column
 * @param at the block's first cell, for the addresses
 */
export function changedCells(
  record: BlockRecord,
  formulas: readonly (readonly unknown[])[],
  at: readonly [row: number, column: number],
): FilledCell[] {
  const changed: FilledCell[] = [];
  const authors = authorCells(record);
  const alignment = alignmentOf(record, formulas);
  const { rows, columns } = alignment;
  const writtenCells = writtenIn(record);
  const { sorted, rowOf } = sortingOf(record, formulas, alignment);
  formulas.forEach((row, r) => {
    const from = rows[r];
    const written = new Map(from === undefined ? [] : writtenCells.get(from));
    // References move with the block, and with rows and columns inserted in it.
    for (const [line, column, toRow, toColumn] of record.references) {
      const to = [whereIs(toRow, rows), whereIs(toColumn, columns)] as const;
      if (line !== from) continue;
      if (to[0] === undefined || to[1] === undefined) written.delete(column);
      else written.set(column, fingerprint(readBack({ cell: [to[0], to[1]] }, at)));
    }
    for (const [line, column, { looking, areas }] of record.looking ?? []) {
      const moved = areas.flatMap((area): Area[] => {
        const now = movedArea(area, alignment);
        return now ? [now] : [];
      });
      if (line !== from) continue;
      written.set(
        column,
        moved.length === areas.length
          ? fingerprint(readBack({ looking, areas: moved }, at))
          : // It refers to deleted cells, so the change is not the user's.
            fingerprint(plainText(row[columns.indexOf(column)])),
      );
    }
    row.forEach((value, c) => {
      const column = columns[c];
      const now = plainText(value);
      if (from === undefined || column === undefined) {
        if (now !== "") changed.push({ address: a1([r, c, 1, 1], at), text: now });
        return;
      }
      const line = sorted ? rowOf(r, column) : from;
      if (line !== undefined && line !== from) {
        if (fingerprint(now) !== (writtenCells.get(line)?.get(column) ?? fingerprint("")))
          changed.push({ address: a1([r, c, 1, 1], at), text: now });
        return;
      }
      const area: Area = [from, column, 1, 1];
      if (authors.some(({ at }) => at[0] === from && at[1] === column)) return;
      if (record.spills.some((spill) => overlap(spill, area)) && !written.has(column)) return;
      if (fingerprint(now) !== (written.get(column) ?? fingerprint(""))) {
        changed.push({ address: a1([r, c, 1, 1], at), text: now });
      }
    });
  });
  return changed;
}

/** Whether the user has sorted a table of a block. `formulas` are those of the block now. False without tables. */
export function isSorted(record: BlockRecord, formulas: readonly (readonly unknown[])[]): boolean {
  return record.tables.length > 0 && sortingOf(record, formulas, alignmentOf(record, formulas)).sorted;
}

/** The present place of an area after rows and columns were inserted or deleted; undefined if an edge is gone. */
function movedArea([row, column, height, width]: Area, { rows, columns }: Alignment): Area | undefined {
  const [top, left] = [whereIs(row, rows), whereIs(column, columns)];
  const [bottom, right] = [whereIs(row + height - 1, rows), whereIs(column + width - 1, columns)];
  if (top === undefined || left === undefined || bottom === undefined || right === undefined)
    return undefined;
  return [top, left, bottom - top + 1, right - left + 1];
}
