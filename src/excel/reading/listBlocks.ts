import { a1, areaOf } from "../../workbook/a1";
import type { Block } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { can } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { problemOf } from "../session/errors";
import { setKnown } from "../session/settings";
import type { KnownBlock } from "../session/settings";
import { blockHandle } from "./blockHandle";
import { idOf, keyOf, unfinished } from "./blockRecord";
import { recordIn } from "./keptRecord";
import { readSheets } from "./readSheets";

/**
 * Finds every block, also on renamed, moved and copied sheets: one message for the sheets, one for their names and
 * properties. Remembers the places, so that the next insertion knows where to read.
 */
export async function findBlocks(
  timeoutMs: number,
): Promise<{ ok: true; blocks: readonly Block[] } | { ok: false; problem: Problem }> {
  try {
    return { ok: true, blocks: await runInContext(timeoutMs, findIn) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
  }
}

/** `findBlocks` within a batch; throws what Office.js throws. */
export async function findIn(context: Context): Promise<readonly Block[]> {
  if (!can("names")) return [];
  const { sheets } = await readSheets(context, [], { markersOnly: true });
  const known: KnownBlock[] = [];
  const blocks = sheets.flatMap((sheet) =>
    sheet.names.flatMap(({ name, value, comment }): Block[] => {
      const id = idOf(name);
      const area = areaOf(value);
      const record = id === undefined ? undefined : recordIn(sheet.properties, id);
      if (id === undefined || !area || !record) return [];
      const { insertion, language, version } = record;
      known.push({ id, sheetId: sheet.id, area, key: keyOf(insertion) });
      return [
        {
          id: blockHandle(sheet.id, id),
          sheet: sheet.name,
          address: a1(area),
          insertion,
          language,
          version,
          ...(comment === unfinished ? { unfinished: true } : {}),
        },
      ];
    }),
  );
  setKnown(known);
  return blocks;
}
