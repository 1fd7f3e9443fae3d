import { dataset } from "../../dataset";
import type { Language } from "../../dataset";
import { followWorkbook } from "../../functions";
import type { Done, Outcome, Progress } from "../../workbook/outcome";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Problem } from "../../workbook/problem";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { buildPlan } from "../../sheets/buildPlan";
import type { Plan } from "../../sheets/plan";
import { keyOf, newId, recordKey, recordOf } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { freeName, handle, isMadeOf } from "./decide";
import type { Decision } from "./decide";
import { can, distrust, isReadOnly, talk, talkApart } from "../session/context";
import type { Context } from "../session/context";
import { look } from "./resolvePlace";
import type { Reading, SheetReading } from "../reading/read";
import { afterwards, Cancelled, failed, NotSaved, problemOf } from "../session/errors";
import {
  insertionKeys,
  knownBlocks,
  remember,
  save,
  setDataDate,
  setKnown,
  setOrRemove,
  setting,
} from "../session/settings";
import { doneText } from "./texts";
import type { Happened } from "./texts";
import { undo } from "../session/restore";
import type { Undoing } from "../session/restore";
import { perform } from "../session/send";
import { beforeOf, beforeToo, sizesAt } from "./sizes";
import { stepsFor, tableStyle } from "./planSteps";
import type { Old, Target } from "./planSteps";

/** Plain cells that were written: they have no marker, so they can be taken away only while this page lives. */
export interface Written extends Undoing {
  sheetId: string;
}

/** One insertion and what it needs. */
export interface Job {
  insertion: Insertion;
  place: Place;
  language: Language;
  progress: Progress;
  /** Milliseconds to wait for an answer. */
  patience: number;
  /** Keeps plain cells; returns their handle. */
  keep: (written: Written) => string;
}

/** Inserts, all or nothing: one message that looks, one that writes. */
export async function insert(job: Job): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { insertion, progress } = job;
  if ("indicators" in insertion && insertion.indicators.length === 0)
    return failed({ name: "nothing-asked" });
  const plan = planFor(insertion, job.language);
  if (!plan.ok) return failed({ name: "no-figure", reason: plan.reason });
  progress.onProgress?.(0);
  const outcome = await talk(job.patience, (context) => lookAndWrite(context, job, plan.value)).catch(
    (error: unknown) => failed(problemOf(error, { sheet: "", newSheet: false })),
  );
  // A host that claims a set and lacks one of its members: once more without.
  const lacking = !outcome.ok && outcome.problem.name === "not-supported" ? outcome.problem.needs : undefined;
  return lacking !== undefined && distrust(lacking) ? insert(job) : outcome;
}

/** The plan as this workbook and this host need it. */
export function planFor(insertion: Insertion, language: Language): ReturnType<typeof buildPlan> {
  followWorkbook();
  const asof = setting("ECOM.asof");
  return buildPlan(insertion, {
    language,
    asof: typeof asof === "string" ? asof : undefined,
    spills: can("spills"),
    cards: can("cards"),
  });
}

