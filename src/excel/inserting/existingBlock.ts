// What is in a block that will be updated, and which of it is the user's.
import type { Language } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import type { BlockRecord } from "../reading/blockRecord";
import type { Reading } from "../reading/placeReading";
import type { Context } from "../session/context";
import { adaptPlan } from "./adaptPlan";
import { isMadeFromPlan } from "./decide";
import type { Update } from "./decide";
import { countExtra, readExtra } from "./extraColumns";
import { keepChanges, nothingKept } from "./keepChanges";
import type { Keeping } from "./keepChanges";
import type { ExistingBlock } from "./newPlaces";
import { formulasIn } from "./placeContent";
import { userFormats } from "./userFormats";

/** The plan that the block was made from, made again; undefined if the data lack its figures now. */
export function formerPlan({ record }: { record: BlockRecord }): Plan | undefined {
  const was = adaptPlan(record.insertion, record.language);
  return was.ok ? was.value : undefined;
}

/**
 * What is kept of the user's changes, and where.
 * @param was see `formerPlan`
 */
export function keepingOf(
  language: Language,
  plan: Plan,
  update: Update,
  was: Plan | undefined,
  reading: Reading,
): Keeping {
  const { keeps, old, record, sheet, unfinished } = update;
  // Another version of the add-in may have made it with other formats.
  const faithful = was !== undefined && !unfinished && isMadeFromPlan(was, record, {}, reading);
  const formats = faithful ? userFormats(sheet, old, record, was) : [];
  if (keeps.length === 0 && formats.length === 0) return nothingKept;
  return keepChanges(plan, existingBlock(language, update, was), keeps, formats);
}

/** The block as it is now. */
function existingBlock(
  language: Language,
  { old, record, sheet }: Update,
  was: Plan | undefined,
): ExistingBlock {
  const other = language === record.language ? undefined : adaptPlan(record.insertion, language);
  const translated = other?.ok ? other.value : other ? undefined : was;
  const corner = [old[0] - sheet.area[0], old[1] - sheet.area[1]] as const;
  return {
    area: old,
    record,
    formulas: formulasIn(sheet, old),
    numberFormats: sheet.numberFormats
      .slice(corner[0], corner[0] + old[2])
      .map((row) => row.slice(corner[1], corner[1] + old[3])),
    ...(was ? { was } : {}),
    ...(translated ? { translated } : {}),
  };
}

/**
 * The user's columns beside tables of the block. `was` is the plan that the block was made by, undefined if it can no
 * longer be made. None are kept of a block whose writing was interrupted, or inside which rows or columns were
 * inserted.
 */
export async function extraOf(
  context: Context,
  language: Language,
  plan: Plan,
  update: Update,
  was: Plan | undefined,
): ReturnType<typeof readExtra> {
  const { old, record, sheet, unfinished } = update;
  const none = { columns: [], unplaced: [] };
  const changed = old[2] !== record.rows || old[3] !== record.columns;
  if (unfinished || changed || record.tables.every((table) => countExtra(table, sheet.tables) === 0))
    return none;
  return readExtra(context, sheet.id, plan, existingBlock(language, update, was), sheet.tables);
}
