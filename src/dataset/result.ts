import type { Reason } from "./wording/reasons";

/** The outcome of an operation: a value, or the named reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

/**
 * A result that holds a value. Its counterpart is `fail`; callers ask `result.ok` before they read `result.value`.
 * @example ok(7) // 7
 */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/**
 * A result that holds a reason. Reasons are data, not sentences: `sentence` says one in the user's language.
 * @example fail({ kind: "no-period" }).ok // false
 */
export function fail(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
