import type { MendingActions } from "../report/actions";
import { examine } from "./doctor";
import { freeze } from "./freeze";
import { mend } from "./mend";
import { thaw } from "./thaw";

/** Freezing, thawing and the doctor on the open workbook. */
export function mendingActions({ patience }: { readonly patience: number }): MendingActions {
  return {
    freeze: (scope, language, progress = {}) => freeze({ scope, language, progress, patience }),
    thaw: (scope, progress = {}) => thaw(scope, progress, patience),
    doctor: () => examine(patience),
    mend: (findings, _language, progress = {}) => mend(findings, progress, patience),
  };
}
