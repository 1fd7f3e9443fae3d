import { dataset } from "../../dataset";
import type { Language, Text2 } from "../../dataset";
import type { Done, Outcome, Progress } from "../../workbook/outcome";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import type { FilledCell, Problem } from "../../workbook/problem";
import type { Plan } from "../../sheets/plan";
import { keyOf } from "../reading/blockRecord";
import { authorTexts } from "../reading/changedCells";
import { changedInside, blockHandle, isMadeFromPlan, part } from "./decide";
import type { Update, Writing } from "./decide";
import { nothingKept } from "./keep";
import type { Keeping } from "./keep";
import type { ExtraColumns } from "./extraColumns";
import type { HiddenRows } from "../reading/hiddenRows";
import { keepInSettings } from "../reading/keptRecord";
import { can, isReadOnly } from "../session/capabilities";
import { mayGroup, runInContext } from "../session/context";
import type { Context } from "../session/context";
import { resolvePlace } from "./resolvePlace";
import type { Reading } from "../reading/placeReading";
import { failed, problemOf } from "../session/errors";
import { dataDate, insertionKeys, knownBlocks, setDataDate, setKnown, setting } from "../session/settings";
import { doneText, hiddenText, keptText, sortedText } from "./texts";
import type { Happened } from "./texts";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { restore } from "../session/restore";
import type { Undoing } from "../session/undoing";
import { transaction } from "../session/transaction";
import { resizedText } from "./sizes";
import { stepsFor } from "./planSteps";
import { leftSteps, setLeft } from "./steps/marker";
import { unseenAt, unseenText } from "./unseen";
import { userTitles } from "./target";
import type { Target } from "./target";
import { adaptPlan } from "./adaptPlan";
import { formerPlan, keepingOf, extraOf } from "./standing";
import { targetOf } from "./targetOf";

/**
 * Plain cells that were written. They have no marker, so they can be removed only while this page is open.
 */
export interface Written extends Undoing {
  sheetId: string;
}

/** Rows that were shown for an insertion, with the insertion's handle. */
export interface Shown {
  block: string;
  sheetId: string;
  hidden: HiddenRows;
}

/** One insertion and what it needs. */
interface InsertionJob {
  insertion: Insertion;
  place: Place;
  language: Language;
  progress: Progress;
  /** Milliseconds to wait for an answer. */
  patience: number;
  /** Keeps plain cells; returns their handle. */
  keep: (written: Written) => string;
  /**
   * Keeps what is needed to undo an update that replaced or kept something of the user's; returns its handle.
   */
  keepUpdate: (written: Written) => string;
  /**
   * Keeps which rows were shown for it, so that they are hidden again when it is removed; returns its handle.
   */
  keepShown: (shown: Shown) => string;
}

/** Inserts everything or nothing: one message that reads, one that writes. */
export async function insert(job: InsertionJob): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { insertion, progress } = job;
  if ("indicators" in insertion && insertion.indicators.length === 0)
    return failed({ name: "nothing-asked" });
  const plan = adaptPlan(insertion, job.language);
  if (!plan.ok) return failed({ name: "no-figure", reason: plan.reason });
  progress.onProgress?.(0);
  return runInContext(job.patience, (context) => lookAndWrite(context, job, plan.value)).catch(
    (error: unknown) => failed(problemOf(error, { sheet: "", newSheet: false })),
  );
}

async function lookAndWrite(context: Context, job: InsertionJob, plan: Plan): Promise<Outcome> {
  const { insertion, place, language, progress } = job;
  const { changes } = progress;
  const looked = await resolvePlace(context, insertion, place, plan, {
    language,
    version: dataset.version,
    ...(changes === undefined ? {} : { changes }),
    ...(progress.hidden === undefined ? {} : { hidden: progress.hidden }),
  });
  if ("problem" in looked) return failed(looked.problem);
  const { reading, decision } = looked;
  switch (decision.kind) {
    case "problem":
      return failed(decision.problem);
    case "look-again":
      return failed({ name: "block-gone" });
    case "same": {
      const { sheet, area } = decision;
      return sayHidden(done("same", plan, sheet.name, area, {}), reading, sheet.id);
    }
    case "new-sheet":
    case "fresh":
    case "update": {
      if (progress.signal?.aborted) return failed({ name: "cancelled" });
      const full = authored(job, plan, decision);
      const was = decision.kind === "update" ? formerPlan(decision) : undefined;
      const keeping =
        decision.kind === "update" ? keepingOf(language, full, decision, was, reading) : nothingKept;
      if (decision.kind === "update") {
        if (keeping.homeless.length > 0) return failed(noHome(decision, keeping.homeless, true));
        const titles = userTitles(decision.record, decision.sheet.titles);
        const lost = [...titles].filter(([id]) => !full.charts.some((chart) => chart.id === id));
        if (lost.length > 0 && !decision.unfinished && progress.changes !== "replace") {
          const named = lost.map(([, text]) => ({ address: "", text }));
          return failed(noHome(decision, named, progress.changes === "keep"));
        }
        if (keeping.looksLost.length > 0 && progress.changes !== "replace")
          return failed(noHome(decision, keeping.looksLost, progress.changes === "keep"));
      }
      const extra =
        decision.kind === "update" ? await extraOf(context, language, full, decision, was) : undefined;
      if (decision.kind === "update" && extra && extra.homeless.length > 0 && progress.changes !== "replace")
        return failed(noHome(decision, extra.homeless, true));
      return write(context, job, full, was, reading, decision, keeping, extra?.columns);
    }
  }
}

