import type { MendingActions, Problem } from "../report/actions";
import { freeze } from "./freeze";
import { thaw } from "./thaw";

const unsupported: { ok: false; problem: Problem } = {
  ok: false,
  problem: { name: "not-supported", needs: "doctor" },
};

/** Freezing, thawing and the doctor on the open workbook. */
export function mendingActions({ patience }: { readonly patience: number }): MendingActions {
  return {
    freeze: (scope, language, progress = {}) => freeze({ scope, language, progress, patience }),
    thaw: (scope, progress = {}) => thaw(scope, progress, patience),
    doctor: () => Promise.resolve(unsupported),
    mend: () => Promise.resolve(unsupported),
  };
}
