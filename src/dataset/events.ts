import type { IndicatorCode, Theme } from "../data/dataset";
import type { PolicyEvent } from "../data/rows";
import { liveStore } from "./liveStore";
import { fail, ok, type Result } from "./result";
import { isSince, type Store } from "./store";
import { parsePeriod } from "./time/parsePeriod";
import { lastDayOf, type Period } from "./time/period";
import { themeChoices } from "./wording/choices";
import { alike } from "./wording/text";

/** A policy step that its source names as the reason for an indicator's figure. */
export interface Lead {
  readonly indicator: IndicatorCode;
  readonly period: Period;
  readonly event: PolicyEvent;
}

const leads = ({ events }: Store): Lead[] =>
  events.flatMap((event) => {
    const period = parsePeriod(event.date);
    if (!period.ok || period.value === undefined || period.value === "latest") return [];
    const asked = period.value;
    return event.explains.map((indicator) => ({ indicator, period: asked, event }));
  });

/**
 * The policy steps that sources name as reasons for an indicator's figure of a period; empty where none is known.
 * @example reasonsFor("DIGITAL_PRODUCTS", "2025-Q1").length // 1
 */
export function reasonsFor(code: IndicatorCode, period: Period): PolicyEvent[] {
  return leads(liveStore).flatMap((lead) =>
    lead.indicator === code && lead.period === period ? [lead.event] : [],
  );
}

/**
 * Indicators that the word for a theme leads to although they are under another theme: 以旧换新 (trade-in) leads to
 * digital products in the first quarter of 2025, whose growth the ministry explains by that programme.
 * @param text what was typed; empty result for anything but a word for a theme
 * @example leadsOf("以旧换新")[0].indicator // "DIGITAL_PRODUCTS"
 */
export function leadsOf(text: string, store: Store = liveStore): Lead[] {
  const theme = isSince("0.2.0", store) ? themeChoices.find(alike(text)) : undefined;
  return leads(store).filter(
    ({ event, indicator }) => event.theme === theme && store.indicator(indicator).theme !== theme,
  );
}

/**
 * Policy steps, newest first. A partial date counts as its last day; equal dates keep the data's order.
 * @param theme only this theme; default all
 * @param count at most so many; default all
 * @returns `no-events` for a theme without events
 * @example policyEvents("silk_road", 2).value.length // 2
 */
export function policyEvents(theme?: Theme, count?: number): Result<PolicyEvent[]> {
  const events = liveStore.events
    .filter((event) => theme === undefined || event.theme === theme)
    .map((event) => ({ event, day: lastDayOf(event.date) }))
    .sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1))
    .map(({ event }) => event)
    .slice(0, count);
  return events.length > 0 ? ok(events) : fail({ name: "no-events", given: theme ?? "" });
}
