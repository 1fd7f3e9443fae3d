import type { Outcome, Progress } from "../../workbook/outcome";
import { a1, overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { keyOf, recordKey } from "../reading/blockRecord";
import { changedCells } from "../reading/changedCells";
import { askDefaultFormat } from "../reading/cellFormats";
import { questions } from "../reading/questions";
import { readPlace } from "../reading/readPlace";
import { send } from "../session/batch";
import { can, isReadOnly } from "../session/capabilities";
import { asText, plainText, readBack } from "../session/cellText";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf, failed, problemOf } from "../session/errors";
import { insertionKeys, knownBlocks, setKnown, setOrRemove } from "../session/settings";
import { restore, stepsBack } from "../session/restore";
import { putBackFormats } from "../session/restoreCells";
import { stepsOn } from "../session/stepsOn";
import { transaction } from "../session/transaction";
import { changedInside, named } from "./decide";
import { freeName, part } from "./placeContent";
import { blockHandle } from "../reading/blockHandle";
import { formerPlan } from "./existingBlock";
import { adaptPlan } from "./adaptPlan";
import type { Shown, Written } from "./job";
import { addHide, addPause, addResume } from "./steps/filters";
import type { Step } from "../session/batchObjects";
import { hiddenByHand } from "../reading/hiddenRows";
import type { HiddenRows } from "../reading/hiddenRows";
import type { SheetReading } from "../reading/placeReading";
import { stepsFor } from "./planSteps";
import { empty, findBlock } from "./findBlock";
import type { Found } from "./findBlock";
import { undoingOf } from "./remove";
import type { Removed } from "./remove";
import { deleteSheet, wipe } from "./wipe";
import { userTitles } from "./target";
import type { Target } from "./target";
import { backText } from "./texts";

/** An action that can be undone while the page is open. */
type Act = { kind: "update"; written: Written } | { kind: "removal"; removed: Removed };

/** An action, or an insertion for which rows were unhidden. */
export type AnyAct = Act | { kind: "shown"; shown: Shown };

