import type { Problem } from "../report/actions";

/** What we were doing when Excel refused; it says what a code means. */
export interface Doing {
  /** The sheet that was written to. */
  sheet: string;
  /** A sheet was to be added or deleted, and no protected one written to. */
  newSheet: boolean;
}

/** The host gave no answer within `patience`. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** No answer to what was to be written: whether the host has done it is its secret. */
export const unsure: Problem = { name: "host-lost", unsure: true };

/** The code that Office.js gave, or "" for anything else that was thrown. */
export function codeOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.name;
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : String(error.code);
}

/**
 * Whether two messages were refused in the same way. Not so where the answer was too large: what it answered was done.
 */
export function isRefusedAlike(error: unknown, second: unknown): boolean {
  const code = codeOf(error);
  return code === codeOf(second) && code !== "ResponsePayloadSizeLimitExceeded";
}

/**
 * What an error that Office.js threw means for a person. The codes are `Excel.ErrorCodes` and those that the client
 * makes of the envelope's numbers.
 */
export function problemOf(error: unknown, doing: Doing): Problem {
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
