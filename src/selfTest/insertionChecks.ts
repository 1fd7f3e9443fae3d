import type { Language, Period } from "../dataset";
import { a1, can, parseA1, planFor, readHandle } from "../excel";
import type { Ability } from "../excel";
import type { Plan } from "../sheets/plan";
import type { Area } from "../workbook/a1";
import type { Actions } from "../workbook/api";
import type { Place } from "../workbook/insertion";
import type { Block, DoneAction } from "../workbook/outcome";
import { formatsFacet, linksFacet, stylesFacet, mergesFacet, sizesFacet, valuesFacet } from "./cellFacets";
import { difference } from "./differences";
import type { InsertionTrial } from "./insertions";
import { lacking } from "./lacking";
import { chartsFacet, markerFacet, tablesFacet } from "./objectFacets";
import type { PlacedBlock } from "./objectFacets";
import { readFacets } from "./readFacets";
import type { Facet } from "./readFacets";
import { TestEnded } from "./run";
import type { Check, CheckResult } from "./run";
import { settled } from "./settled";
import { emptyFacet, printFacet, viewFacet } from "./setupFacets";

/** What the checks of insertions need. */
interface InsertionsTest {
  sheet: string;
  timeoutMs: number;
  answering: number;
  actions: Actions;
  signal: AbortSignal | undefined;
  language: Language;
  /** The user's blocks: an equal one is not inserted, because that would update theirs. */
  blocks: readonly Block[];
  /** Called with the names of new sheets and the ids of blocks. */
  made: (sheet: string) => void;
  madeBlock: (id: string) => void;
}

/** The cell of insertions on the test's sheet. */
const PLACE = "K2";

/**
 * Inserts, updates to another period, and removes. Each step is read back and compared with its plan. A step whose
 * insertion failed before it is "not run".
 */
export function insertionChecks(test: InsertionsTest, trial: InsertionTrial): Check[] {
  const { id, name, own } = trial;
  const [first, second] = periodsFor(test, trial);
  const inserted = new InsertedBlock(test, trial);
  const insert: Check = {
    id: `insert ${id}`,
    name: { en: `inserting “${name.en}”`, zh: `插入“${name.zh}”` },
    async run() {
      if (!first) return { notRun: "no-period" };
      return inserted.write(
        first,
        own ? { kind: "new-sheet" } : { kind: "at", sheet: test.sheet, address: PLACE },
      );
    },
  };
  const update: Check = {
    id: `update ${id}`,
    name: { en: `changing the period of “${name.en}”`, zh: `更换“${name.zh}”的时期` },
    async run() {
      const { now } = inserted;
      if (!now || !second) return { notRun: now ? "no-period" : "not-inserted" };
      return inserted.write(second, { kind: "block", block: now.block });
    },
  };
  const remove: Check = {
    id: `remove ${id}`,
    name: { en: `removing “${name.en}”`, zh: `移除“${name.zh}”` },
    run: () => inserted.remove(),
  };
  // Plain cells are no block, and not updated.
  const planned = first === undefined ? undefined : planFor(trial.make(first), test.language);
  const isBlock = planned?.ok !== true || planned.value.block;
  return isBlock ? [insert, update, remove] : [insert, remove];
}

/** What a trial has inserted, from one check to the next. */
class InsertedBlock {
  /** The block, or the handle of plain cells, and where it is; undefined before the insertion and after the removal. */
  now: { block: string; sheet: string; area: Area } | undefined;

  constructor(
    private readonly test: InsertionsTest,
    private readonly trial: InsertionTrial,
  ) {}

