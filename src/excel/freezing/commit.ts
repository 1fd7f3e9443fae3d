import type { Done, Left, Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { sourcesName } from "../../review/frozen/sheet";
import type { SourcesList } from "../../review/frozen/sheet";
import { freeName } from "../inserting/decide";
import { talkApart } from "../session/context";
import type { Context } from "../session/context";
import { send } from "../session/queue";
import type { Task } from "../session/queue";
import { afterwards, Cancelled, NotSaved, problemOf } from "../session/errors";
import { remember, save } from "../session/settings";
import { sourcesSheet, sourcesTasks } from "./sourcesSheet";
import { survey } from "../reading/survey";
import type { Survey } from "../reading/survey";
import { trailInSettings, trailKeys, trailOf, trailTasks } from "./frozenRecords";
import type { Trail } from "./frozenRecords";

/** Cells that change between formulas and values, and what is kept and listed of them. */
export interface Change {
  seen: Survey;
  before: Trail;
  after: Trail;
  /** The list as it is and as it is to be. */
  old: SourcesList | undefined;
  wanted: SourcesList | undefined;
  /** What changes the cells. */
  steps: readonly Task[];
  /** What changes back those that were changed. */
  back: (now: Survey) => readonly Task[];
  /** "trail first" never leaves values without their trail, "cells first" never a trail without its values. */
  order: "trail first" | "cells first";
  progress: Progress;
  patience: number;
  /** The sheet that a problem names. */
  sheet: string;
}

/** Makes a change; after a failure at any action, or when it is cancelled, takes all of it back and says why. */
export async function commit(context: Context, change: Change): Promise<Problem | undefined> {
  const { seen, before, after, old, wanted, progress, patience } = change;
  const sheet = sourcesSheet(seen);
  const name = freeName(
    sourcesName,
    seen.sheets.map((one) => one.name),
  );
  const kept = trailTasks(before, after);
  const listed = sourcesTasks({ sheet, old, wanted, name });
  // The list's sheet is deleted last of all: nothing can fail after it.
  // The sheets whose cells change are not protected; the list's may be, or the structure.
  const newSheet = listed.length > 0 && (!sheet || !wanted);
  if (listed.length > 0 && sheet?.protected) return { name: "sheet-protected", sheet: sheet.name };
  if (newSheet && seen.locked) return { name: "workbook-protected" };
  const tasks =
    change.order === "trail first"
      ? [...kept, ...listed, ...change.steps]
      : [...change.steps, ...kept, ...listed];
  const putBack = remember(trailKeys(before, after));
  let begun = false;
  try {
    trailInSettings(before, after);
    await send(context, tasks, (part) => {
      if (progress.signal?.aborted) throw new Cancelled();
      progress.onProgress?.(0.3 + 0.7 * part);
      begun = part > 0;
    });
    begun = true;
    if (trailKeys(before, after).length > 0 && !(await save(patience))) throw new NotSaved();
    progress.onProgress?.(1);
    return undefined;
  } catch (error) {
    putBack();
    return takeBack(error, change, name, newSheet, begun);
  }
}

/** The answer for cells that were changed, and what was left; one of them alone is where the pane can go. */
export function answerFor(
  cells: readonly { area: Area }[],
  done: Pick<Done, "sheet" | "text" | "block">,
  left: readonly Left[],
): Outcome {
  const [first, ...more] = cells;
  const address = first && more.length === 0 ? a1(first.area) : "";
  return { ok: true, done: { ...done, address, ...(left.length > 0 ? { left } : {}) } };
}

async function takeBack(
  error: unknown,
  change: Change,
  name: string,
  newSheet: boolean,
  begun: boolean,
): Promise<Problem> {
  const { seen, before, old, wanted, patience, sheet } = change;
  const problem = problemOf(error, { sheet, newSheet });
  if (error instanceof Cancelled && !begun) return problem;
  return afterwards(error, problem, { sheet, begun }, () =>
    talkApart(patience, async (context) => {
      const now = await survey(context, ["formulas", "values"]);
      const was = sourcesSheet(seen);
      // The list's sheet, whatever became of its table.
      const there = now.sheets.find(({ id, name: called }) =>
        was ? id === was.id : called === name && !seen.sheets.some((one) => one.id === id),
      );
      const strays = was ? (there?.tables.filter((one) => !was.tables.includes(one)) ?? []) : [];
      const same =
        was !== undefined &&
        there !== undefined &&
        JSON.stringify([there.tables, there.values]) === JSON.stringify([was.tables, was.values]);
      const listed =
        there && !same
          ? sourcesTasks({ sheet: there, old: wanted ?? old, wanted: old, strays, name: was?.name ?? name })
          : [];
      await send(context, [...change.back(now), ...trailTasks(trailOf(now), before), ...listed]);
    }),
  );
}