async function lookAndWrite(context: Context, job: Job, plan: Plan): Promise<Outcome> {
  const { insertion, place, language, progress } = job;
  const { replaceChanges } = progress;
  const looked = await look(context, insertion, place, plan, {
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
      return write(context, job, plan, reading, targetOf(job, plan, decision, reading), decision);
  }
}

type Writing = Extract<Decision, { kind: "new-sheet" | "fresh" | "update" }>;

/** Where and as what the plan is to be written. */
function targetOf({ insertion, language }: Job, plan: Plan, decision: Writing, reading: Reading): Target {
  const { accent, tables } = reading;
  const painted = accent === undefined ? {} : { accent };
  const old = decision.kind === "update" ? decision : undefined;
  const id = old?.record.id ?? newId();
  const own = decision.kind === "new-sheet" || (old?.record.own ?? false);
  const sheet = decision.kind === "new-sheet" ? undefined : decision.sheet;
  const at = old ? ([old.old[0], old.old[1]] as const) : (sheet?.at ?? ([0, 0] as const));
  const sizes = sheet ? sizesAt(sheet, at) : {};
  const before = old ? beforeToo(plan, sizes, old.record) : beforeOf(plan, sizes);
  const record: BlockRecord | undefined = plan.block
    ? recordOf(
        plan,
        { id, insertion, language, version: dataset.version, ...painted, own, before },
        sheet?.allTables,
        tables,
      )
    : undefined;
  return {
    at,
    id,
    ...sizes,
    ...painted,
    ...(record ? { record } : {}),
    ...(decision.kind === "new-sheet" ? { newSheet: decision.name } : {}),
    ...(old ? updating(plan, old, reading) : {}),
  };
}

type Update = Extract<Decision, { kind: "update" }>;

/** The block that is updated, and what its own sheet is called then: a name that the user gave it stays. */
function updating(
  { sheetName }: Plan,
  { old: area, record, sheet, unfinished }: Update,
  { locked, sheets }: Reading,
): Pick<Target, "old" | "rename"> {
  const old = oldOf(area, record, sheet, unfinished);
  const was = planFor(record.insertion, record.language);
  if (!was.ok) return { old };
  // Excel renames no sheet inside of an undo group; afterwards it would be a second step, which can fail by itself.
  const renames =
    record.own &&
    locked === false &&
    !can("undoGroup") &&
    sheetName !== was.value.sheetName &&
    sheet.name.replace(/ \(\d+\)$/, "") === was.value.sheetName;
  const others = sheets.filter(({ id }) => id !== sheet.id).map(({ name }) => name);
  return { old: { ...old, plan: was.value }, rename: renames ? freeName(sheetName, others) : undefined };
}

/** The block that stands there; a host that cannot say which tables lie in a range knows them by their names. */
export function oldOf(area: Area, record: BlockRecord, sheet: SheetReading, unfinished = false): Old {
  const named = record.tables
    .filter(({ name }) => sheet.allTables.includes(name))
    .map(({ name }) => ({ name, style: tableStyle, showBandedRows: false, showFilterButton: false }));
  const tables = can("tablesOfRange") ? sheet.tables : named;
  // Of what broke off it is not known which charts are as the record says.
  const known = unfinished ? { ...record, charts: [] } : record;
  return { area, record: known, tables, charts: sheet.charts, breaks: sheet.breaks, unfinished };
}

async function write(
  context: Context,
  job: Job,
  plan: Plan,
  reading: Reading,
  target: Target,
  decision: Writing,
): Promise<Outcome> {
  const { progress, patience } = job;
  const putBackSettings = remember(insertionKeys(target.id));
  // Functions read the settings while they answer the new formulas: the data date must be there before.
  if (setting("ECOM.asof") === undefined) setDataDate(dataset.released);
  if (target.record && !can("sheetProperties")) {
    setOrRemove(recordKey(target.id), JSON.stringify(target.record));
  }
  let begun = false;
  try {
    const sheets = context.workbook.worksheets;
    let made: Excel.Worksheet | undefined;
    const sheet = (): Excel.Worksheet => {
      if (decision.kind !== "new-sheet") return sheets.getItem(decision.sheet.id);
      if (made) return sheets.getItem(decision.name);
      made = sheets.add(decision.name);
      made.load("id");
      return made;
    };
    await perform(context, stepsFor(plan, target), sheet, (part) => {
      if (progress.signal?.aborted) throw new Cancelled();
      progress.onProgress?.(part);
      begun = part > 0;
    });
    begun = true;
    const sheetId = decision.kind === "new-sheet" ? (made?.id ?? "") : decision.sheet.id;
    setKnown(knownAfter(job, plan, target, sheetId));
    if (!(await save(patience))) throw new NotSaved();
    progress.onProgress?.(1);
    const name = decision.kind === "new-sheet" ? decision.name : (target.rename ?? decision.sheet.name);
    const area = areaOf(plan, target);
    if (decision.kind === "update")
      return done("updated", plan, name, area, wasOf(decision, target, reading));
    const block = target.record
      ? handle(sheetId, target.id)
      : job.keep({ sheetId, plan, target, before: reading });
    return done("inserted", plan, name, area, { block });
  } catch (error) {
    putBackSettings();
    return failed(await takeBack(error, job, plan, target, reading, decision, begun));
  }
}

const areaOf = (plan: Plan, { at }: Target): Area => [at[0], at[1], plan.rows, plan.columns];

/** The blocks that we know of, with this one at its place. */
function knownAfter(
  { insertion }: Job,
  plan: Plan,
  target: Target,
  sheetId: string,
): ReturnType<typeof knownBlocks> {
  const others = knownBlocks().filter((one) => one.id !== target.id || one.sheetId !== sheetId);
  if (!target.record) return others;
  return [...others, { id: target.id, sheetId, area: areaOf(plan, target), key: keyOf(insertion) }];
}

/**
 * Undoes what was written before the failure, and says what the failure was.
 *
 * @param begun a message was carried out before the one that failed
 */
function takeBack(
  error: unknown,
  { patience }: Job,
  plan: Plan,
  target: Target,
  reading: Reading,
  decision: Writing,
  begun: boolean,
): Promise<Problem> {
  const newSheet = decision.kind === "new-sheet";
  const sheet = newSheet ? decision.name : decision.sheet.name;
  return afterwards(error, problemOf(error, { sheet, newSheet }), { sheet, begun }, () =>
    talkApart(patience, (context) => undo(context, { plan, target, before: reading })),
  );
}

/** What stood there, if inserting it would make exactly that again: not of other data or of a table that is gone. */
function wasOf({ sheet, untouched }: Update, { old }: Target, reading: Reading): Pick<Done, "was"> {
  if (!untouched || !old?.plan) return {};
  const { id, insertion, language } = old.record;
  if (!isMadeOf(old.plan, old.record, { version: dataset.version }, reading)) return {};
  return { was: { id: handle(sheet.id, id), insertion, language } };
}

function done(
  happened: Happened,
  plan: Plan,
  sheet: string,
  area: Area,
  back: Pick<Done, "block" | "was">,
): Outcome {
  const address = a1(area);
  return { ok: true, done: { sheet, address, text: doneText(happened, plan.name, sheet, address), ...back } };
}
