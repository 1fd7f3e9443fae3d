import type { Finding } from "../../workbook/finding";
import type { Left, Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { problemText } from "../../workbook/problem";
import { parseA1 } from "../../workbook/a1";
import { asWritten } from "../../review/doctor/doctor";
import { idOf, recordKey } from "../reading/blockRecord";
import { findBlocks } from "../reading/listBlocks";
import { readHandle } from "../inserting/decide";
import { can, isReadOnly, talk, talkApart } from "../session/context";
import type { Context } from "../session/context";
import { insert } from "../inserting/insert";
import { isMoved, isProtected, mendedText } from "./texts";
import { send } from "../session/queue";
import type { Task } from "../session/queue";
import { afterwards, failed, problemOf } from "../session/errors";
import { cut, survey } from "../reading/survey";
import type { Survey } from "../reading/survey";
import { plainText } from "../session/cellText";

/** What became of the findings. */
interface Ward {
  mended: number;
  left: Left[];
  /** Why the first of them was left. */
  problem?: Problem;
}

/** Leaves a finding as it is. */
function leave(ward: Ward, { sheet, address }: Finding, problem: Problem, why?: Left["why"]): void {
  ward.problem ??= problem;
  ward.left.push({
    sheet,
    address,
    why: why ?? { en: problemText(problem, "en"), zh: problemText(problem, "zh") },
  });
}

/** Mends: formulas and records in one go, all or nothing; then block by block, each all or nothing. */
export async function mend(
  findings: readonly Finding[],
  progress: Progress,
  patience: number,
): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const mendable = findings.filter((finding) => finding.mendable);
  if (mendable.length === 0) return failed({ name: "nothing-to-mend" });
  progress.onProgress?.(0);
  const ward: Ward = { mended: 0, left: [] };
  const problem = await mendCells(mendable, ward, patience);
  if (problem) return failed(problem);
  const blocks = mendable.filter(({ kind }) => kind === "old-block" || kind === "part-gone");
  if (blocks.length > 0) await mendBlocks(blocks, ward, progress, patience);
  if (ward.mended === 0) return failed(ward.problem ?? { name: "nothing-to-mend" });
  progress.onProgress?.(1);
  const [first] = mendable;
  const alone = mendable.length === 1 && ward.mended === 1;
  return {
    ok: true,
    done: {
      sheet: first?.sheet ?? "",
      address: alone ? (first?.address ?? "") : "",
      text: mendedText(ward.mended, ward.left),
      ...(ward.left.length > 0 ? { left: ward.left } : {}),
    },
  };
}

async function mendCells(
  findings: readonly Finding[],
  ward: Ward,
  patience: number,
): Promise<Problem | undefined> {
  const cells = findings.filter(({ formula }) => formula !== undefined);
  const gone = findings.filter(({ kind }) => kind === "marker-gone");
  if (cells.length + gone.length === 0) return undefined;
  try {
    return await talk(patience, async (context) => {
      const seen = await survey(context, ["formulas", "values"]);
      const tasks = [
        ...cells.flatMap((one) => enterAgain(one, seen, ward)),
        ...gone.flatMap((one) => forgetBlock(one, seen, ward)),
      ];
      let begun = false;
      try {
        await send(context, tasks, (part) => (begun = part > 0));
        ward.mended += tasks.length;
        return undefined;
      } catch (error) {
        const sheet = findings[0]?.sheet ?? "";
        return afterwards(error, problemOf(error, { sheet, newSheet: false }), { sheet, begun }, () =>
          talkApart(patience, (again) => putBack(again, cells, gone, seen)),
        );
      }
    });
  } catch (error) {
    return problemOf(error, { sheet: "", newSheet: false });
  }
}

