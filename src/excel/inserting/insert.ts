import { dataset } from "../../dataset";
import type { Text2 } from "../../dataset";
import type { Done, Outcome } from "../../workbook/outcome";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { authorTexts, keyOf } from "../reading/blockRecord";
import { blockHandle, isMadeFromPlan, part } from "./decide";
import { keepInSettings } from "../reading/keptRecord";
import { can, isReadOnly } from "../session/capabilities";
import { mayGroup, runInContext } from "../session/context";
import type { Context } from "../session/context";
import { resolvePlace } from "./resolvePlace";
import type { Reading } from "../reading/readPlace";
import { failed, problemOf } from "../session/errors";
import { insertionKeys, knownBlocks, setDataDate, setKnown, setting } from "../session/settings";
import { doneText } from "./texts";
import type { Happened } from "./texts";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { restore } from "./restoring/restore";
import { transaction } from "../session/transaction";
import { resizedText } from "./sizes";
import { stepsFor } from "./planSteps";
import { leftSteps, setLeft } from "./steps/marker";
import type { Target } from "./target";
import { adaptPlan } from "./adaptPlan";
import type { Update, Writing } from "./makeTarget";
import { targetOf } from "./makeTarget";
import type { InsertionJob } from "./job";

/** Inserts, all or nothing: one message that looks, one that writes. */
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
  const { replaceChanges } = progress;
  const looked = await resolvePlace(context, insertion, place, plan, {
    language,
    version: dataset.version,
    ...(replaceChanges === undefined ? {} : { replaceChanges }),
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
      return done("same", plan, sheet.name, area, {});
    }
    case "new-sheet":
    case "fresh":
    case "update":
      if (progress.signal?.aborted) return failed({ name: "cancelled" });
      return write(context, job, authored(job, plan, decision), reading, decision);
  }
}

/** The plan with what the author wrote in the block's places of theirs. It has the same rows and columns. */
function authored({ insertion, language }: InsertionJob, plan: Plan, decision: Writing): Plan {
  if (decision.kind !== "update") return plan;
  const author = authorTexts(decision.record, part(decision.sheet, decision.old));
  const theirs = Object.keys(author).length > 0 ? adaptPlan(insertion, language, author) : undefined;
  return theirs?.ok ? theirs.value : plan;
}

async function write(
  context: Context,
  job: InsertionJob,
  plan: Plan,
  reading: Reading,
  decision: Writing,
): Promise<Outcome> {
  const target = targetOf(job, plan, decision, reading);
  const { progress, patience } = job;
  const { record, written } = target;
  const newSheet = decision.kind === "new-sheet";
  const before = newSheet ? decision.name : decision.sheet.name;
  const keep = () => record && keepInSettings(target.id, record, written.kept);
  const sheetId = () => (newSheet ? (written.sheetId ?? decision.name) : decision.sheet.id);
  const ended = await transaction(context, {
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
        if (setting("ECOM.asof") === undefined) setDataDate(dataset.released);
        if (!can("sheetProperties")) keep();
      },
      after() {
        // Excel is believed to cut long properties: then the document's settings keep the record.
        const cut = written.kept !== undefined && written.kept !== JSON.stringify(record);
        if (cut || !can("sheetProperties")) keep();
        setKnown(knownAfter(job, plan, target, sheetId()));
      },
    },
    grouped: true,
    progress,
    patience,
    sheet: before,
    newSheet,
  });
  if (!ended.ok) return failed(ended.problem);
  const { left } = ended;
  if (target.rename && mayGroup()) await renameApart(context, target);
  const name = written.renamed && target.rename ? target.rename : before;
  const area = areaOf(plan, target);
  if (decision.kind === "update")
    return done(
      "updated",
      plan,
      name,
      area,
      wasOf(decision, target, reading),
      left,
      resizedText(plan, target),
    );
  const block = record
    ? blockHandle(sheetId(), target.id)
    : job.keep({ sheetId: sheetId(), plan, target, before: reading });
  return done("inserted", plan, name, area, { block }, left, resizedText(plan, target));
}

/**
 * Excel renames no sheet inside of an undo group: it is done afterwards, and a sheet that keeps its name is no failure.
 */
async function renameApart(context: Context, { sheet, rename = "", written }: Target): Promise<void> {
  try {
    context.workbook.worksheets.getItem(sheet).name = rename;
    await context.sync();
    written.renamed = true;
  } catch {
    // Somebody protected the workbook meanwhile, or has just given that name: everything else is done.
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

/** What stood there, if inserting it would make exactly that again: not of other data or of a table that is gone. */
function wasOf({ sheet, untouched }: Update, { old }: Target, reading: Reading): Pick<Done, "was"> {
  if (!untouched || !old?.plan) return {};
  const { id, insertion, language } = old.record;
  if (!isMadeFromPlan(old.plan, old.record, { version: dataset.version }, reading)) return {};
  return { was: { id: blockHandle(sheet.id, id), insertion, language } };
}

function done(
  happened: Happened,
  plan: Plan,
  sheet: string,
  area: Area,
  back: Pick<Done, "block" | "was">,
  left: ReadonlySet<Part> = new Set(),
  besides?: Text2,
): Outcome {
  const address = a1(area);
  const said = sayWithout(doneText(happened, plan.name, sheet, address), left);
  const text = besides ? { en: `${said.en} ${besides.en}`, zh: said.zh + besides.zh } : said;
  return { ok: true, done: { sheet, address, text, ...back } };
}
