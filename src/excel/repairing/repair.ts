import { asWritten } from "../../review/doctor/doctor";
import { parseA1 } from "../../workbook/a1";
import type { Finding } from "../../workbook/finding";
import type { Skipped, Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { problemText } from "../../workbook/problem";
import { hideName } from "../freezing/keepRecords";
import { insert } from "../inserting/insert";
import { readHandle } from "../reading/blockHandle";
import { idOf, recordKey } from "../reading/blockRecord";
import { findBlocks } from "../reading/listBlocks";
import { cut, readSheets } from "../reading/readSheets";
import type { Survey } from "../reading/readSheets";
import { send } from "../session/batch";
import type { Step } from "../session/batchObjects";
import { can, isReadOnly } from "../session/capabilities";
import { plainText } from "../session/cellText";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { addProperty, deleteProperty } from "../session/sheetProperties";
import { stepsOn } from "../session/stepsOn";
import { transaction } from "../session/transaction";
import { isMoved, isProtected, mendedText } from "./texts";

/** The results so far. */
interface Repaired {
  mended: number;
  skipped: Skipped[];
  /** The parts that Excel refused. */
  without: Set<Part>;
  /** Why the first skipped finding was skipped. */
  problem?: Problem;
}

/** Skips a finding. */
function leave(
  repaired: Repaired,
  { sheet, address }: Finding,
  problem: Problem,
  why?: Skipped["why"],
): void {
  repaired.problem ??= problem;
  repaired.skipped.push({
    sheet,
    address,
    why: why ?? { en: problemText(problem, "en"), zh: problemText(problem, "zh") },
  });
}

/**
 * Repairs formulas and records in one transaction, then each block in one of its own. Findings that cannot be mended
 * are passed over, and the outcome tells what could not be repaired. Fails only where nothing was repaired.
 */
export async function repair(
  findings: readonly Finding[],
  progress: Progress,
  timeoutMs: number,
): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const mendable = findings.filter((finding) => finding.mendable);
  if (mendable.length === 0) return failed({ name: "nothing-to-mend" });
  progress.onProgress?.(0);
  const repaired: Repaired = { mended: 0, skipped: [], without: new Set() };
  const problem = await repairCells(mendable, repaired, timeoutMs);
  if (problem) return failed(problem);
  const blocks = mendable.filter(({ kind }) => kind === "old-block" || kind === "part-gone");
  if (blocks.length > 0) await repairBlocks(blocks, repaired, progress, timeoutMs);
  if (repaired.mended === 0) return failed(repaired.problem ?? { name: "nothing-to-mend" });
  progress.onProgress?.(1);
  const [first] = mendable;
  const alone = mendable.length === 1 && repaired.mended === 1;
  return {
    ok: true,
    done: {
      sheet: first?.sheet ?? "",
      address: alone ? (first?.address ?? "") : "",
      text: sayWithout(mendedText(repaired.mended, repaired.skipped), repaired.without),
      ...(repaired.skipped.length > 0 ? { skipped: repaired.skipped } : {}),
    },
  };
}

/** Enters formulas again and forgets records without a marker, in one transaction. */
async function repairCells(
  findings: readonly Finding[],
  repaired: Repaired,
  timeoutMs: number,
): Promise<Problem | undefined> {
  const cells = findings.filter(({ formula }) => formula !== undefined);
  const markersGone = findings.filter(({ kind }) => kind === "marker-gone");
  if (cells.length + markersGone.length === 0) return undefined;
  try {
    return await runInContext(timeoutMs, async (context) => {
      const survey = await readSheets(context, ["formulas", "values"]);
      const steps = [
        ...cells.flatMap((finding) => enterAgain(finding, survey, repaired)),
        ...markersGone.flatMap((finding) => forgetBlock(finding, survey, repaired)),
      ];
      const mended = cells.length + markersGone.length - repaired.skipped.length;
      const result = await transaction(context, {
        steps: () => steps,
        putBack: (newContext) => putBack(newContext, cells, markersGone, survey),
        grouped: true,
        progress: {},
        timeoutMs,
        sheet: findings[0]?.sheet ?? "",
        newSheet: false,
      });
      if (!result.ok) return result.problem;
      repaired.mended += mended;
      for (const part of result.leftOut) repaired.without.add(part);
      return undefined;
    });
  } catch (error) {
    return problemOf(error, { sheet: "", newSheet: false });
  }
}

