import { dataset } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import type { Outcome } from "../../workbook/outcome";
import type { FilledCell, Problem } from "../../workbook/problem";
import { keyOf } from "../reading/blockRecord";
import { authorTexts } from "../reading/changedCells";
import { keepInSettings } from "../reading/keptRecord";
import type { Reading } from "../reading/placeReading";
import { can, isReadOnly } from "../session/capabilities";
import { mayGroup, runInContext } from "../session/context";
import type { Context } from "../session/context";
import { failed, problemOf } from "../session/errors";
import { restore } from "../session/restore";
import { dataDate, insertionKeys, setDataDate, setKnownBlock, setting } from "../session/settings";
import { transaction } from "../session/transaction";
import { adaptPlan } from "./adaptPlan";
import { changedInside } from "./decide";
import type { Update, Writing } from "./decide";
import { formerPlan, keepingOf, extraOf } from "./existingBlock";
import type { ExtraColumns } from "./extraColumns";
import { hiddenAtTarget } from "./hiddenAtTarget";
import {
  nameBefore,
  sheetIdOf,
  updatedOutcome,
  insertedOutcome,
  areaOf,
  sayHidden,
  done,
} from "./insertionOutcome";
import type { Write } from "./insertionOutcome";
import type { InsertionJob } from "./job";
import { nothingKept } from "./keepChanges";
import type { Keeping } from "./keepChanges";
import { formulasIn } from "./placeContent";
import { stepsFor } from "./planSteps";
import { resolvePlace } from "./resolvePlace";
import { leftSteps, setLeft } from "./steps/marker";
import { userTitles } from "./target";
import type { Target } from "./target";
import { targetOf } from "./targetOf";

/** Inserts everything, or nothing: one message reads, one writes. */
export async function insert(job: InsertionJob): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { insertion, progress } = job;
  if ("indicators" in insertion && insertion.indicators.length === 0)
    return failed({ name: "nothing-asked" });
  const plan = adaptPlan(insertion, job.language);
  if (!plan.ok) return failed({ name: "no-figure", reason: plan.reason });
  progress.onProgress?.(0);
  return runInContext(job.timeoutMs, (context) => lookAndWrite(context, job, plan.value)).catch(
    (error: unknown) => failed(problemOf(error, { sheet: "", newSheet: false })),
  );
}

/** Reads the place, decides, and writes or says why not. */
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
      if (decision.kind === "update") return update(context, job, plan, reading, decision);
      return write(context, job, plan, undefined, reading, decision, nothingKept);
    }
  }
}

/** Updates a block, unless changes of the user's have no place in the new one. */
async function update(
  context: Context,
  job: InsertionJob,
  plan: Plan,
  reading: Reading,
  decision: Update,
): Promise<Outcome> {
  const { language, progress } = job;
  const replaces = progress.changes === "replace";
  const unplaced = (cells: readonly FilledCell[], isKeeping = progress.changes === "keep"): Outcome =>
    failed(unplacedProblem(decision, cells, isKeeping));
  const full = authored(job, plan, decision);
  const was = formerPlan(decision);
  const keeping = keepingOf(language, full, decision, was, reading);
  if (keeping.unplaced.length > 0) return unplaced(keeping.unplaced, true);
  const titles = userTitles(decision.record, decision.sheet.titles);
  const lost = [...titles].filter(([id]) => !full.charts.some((chart) => chart.id === id));
  if (lost.length > 0 && !decision.unfinished && !replaces)
    return unplaced(lost.map(([, text]) => ({ address: "", text })));
  if (keeping.formatsLost.length > 0 && !replaces) return unplaced(keeping.formatsLost);
  const extra = await extraOf(context, language, full, decision, was);
  if (extra.unplaced.length > 0 && !replaces) return unplaced(extra.unplaced, true);
  return write(context, job, full, was, reading, decision, keeping, extra.columns);
}

/** The plan with the author's texts (title, remarks) from the block. Rows and columns are the same. */
function authored({ insertion, language }: InsertionJob, plan: Plan, decision: Update): Plan {
  const author = authorTexts(decision.record, formulasIn(decision.sheet, decision.old));
  const withTexts = Object.keys(author).length > 0 ? adaptPlan(insertion, language, author) : undefined;
  return withTexts?.ok ? withTexts.value : plan;
}

/** The problem that the user's changes have no place in the new block. `isKeeping`: they are to be kept. */
const unplacedProblem = (
  { sheet, record }: Update,
  cells: readonly FilledCell[],
  isKeeping: boolean,
): Problem => changedInside(sheet, record.id, cells, isKeeping ? { unplaced: true } : {});

/** Writes a plan where it was decided, with what is kept of the user's. */
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
    const hidden = hiddenAtTarget(decision.sheet, plan, target, job.progress.hidden === "show");
    if (hidden) target.hidden = hidden;
  }
  if (decision.kind === "update" && !decision.unfinished)
    target.titles = userTitles(decision.record, decision.sheet.titles);
  const result = await carryOut(context, { job, plan, reading, decision, target });
  if (!result.ok) return failed(result.problem);
  if (target.rename && mayGroup()) await renameApart(context, target);
  const written: Write = { job, plan, reading, decision, target };
  return decision.kind === "update"
    ? updatedOutcome(written, decision, keeping, result.leftOut)
    : insertedOutcome(written, result.leftOut);
}

/** Adds to the target what the user keeps in the block: changed cells, formats, columns beside its tables. */
function keepOnTarget(target: Target, { keptCells, formats }: Keeping, extra: readonly ExtraColumns[]): void {
  if (formats.length > 0) target.userFormats = formats;
  if (extra.length > 0) target.extra = extra;
  if (keptCells.length === 0) return;
  target.keptCells = keptCells;
  if (target.record) target.record.kept = keptCells.map(({ at, print }) => [at[0], at[1], print] as const);
}

/** The transaction that writes a plan, with the settings that go with it. */
function carryOut(
  context: Context,
  { job, plan, reading, decision, target }: Write,
): ReturnType<typeof transaction> {
  const { record, written } = target;
  const keep = () => record && keepInSettings(target.id, record, written.keptText);
  return transaction(context, {
    steps(leftOut) {
      if (record) setLeft(record, leftOut);
      return stepsFor(plan, target);
    },
    late: (leftOut) => leftSteps(target, leftOut),
    putBack: (newContext, touched) => restore(newContext, { plan, target, before: reading }, touched),
    settings: {
      keys: insertionKeys(target.id),
      before() {
        // Functions read the data date while they answer the new formulas, so it is set first.
        if (setting("ECOM.asof") === undefined) setDataDate(dataDate());
        if (!can("sheetProperties")) keep();
      },
      after() {
        // Excel reportedly cuts long properties; then the record goes into the document's settings.
        const cut = written.keptText !== undefined && written.keptText !== JSON.stringify(record);
        if (cut || !can("sheetProperties")) keep();
        setKnownBlock(
          target.id,
          sheetIdOf({ decision, target }),
          record && { area: areaOf(plan, target), key: keyOf(job.insertion) },
        );
      },
    },
    grouped: true,
    progress: job.progress,
    timeoutMs: job.timeoutMs,
    sheet: nameBefore(decision),
    newSheet: decision.kind === "new-sheet",
  });
}

/** Renames the sheet outside the undo group, as Excel requires. It is no failure if the name stays. */
async function renameApart(context: Context, { sheet, rename = "", written }: Target): Promise<void> {
  try {
    context.workbook.worksheets.getItem(sheet).name = rename;
    await context.sync();
    written.renamed = true;
  } catch {
    // The workbook was protected meanwhile, or the name is taken. Everything else is done.
  }
}
