import type { Problem } from "../workbook/problem";

/** Problems of the moment, not of what Excel can do: nothing else can be tried then. */
const problems: readonly Problem["name"][] = ["cell-edit", "dialog-open", "host-lost", "busy", "cancelled"];

/** The error codes of such problems. */
const codes: readonly string[] = [
  "NoAnswer",
  "InvalidOperationInCellEditMode",
  "WriteNotSupportedWhenModalDialogOpen",
  "ConnectionFailure",
  "InvalidOrTimedOutSession",
  "ActivityLimitReached",
];

/** Whether a problem passes by itself. Such as a cell being edited, or a busy Excel: the check is tried again. */
export const isPassing = ({ name }: Problem): boolean => problems.includes(name);

/** Whether an error with this code passes by itself. The same as error codes of Office.js. */
export const isPassingCode = (code: string): boolean => codes.includes(code);
