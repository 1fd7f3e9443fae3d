import type { Outcome } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";

/** A failed outcome. Problems are data; the pane says them in the user's language. */
export const failed = (problem: Problem): Outcome & { ok: false } => ({ ok: false, problem });

/** The code for a member that cannot be undone in a group (ExcelApi 1.20). */
export const undoNotSupported = "UndoNotSupported";

/** What was going on when Excel refused, which decides the meaning of a code. */
interface Activity {
  /** The written sheet. */
  sheet: string;
  /** Whether a sheet was being added or deleted: then a protection is the workbook's. */
  newSheet: boolean;
}

/** Thrown if the host does not answer within `timeoutMs`. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Thrown if the user cancels. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** Thrown if the host does not save the settings. */
export class NotSaved extends Error {
  override readonly name = "NotSaved";
}

/** The problem of a write without an answer, which the host may or may not have carried out. */
export const isUnanswered: Problem = { name: "host-lost", unsure: true };

/** The code of an Office.js error; "" for any other. */
export function codeOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.name;
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : String(error.code);
}

/**
 * Undoes what was done before a failure, and returns the problem to report.
 * @param begun whether a message before the failed one was carried out
 */
export async function outcomeAfterFailure(
  error: unknown,
  problem: Problem,
  { sheet, begun }: { sheet: string; begun: boolean },
  takeBack: () => Promise<unknown>,
): Promise<Problem> {
  if (error instanceof NoAnswer) return isUnanswered;
  try {
    await takeBack();
    return problem;
  } catch (second) {
    // If every message is refused in the same way, the first one did nothing either.
    if (!begun && isRefusedAlike(error, second) && wholes.includes(problem.name)) return problem;
    return { name: "not-put-back", sheet, cause: problem };
  }
}

/** Codes about the whole message or sheet rather than one member. */
const wholeCodes = new Set([
  "AccessDenied",
  "InvalidOperationInCellEditMode",
  "WriteNotSupportedWhenModalDialogOpen",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "ActivityLimitReached",
  "RequestAborted",
  "Conflict",
  "ConnectionFailure",
  "InvalidOrTimedOutSession",
  "InactiveWorkbook",
  "HostRestartNeeded",
  undoNotSupported,
]);

/**
 * Whether a failure concerns everything, so that leaving out a part does not help. Such as a lost connection, a
 * protected sheet, a cell that is being edited, or a cancelled action; also errors without a code, which are ours.
 */
export function concernsWholeMessage(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof NoAnswer || error instanceof Cancelled || code === "" || wholeCodes.has(code);
}

/** Refusals of a whole message, which was then not carried out. */
const wholes: readonly Problem["name"][] = [
  "cell-edit",
  "dialog-open",
  "too-large",
  "busy",
  "host-lost",
  "sheet-protected",
  "workbook-protected",
];

/** Whether two messages were refused alike. False for a too large answer, whose message was carried out. */
function isRefusedAlike(error: unknown, second: unknown): boolean {
  const code = codeOf(error);
  return code === codeOf(second) && code !== "ResponsePayloadSizeLimitExceeded";
}

/**
 * The problem for an Office.js error, by `Excel.ErrorCodes` and the client's codes for envelope errors. `doing` names
 * the sheet that was written to, and whether one was made or deleted. An unknown code gives a problem that quotes it.
 */
export function problemOf(error: unknown, doing: Activity): Problem {
  if (error instanceof Cancelled) return { name: "cancelled" };
  if (error instanceof NotSaved) return { name: "setting-not-saved" };
  switch (codeOf(error)) {
    case "AccessDenied":
      return doing.newSheet
        ? { name: "workbook-protected" }
        : { name: "sheet-protected", sheet: doing.sheet };
    case "InvalidOperationInCellEditMode":
      return { name: "cell-edit" };
    case "WriteNotSupportedWhenModalDialogOpen":
      return { name: "dialog-open" };
    case "ItemAlreadyExists":
      return { name: "name-taken", given: doing.sheet };
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
    case "OperationCellsExceedLimit":
    case "RangeExceedsLimit":
      return { name: "too-large" };
    case "ActivityLimitReached":
    case "RequestAborted":
    case "Conflict":
      return { name: "busy" };
    case "NoAnswer":
    case "ConnectionFailure":
    case "InvalidOrTimedOutSession":
    case "InactiveWorkbook":
    case "HostRestartNeeded":
      return { name: "host-lost" };
    case "InvalidSelection":
      return { name: "bad-address", given: "…" };
    case "ApiNotFound":
    case "NotImplemented":
    case "UnsupportedOperation":
    case "UnsupportedFeature":
      return { name: "not-supported", needs: locationOf(error) };
    default:
      return { name: "refused", code: codeOf(error) || "Error", message: messageOf(error) };
  }
}

/** The member that Excel did not know: "Range.getCellProperties". */
function locationOf(error: unknown): string {
  const info =
    typeof error === "object" && error !== null && "debugInfo" in error ? error.debugInfo : undefined;
  const location =
    typeof info === "object" && info !== null && "errorLocation" in info ? info.errorLocation : undefined;
  return typeof location === "string" && location !== "" ? location : "ExcelApi";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
