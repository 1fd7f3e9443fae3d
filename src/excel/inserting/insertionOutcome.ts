import { dataset } from "../../dataset";
import type { Text2 } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import type { DoneAction, Outcome } from "../../workbook/outcome";
import { blockHandle } from "../reading/blockHandle";
import type { Reading } from "../reading/placeReading";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { isMadeFromPlan } from "./decide";
import type { Update, Writing } from "./decide";
import { hiddenRowsText } from "./hiddenAtTarget";
import type { InsertionJob } from "./job";
import type { Keeping } from "./keepChanges";
import { resizedText } from "./sizes";
import type { Target } from "./target";
import { doneText, hiddenText, keptText, sortedText } from "./texts";
import type { Happened } from "./texts";

/** What to write, where, and what was found there. */
export interface Write {
  readonly job: InsertionJob;
  readonly plan: Plan;
  readonly reading: Reading;
  readonly decision: Writing;
  readonly target: Target;
}

/**
 * The sheet's name before it is renamed. A problem names the sheet by it, because after a failure the sheet has it
 * again.
 */
export const nameBefore = (decision: Writing): string =>
  decision.kind === "new-sheet" ? decision.name : decision.sheet.name;

/** The id of the written sheet; the name of a new one, until its id is known. */
export const sheetIdOf = ({ decision, target }: Pick<Write, "decision" | "target">): string =>
  decision.kind === "new-sheet" ? (target.written.sheetId ?? decision.name) : decision.sheet.id;

/**
 * The outcome of an update, with the way to undo it.
 * @param leftOut the parts that Excel refused
 */
export function updatedOutcome(
  { job, plan, reading, target, decision }: Write,
  update: Update,
  { keptCells, formats }: Keeping,
  leftOut: ReadonlySet<Part>,
): Outcome {
  const undoable = wasOf(update, target, reading);
  const sheetId = update.sheet.id;
  const undo =
    undoable.was && formats.length === 0 && !target.titles?.size
      ? undoable
      : { block: job.keepUpdate({ sheetId, plan, target, before: reading }) };
  const updated = done(
    "updated",
    plan,
    nameAfter(decision, target),
    areaOf(plan, target),
    undo,
    leftOut,
    keptText(keptCells),
    update.sorted ? sortedText : undefined,
    hiddenRowsText(target.hidden),
    resizedText(plan, target),
  );
  return sayHidden(updated, reading, sheetId);
}

/**
 * The outcome of an insertion, with the handle that removes it.
 * @param leftOut the parts that Excel refused
 */
export function insertedOutcome(
  { job, plan, reading, target, decision }: Write,
  leftOut: ReadonlySet<Part>,
): Outcome {
  const sheetId = sheetIdOf({ decision, target });
  const inserted = target.record
    ? blockHandle(sheetId, target.id)
    : job.keep({ sheetId, plan, target, before: reading });
  const shown = target.hidden?.show;
  const block = shown ? job.keepShown({ block: inserted, sheetId, hidden: shown.hidden }) : inserted;
  return done(
    "inserted",
    plan,
    nameAfter(decision, target),
    areaOf(plan, target),
    { block },
    leftOut,
    hiddenRowsText(target.hidden),
    resizedText(plan, target),
  );
}

/** The sheet's final name. */
const nameAfter = (decision: Writing, { written, rename }: Target): string =>
  written.renamed && rename ? rename : nameBefore(decision);

/** The area that a plan covers on its sheet. Columns that the user added are not in it. */
export const areaOf = (plan: Plan, { at }: Target): Area => [at[0], at[1], plan.rows, plan.columns];

/** The earlier insertion, if repeating it gives what was there: not after changes of data or a user's table. */
function wasOf({ sheet, untouched }: Update, { old }: Target, reading: Reading): Pick<DoneAction, "was"> {
  if (!untouched || !old?.plan) return {};
  const { id, insertion, language } = old.record;
  if (!isMadeFromPlan(old.plan, old.record, { version: dataset.version }, reading)) return {};
  return { was: { id: blockHandle(sheet.id, id), insertion, language } };
}

/** Adds to the outcome that the sheet is hidden. A failed outcome, and one on a visible sheet, come back unchanged. */
export function sayHidden(outcome: Outcome, { sheets }: Reading, sheetId: string): Outcome {
  if (!outcome.ok || !sheets.some(({ id, hidden }) => id === sheetId && hidden)) return outcome;
  const { text } = outcome.done;
  const withHidden = { en: `${text.en} ${hiddenText.en}`, zh: text.zh + hiddenText.zh };
  return { ok: true, done: { ...outcome.done, text: withHidden, hidden: true } };
}

/**
 * The outcome of a successful action.
 * @param undo how to undo it
 * @param leftOut the parts that Excel refused
 * @param besides more sentences
 */
export function done(
  happened: Happened,
  plan: Plan,
  sheet: string,
  area: Area,
  undo: Pick<DoneAction, "block" | "was">,
  leftOut: ReadonlySet<Part> = new Set(),
  ...besides: readonly (Text2 | undefined)[]
): Outcome {
  const address = a1(area);
  const sentence = sayWithout(doneText(happened, plan.name, sheet, address), leftOut);
  const text = besides.reduce<Text2>(
    (joined, more) => (more ? { en: `${joined.en} ${more.en}`, zh: joined.zh + more.zh } : joined),
    sentence,
  );
  return { ok: true, done: { sheet, address, text, ...undo } };
}
