import type { Problem } from "../workbook/problem";

/** Problems that are about the moment and not about what Excel can do: nothing else can be tried then. */
const problems: readonly Problem["name"][] = ["cell-edit", "dialog-open", "host-lost", "busy", "cancelled"];

/** Codes of the same. */
const codes: readonly string[] = [
  "NoAnswer",
  "InvalidOperationInCellEditMode",
  "WriteNotSupportedWhenModalDialogOpen",
  "ConnectionFailure",
  "InvalidOrTimedOutSession",
  "ActivityLimitReached",
];

/** Whether a problem passes by itself. */
export const isPassing = ({ name }: Problem): boolean => problems.includes(name);

/** Whether the code of an error says so. */
export const isPassingCode = (code: string): boolean => codes.includes(code);
