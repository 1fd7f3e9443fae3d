import type { Block } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { a1, parseA1 } from "../../workbook/a1";
import { idOf, keyOf, parseRecord, recordKey, unfinished } from "./blockRecord";
import { handle } from "../inserting/decide";
import { can, talk } from "../session/context";
import type { Context } from "../session/context";
import { problemOf } from "../session/errors";
import { setKnown, settingRecord } from "../session/settings";
import type { Known } from "../session/settings";

/**
 * Finds every block of ours, on renamed, moved and copied sheets too: one message for the sheets, one for what they
 * carry. What it finds is remembered, so that the next insertion knows where to look.
 */
export async function findBlocks(
  patience: number,
): Promise<{ ok: true; blocks: readonly Block[] } | { ok: false; problem: Problem }> {
  try {
    return { ok: true, blocks: await talk(patience, findIn) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
  }
}

/** The same within a conversation; throws what Office.js throws. */
export async function findIn(context: Context): Promise<readonly Block[]> {
  if (!can("names")) return [];
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name");
  await context.sync();
  for (const sheet of sheets.items) {
    sheet.names.load("items/name,items/value,items/comment");
    if (can("sheetProperties")) sheet.customProperties.load("items/key,items/value");
  }
  await context.sync();
  const known: Known[] = [];
  const blocks = sheets.items.flatMap((sheet) =>
    sheet.names.items.flatMap(({ name, value, comment }): Block[] => {
      const id = idOf(name);
      const area = typeof value === "string" ? parseA1(value)?.area : undefined;
      if (id === undefined || !area) return [];
      const key = recordKey(id).toLowerCase();
      const text = can("sheetProperties")
        ? sheet.customProperties.items.find((property) => property.key.toLowerCase() === key)?.value
        : settingRecord(id);
      const record = text === undefined ? undefined : parseRecord(text);
      if (!record) return [];
      const { insertion, language, version } = record;
      known.push({ id, sheetId: sheet.id, area, key: keyOf(insertion) });
      return [
        {
          id: handle(sheet.id, id),
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