/** Hides the rows again that were unhidden for a removed insertion; a problem if Excel refuses. */
export async function hideAgain({ sheetId, hidden }: Shown, timeoutMs: number): Promise<Outcome | undefined> {
  const add = stepsOn(sheetId);
  addResume(add, hidden.filters);
  addHide(add, hiddenByHand(hidden));
  try {
    await runInContext(timeoutMs, (context) => send(context, add.steps));
    return undefined;
  } catch (error) {
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

/** Undoes an update or a removal, including the user's changes. */
export async function takeBack(
  act: Act,
  { changes }: Pick<Progress, "changes">,
  timeoutMs: number,
): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  try {
    return await runInContext(timeoutMs, (context) =>
      act.kind === "update"
        ? updateBack(context, act.written, changes, timeoutMs)
        : act.removed.deleted
          ? sheetBack(context, act.removed, timeoutMs)
          : blockBack(context, act.removed, timeoutMs),
    );
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

async function updateBack(
  context: Context,
  written: Written,
  changes: Progress["changes"],
  timeoutMs: number,
): Promise<Outcome> {
  const { sheetId, plan } = written;
  const found = await findBlock(context, sheetId, written.target.id);
  if (!found) return failed({ name: "block-gone" });
  const { target, before } = renamedSince(written, found);
  const { old, record, at, id } = target;
  if (!old || !record) return failed({ name: "block-gone" });
  const { sheet, area } = found;
  if (sheet.protected) return failed({ name: "sheet-protected", sheet: sheet.name });
  const moved = area[0] !== at[0] || area[1] !== at[1] || area[2] !== plan.rows || area[3] !== plan.columns;
  if (moved) return failed({ name: "block-gone" });
  const kept = new Set(target.kept?.map((one) => a1([...one.at, 1, 1], at)));
  const since = changedCells(record, part(sheet, area), at).filter(({ address }) => !kept.has(address));
  if (since.length > 0 && changes !== "replace")
    return failed(changedInside(sheet, id, since, { removing: true }));
  const undoing = { plan, target, before };
  const steps = withoutFilters(sheet, await stepsBack(context, undoing), before.sheet?.hidden);
  const ended = await transaction(context, {
    steps: () => steps,
    async putBack(again) {
      await restore(again, undoing);
      await send(again, stepsFor(plan, target));
    },
    settings: {
      keys: insertionKeys(id),
      after: () => known(id, sheetId, old.area, old.record, old.kept === undefined),
    },
    grouped: false,
    progress: {},
    timeoutMs,
    sheet: sheet.name,
    newSheet: false,
  });
  if (!ended.ok) return failed(ended.problem);
  const name = before.sheet?.name ?? sheet.name;
  return { ok: true, done: { sheet: name, address: a1(old.area), text: backText(name, a1(old.area)) } };
}

/** Removes active filters before the steps, and sets them again afterwards unless the steps do. */
function withoutFilters(
  { id, hidden }: SheetReading,
  steps: readonly Step[],
  resumed: HiddenRows | undefined,
): readonly Step[] {
  if (!hidden) return steps;
  const [before, after] = [stepsOn(id), stepsOn(id)];
  addPause(before, hidden.filters);
  addResume(
    after,
    hidden.filters.filter(({ table }) => !resumed?.filters.some((one) => one.table === table)),
  );
  return [...before.steps, ...steps, ...after.steps];
}

/** What was written, with the names that the user has given its tables since. */
function renamedSince(written: Written, { record }: Found): Pick<Written, "target" | "before"> {
  const { target, before } = written;
  const { old, record: made } = target;
  const names = new Map(
    made?.tables.flatMap(({ name }, index): [string, string][] => {
      const now = record.tables[index]?.name;
      return now !== undefined && now !== name ? [[name, now]] : [];
    }),
  );
  if (names.size === 0) return { target, before };
  const now = (name: string): string => names.get(name) ?? name;
  const called = <T extends { name: string }>(all: readonly T[]): T[] =>
    all.map((one) => ({ ...one, name: now(one.name) }));
  const inRecord = (one: Removed["record"]) => ({ ...one, tables: called(one.tables) });
  const { sheet } = before;
  return {
    target: {
      ...target,
      ...(made ? { record: inRecord(made) } : {}),
      ...(old ? { old: { ...old, record: inRecord(old.record), tables: called(old.tables) } } : {}),
    },
    before: sheet ? { ...before, sheet: { ...sheet, allTables: sheet.allTables?.map(now) } } : before,
  };
}

/** Remembers a block's place, and stores its record in the settings if it belongs there. */
function known(
  id: string,
  sheetId: string,
  area: Area,
  record: Removed["record"],
  inSettings = !can("sheetProperties"),
): void {
  const others = knownBlocks().filter((one) => one.id !== id || one.sheetId !== sheetId);
  setKnown([...others, { id, sheetId, area, key: keyOf(record.insertion) }]);
  if (inSettings) setOrRemove(recordKey(id), JSON.stringify(record));
}

async function blockBack(context: Context, removed: Removed, timeoutMs: number): Promise<Outcome> {
  const { sheet, area, record } = removed;
  const now = await readPlace(
    context,
    { kind: "block", sheetId: sheet.id, id: record.id, area },
    empty(area[2], area[3]),
  );
  const place = now.sheet;
  if (!place) return failed({ name: "sheet-gone", sheet: sheet.name });
  if (place.protected) return failed({ name: "sheet-protected", sheet: place.name });
  const filled = part(place, area).flatMap((row, r) =>
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
      cells: filled.slice(0, named),
    });
  const steps = withoutFilters(
    place,
    await stepsBack(context, undoingOf(removed, formerPlan(removed))),
    removed.sheet.hidden,
  );
  const back = { removed, sheetId: () => place.id, name: place.name, newSheet: false };
  return putBack(context, back, steps, () => wipe(removed), timeoutMs);
}

/** A block to restore, on its sheet or a new one. */
interface PuttingBack {
  removed: Removed;
  /** Gives the sheet's id, which for a new sheet is known only afterwards. */
  sheetId: () => string;
  /** The sheet's name. */
  name: string;
  newSheet: boolean;
}

/** Sends the steps. If that fails, sends `away`, which removes everything again. */
async function putBack(
  context: Context,
  { removed, sheetId, name, newSheet }: PuttingBack,
  steps: readonly Step[],
  away: () => readonly Step[],
  timeoutMs: number,
): Promise<Outcome> {
  const { record, area, kept } = removed;
  const inSettings = newSheet ? undefined : kept === undefined;
  const ended = await transaction(context, {
    steps: () => steps,
    putBack: async (again) => void (await send(again, away())),
    settings: {
      keys: insertionKeys(record.id),
      after: () => known(record.id, sheetId(), area, record, inSettings),
    },
    grouped: false,
    progress: {},
    timeoutMs,
    sheet: name,
    newSheet,
  });
  if (!ended.ok) return failed(ended.problem);
  const block = blockHandle(sheetId(), record.id);
  return { ok: true, done: { sheet: name, address: a1(area), block, text: backText(name, a1(area)) } };
}

/** Restores a sheet that was deleted with its block: inserts it again, then writes the user's changes. */
async function sheetBack(context: Context, removed: Removed, timeoutMs: number): Promise<Outcome> {
  const { sheet, area, record, reading } = removed;
  const made = adaptPlan(record.insertion, record.language);
  if (!made.ok) return failed({ name: "no-figure", reason: made.reason });
  const ask = questions();
  const usual = askDefaultFormat(ask);
  await ask.answer(context);
  const now = await readPlace(context, { kind: "new-sheet" }, made.value);
  if (now.locked) return failed({ name: "workbook-protected" });
  const name = freeName(
    sheet.name,
    now.sheets.map((one) => one.name),
  );
  const at = [area[0], area[1]] as const;
  const target: Target = {
    sheet: name,
    newSheet: name,
    charts: [],
    written: {},
    at,
    id: record.id,
    record,
    titles: userTitles(record, sheet.titles),
    ...(record.accent === undefined ? {} : { accent: record.accent }),
  };
  const add = stepsOn(name);
  const ours = new Map<string, string>();
  for (const { at: from, rows } of made.value.cells)
    rows.forEach((row, r) =>
      row.forEach((cell, c) => ours.set(`${from[0] + r},${from[1] + c}`, readBack(cell, at))),
    );
  part(sheet, area).forEach((row, r) =>
    row.forEach((value, c) => {
      const text = plainText(value);
      if (text === (ours.get(`${r},${c}`) ?? "")) return;
      const formula = typeof value === "string" && !value.startsWith("=") ? asText(text) : value;
      add("cells", "Range.formulas", ({ range }) => (range([r, c, 1, 1], at).formulas = [[formula]]));
    }),
  );
  putBackFormats(add, { plan: made.value, target, before: reading }, sheet, usual());
  const position = reading.sheets.findIndex(({ id }) => id === sheet.id);
  if (position >= 0) add("view", "Worksheet.position", ({ sheet: one }) => (one.position = position));
  const steps = [...stepsFor(made.value, target), ...add.steps];
  const back = { removed, sheetId: () => target.written.sheetId ?? name, name, newSheet: true };
  return putBack(context, back, steps, () => deleteSheet(name), timeoutMs);
}
