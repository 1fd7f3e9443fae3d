import type { Plan } from "../../sheets/plan";
import { cellAt } from "../../sheets/planCells";
import type { Place } from "../../sheets/planCells";
import { a1, overlap } from "../../workbook/a1";
import type { Outcome } from "../../workbook/outcome";
import { blockHandle } from "../reading/blockHandle";
import { keyOf, recordKey } from "../reading/blockRecord";
import { askDefaultFormat } from "../reading/cellFormats";
import { questions } from "../reading/questions";
import { readPlace } from "../reading/readPlace";
import { send } from "../session/batch";
import type { Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { asEntered, plainText, readBack } from "../session/cellText";
import type { Context } from "../session/context";
import { failed } from "../session/errors";
import { stepsBack } from "../session/restore";
import { putBackFormats } from "../session/restoreCells";
import { insertionKeys, setKnownBlock, setOrRemove } from "../session/settings";
import { stepsOn } from "../session/stepsOn";
import { transaction } from "../session/transaction";
import { adaptPlan } from "./adaptPlan";
import { mostNamed } from "./decide";
import { formerPlan } from "./existingBlock";
import { empty } from "./findBlock";
import { freeName, formulasIn } from "./placeContent";
import { stepsFor } from "./planSteps";
import { undoingOf } from "./remove";
import type { Removed } from "./remove";
import { withoutFilters } from "./steps/filters";
import { userTitles } from "./target";
import type { Target } from "./target";
import { backText } from "./texts";
import { deleteSheet, wipe } from "./wipe";

/**
 * Puts back a removed block, and the sheet that was deleted with it. The sheet comes back at its place among the
 * others, under a free name if somebody has taken its own. `timeoutMs` is how long to wait for Excel.
 */
export function undoRemoval(context: Context, removed: Removed, timeoutMs: number): Promise<Outcome> {
  return removed.deleted
    ? putBackSheet(context, removed, timeoutMs)
    : putBackBlock(context, removed, timeoutMs);
}

/** Puts a block back on its sheet, if its place is still empty. */
async function putBackBlock(context: Context, removed: Removed, timeoutMs: number): Promise<Outcome> {
  const { sheet, area, record } = removed;
  const now = await readPlace(
    context,
    { kind: "block", sheetId: sheet.id, id: record.id, area },
    empty(area[2], area[3]),
  );
  const place = now.sheet;
  if (!place) return failed({ name: "sheet-gone", sheet: sheet.name });
  if (place.protected) return failed({ name: "sheet-protected", sheet: place.name });
  const filled = formulasIn(place, area).flatMap((row, r) =>
    row.flatMap((value, c) => {
      const text = plainText(value);
      return text === "" ? [] : [{ address: a1([r, c, 1, 1], [area[0], area[1]]), text }];
    }),
  );
  if (filled.length > 0 || place.markers.some((marker) => overlap(marker.area, area)))
    return failed({
      name: "filled-cells",
      sheet: place.name,
      address: a1(area),
      count: Math.max(1, filled.length),
      cells: filled.slice(0, mostNamed),
    });
  const undoing = undoingOf(removed, formerPlan(removed));
  return putBack(context, removed, timeoutMs, {
    sheetId: () => place.id,
    sheetName: place.name,
    newSheet: false,
    steps: withoutFilters(place, await stepsBack(context, undoing), removed.sheet.hidden),
    removal: () => wipe(removed),
  });
}

/** Puts back a sheet that was deleted with its block: inserts it again, then writes the user's changes. */
async function putBackSheet(context: Context, removed: Removed, timeoutMs: number): Promise<Outcome> {
  const { sheet, area, record, reading } = removed;
  const built = adaptPlan(record.insertion, record.language);
  if (!built.ok) return failed({ name: "no-figure", reason: built.reason });
  const plan = built.value;
  const ask = questions();
  const defaultFormat = askDefaultFormat(ask);
  await ask.answer(context);
  const now = await readPlace(context, { kind: "new-sheet" }, plan);
  if (now.locked) return failed({ name: "workbook-protected" });
  const name = freeName(
    sheet.name,
    now.sheets.map((present) => present.name),
  );
  const target: Target = {
    sheet: name,
    newSheet: name,
    charts: [],
    written: {},
    at: [area[0], area[1]],
    id: record.id,
    record,
    titles: userTitles(record, sheet.titles),
    ...(record.accent === undefined ? {} : { accent: record.accent }),
  };
  const add = stepsOn(name);
  for (const { at, value } of changedIn(removed, plan))
    add(
      "cells",
      "Range.formulas",
      ({ range }) => (range([...at, 1, 1], target.at).formulas = [[asEntered(value)]]),
    );
  putBackFormats(add, { plan, target, before: reading }, sheet, defaultFormat());
  const position = reading.sheets.findIndex(({ id }) => id === sheet.id);
  if (position >= 0) add("view", "Worksheet.position", ({ sheet: one }) => (one.position = position));
  return putBack(context, removed, timeoutMs, {
    sheetId: () => target.written.sheetId ?? name,
    sheetName: name,
    newSheet: true,
    steps: [...stepsFor(plan, target), ...add.steps],
    removal: () => deleteSheet(name),
  });
}

/** The cells of a block that were not as the plan writes them, by their places in the block. */
function changedIn({ sheet, area }: Removed, plan: Plan): { at: Place; value: unknown }[] {
  const planned = cellAt(plan);
  return formulasIn(sheet, area).flatMap((row, r) =>
    row.flatMap((value, c) =>
      plainText(value) === readBack(planned(r, c), [area[0], area[1]]) ? [] : [{ at: [r, c], value }],
    ),
  );
}

/** How a removed block is put back, on its sheet or a new one. */
interface PuttingBack {
  /** Gives the sheet's id; that of a new sheet is known only afterwards. */
  sheetId: () => string;
  sheetName: string;
  newSheet: boolean;
  steps: readonly Step[];
  /** Makes the steps that remove everything again if something fails. */
  removal: () => readonly Step[];
}

/** Writes a block again in one transaction, with its record. */
async function putBack(
  context: Context,
  { record, area, keptText }: Removed,
  timeoutMs: number,
  { sheetId, sheetName, newSheet, steps, removal }: PuttingBack,
): Promise<Outcome> {
  const { id } = record;
  const inSettings = newSheet ? !can("sheetProperties") : keptText === undefined;
  const result = await transaction(context, {
    steps: () => steps,
    putBack: async (newContext) => void (await send(newContext, removal())),
    settings: {
      keys: insertionKeys(id),
      after() {
        setKnownBlock(id, sheetId(), { area, key: keyOf(record.insertion) });
        if (inSettings) setOrRemove(recordKey(id), JSON.stringify(record));
      },
    },
    grouped: false,
    progress: {},
    timeoutMs,
    sheet: sheetName,
    newSheet,
  });
  if (!result.ok) return failed(result.problem);
  const text = backText(sheetName, a1(area));
  return {
    ok: true,
    done: { sheet: sheetName, address: a1(area), block: blockHandle(sheetId(), id), text },
  };
}
