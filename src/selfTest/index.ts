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
import { Ended, Run } from "./run";
import type { Check } from "./run";
import { testedOf } from "./texts";

/** How the test is to behave; the defaults are for people. */
export interface SelfTestOptions {
  /** Milliseconds to wait for an answer of Excel, and for one of the functions. */
  patience?: number;
  answering?: number;
  /** Language of what is inserted for the test. */
  language?: Language;
  /** Milliseconds between attempts to put the workbook back, where Excel refuses for a while. */
  pauses?: readonly number[];
  /** Only these checks are made, with those that they need. Default: all. */
  only?: (check: string) => boolean;
  /** Default: actions of its own, which have seen no refusal yet. */
  actions?: Actions;
}

/** What is made on the way: names of sheets, ids of blocks. */
interface Made {
  made: Set<string>;
  blocks: Set<string>;
}

/** What the test's sheet is called. */
const sheetName = { en: "ECOM test", zh: "ECOM 测试" } as const;

/**
 * Tests this Excel on sheets of its own, each act read back and compared with its plan, and leaves the workbook as it
 * was, whatever happens on the way. What cannot come back is Excel's undo list: people are told beforehand.
 */
export async function testExcel(progress: TestProgress = {}, options: SelfTestOptions = {}): Promise<Tested> {
  const began = performance.now();
  const clock = () => performance.now();
  const { language = "en", patience = 30_000, pauses = [300, 1000, 3000, 8000] } = options;
  const finish = (given: Partial<ExcelReport> & Pick<ExcelReport, "lines" | "ended">): Tested =>
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
      ...given,
    });
  const notBegun = (why: string): Tested =>
    finish({ ended: "broken-off", lines: [{ check: "begin", verdict: "not-run", ms: 0, why }] });

  if (isReadOnly()) return notBegun("read-only");
  let before: Before;
  try {
    before = await captureWorkbook(patience);
  } catch (error) {
    return notBegun(problemOf(error, { sheet: "", newSheet: false }).name);
  }
  const sheet = freeName(sheetName[language], before.taken);
  const made = new Set([sheet]);
  const blocks = new Set<string>();
  const habits: string[] = [];
  const checks = await checksFor({ ...options, language, patience }, progress, before, {
    sheet,
    made,
    blocks,
    habits,
  });
  const run = new Run(progress, checks.length + 1, clock);
  await run.all(checks);
  progress.onProgress?.(1, { en: "putting everything back", zh: "恢复原状" });
  const back = await backAsItWas(
    patience,
    before,
    { sheets: variants([...made]), blocks: [...blocks] },
    pauses,
  );
  return finish({
    habits,
    refused: run.refused,
    lines: [...run.lines, back.line],
    ended: run.ended,
    left: back.left,
  });
}

/** Everything that is tried, in order. */
async function checksFor(
  options: SelfTestOptions & { language: Language; patience: number },
  { signal }: TestProgress,
  before: Before,
  { sheet, made, blocks, habits }: Made & { sheet: string; habits: string[] },
): Promise<Check[]> {
  const { language, patience, answering = 30_000, only = () => true } = options;
  const actions = options.actions ?? createActions({ patience });
  const listed = await actions.blocks();
  const asof = setting("ECOM.asof");
  const open: Check = {
    id: "sheet",
    needed: true,
    name: { en: "a new sheet", zh: "新工作表" },
    async run() {
      await talk(patience, async (context) => {
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
      habits.push(...(await habitsOf(sheet, patience, () => signal?.aborted === true)));
      if (signal?.aborted) throw new Ended("cancelled");
      return {};
    },
  };
  const test = { sheet, patience, answering, actions, signal, language };
  const insertions = allTried(typeof asof === "string" ? asof : undefined).flatMap((tried) =>
    insertionChecks(
      {
        ...test,
        blocks: listed.ok ? listed.blocks : [],
        made: (name) => void made.add(name),
        madeBlock: (id) => void blocks.add(id),
      },
      tried,
    ),
  );
  const chosen = [habitsCheck, ...functionChecks(test, !before.hasSources), ...insertions].filter(({ id }) =>
    only(id),
  );
  return [open, ...chosen];
}

/** Excel compares names without case. */
function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** The names that the sheets may have got, where the planned ones were taken. */
function variants(names: readonly string[]): string[] {
  const numbered = names.flatMap((name) =>
    Array.from({ length: 9 }, (_, index) => `${name.slice(0, 26)} (${index + 2})`),
  );
  return [...names, ...numbered, ...Object.values(sourcesName)];
}

/** Puts the workbook back, several times where Excel refuses for a while: a cell may be being edited. */
async function backAsItWas(
  patience: number,
  before: Before,
  made: Parameters<typeof putBack>[2],
  pauses: readonly number[],
): Promise<{ line: ReportLine; left: string[] }> {
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  let why = "";
  for (const pause of [0, ...pauses]) {
    if (pause > 0) await new Promise((later) => setTimeout(later, pause));
    try {
      const left = await putBack(patience, before, made);
      const differences = await differencesSince(patience, before);
      const verdict = differences.length > 0 || left.length > 0 ? "differs" : "works";
      const found = differences.length > 0 ? { differences, count: differences.length } : {};
      return { left, line: { check: "as-before", verdict, ms: since(), ...found } };
    } catch (error) {
      why = problemText(problemOf(error, { sheet: "", newSheet: true }), "en");
    }
  }
  before.putBackSettings();
  return {
    left: made.sheets.slice(0, 1),
    line: { check: "as-before", verdict: "refused", ms: since(), why },
  };
}
