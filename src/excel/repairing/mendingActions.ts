import type { MendingActions } from "../../workbook/api";
import { examine } from "./diagnose";
import { freeze } from "../freezing/freeze";
import { repair } from "./repair";
import { thaw } from "../freezing/thaw";

/** The actions that freeze, thaw and repair the open workbook. */
export function mendingActions({ patience }: { readonly patience: number }): MendingActions {
  return {
    freeze: (scope, language, progress = {}) => freeze({ scope, language, progress, patience }),
    thaw: (scope, progress = {}) => thaw(scope, progress, patience),
    doctor: () => examine(patience),
    mend: (findings, _language, progress = {}) => repair(findings, progress, patience),
  };
}
