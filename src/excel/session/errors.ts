import type { Outcome } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";

/** What was not done, and why. */
export const failed = (problem: Problem): Outcome & { ok: false } => ({ ok: false, problem });

/** What Excel says of a member that cannot be undone in a group (ExcelApi 1.20). */
export const undoNotSupported = "UndoNotSupported";

/** What was being done when Excel refused: the meaning of a code depends on it. */
interface Activity {
  /** The sheet that was written to. */
  sheet: string;
  /** A sheet was being added or deleted: then a protection is that of the workbook. */
  newSheet: boolean;
}

/** The host gave no answer within `patience`. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** The user stopped it. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** The host refused to save the settings. */
export class NotSaved extends Error {
  override readonly name = "NotSaved";
}

/** No answer to a writing: it is unknown whether the host has carried it out. */
export const isUnanswered: Problem = { name: "host-lost", unsure: true };

/** The code that Office.js gave, or "" for anything else that was thrown. */
export function codeOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.name;
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : String(error.code);
}

/**
 * Undoes what was done before a failure, and returns the problem to report.
 *
 * @param begun a message was carried out before the one that failed
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
    // Every message is refused in the same way, so the first one did nothing either.
    if (!begun && isRefusedAlike(error, second) && wholes.includes(problem.name)) return problem;
    return { name: "not-put-back", sheet, cause: problem };
  }
}

/** Codes that say something about the whole message or the whole sheet, not about one member. */
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

/** Whether a failure concerns everything, so that leaving out a part would not help. */
export function concernsWholeMessage(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof NoAnswer || error instanceof Cancelled || code === "" || wholeCodes.has(code);
}

/** Refusals of a whole message, of which nothing was carried out. */
const wholes: readonly Problem["name"][] = [
  "cell-edit",
  "dialog-open",
  "too-large",
  "busy",
  "host-lost",
  "sheet-protected",
  "workbook-protected",
];

/**
 * Whether two messages were refused in the same way. False where the answer was too large, because such a message was
 * carried out.
 */
function isRefusedAlike(error: unknown, second: unknown): boolean {
  const code = codeOf(error);
  return code === codeOf(second) && code !== "ResponsePayloadSizeLimitExceeded";
}

/**
 * What an error that Office.js threw means for a person. The codes are `Excel.ErrorCodes` and those that the client
 * makes of the envelope's numbers.
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

/** What Excel did not know, as Office.js says it: "Range.getCellProperties". */
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