/** Enters the same formula again, so that Excel calls our function, if it is still there on a writable sheet. */
function enterAgain(finding: Finding, { sheets }: Survey, repaired: Repaired): Step[] {
  const { sheet, address, formula = "" } = finding;
  const surveyed = sheets.find(({ name }) => name === sheet);
  const area = parseA1(address)?.area;
  const now = surveyed && area ? plainText(cut(surveyed, "formulas", area)[0]?.[0]) : "";
  if (!surveyed || !area || now !== formula) {
    leave(
      repaired,
      finding,
      surveyed ? { name: "cell-changed", sheet, address, text: now } : { name: "sheet-gone", sheet },
      isMoved,
    );
    return [];
  }
  if (surveyed.protected) {
    leave(repaired, finding, { name: "sheet-protected", sheet }, isProtected);
    return [];
  }
  const text = asWritten(formula);
  const add = stepsOn(surveyed.id);
  add("cells", "Range.formulas", ({ range }) => (range(area).formulas = [[text]]), {
    bytes: 400 + text.length * 2,
  });
  return add.steps;
}

/** A block's record and name on its sheet, even if its cells are gone. */
function recordOn(sheetId: string, id: string, { sheets }: Pick<Survey, "sheets">) {
  const surveyed = sheets.find((sheet) => sheet.id === sheetId);
  const wanted = recordKey(id).toLowerCase();
  const [key = "", text = ""] =
    [...(surveyed?.properties ?? [])].find(([name]) => name.toLowerCase() === wanted) ?? [];
  return surveyed && { key, text, name: surveyed.names.find((name) => idOf(name.name) === id) };
}

/** Removes the record and the name of a block that is gone. */
function forgetBlock(finding: Finding, survey: Survey, repaired: Repaired): Step[] {
  const { sheetId, id } = readHandle(finding.block ?? "");
  const record = recordOn(sheetId, id, survey);
  if (!record?.text || !can("sheetProperties")) {
    leave(repaired, finding, { name: "block-gone" }, isMoved);
    return [];
  }
  const { key, name } = record;
  const add = stepsOn(sheetId);
  if (name) add("marker", "NamedItem.delete", ({ sheet }) => sheet.names.getItem(name.name).delete());
  deleteProperty(add, key);
  return add.steps;
}

/** Restores formulas and records after a failed repair. */
async function putBack(
  context: Context,
  cells: readonly Finding[],
  markersGone: readonly Finding[],
  before: Survey,
): Promise<void> {
  const { sheets } = await readSheets(context, ["formulas", "values"]);
  const formulas = cells.flatMap(({ sheet, address, formula = "" }): Step[] => {
    const surveyed = sheets.find(({ name }) => name === sheet);
    const area = parseA1(address)?.area;
    const now = surveyed && area ? cut(surveyed, "formulas", area)[0]?.[0] : formula;
    if (!surveyed || !area || now === formula || now !== asWritten(formula)) return [];
    const add = stepsOn(surveyed.id);
    add("cells", "Range.formulas", ({ range }) => (range(area).formulas = [[formula]]), { bytes: 800 });
    return add.steps;
  });
  const records = markersGone.flatMap(({ block = "" }): Step[] => {
    const { sheetId, id } = readHandle(block);
    const was = recordOn(sheetId, id, before);
    const now = recordOn(sheetId, id, { sheets });
    const lost = was?.name && !now?.name ? was.name : undefined;
    const add = stepsOn(sheetId);
    if (was && !now?.text) addProperty(add, was.key, was.text);
    if (lost) {
      add("marker", "NamedItemCollection.add", ({ sheet }) => void sheet.names.add(lost.name, "=#REF!"));
      hideName(add, lost.name);
    }
    return add.steps;
  });
  await send(context, [...formulas, ...records]);
}

/** Updates blocks where they are, one after the other, keeping what the user changed. */
async function repairBlocks(
  findings: readonly Finding[],
  repaired: Repaired,
  progress: Progress,
  timeoutMs: number,
): Promise<void> {
  const blocks = await findBlocks(timeoutMs);
  for (const finding of findings) {
    const existing = blocks.ok ? blocks.blocks.find(({ id }) => id === finding.block) : undefined;
    if (!existing) {
      if (blocks.ok) leave(repaired, finding, { name: "block-gone" }, isMoved);
      else leave(repaired, finding, blocks.problem);
      continue;
    }
    const { insertion, language, id } = existing;
    const { signal } = progress;
    const outcome = await insert({
      insertion,
      place: { kind: "block", block: id },
      language,
      progress: signal ? { signal } : {},
      timeoutMs,
      keep: () => "",
      keepShown: ({ block }) => block,
      keepUpdate: () => "",
    });
    if (outcome.ok) repaired.mended += 1;
    else leave(repaired, finding, outcome.problem);
  }
}