/**
 * The plan with the author's texts (title, remarks) that stand in the block. It has the same rows and columns.
 */
function authored({ insertion, language }: InsertionJob, plan: Plan, decision: Writing): Plan {
  if (decision.kind !== "update") return plan;
  const author = authorTexts(decision.record, part(decision.sheet, decision.old));
  const theirs = Object.keys(author).length > 0 ? adaptPlan(insertion, language, author) : undefined;
  return theirs?.ok ? theirs.value : plan;
}

/** Reports what of the user's has no place in the new block. `isKeeping`: the user has asked to keep it. */
const noHome = ({ sheet, record }: Update, cells: readonly FilledCell[], isKeeping: boolean): Problem =>
  changedInside(sheet, record.id, cells, isKeeping ? { homeless: true } : {});

/** What is to be written, where, and what was found there. */
interface Write {
  readonly job: InsertionJob;
  readonly plan: Plan;
  readonly reading: Reading;
  readonly decision: Writing;
  readonly target: Target;
}

async function write(
  context: Context,
  job: InsertionJob,
  plan: Plan,
  was: Plan | undefined,
  reading: Reading,
  decision: Writing,
  keeping: Keeping,
  extra: readonly ExtraColumns[] = [],
): Promise<Outcome> {
  const target = targetOf(job, plan, decision, was, reading);
  keepOnTarget(target, keeping, extra);
  if (decision.kind !== "new-sheet") {
    const unseen = unseenAt(decision.sheet, plan, target, job.progress.hidden === "show");
    if (unseen) target.unseen = unseen;
  }
  if (decision.kind === "update" && !decision.unfinished)
    target.titles = userTitles(decision.record, decision.sheet.titles);
  const ended = await carryOut(context, { job, plan, reading, decision, target });
  if (!ended.ok) return failed(ended.problem);
  if (target.rename && mayGroup()) await renameApart(context, target);
  const written: Write = { job, plan, reading, decision, target };
  return decision.kind === "update"
    ? updatedOutcome(written, decision, keeping, ended.left)
    : insertedOutcome(written, ended.left);
}

/** Adds to the target what the user keeps in the block: changed cells, formats, columns beside its tables. */
function keepOnTarget(target: Target, { kept, looks }: Keeping, extra: readonly ExtraColumns[]): void {
  if (looks.length > 0) target.looks = looks;
  if (extra.length > 0) target.extra = extra;
  if (kept.length === 0) return;
  target.kept = kept;
  if (target.record) target.record.kept = kept.map(({ at, print }) => [at[0], at[1], print] as const);
}

/** The sheet's name before it is renamed. */
const nameBefore = (decision: Writing): string =>
  decision.kind === "new-sheet" ? decision.name : decision.sheet.name;

const sheetIdOf = ({ decision, target }: Pick<Write, "decision" | "target">): string =>
  decision.kind === "new-sheet" ? (target.written.sheetId ?? decision.name) : decision.sheet.id;

function carryOut(
  context: Context,
  { job, plan, reading, decision, target }: Write,
): ReturnType<typeof transaction> {
  const { record, written } = target;
  const keep = () => record && keepInSettings(target.id, record, written.kept);
  return transaction(context, {
    steps(left) {
      if (record) setLeft(record, left);
      return stepsFor(plan, target);
    },
    late: (left) => leftSteps(target, left),
    putBack: (again, touched) => restore(again, { plan, target, before: reading }, touched),
    settings: {
      keys: insertionKeys(target.id),
      before() {
        // Functions read the settings while they answer the new formulas: the data date must be there before.
        if (setting("ECOM.asof") === undefined) setDataDate(dataDate());
        if (!can("sheetProperties")) keep();
      },
      after() {
        // Excel is said to cut long properties: then the record goes into the document's settings.
        const cut = written.kept !== undefined && written.kept !== JSON.stringify(record);
        if (cut || !can("sheetProperties")) keep();
        setKnown(knownAfter(job, plan, target, sheetIdOf({ decision, target })));
      },
    },
    grouped: true,
    progress: job.progress,
    patience: job.patience,
    sheet: nameBefore(decision),
    newSheet: decision.kind === "new-sheet",
  });
}

