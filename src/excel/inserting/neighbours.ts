import type { Area } from "../../workbook/a1";
import type { BlockRecord } from "../reading/blockRecord";
import type { Marker } from "../reading/placeReading";

/** What happens to the sizes of a removed block where other blocks are in the same rows or columns. */
export interface SizesHandedOver {
  /** Rows and columns of the block that keep their size: others need it. */
  rows: ReadonlySet<number>;
  columns: ReadonlySet<number>;
  /** The records of the others, changed to hold the sizes from before the removed block. */
  records: readonly BlockRecord[];
}

type Sizes = BlockRecord["before"]["heights"];

/**
 * A block that was inserted later, beside or below this one, has recorded the sizes that this one had set. When this
 * one is removed, the later block's record gets the sizes from before this one, so that the last removal restores what
 * people had.
 */
export function handOverSizes(
  area: Area,
  { id, before }: BlockRecord,
  others: readonly Marker[],
): SizesHandedOver {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const records = others.flatMap(({ id: other, area: place, record, keptText }): BlockRecord[] => {
    if (other === id || !record || keptText === undefined) return [];
    const heights = handedOver(record.before.heights, place[0] - area[0], before.heights, rows);
    const widths = handedOver(record.before.widths, place[1] - area[1], before.widths, columns);
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
 * The sizes in another block's record, replaced by those from before this block; undefined where nothing changes. A
 * block only makes rows higher and columns wider, so the one that recorded larger sizes was inserted later.
 * @param shift rows or columns from the first of this block to the first of the other one
 * @param before the sizes from before this block
 * @param handed gets the rows or columns of this block that keep their size
 */
function handedOver(sizes: Sizes, shift: number, before: Sizes, handed: Set<number>): Sizes | undefined {
  const changed: Sizes = {};
  for (const [index, size] of Object.entries(sizes)) {
    const line = Number(index) + shift;
    const was = before[line];
    if (was === undefined || size <= was) continue;
    changed[index] = was;
    handed.add(line);
  }
  return Object.keys(changed).length > 0 ? { ...sizes, ...changed } : undefined;
}
