import addIn from "../../package.json";
import { dataset } from "../dataset";
import type { Language } from "../dataset";
import { createActions, isReadOnly, problemOf, setting, sourcesName, talk } from "../excel";
import type { Actions } from "../workbook/api";
import { problemText } from "../workbook/problem";
import type { ExcelReport, ReportLine, Tested, TestProgress } from "../workbook/selfTest";
import { differencesSince, captureWorkbook, putBack } from "./before";
import type { Before } from "./before";
import { functionChecks } from "./functionChecks";
import { habitsOf } from "./habits";
import { excelFacts, requirementSets } from "./hostFacts";
import { insertionChecks } from "./insertionChecks";
import { allTried } from "./insertions";
import { TestEnded, Run } from "./run";
import type { Check } from "./run";
import { testedOf } from "./texts";

/** Options of the test; the defaults are for users. */
export interface SelfTestOptions {
  /** How long to wait for Excel and for a function, in milliseconds. */
  timeoutMs?: number;
  answering?: number;
  /** The language of insertions. */
  language?: Language;
  /** The pauses in milliseconds between attempts to restore the workbook, if Excel refuses for a while. */
  pauses?: readonly number[];
  /** Which checks to make, with those that they need. Default: all. */
  only?: (check: string) => boolean;
  /** Default: new actions, which have seen no refusal yet. */
  actions?: Actions;
}

/** The sheets and blocks that the test made. */
interface AddedByTest {
  sheetNames: Set<string>;
  blocks: Set<string>;
}

/** The name of the test's sheet. */
const sheetName = { en: "ECOM test", zh: "ECOM 测试" } as const;

/**
 * Tests this Excel on sheets of its own, comparing each result with its plan, and restores the workbook whatever
 * happens. Only Excel's undo history is lost, of which users are told beforehand.
 */
export async function testExcel(progress: TestProgress = {}, options: SelfTestOptions = {}): Promise<Tested> {
  const began = performance.now();
  const clock = () => performance.now();
  const { language = "en", timeoutMs = 30_000, pauses = [300, 1000, 3000, 8000] } = options;
  const finish = (results: Partial<ExcelReport> & Pick<ExcelReport, "lines" | "ended">): Tested =>
    testedOf({
      report: 1,
      addIn: addIn.version,
      data: dataset.version,
      date: new Date().toISOString().slice(0, 10),
      excel: excelFacts(),
      sets: requirementSets(),
      habits: [],
      refused: [],
      left: [],
      ms: Math.round(clock() - began),
      ...results,
    });
  const notBegun = (why: string): Tested =>
    finish({ ended: "broken-off", lines: [{ check: "begin", verdict: "not-run", ms: 0, why }] });

  if (isReadOnly()) return notBegun("read-only");
  let before: Before;
  try {
    before = await captureWorkbook(timeoutMs);
  } catch (error) {
    return notBegun(problemOf(error, { sheet: "", newSheet: false }).name);
  }
  const sheet = freeName(sheetName[language], before.sheetNames);
  const sheetNames = new Set([sheet]);
  const blocks = new Set<string>();
  const habits: string[] = [];
  const checks = await checksFor({ ...options, language, timeoutMs }, progress, before, {
    sheet,
    sheetNames,
    blocks,
    habits,
  });
  const run = new Run(progress, checks.length + 1, clock);
  await run.all(checks);
  progress.onProgress?.(1, { en: "putting everything back", zh: "恢复原状" });
  const restored = await backAsItWas(
    timeoutMs,
    before,
    { sheets: variants([...sheetNames]), blocks: [...blocks] },
    pauses,
  );
  return finish({
    habits,
    refused: run.refused,
    lines: [...run.lines, restored.line],
    ended: run.ended,
    left: restored.left,
  });
}

/** All checks, in order. */
async function checksFor(
  options: SelfTestOptions & { language: Language; timeoutMs: number },
  { signal }: TestProgress,
  before: Before,
  { sheet, sheetNames, blocks, habits }: AddedByTest & { sheet: string; habits: string[] },
): Promise<Check[]> {
  const { language, timeoutMs, answering = 30_000, only = () => true } = options;
  const actions = options.actions ?? createActions({ timeoutMs });
  const listed = await actions.blocks();
  const asof = setting("ECOM.asof");
  const open: Check = {
    id: "sheet",
    needed: true,
    name: { en: "a new sheet", zh: "新工作表" },
    async run() {
      await talk(timeoutMs, async (context) => {
        context.workbook.worksheets.add(sheet).activate();
        await context.sync();
      });
      return {};
    },
  };
  const habitsCheck: Check = {
    id: "habits",
    probes: true,
    name: { en: "what this Excel does otherwise", zh: "此Excel的不同之处" },
    async run() {
      habits.push(...(await habitsOf(sheet, timeoutMs, () => signal?.aborted === true)));
      if (signal?.aborted) throw new TestEnded("cancelled");
      return {};
    },
  };
  const test = { sheet, timeoutMs, answering, actions, signal, language };
  const insertions = allTried(typeof asof === "string" ? asof : undefined).flatMap((trial) =>
    insertionChecks(
      {
        ...test,
        blocks: listed.ok ? listed.blocks : [],
        made: (name) => void sheetNames.add(name),
        madeBlock: (id) => void blocks.add(id),
      },
      trial,
    ),
  );
  const chosen = [habitsCheck, ...functionChecks(test, !before.hasSources), ...insertions].filter(({ id }) =>
    only(id),
  );
  return [open, ...chosen];
}

/** A free name; Excel ignores case in names. */
function freeName(wanted: string, takenNames: readonly string[]): string {
  const used = new Set(takenNames.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** The names that sheets may have got if the planned ones were taken. */
function variants(names: readonly string[]): string[] {
  const numbered = names.flatMap((name) =>
    Array.from({ length: 9 }, (_, index) => `${name.slice(0, 26)} (${index + 2})`),
  );
  return [...names, ...numbered, ...Object.values(sourcesName)];
}

/** Restores the workbook, in several attempts if Excel refuses for a while, for example while a cell is edited. */
async function backAsItWas(
  timeoutMs: number,
  before: Before,
  added: Parameters<typeof putBack>[2],
  pauses: readonly number[],
): Promise<{ line: ReportLine; left: string[] }> {
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  let reason = "";
  for (const pause of [0, ...pauses]) {
    if (pause > 0) await new Promise((later) => setTimeout(later, pause));
    try {
      const remaining = await putBack(timeoutMs, before, added);
      const differences = await differencesSince(timeoutMs, before);
      const verdict = differences.length > 0 || remaining.length > 0 ? "differs" : "works";
      const counted = differences.length > 0 ? { differences, count: differences.length } : {};
      return { left: remaining, line: { check: "as-before", verdict, ms: since(), ...counted } };
    } catch (error) {
      reason = problemText(problemOf(error, { sheet: "", newSheet: true }), "en");
    }
  }
  before.putBackSettings();
  return {
    left: added.sheets.slice(0, 1),
    line: { check: "as-before", verdict: "refused", ms: since(), why: reason },
  };
}
