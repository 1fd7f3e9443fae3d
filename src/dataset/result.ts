import type { Reason } from "./wording/reasons";

/** What an operation gives: a value, or the named reason why there is none. Nothing in this layer throws. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

/** A result that holds a value. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that holds a reason. */
export function fail(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
