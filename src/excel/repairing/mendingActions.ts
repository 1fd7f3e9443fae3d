import type { MendingActions } from "../../workbook/api";
import { freeze } from "../freezing/freeze";
import { thaw } from "../freezing/thaw";
import { examine } from "./diagnose";
import { repair } from "./repair";

/**
 * The actions that freeze, thaw and repair the open workbook. `timeoutMs` is how long to wait for each answer of
 * Excel.
 */
export function mendingActions({ timeoutMs }: { readonly timeoutMs: number }): MendingActions {
  return {
    freeze: (scope, language, progress = {}) => freeze({ scope, language, progress, timeoutMs }),
    thaw: (scope, progress = {}) => thaw(scope, progress, timeoutMs),
    doctor: () => examine(timeoutMs),
    mend: (findings, _language, progress = {}) => repair(findings, progress, timeoutMs),
  };
}
