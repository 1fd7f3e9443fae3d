import type { Plan } from "../../sheets/plan";
import { isWithin } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { BlockRecord } from "../reading/blockRecord";
import type { Reading, SheetReading } from "../reading/placeReading";
import { readPlace } from "../reading/readPlace";
import type { Context } from "../session/context";
import { knownBlocks } from "../session/settings";

/** A block, with all its content. */
export interface FoundBlock {
  reading: Reading;
  sheet: SheetReading;
  area: Area;
  record: BlockRecord;
  /** The record's text in the sheet's property. */
  keptText: string | undefined;
  /** Whether its writing was interrupted. */
  unfinished: boolean;
}

/** Reads a block and its cells, in a second message only if it has moved; undefined if it is gone. */
export async function findBlock(
  context: Context,
  sheetId: string,
  id: string,
): Promise<FoundBlock | undefined> {
  const known = knownBlocks().find((block) => block.id === id && block.sheetId === sheetId);
  let area: Area = known?.area ?? [0, 0, 1, 1];
  for (let last = false; ; last = true) {
    const reading = await readPlace(context, { kind: "block", sheetId, id, area }, empty(area[2], area[3]));
    const { sheet } = reading;
    const marker = sheet?.markers.find((candidate) => candidate.id === id);
    if (!sheet || !marker?.record) return undefined;
    if (isWithin(marker.area, sheet.area)) {
      const { record, keptText, unfinished = false } = marker;
      return { reading, sheet, area: marker.area, record, keptText, unfinished };
    }
    if (last) return undefined;
    area = marker.area;
  }
}

/** An empty plan of this size, so that all its rows and columns are read. It is never written. */
export function empty(rows: number, columns: number): Plan {
  return {
    name: { en: "", zh: "" },
    sheetName: "",
    rows,
    columns,
    cells: [],
    spills: [],
    styles: [],
    formats: [],
    links: [],
    merges: [],
    widths: Array.from({ length: columns }, () => 0),
    heights: Array.from({ length: rows }, (_, row) => ({ row, height: 0 })),
    tables: [],
    charts: [],
    frozenRows: 0,
    block: true,
  };
}