  /** Inserts for a period, or updates to it, and compares what is there with the plan. */
  async write(period: Period, place: Place): Promise<CheckResult> {
    const { actions, signal, language } = this.test;
    const insertion = this.trial.make(period);
    const plan = planFor(insertion, language);
    if (this.trial.own && plan.ok) this.test.made(plan.value.sheetName);
    const outcome = await actions.insert(insertion, place, language, signal ? { signal } : {});
    if (!outcome.ok) return { problem: outcome.problem };
    const { done } = outcome;
    const area = parseA1(done.address)?.area;
    const block = done.block ?? this.now?.block;
    if (!area || block === undefined) return { notRun: "nothing-inserted" };
    this.now = { block, sheet: done.sheet, area };
    if (block.includes("|")) this.test.madeBlock(readHandle(block).id);
    if (!plan.ok) return { notRun: "no-figure" };
    return compare(this.test, plan.value, done, area, this.trial.own, block);
  }

  /** Removes it, and looks whether anything stays; a sheet of its own is deleted with it. */
  async remove(): Promise<CheckResult> {
    if (!this.now) return { notRun: "not-inserted" };
    const { block, sheet, area } = this.now;
    if (this.test.signal?.aborted) throw new TestEnded("cancelled");
    const outcome = await this.test.actions.remove(block, { changes: "replace" });
    if (!outcome.ok) return { problem: outcome.problem };
    this.now = undefined;
    if (this.trial.own) return { differences: [] };
    const blockId = block.includes("|") ? readHandle(block).id : "";
    return { differences: await readFacets(this.test.timeoutMs, [emptyFacet(sheet, area, blockId)]) };
  }
}

/** The first two periods with figures for which the user has no such block. */
function periodsFor({ language, blocks }: InsertionsTest, { make, periods, own }: InsertionTrial): Period[] {
  const takenNames = new Set(
    blocks.map(({ insertion }) =>
      insertion.kind === "summary" ? `${insertion.template} ${insertion.period}` : "",
    ),
  );
  const free: Period[] = [];
  for (const period of new Set(periods)) {
    // Planning each takes a moment, so it stops at two.
    if (free.length === 2) break;
    const insertion = make(period);
    const isTaken = own && insertion.kind === "summary" && takenNames.has(`${insertion.template} ${period}`);
    if (!isTaken && planFor(insertion, language).ok) free.push(period);
  }
  return free;
}

/** Reads back everything that a plan contains, and compares. */
async function compare(
  test: InsertionsTest,
  plan: Plan,
  { sheet }: DoneAction,
  area: Area,
  own: boolean,
  block: string,
): Promise<CheckResult> {
  const id = block.includes("|") ? readHandle(block).id : "";
  const placed: PlacedBlock = { plan, sheet, at: [area[0], area[1]], own, id };
  const lacks: string[] = [];
  const facets: Facet[] = [
    valuesFacet(placed),
    formatsFacet(placed),
    stylesFacet(placed),
    sizesFacet(placed),
  ];
  /** Adds a facet if the plan has something of it, or the ability that Excel lacks for it. */
  const add = (wanted: boolean, facet: Facet, ability?: Ability) => {
    if (!wanted) return;
    if (ability === undefined || can(ability)) facets.push(facet);
    else lacks.push(lacking(ability));
  };
  // Every Excel merges cells, but not every one reports which are.
  add(plan.merges.length > 0 && can("merges"), mergesFacet(placed));
  add(plan.links.length > 0, linksFacet(placed), "links");
  add(plan.tables.length > 0, tablesFacet(placed));
  add(plan.charts.length > 0, chartsFacet(placed));
  add(plan.block, markerFacet(placed), "names");
  add(own && plan.print !== undefined, printFacet(placed), "print");
  add(own, viewFacet(placed), "freeze");
  if (own && !can("gridlines")) lacks.push(lacking("gridlines"));
  const { timeoutMs } = test;
  const settledAnswers = await settled(test, sheet, a1(area));
  if (!settledAnswers) return { differences: [difference("not answered", a1(area), "an answer", "#BUSY!")] };
  const differences = await readFacets(timeoutMs, facets);
  const where = `${a1(area)}`;
  const size = a1([area[0], area[1], plan.rows, plan.columns]);
  return {
    differences:
      where === size
        ? differences
        : [{ what: "value", at: where, planned: size, found: where }, ...differences],
    ...(lacks.length > 0 ? { lacks: [...new Set(lacks)] } : {}),
  };
}
