import { dataset } from "../../dataset";
import type { Language, Text2 } from "../../dataset";
import { followWorkbook } from "../../functions";
import type { Done, Outcome, Progress } from "../../workbook/outcome";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import type { FilledCell, Problem } from "../../workbook/problem";
import { buildPlan } from "../../sheets/buildPlan";
import type { AuthorTexts, Plan } from "../../sheets/plan";
import { authorTexts, keyOf, newId, recordOf } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { freeName, blockHandle, isMadeFromPlan, part } from "./decide";
import type { Decision } from "./decide";
import { keepIn, nothingKept } from "./keep";
import type { Keeping, Standing } from "./keep";
import { countExtra, readExtra } from "./extraColumns";
import type { ExtraColumns } from "./extraColumns";
import { ownLooks } from "./ownLooks";
import type { HiddenRows } from "../reading/hiddenRows";
import { keepInSettings } from "../reading/keptRecord";
import { can, isReadOnly } from "../session/capabilities";
import { mayGroup, runInContext } from "../session/context";
import type { Context } from "../session/context";
import { resolvePlace } from "./resolvePlace";
import type { Reading } from "../reading/readPlace";
import { failed, problemOf } from "../session/errors";
import { dataDate, insertionKeys, knownBlocks, setDataDate, setKnown, setting } from "../session/settings";
import { doneText, hiddenText, keptText, sortedText } from "./texts";
import type { Happened } from "./texts";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { restore } from "../session/restore";
import type { Undoing } from "../session/restore";
import { transaction } from "../session/transaction";
import { formatsAt } from "./formatsBefore";
import { beforeOf, sizesAfterUpdate, resizedText, sizesAt } from "./sizes";
import { stepsFor } from "./planSteps";
import { leftSteps, setLeft } from "./steps/marker";
import { oldBlockOf } from "./oldBlock";
import { unseenAt, unseenText } from "./unseen";
import { ownTitles } from "./target";
import type { Target } from "./target";

/** Plain cells that were written: they have no marker, so they can be taken away only while this page lives. */
export interface Written extends Undoing {
  sheetId: string;
}

/** Rows that were shown for an insertion, with its own handle. */
export interface Shown {
  block: string;
  sheetId: string;
  hidden: HiddenRows;
}

/** One insertion and what it needs. */
export interface InsertionJob {
  insertion: Insertion;
  place: Place;
  language: Language;
  progress: Progress;
  /** Milliseconds to wait for an answer. */
  patience: number;
  /** Keeps plain cells; returns their handle. */
  keep: (written: Written) => string;
  /** Keeps how an update is taken back that replaced or kept something of the user's; returns its handle. */
  keepUpdate: (written: Written) => string;
  /** Keeps which rows were shown for it, so that they are hidden again when it is taken away; returns its handle. */
  keepShown: (shown: Shown) => string;
}

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

/** The plan as this workbook and this host need it. */
export function adaptPlan(
  insertion: Insertion,
  language: Language,
  author?: AuthorTexts,
): ReturnType<typeof buildPlan> {
  followWorkbook();
  return buildPlan(insertion, {
    language,
    asof: dataDate(),
    spills: can("spills"),
    cards: can("cards"),
    date1904: setting("ECOM.date1904") === true,
    author,
  });
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
      const keeping = decision.kind === "update" ? keepingOf(job, full, decision, reading) : nothingKept;
      if (decision.kind === "update") {
        if (keeping.homeless.length > 0) return failed(noHome(decision, keeping.homeless, true));
        const titles = ownTitles(decision.record, decision.sheet.titles);
        const lost = [...titles].filter(([id]) => !full.charts.some((chart) => chart.id === id));
        if (lost.length > 0 && !decision.unfinished && progress.changes !== "replace") {
          const named = lost.map(([, text]) => ({ address: "", text }));
          return failed(noHome(decision, named, progress.changes === "keep"));
        }
        if (keeping.looksLost.length > 0 && progress.changes !== "replace")
          return failed(noHome(decision, keeping.looksLost, progress.changes === "keep"));
      }
      const extra = decision.kind === "update" ? await extraOf(context, job, full, decision) : undefined;
      if (decision.kind === "update" && extra && extra.homeless.length > 0 && progress.changes !== "replace")
        return failed(noHome(decision, extra.homeless, true));
      return write(context, job, full, reading, decision, keeping, extra?.columns);
    }
  }
}

