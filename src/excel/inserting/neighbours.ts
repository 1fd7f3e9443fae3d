import type { Area } from "../../workbook/a1";
import type { BlockRecord } from "../reading/blockRecord";
import type { Marker } from "../reading/placeReading";

/** What becomes of the sizes of a block that is removed while others stand in the same rows or columns. */
export interface SizesHandedOver {
  /** Rows and columns of the block that keep their size: others need it. */
  rows: ReadonlySet<number>;
  columns: ReadonlySet<number>;
  /** The records of the others, who now know how it was before the removed one. */
  records: readonly BlockRecord[];
}

type Sizes = BlockRecord["before"]["heights"];

/**
 * Blocks that were inserted after this one, beside or below it, found rows and columns as this one had made them. When it
 * goes, what was before it becomes what was before them, so that the last removal puts back what people had.
 */
export function handOverSizes(
  area: Area,
  { id, before }: BlockRecord,
  others: readonly Marker[],
): SizesHandedOver {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const records = others.flatMap(({ id: other, area: place, record, kept }): BlockRecord[] => {
    if (other === id || !record || kept === undefined) return [];
    const heights = taken(record.before.heights, place[0] - area[0], before.heights, rows);
    const widths = taken(record.before.widths, place[1] - area[1], before.widths, columns);
    return heights || widths
      ? [
          {
            ...record,
            before: {
              ...record.before,
              heights: heights ?? record.before.heights,
              widths: widths ?? record.before.widths,
            },
          },
        ]
      : [];
  });
  return { rows, columns, records };
}

/**
 * The sizes of another block with those that were before this one; undefined where nothing changes. A block only makes
 * rows higher and columns wider: the one that found more was inserted later.
 */
function taken(theirs: Sizes, shift: number, ours: Sizes, kept: Set<number>): Sizes | undefined {
  const changed: Sizes = {};
  for (const [index, size] of Object.entries(theirs)) {
    const ownIndex = Number(index) + shift;
    const was = ours[ownIndex];
    if (was === undefined || size <= was) continue;
    changed[index] = was;
    kept.add(ownIndex);
  }
  return Object.keys(changed).length > 0 ? { ...theirs, ...changed } : undefined;
}
