import type { Plan } from "../../sheets/plan";
import { overlap, a1, isWithin } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Outcome, Progress } from "../../workbook/outcome";
import type { FilledCell } from "../../workbook/problem";
import { readHandle } from "../reading/blockHandle";
import { isChartOf, recordKey } from "../reading/blockRecord";
import { authorTexts, changedCells } from "../reading/changedCells";
import { keepInSettings } from "../reading/keptRecord";
import { can, isReadOnly } from "../session/capabilities";
import { plainText } from "../session/cellText";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf, failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import { restore } from "../session/restore";
import { knownBlocks, save, setKnownBlock, setOrRemove } from "../session/settings";
import { transaction } from "../session/transaction";
import type { Undoing } from "../session/undoing";
import { changedInside, isMadeFromPlan } from "./decide";
import { formerPlan } from "./existingBlock";
import { empty, findBlock } from "./findBlock";
import type { FoundBlock } from "./findBlock";
import { handOverSizes } from "./neighbours";
import { oldBlockOf } from "./oldBlock";
import { formulasIn } from "./placeContent";
import { userTitles } from "./target";
import type { Target } from "./target";
import { removedText } from "./texts";
import { userFormats } from "./userFormats";
import { deleteSheet, wipe } from "./wipe";

/** How a block is removed. */
interface Removing extends Pick<Progress, "changes"> {
  timeoutMs: number;
  /** Remembers how to undo it; returns its handle. */
  keep: (removed: Removed) => string;
}

/** A removed block, as it was. */
export interface Removed extends FoundBlock {
  /** Whether its sheet was deleted with it. */
  deleted: boolean;
}

/**
 * Removes a block: cells, formats, tables, charts and marker, and its sheet if that was made for it and has no other
 * content. Changes of the user's are reported first.
 */
export async function removeBlock(block: string, removing: Removing): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { sheetId, id } = readHandle(block);
  try {
    return await runInContext(removing.timeoutMs, (context) => removeIn(context, sheetId, id, removing));
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

/** Removes a block in one transaction, and what its neighbours took over from it. */
async function removeIn(
  context: Context,
  sheetId: string,
  id: string,
  { timeoutMs, changes, keep }: Removing,
): Promise<Outcome> {
  const existing = await findBlock(context, sheetId, id);
  if (!existing) return failed({ name: "block-gone" });
  const { reading, sheet, area, record } = existing;
  if (sheet.protected) return failed({ name: "sheet-protected", sheet: sheet.name });
  // Its frozen values, and their lines in the list, would be left behind.
  if (sheet.frozen.some((frozen) => overlap(frozen, area))) {
    return failed({ name: "frozen", sheet: sheet.name });
  }

  const was = formerPlan(existing);
  const changed = changes === "replace" ? [] : changedByUser(existing, was);
  if (changed.length > 0) return failed(changedInside(sheet, id, changed, { removing: true }));

  // If other content of the sheet is unknown, the sheet stays.
  const alone =
    isWithin(sheet.used ?? area, area) && sheet.charts?.every((chart) => isChartOf(id, chart)) === true;
  const notLast = reading.sheets.some((other) => other.id !== sheetId && !other.hidden);
  const deletes = record.own && alone && notLast;
  if (deletes && reading.locked) return failed({ name: "workbook-protected" });
  const others = handOverSizes(area, record, can("sheetProperties") && !deletes ? sheet.markers : []);
  const keptTexts = new Map<string, string>();
  const cutRecords = () =>
    others.records.filter((known) => keptTexts.get(known.id) !== JSON.stringify(known));
  const result = await transaction(context, {
    steps: () => (deletes ? deleteSheet(sheetId) : wipe(existing, others, keptTexts)),
    putBack: (newContext, touched) => restore(newContext, undoingOf(existing, was), touched),
    settings: {
      keys: others.records.map(({ id: other }) => recordKey(other)),
      // Excel reportedly cuts long properties; then the record goes into the document's settings.
      after: () => {
        for (const other of cutRecords()) keepInSettings(other.id, other, keptTexts.get(other.id));
      },
      saving: () => (cutRecords().length > 0 ? "must" : "not"),
    },
    // Excel does not delete sheets in an undo group.
    grouped: false,
    progress: {},
    timeoutMs,
    sheet: sheet.name,
    newSheet: deletes,
  });
  if (!result.ok) return failed(result.problem);

  setKnownBlock(id, sheetId, undefined);
  // A copied sheet may still need the record in the settings.
  if (!knownBlocks().some((block) => block.id === id)) setOrRemove(recordKey(id), undefined);
  // The remembered place only saves a message. If forgetting it fails, the missing marker still tells that the block
  // is gone.
  await save(timeoutMs);
  const text = sayWithout(removedText(sheet.name, a1(area)), result.leftOut);
  return {
    ok: true,
    done: { sheet: sheet.name, address: "", text, block: keep({ ...existing, deleted: deletes }) },
  };
}

/**
 * The user's changes in a block: cells, the author's texts, formats, titles of charts.
 * @param was see `formerPlan`
 */
function changedByUser(
  { reading, sheet, area, record, unfinished }: FoundBlock,
  was: Plan | undefined,
): FilledCell[] {
  const formulas = formulasIn(sheet, area);
  const changed = changedCells(record, formulas, [area[0], area[1]]).filter(
    ({ text }) => !unfinished || text !== "",
  );
  const author = Object.values(authorTexts(record, formulas)).map((text) => ({
    address: addressIn(formulas, text, area),
    text: plainText(text),
  }));
  const addresses = new Set([...author, ...changed].map(({ address }) => address));
  const formats =
    was && isMadeFromPlan(was, record, {}, reading) ? userFormats(sheet, area, record, was) : [];
  const formatted = formats.flatMap(({ at: [r, c] }) => {
    const address = a1([r, c, 1, 1], [area[0], area[1]]);
    return addresses.has(address) ? [] : [{ address, text: plainText(formulas[r]?.[c]) }];
  });
  const titles = [...userTitles(record, sheet.titles).values()].map((text) => ({ address: "", text }));
  // In an interrupted block, formats and titles were not written yet.
  return unfinished ? [...author, ...changed] : [...author, ...changed, ...formatted, ...titles];
}

/** The address of a text in a block. */
function addressIn(formulas: readonly (readonly unknown[])[], text: string, area: Area): string {
  for (const [r, row] of formulas.entries())
    for (const [c, value] of row.entries())
      if (plainText(value) === plainText(text)) return a1([r, c, 1, 1], [area[0], area[1]]);
  return "";
}

/**
 * What is needed to put back a block that was removed, completely or in part: the same as for a failed update to an
 * empty plan.
 * @param was see `formerPlan`
 */
export function undoingOf(
  { reading, sheet, area, record, keptText, unfinished }: FoundBlock,
  was: Plan | undefined,
): Undoing {
  const target: Target = {
    sheet: sheet.id,
    charts: sheet.charts,
    written: {},
    at: [area[0], area[1]],
    id: record.id,
    record,
    ...(record.accent === undefined ? {} : { accent: record.accent }),
    widths: sheet.widths,
    old: { ...oldBlockOf(area, record, sheet, unfinished), keptText, ...(was ? { plan: was } : {}) },
  };
  const widths = sheet.widths.map((_, column) => (column in record.before.widths ? 0 : null));
  const plan = { ...empty(area[2], area[3]), widths, heights: [] };
  return { plan, target, before: reading };
}
