import { dataset } from "../../dataset";
import type { Language } from "../../dataset";
import type { Cell, Plan } from "../../sheets/plan";
import { a1 } from "../../workbook/a1";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Preview } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import type { Reading } from "../reading/placeReading";
import { runInContext } from "../session/context";
import { problemOf } from "../session/errors";
import { adaptPlan } from "./adaptPlan";
import type { Decision } from "./decide";
import { resolvePlace } from "./resolvePlace";
import { largerAt, sizesAt } from "./sizes";

/** The part of a plan that a preview shows. */
const shown = { rows: 8, columns: 6 };

type Previewed = { ok: true; preview: Preview } | { ok: false; problem: Problem };

/** What an insertion would do. Changes nothing. */
export async function preview(
  insertion: Insertion,
  place: Place,
  language: Language,
  timeoutMs: number,
): Promise<Previewed> {
  const plan = adaptPlan(insertion, language);
  if (!plan.ok) return { ok: false, problem: { name: "no-figure", reason: plan.reason } };
  const choice = { language, version: dataset.version, changes: "replace" } as const;
  try {
    const looked = await runInContext(timeoutMs, (context) =>
      resolvePlace(context, insertion, place, plan.value, choice, { preview: true }),
    );
    if ("problem" in looked) return { ok: false, problem: looked.problem };
    const { decision, reading } = looked;
    return decision.kind === "problem"
      ? { ok: false, problem: decision.problem }
      : { ok: true, preview: previewOf(plan.value, decision, reading) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
  }
}

/** What an insertion would do: where, over what, and a picture of it. */
function previewOf(
  plan: Plan,
  decision: Exclude<Decision, { kind: "problem" }>,
  { sheet: place }: Reading,
): Preview {
  const newSheet = decision.kind === "new-sheet";
  const at =
    decision.kind === "update"
      ? ([decision.old[0], decision.old[1]] as const)
      : "sheet" in decision
        ? decision.sheet.at
        : ([0, 0] as const);
  // On a sheet made for the block, nothing else can become larger.
  const others = decision.kind === "fresh" || (decision.kind === "update" && !decision.record.own);
  const larger = place && others ? largerAt(plan, at, sizesAt(place, at)) : undefined;
  return {
    ...pictureOf(plan),
    sheet: newSheet ? decision.name : "sheet" in decision ? decision.sheet.name : "",
    address: addressOf(plan, at),
    updates: decision.kind === "update" || decision.kind === "same",
    newSheet,
    ...(larger ? { larger } : {}),
  };
}

const addressOf = (plan: Plan, at: readonly [number, number]): string =>
  a1([0, 0, plan.rows, plan.columns], at);

/** The texts of a plan's first rows and columns, and how much more there is. */
function pictureOf(plan: Plan): Omit<Preview, "sheet" | "address" | "updates" | "newSheet" | "larger"> {
  const rows = Math.min(plan.rows, shown.rows);
  const columns = Math.min(plan.columns, shown.columns);
  const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
  for (const { at, rows: values } of plan.cells) {
    values.forEach((row, r) => {
      row.forEach((cell, c) => {
        const line = texts[at[0] + r];
        if (line && at[1] + c < columns) line[at[1] + c] = textOf(cell);
      });
    });
  }
  return {
    cells: texts,
    rows: plan.rows,
    columns: plan.columns,
    charts: plan.charts.length,
    tables: plan.tables.length,
    ...(plan.values ? { values: plan.values } : {}),
  };
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  return "formula" in cell ? cell.formula : "…";
}
