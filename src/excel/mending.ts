import type { MendingActions, Problem } from "../report/actions";

const unsupported: { ok: false; problem: Problem } = {
  ok: false,
  problem: { name: "not-supported", needs: "freeze" },
};

/** Freezing, thawing and the doctor on the open workbook. */
export function mendingActions(_options: { readonly patience: number }): MendingActions {
  return {
    freeze: () => Promise.resolve(unsupported),
    thaw: () => Promise.resolve(unsupported),
    doctor: () => Promise.resolve(unsupported),
    mend: () => Promise.resolve(unsupported),
  };
}