/** The same formula again: Excel asks our function anew. Only where it still stands, and may be written. */
function enterAgain(finding: Finding, { sheets }: Survey, ward: Ward): Task[] {
  const { sheet, address, formula = "" } = finding;
  const on = sheets.find(({ name }) => name === sheet);
  const area = parseA1(address)?.area;
  const now = on && area ? plainText(cut(on, on.formulas, area, "" as unknown)[0]?.[0]) : "";
  if (!on || !area || now !== formula) {
    leave(
      ward,
      finding,
      on ? { name: "cell-changed", sheet, address, text: now } : { name: "sheet-gone", sheet },
      isMoved,
    );
    return [];
  }
  if (on.protected) {
    leave(ward, finding, { name: "sheet-protected", sheet }, isProtected);
    return [];
  }
  const text = asWritten(formula);
  return [
    {
      bytes: 400 + text.length * 2,
      run: ({ range }) => (range(on.id, area).formulas = [[text]]),
    },
  ];
}

/** A block's record on its sheet, and the name over its cells, whatever became of them. */
function recordOn(sheetId: string, id: string, { sheets }: Pick<Survey, "sheets">) {
  const on = sheets.find((one) => one.id === sheetId);
  const wanted = recordKey(id).toLowerCase();
  const [key = "", text = ""] =
    [...(on?.properties ?? [])].find(([one]) => one.toLowerCase() === wanted) ?? [];
  return on && { key, text, name: on.names.find((one) => idOf(one.name) === id) };
}

/** Takes a record away whose block is gone, with its name. */
function forgetBlock(finding: Finding, seen: Survey, ward: Ward): Task[] {
  const { sheetId, id } = readHandle(finding.block ?? "");
  const record = recordOn(sheetId, id, seen);
  if (!record?.text || !can("sheetProperties")) {
    leave(ward, finding, { name: "block-gone" }, isMoved);
    return [];
  }
  const { key, name } = record;
  return [
    {
      bytes: 600,
      run: (desk) => {
        if (name) desk.sheet(sheetId).names.getItem(name.name).delete();
        desk.sheet(sheetId).customProperties.getItem(key).delete();
      },
    },
  ];
}

/** Formulas and records as they were before a mending that failed. */
async function putBack(
  context: Context,
  cells: readonly Finding[],
  gone: readonly Finding[],
  before: Survey,
): Promise<void> {
  const { sheets } = await survey(context, ["formulas", "values"]);
  const formulas = cells.flatMap(({ sheet, address, formula = "" }): Task[] => {
    const on = sheets.find(({ name }) => name === sheet);
    const area = parseA1(address)?.area;
    const now = on && area ? cut(on, on.formulas, area, "" as unknown)[0]?.[0] : formula;
    if (!on || !area || now === formula || now !== asWritten(formula)) return [];
    return [{ bytes: 800, run: ({ range }) => (range(on.id, area).formulas = [[formula]]) }];
  });
  const records = gone.flatMap(({ block = "" }): Task[] => {
    const { sheetId, id } = readHandle(block);
    const was = recordOn(sheetId, id, before);
    const now = recordOn(sheetId, id, { sheets });
    const lost = was?.name && !now?.name ? was.name : undefined;
    return [
      {
        bytes: 600 + (was?.text.length ?? 0) * 2,
        run: (desk) => {
          const on = desk.sheet(sheetId);
          if (was && !now?.text) on.customProperties.add(was.key, was.text);
          if (lost) on.names.add(lost.name, "=#REF!").visible = false;
        },
      },
    ];
  });
  await send(context, [...formulas, ...records]);
}

async function mendBlocks(
  findings: readonly Finding[],
  ward: Ward,
  progress: Progress,
  patience: number,
): Promise<void> {
  const found = await findBlocks(patience);
  for (const finding of findings) {
    const there = found.ok ? found.blocks.find(({ id }) => id === finding.block) : undefined;
    if (!there) {
      if (found.ok) leave(ward, finding, { name: "block-gone" }, isMoved);
      else leave(ward, finding, found.problem);
      continue;
    }
    const { insertion, language, id } = there;
    const { signal } = progress;
    const outcome = await insert({
      insertion,
      place: { kind: "block", block: id },
      language,
      progress: signal ? { signal } : {},
      patience,
      keep: () => "",
    });
    if (outcome.ok) ward.mended += 1;
    else leave(ward, finding, outcome.problem);
  }
}
