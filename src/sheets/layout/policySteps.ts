import { dateLabel, endOf, lastDayOf, lengthOf, liveOfficial, sourceOf } from "../../dataset";
import type { Language, PolicyEvent, Theme } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import type { Cell } from "../plan";
import type { PlanBuilder } from "../PlanBuilder";
import type { Request, SourceList } from "./request";
import { body, holdTable, last, paragraph, widths } from "./sections";
import { texts } from "./texts";
import { linesIn, rowHeight } from "./textWidth";

/** The month of a date, counted from year 0. */
const monthOf = (date: string): number => {
  const day = lastDayOf(date);
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
};

/**
 * Policy steps up to a month after the period's end, when its figures are published; newest first.
 * @param themes only these, from the beginning; default: all, from the period's first day
 */
export function stepsOf({ period, asof }: Request, themes?: readonly Theme[]): readonly PolicyEvent[] {
  const end = endOf(period);
  const before = themes ? 0 : end - lengthOf(period);
  return liveOfficial.events
    .filter(
      ({ date, theme }) =>
        monthOf(date) > before && monthOf(date) <= end + 1 && (themes?.includes(theme) ?? true),
    )
    .filter(({ source }) => asof === undefined || lastDayOf(sourceOf(source).published) <= asof)
    .map((event, index) => ({ event, index }))
    .sort((a, b) => lastDayOf(b.event.date).localeCompare(lastDayOf(a.event.date)) || a.index - b.index)
    .map(({ event }) => event);
}

/** The month of the last recorded policy step, if the page goes beyond it: later steps are unknown. */
function recordedUntil({ period }: Request): string | undefined {
  const last = Math.max(...liveOfficial.events.map(({ date }) => monthOf(date)));
  if (!(endOf(period) + 1 > last)) return undefined;
  const [year, month] = [Math.floor((last - 1) / 12), ((last - 1) % 12) + 1];
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Adds the section of policy steps; returns the row below. */
export function policy(
  draft: PlanBuilder,
  row: number,
  list: readonly PolicyEvent[],
  sources: SourceList,
  request: Request,
): number {
  const { language } = request;
  const until = recordedUntil(request);
  const later = until === undefined ? "" : fill(texts.eventsUntil[language], dateLabel(until, language));
  if (list.length === 0) {
    paragraph(draft, row, later || texts.eventsNone[language], "caption");
    return row + 1;
  }
  if (later) paragraph(draft, row, later, "caption");
  return steps(draft, later ? row + 1 : row, list, sources, language);
}

/** Adds the table of policy steps; returns the row below. */
function steps(
  draft: PlanBuilder,
  row: number,
  list: readonly PolicyEvent[],
  sources: SourceList,
  language: Language,
): number {
  const head: Cell[] = [texts.headEvent, texts.headDate, texts.headDescription].map((text) => text[language]);
  draft.put(row, 0, [[...head, null, null, null, texts.headSource[language]]], "data-head");
  list.forEach((event, index) => {
    const at = row + 1 + index;
    const title = event.title[language];
    const description = event.description[language];
    const number = sources.number(event.source);
    draft.put(at, 0, [[title, dateLabel(event.date, language), description, null, null, null, number]]);
    draft.merges.push([at, 2, 1, 4]);
    const lines = Math.max(linesIn(title, widths[0], body), linesIn(description, draft.widthOf(2, 5), body));
    draft.height(at, rowHeight(lines, body));
  });
  draft.style([row + 1, 0, list.length, last + 1], "text");
  draft.style([row, last, list.length + 1, 1], "centre");
  draft.style([row + 1, 0, list.length, last + 1], "rules");
  holdTable(draft, row, list.length);
  return row + 1 + list.length;
}
