/** The codes of Excel's refusals (Excel.ErrorCodes in Microsoft's reference). */
type RefusalCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "RangeExceedsLimit"
  | "UnsupportedOperation";

const sentences: Record<RefusalCode, string> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound:
    "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict: "Cannot complete the operation because the range contains merged cells.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  UnsupportedOperation: "The operation being attempted is not supported.",
};

/** A refusal of Excel: the add-in gets the code, and the rest of the batch is not run. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode | (string & {}),
    message?: string,
    /** The object and member of the action, such as "Range.values"; by default those at work. */
    readonly location?: string,
  ) {
    super(message ?? (sentences as Record<string, string>)[code] ?? code);
  }
}

/** InvalidArgument, by default with Excel's sentence. To be thrown, as the others below. */
export const invalid = (message?: string): Refusal => new Refusal("InvalidArgument", message);

/** ItemNotFound, also for any use of a deleted object. `…OrNullObject` methods turn it into a null object. */
export const notFound = (): Refusal => new Refusal("ItemNotFound");

/** The argument as text; anything else is InvalidArgument. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  throw invalid();
}

/** The argument as a number; numeric text is accepted, as Excel does. */
export function asNumber(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
    return Number(value);
  throw invalid();
}

/**
 * The argument as a whole number within bounds, by default any safe integer. Throws InvalidArgument for anything
 * else, fractions included.
 */
export function asInteger(
  value: unknown,
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const number = asNumber(value);
  if (!Number.isInteger(number) || number < least || number > most) throw invalid();
  return number;
}

/** The argument as true or false. Throws InvalidArgument for anything else: Excel converts nothing here. */
export function asBoolean(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw invalid();
}

/**
 * The argument as one of the names of an enumeration. Throws InvalidArgument for anything else, another case
 * included.
 */
export function asOneOf<const Name extends string>(value: unknown, names: readonly Name[]): Name {
  const code = names.find((name) => name === value);
  if (code === undefined) throw invalid();
  return code;
}

/** True for anything with a message. Errors of the pane's frame are no `instanceof Error` of this window. */
export function isErrorLike(error: unknown): error is { message: string } {
  return (
    typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
  );
}
