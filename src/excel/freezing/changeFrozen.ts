import type { SourcesList } from "../../review/frozen/sheet";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import type { DoneAction, Skipped, Outcome, Progress } from "../../workbook/outcome";
import { freeName } from "../inserting/placeContent";
import { addPause, addResume } from "../inserting/steps/filters";
import { readSheets } from "../reading/readSheets";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import { send } from "../session/batch";
import type { Step } from "../session/batchObjects";
import type { Context } from "../session/context";
import { stepsOn } from "../session/stepsOn";
import { transaction } from "../session/transaction";
import type { Saving, TransactionResult } from "../session/transaction";
import { recordsOf } from "./frozenRecords";
import type { FrozenRecords } from "./frozenRecords";
import { keepInSettings, recordSteps, settingKeysOf } from "./keepRecords";
import type { Answered } from "./keepRecords";
import { listOnSheet, movedNotes } from "./notesOnList";
import type { UserCell } from "./notesOnList";
import { moveCells, sourcesSheet, sourcesSteps } from "./sourcesSheet";

/** A change of cells between formulas and values, with their records and the list. */
interface Change {
  survey: Survey;
  before: FrozenRecords;
  after: FrozenRecords;
  /** The list now, and afterwards. */
  old: SourcesList | undefined;
  wanted: SourcesList | undefined;
  /** Ids of the sheets whose cells change. */
  cells: ReadonlySet<string>;
  /** The steps that change the cells. */
  steps: readonly Step[];
  /** The steps that undo those changes that were made. */
  back: (now: Survey) => readonly Step[];
  /** "records first" never leaves values without their record, "cells first" never a record without its values. */
  order: "records first" | "cells first";
  progress: Progress;
  timeoutMs: number;
  /** Whether it may be one undo step; not if a sheet may be deleted. */
  grouped: boolean;
  /** The sheet that a problem names. */
  sheet: string;
}

/**
 * The name of the list's sheet, existing or new. `list` is that to be written; a new name is made free by a number
 * behind it.
 */
export function listName(survey: Survey, list: SourcesList | undefined): string {
  const takenNames = survey.sheets.map((sheet) => sheet.name);
  return sourcesSheet(survey)?.name ?? freeName(list?.title ?? "", takenNames);
}

/** Makes a change as one transaction: the cells, their records, and the list of sources. */
export async function changeFrozen(context: Context, change: Change): Promise<TransactionResult> {
  const { survey, before, after, old, wanted, progress, timeoutMs, grouped } = change;
  const sheet = sourcesSheet(survey);
  const name = listName(survey, wanted ?? old);
  const answered: Answered = new Map();
  const records = recordSteps(before, after, answered);
  const listed = sourcesSteps({ sheet, old, wanted, name, active: survey.active });
  // The list's sheet is deleted last, because nothing may fail after it. The sheets with the cells are not protected;
  // the list's sheet, or the structure, may be.
  const newSheet = listed.length > 0 && (!sheet || !wanted);
  if (listed.length > 0 && sheet?.protected)
    return { ok: false, problem: { name: "sheet-protected", sheet: sheet.name } };
  if (newSheet && survey.locked) return { ok: false, problem: { name: "workbook-protected" } };
  let saving: Saving = "not";
  return transaction(context, {
    steps: () => {
      const { pause, resume } = filtersOf(change);
      return change.order === "records first"
        ? [...records, ...pause, ...listed, ...change.steps, ...resume]
        : [...pause, ...change.steps, ...records, ...resume, ...listed];
    },
    putBack: (newContext) => putBack(newContext, change, name),
    settings: {
      keys: settingKeysOf(before, after),
      after: () => (saving = keepInSettings(before, after, answered)),
      saving: () => saving,
    },
    grouped,
    progress,
    from: 0.3,
    timeoutMs,
    sheet: change.sheet,
    newSheet,
  });
}

/** The outcome for changed cells and skipped ones; the pane can go to a single cell. */
export function answerFor(
  cells: readonly { area: Area }[],
  outcome: Pick<DoneAction, "sheet" | "text" | "block">,
  skipped: readonly Skipped[],
): Outcome {
  const [first, ...more] = cells;
  const address = first && more.length === 0 ? a1(first.area) : "";
  return { ok: true, done: { ...outcome, address, ...(skipped.length > 0 ? { skipped } : {}) } };
}

/** Restores what people wrote on the list's sheet. */
function notesBack(
  was: SheetSurvey,
  sheet: SheetSurvey,
  now: SourcesList | undefined,
  old: SourcesList | undefined,
): readonly Step[] {
  const before = listOnSheet(was, old).userCells;
  const after = listOnSheet(sheet, now);
  const moved = old ? movedNotes(after, old).map(({ cell, row }) => ({ ...cell, row })) : after.userCells;
  const isSame = (a: UserCell, b: UserCell) => a.row === b.row && a.column === b.column;
  const add = stepsOn(was.id);
  moveCells(
    add,
    moved.filter((cell) => !before.some((other) => isSame(cell, other))),
    before.filter((cell) => !moved.some((other) => isSame(cell, other) && cell.formula === other.formula)),
  );
  return add.steps;
}

/** Steps that remove the filters of the sheets to be written, and set them again afterwards. */
function filtersOf({ survey, cells, old, wanted }: Change): {
  pause: readonly Step[];
  resume: readonly Step[];
} {
  const list = sourcesSheet(survey);
  const ofSheets = survey.sheets.flatMap(({ id, hidden }) => {
    // The list's table is made again, or removed.
    const written = cells.has(id) || (list?.id === id && old !== undefined && wanted !== undefined);
    if (!hidden || !written) return [];
    const [pause, resume] = [stepsOn(id), stepsOn(id)];
    addPause(pause, hidden.filters);
    addResume(resume, hidden.filters);
    return [{ pause: pause.steps, resume: resume.steps }];
  });
  return { pause: ofSheets.flatMap(({ pause }) => pause), resume: ofSheets.flatMap(({ resume }) => resume) };
}

/** Undoes everything that differs from before. */
async function putBack(context: Context, change: Change, name: string): Promise<void> {
  const { survey, before, old, wanted } = change;
  const now = await readSheets(context, ["formulas", "values"]);
  const was = sourcesSheet(survey);
  // The list's sheet is found even where its table is gone.
  const listNow = now.sheets.find(({ id, name: called }) =>
    was ? id === was.id : called === name && !survey.sheets.some((sheet) => sheet.id === id),
  );
  const unnamedTables = was ? (listNow?.tables.filter((table) => !was.tables.includes(table)) ?? []) : [];
  const same =
    was !== undefined &&
    listNow !== undefined &&
    JSON.stringify([listNow.tables, listNow.values]) === JSON.stringify([was.tables, was.values]);
  const listed =
    listNow && !same
      ? sourcesSteps({
          sheet: listNow,
          old: wanted ?? old,
          wanted: old,
          unnamedTables,
          name: was?.name ?? name,
        })
      : [];
  const goBack = stepsOn(survey.active);
  if (survey.active !== "" && now.active !== survey.active)
    goBack("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
  const { pause, resume } = filtersOf(change);
  const notes = was && listNow && listed.length > 0 ? notesBack(was, listNow, wanted ?? old, old) : [];
  await send(context, [
    ...goBack.steps,
    ...pause,
    ...change.back(now),
    ...recordSteps(recordsOf(now), before),
    ...listed,
    ...notes,
    ...resume,
  ]);
}
