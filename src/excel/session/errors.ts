import type { Outcome } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";

/** What was not done, and why. */
export const failed = (problem: Problem): Outcome & { ok: false } => ({ ok: false, problem });

/** What Excel says of a member that cannot be undone in a group (ExcelApi 1.20). */
export const undoNotSupported = "UndoNotSupported";

/** What we were doing when Excel refused; it says what a code means. */
interface Activity {
  /** The sheet that was written to. */
  sheet: string;
  /** A sheet was to be added or deleted, and no protected one written to. */
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

/** The host would not keep the settings. */
export class NotSaved extends Error {
  override readonly name = "NotSaved";
}

/** No answer to what was to be written: whether the host has done it is its secret. */
export const isUnanswered: Problem = { name: "host-lost", unsure: true };

/** The code that Office.js gave, or "" for anything else that was thrown. */
export function codeOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.name;
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : String(error.code);
}

/**
 * Takes back what was begun before something failed, and says what came of it.
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
    // The whole conversation is refused, as the first message was: then that one did nothing either.
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

/** Whether a failure is about all that was to be done, so that going on without a part of it is no use. */
export function concernsWholeMessage(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof NoAnswer || error instanceof Cancelled || code === "" || wholeCodes.has(code);
}

/** Refusals that can concern the whole conversation, so that nothing of a message was done. */
const wholes: readonly Problem["name"][] = [
  "cell-edit",
  "dialog-open",
  "too-large",
  "busy",
  "host-lost",
  "sheet-protected",
  "workbook-protected",
];

/** Whether two messages were refused in the same way. Not so where the answer was too large: what it answered was done. */
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