function updatedOutcome(
  { job, plan, reading, target, decision }: Write,
  update: Update,
  { kept, looks }: Keeping,
  left: ReadonlySet<Part>,
): Outcome {
  const again = wasOf(update, target, reading);
  const sheetId = update.sheet.id;
  const back =
    again.was && looks.length === 0 && !target.titles?.size
      ? again
      : { block: job.keepUpdate({ sheetId, plan, target, before: reading }) };
  const updated = done(
    "updated",
    plan,
    nameAfter(decision, target),
    areaOf(plan, target),
    back,
    left,
    keptText(kept),
    update.sorted ? sortedText : undefined,
    unseenText(target.unseen),
    resizedText(plan, target),
  );
  return sayHidden(updated, reading, sheetId);
}

function insertedOutcome({ job, plan, reading, target, decision }: Write, left: ReadonlySet<Part>): Outcome {
  const sheetId = sheetIdOf({ decision, target });
  const inserted = target.record
    ? blockHandle(sheetId, target.id)
    : job.keep({ sheetId, plan, target, before: reading });
  const shown = target.unseen?.show;
  const block = shown ? job.keepShown({ block: inserted, sheetId, hidden: shown.hidden }) : inserted;
  return done(
    "inserted",
    plan,
    nameAfter(decision, target),
    areaOf(plan, target),
    { block },
    left,
    unseenText(target.unseen),
    resizedText(plan, target),
  );
}

/** The sheet's name once all is done. */
const nameAfter = (decision: Writing, { written, rename }: Target): string =>
  written.renamed && rename ? rename : nameBefore(decision);

/**
 * Excel does not rename sheets inside an undo group, so it is done afterwards. It is no failure if the sheet keeps its
 * name.
 */
async function renameApart(context: Context, { sheet, rename = "", written }: Target): Promise<void> {
  try {
    context.workbook.worksheets.getItem(sheet).name = rename;
    await context.sync();
    written.renamed = true;
  } catch {
    // The workbook was protected meanwhile, or the name is taken. Everything else is done.
  }
}

const areaOf = (plan: Plan, { at }: Target): Area => [at[0], at[1], plan.rows, plan.columns];

/** The blocks that we know of, with this one at its place. */
function knownAfter(
  { insertion }: InsertionJob,
  plan: Plan,
  target: Target,
  sheetId: string,
): ReturnType<typeof knownBlocks> {
  const others = knownBlocks().filter((one) => one.id !== target.id || one.sheetId !== sheetId);
  if (!target.record) return others;
  return [...others, { id: target.id, sheetId, area: areaOf(plan, target), key: keyOf(insertion) }];
}

/**
 * The earlier insertion, if repeating it gives exactly what was there before: not where the data or a user table has
 * changed.
 */
function wasOf({ sheet, untouched }: Update, { old }: Target, reading: Reading): Pick<Done, "was"> {
  if (!untouched || !old?.plan) return {};
  const { id, insertion, language } = old.record;
  if (!isMadeFromPlan(old.plan, old.record, { version: dataset.version }, reading)) return {};
  return { was: { id: blockHandle(sheet.id, id), insertion, language } };
}

/** Adds to the outcome that the sheet is hidden. */
function sayHidden(outcome: Outcome, { sheets }: Reading, sheetId: string): Outcome {
  if (!outcome.ok || !sheets.some(({ id, hidden }) => id === sheetId && hidden)) return outcome;
  const { text } = outcome.done;
  const said = { en: `${text.en} ${hiddenText.en}`, zh: text.zh + hiddenText.zh };
  return { ok: true, done: { ...outcome.done, text: said, hidden: true } };
}

function done(
  happened: Happened,
  plan: Plan,
  sheet: string,
  area: Area,
  back: Pick<Done, "block" | "was">,
  left: ReadonlySet<Part> = new Set(),
  ...besides: readonly (Text2 | undefined)[]
): Outcome {
  const address = a1(area);
  const said = sayWithout(doneText(happened, plan.name, sheet, address), left);
  const text = besides.reduce<Text2>(
    (all, more) => (more ? { en: `${all.en} ${more.en}`, zh: all.zh + more.zh } : all),
    said,
  );
  return { ok: true, done: { sheet, address, text, ...back } };
}
