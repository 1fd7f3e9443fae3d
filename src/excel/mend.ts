import type { Finding, Left, Outcome, Problem, Progress } from "../report/actions";
import { problemText } from "../report/actions";
import { asWritten } from "../report/doctor";
import { parseA1 } from "./address";
import { idOf, recordKey } from "./block";
import { findBlocks } from "./blocks";
import { readHandle } from "./decide";
import { can, isReadOnly, talk, talkApart } from "./host";
import type { Context } from "./host";
import { insert } from "./insert";
import { isMoved, isProtected, mendedText } from "./mendingTexts";
import { send } from "./queue";
import type { Task } from "./queue";
import { problemOf } from "./refusal";
import { cut, survey } from "./survey";
import type { Survey } from "./survey";

const failed = (problem: Problem): Outcome => ({ ok: false, problem });

/** What became of the findings. */
interface Ward {
  mended: number;
  left: Left[];
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
  const second = blocks.length > 0 ? await mendBlocks(blocks, ward, progress, patience) : undefined;
  if (second && ward.mended === 0) return failed(second);
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
      try {
        await send(context, tasks);
        ward.mended += tasks.length;
        return undefined;
      } catch (error) {
        const problem = problemOf(error, { sheet: cells[0]?.sheet ?? "", newSheet: false });
        const back = await talkApart(patience, (again) => putBack(again, cells)).then(
          () => true,
          () => false,
        );
        return back || tasks.length === 0
          ? problem
          : ({ name: "not-put-back", sheet: cells[0]?.sheet ?? "", cause: problem } as const);
      }
    });
  } catch (error) {
    return problemOf(error, { sheet: "", newSheet: false });
  }
}

/** The same formula again: Excel asks our function anew. Only where it still stands, and may be written. */
function enterAgain({ sheet, address, formula = "" }: Finding, { sheets }: Survey, ward: Ward): Task[] {
  const on = sheets.find(({ name }) => name === sheet);
  const area = parseA1(address)?.area;
  const there = on && area && cut(on, on.formulas, area, "" as unknown)[0]?.[0] === formula;
  if (!there || on.protected) {
    ward.left.push({ sheet, address, why: there ? isProtected : isMoved });
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

/** Takes a record away whose block is gone, with its name. */
function forgetBlock({ sheet, block = "" }: Finding, { sheets }: Survey, ward: Ward): Task[] {
  const { sheetId, id } = readHandle(block);
  const on = sheets.find((one) => one.id === sheetId);
  const key = [...(on?.properties.keys() ?? [])].find(
    (one) => one.toLowerCase() === recordKey(id).toLowerCase(),
  );
  if (!on || key === undefined || !can("sheetProperties")) {
    ward.left.push({ sheet, address: "", why: isMoved });
    return [];
  }
  const name = on.names.find((one) => idOf(one.name) === id)?.name;
  return [
    {
      bytes: 600,
      run: (desk) => {
        if (name !== undefined) desk.sheet(sheetId).names.getItem(name).delete();
        desk.sheet(sheetId).customProperties.getItem(key).delete();
      },
    },
  ];
}

/** Formulas as they were before a mending that failed. */
async function putBack(context: Context, cells: readonly Finding[]): Promise<void> {
  const { sheets } = await survey(context, ["formulas", "values"]);
  const tasks = cells.flatMap(({ sheet, address, formula = "" }): Task[] => {
    const on = sheets.find(({ name }) => name === sheet);
    const area = parseA1(address)?.area;
    const now = on && area ? cut(on, on.formulas, area, "" as unknown)[0]?.[0] : formula;
    if (!on || !area || now === formula || now !== asWritten(formula)) return [];
    return [{ bytes: 800, run: ({ range }) => (range(on.id, area).formulas = [[formula]]) }];
  });
  await send(context, tasks);
}

async function mendBlocks(
  findings: readonly Finding[],
  ward: Ward,
  progress: Progress,
  patience: number,
): Promise<Problem | undefined> {
  const found = await findBlocks(patience);
  if (!found.ok) return found.problem;
  for (const { block, sheet, address } of findings) {
    const there = found.blocks.find(({ id }) => id === block);
    if (!there) {
      ward.left.push({ sheet, address, why: isMoved });
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
    else {
      const { problem } = outcome;
      ward.left.push({
        sheet,
        address,
        why: { en: problemText(problem, "en"), zh: problemText(problem, "zh") },
      });
    }
  }
  return undefined;
}