/** The plan with what the author wrote in the block's places of theirs. It has the same rows and columns. */
function authored({ insertion, language }: InsertionJob, plan: Plan, decision: Writing): Plan {
  if (decision.kind !== "update") return plan;
  const author = authorTexts(decision.record, part(decision.sheet, decision.old));
  const theirs = Object.keys(author).length > 0 ? adaptPlan(insertion, language, author) : undefined;
  return theirs?.ok ? theirs.value : plan;
}

/** What of the user's stays, and where. */
function keepingOf(
  { language }: InsertionJob,
  plan: Plan,
  { keeps, old, record, sheet, unfinished }: Update,
  reading: Reading,
): Keeping {
  const was = adaptPlan(record.insertion, record.language);
  // Made by another version of the add-in it may look otherwise than what is made now.
  const faithful = was.ok && !unfinished && isMadeFromPlan(was.value, record, {}, reading);
  const looks = faithful ? ownLooks(sheet, old, record, was.value) : [];
  if (keeps.length === 0 && looks.length === 0) return nothingKept;
  return keepIn(plan, standingOf(language, { old, record, sheet }), keeps, looks);
}

/** The block as it stands there. */
function standingOf(
  language: Language,
  { old, record, sheet }: Pick<Update, "old" | "record" | "sheet">,
): Standing {
  const was = adaptPlan(record.insertion, record.language);
  const translated = language === record.language ? was : adaptPlan(record.insertion, language);
  const corner = [old[0] - sheet.area[0], old[1] - sheet.area[1]] as const;
  return {
    area: old,
    record,
    formulas: part(sheet, old),
    numberFormats: sheet.numberFormats
      .slice(corner[0], corner[0] + old[2])
      .map((row) => row.slice(corner[1], corner[1] + old[3])),
    ...(was.ok ? { was: was.value } : {}),
    ...(translated.ok ? { translated: translated.value } : {}),
  };
}

/** The user's columns beside tables of the block; undefined: there are none. */
async function extraOf(
  context: Context,
  { language }: InsertionJob,
  plan: Plan,
  { old, record, sheet, unfinished }: Update,
): ReturnType<typeof readExtra> {
  const none = { columns: [], homeless: [] };
  const changed = old[2] !== record.rows || old[3] !== record.columns;
  if (unfinished || changed || record.tables.every((table) => countExtra(table, sheet.tables) === 0))
    return none;
  return readExtra(context, sheet.id, plan, standingOf(language, { old, record, sheet }), sheet.tables);
}

function noHome({ sheet, record }: Update, cells: readonly FilledCell[], isKeeping: boolean): Problem {
  return {
    name: "changed-inside",
    sheet: sheet.name,
    block: blockHandle(sheet.id, record.id),
    count: cells.length,
    cells: cells.slice(0, 5),
    ...(isKeeping ? { homeless: true } : {}),
  };
}

type Writing = Extract<Decision, { kind: "new-sheet" | "fresh" | "update" }>;

