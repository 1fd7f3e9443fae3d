import type { Theme } from "../data/dataset";
import type { PolicyEvent } from "../data/rows";
import { lastDayOf } from "./time/period";
import { fail, ok, type Result } from "./result";
import { liveStore } from "./liveStore";
import type { Store } from "./store";

/**
 * Policy steps, newest first; a partial date counts as its last day, equal dates stand in the data's order.
 * @param theme only this theme; undefined: all
 * @param count at most so many; undefined: all
 * @returns `no-events` for a theme without events
 * @example policyEvents("silk_road", 2).value.length // 2
 */
export function policyEvents(theme?: Theme, count?: number, store: Store = liveStore): Result<PolicyEvent[]> {
  const found = store.events
    .filter((event) => theme === undefined || event.theme === theme)
    .map((event) => ({ event, day: lastDayOf(event.date) }))
    .sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1))
    .map(({ event }) => event)
    .slice(0, count);
  return found.length > 0 ? ok(found) : fail({ name: "no-events", given: theme ?? "" });
}
