import { batchObjects } from "./batchObjects";
import type { Step } from "./batchObjects";

/** What Office.js tells about a failed message; see `OfficeExtension.DebugInfo`. */
interface FailureInfo {
  /** Up to five statements before and after the failed one, which is between two marks. */
  around: readonly string[];
  /** The index of the failed statement in `around`. */
  at: number;
}

/**
 * Finds which step of a message Excel refused. Office.js gives the failed statement and those around it
 * (`debugInfo.surroundingStatements`), not its number. So the steps are queued again on a context that is never sent,
 * with a mark between them, and the statements are searched for there (`RequestContext.debugInfo.pendingStatements`).
 *
 * @returns the step's number; undefined where the host does not say where it stopped
 */
export function refusedStep(error: unknown, steps: readonly Step[]): number | undefined {
  const failure = failureInfoOf(error);
  if (!failure) return undefined;
  const dry = new Excel.RequestContext();
  // Nothing is read here.
  const objects = batchObjects(dry, () => undefined);
  try {
    for (const step of steps) {
      dry.trace("step");
      step.run(objects);
    }
  } catch {
    // If a step cannot be queued again, the place stays unknown.
    return undefined;
  }
  const owners: number[] = [];
  const statements: string[] = [];
  let step = -1;
  for (const statement of dry.debugInfo.pendingStatements) {
    if (isMark(statement)) step += 1;
    else {
      statements.push(headOf(statement));
      owners.push(step);
    }
  }
  const wanted = failure.around.map(headOf);
  const places = statements.flatMap((statement, index) =>
    statement === wanted[failure.at] && matches(statements, index - failure.at, wanted)
      ? [owners[index]]
      : [],
  );
  const [place] = places;
  return places.every((other) => other === place) ? place : undefined;
}

const isMark = (statement: string): boolean => statement.startsWith("context.trace(");

/** A statement without its arguments or value, which Office.js leaves out of errors: "range3.values", "var v = sheet.getRange". */
function headOf(statement: string): string {
  const value = statement.startsWith("var ") ? -1 : statement.indexOf(" = ");
  const call = statement.indexOf("(");
  const ends = [value, call].filter((end) => end >= 0);
  return (ends.length > 0 ? statement.slice(0, Math.min(...ends)) : statement).replace(/;$/, "");
}

function matches(statements: readonly string[], from: number, wanted: readonly string[]): boolean {
  return wanted.every((statement, index) => statements[from + index] === statement);
}

/** What Office.js tells of a refused statement: those around it, and which of them it was. */
function failureInfoOf(error: unknown): FailureInfo | undefined {
  const info =
    typeof error === "object" && error !== null && "debugInfo" in error
      ? (error.debugInfo as { surroundingStatements?: unknown } | undefined)
      : undefined;
  const lines = info?.surroundingStatements;
  if (!Array.isArray(lines)) return undefined;
  const texts = lines.filter((line): line is string => typeof line === "string" && line !== "...");
  const at = texts.indexOf("// >>>>>");
  if (at < 0) return undefined;
  return { around: texts.filter((line) => line !== "// >>>>>" && line !== "// <<<<<"), at };
}