/** Where and as what the plan is to be written. */
function targetOf(
  { insertion, language }: InsertionJob,
  plan: Plan,
  decision: Writing,
  reading: Reading,
): Target {
  const { tables } = reading;
  const old = decision.kind === "update" ? decision : undefined;
  // Where Excel does not say the accent any more, a block keeps its colours.
  const accent = reading.accent ?? old?.record.accent;
  const painted = accent === undefined ? {} : { accent };
  const id = old?.record.id ?? newId();
  const own = decision.kind === "new-sheet" || (old?.record.own ?? false);
  const sheet = decision.kind === "new-sheet" ? undefined : decision.sheet;
  const at = old ? ([old.old[0], old.old[1]] as const) : (sheet?.at ?? ([0, 0] as const));
  const sizes = sheet ? sizesAt(sheet, at) : {};
  const known = old ? { area: old.old, looks: old.record.before.looks } : undefined;
  const looks = sheet && !own && plan.block ? formatsAt(sheet, at, plan, known) : undefined;
  const before = {
    ...(old ? sizesAfterUpdate(plan, sizes, old.record) : beforeOf(plan, sizes)),
    ...(looks ? { looks } : {}),
  };
  const record: BlockRecord | undefined = plan.block
    ? recordOf(
        plan,
        {
          id,
          insertion,
          language,
          version: dataset.version,
          ...painted,
          own,
          before,
          ...(old ? { tables: old.record.tables } : {}),
        },
        sheet?.allTables,
        tables,
      )
    : undefined;
  return {
    sheet: decision.kind === "new-sheet" ? decision.name : decision.sheet.id,
    charts: sheet ? sheet.charts : [],
    written: {},
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
  { old: area, record, kept, sheet, unfinished }: Update,
  { locked, sheets }: Reading,
): Pick<Target, "old" | "rename"> {
  const old = { ...oldBlockOf(area, record, sheet, unfinished), kept };
  const was = adaptPlan(record.insertion, record.language);
  if (!was.ok) return { old };
  const renames =
    record.own &&
    locked === false &&
    sheetName !== was.value.sheetName &&
    sheet.name.replace(/ \(\d+\)$/, "") === was.value.sheetName;
  const others = sheets.filter(({ id }) => id !== sheet.id).map(({ name }) => name);
  return { old: { ...old, plan: was.value }, rename: renames ? freeName(sheetName, others) : undefined };
}

async function write(
  context: Context,
  job: InsertionJob,
  plan: Plan,
  reading: Reading,
  decision: Writing,
  { kept, looks }: Keeping,
  extra: readonly ExtraColumns[] = [],
): Promise<Outcome> {
  const target = targetOf(job, plan, decision, reading);
  if (looks.length > 0) target.looks = looks;
  if (extra.length > 0) target.extra = extra;
  if (decision.kind !== "new-sheet") {
    const unseen = unseenAt(decision.sheet, plan, target, job.progress.hidden === "show");
    if (unseen) target.unseen = unseen;
  }
  if (decision.kind === "update" && !decision.unfinished)
    target.titles = ownTitles(decision.record, decision.sheet.titles);
  if (kept.length > 0) target.kept = kept;
  if (target.record && kept.length > 0)
    target.record.kept = kept.map(({ at, print }) => [at[0], at[1], print] as const);
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
        if (setting("ECOM.asof") === undefined) setDataDate(dataDate());
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
  const filtered = unseenText(target.unseen);
  if (decision.kind === "update") {
    const was = wasOf(decision, target, reading);
    const back =
      was.was && looks.length === 0 && !target.titles?.size
        ? was
        : { block: job.keepUpdate({ sheetId: sheetId(), plan, target, before: reading }) };
    const updated = done(
      "updated",
      plan,
      name,
      area,
      back,
      left,
      keptText(kept),
      decision.sorted ? sortedText : undefined,
      filtered,
      resizedText(plan, target),
    );
    return sayHidden(updated, reading, decision.sheet.id);
  }
  const inserted = record
    ? blockHandle(sheetId(), target.id)
    : job.keep({ sheetId: sheetId(), plan, target, before: reading });
  const shown = target.unseen?.show;
  const block = shown
    ? job.keepShown({ block: inserted, sheetId: sheetId(), hidden: shown.hidden })
    : inserted;
  return done("inserted", plan, name, area, { block }, left, filtered, resizedText(plan, target));
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

/** Says that what was done stands on a hidden sheet. */
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
