import {
  dateLabel,
  endOf,
  lastDayOf,
  lengthOf,
  kindOf,
  periodLabel,
  periodParts,
  shownTitle,
  sourceOf,
  liveOfficial,
} from "../../dataset";
import type { Language, Period, PolicyEvent, Theme } from "../../dataset";
import type { PlanBuilder } from "../PlanBuilder";
import { cutTo, linesIn, rowHeight } from "./textWidth";
import type { Cell } from "../plan";
import { texts } from "./texts";
import { fill } from "../../dataset/wording/text";
import type { Request, SourceList } from "./request";

/** The widths of the page's columns in characters: the first holds names, the others one tile each. */
export const widths = [40, 15, 14, 15, 16, 14, 14] as const;
/** The index of the last column. */
export const last = widths.length - 1;
/** The font size of the page, in points. */
export const body = 10;

/** Adds a heading across columns, by default the whole page, with a rule in the accent colour below it. */
export function heading(draft: PlanBuilder, row: number, text: string, from = 0, to = last): void {
  draft.put(row, from, [[text]]);
  draft.style([row, from, 1, to - from + 1], "heading");
  draft.height(row, 24);
  draft.hold(row, row + 3);
}

/** Keeps a table's first rows with its heading, and its last rows together. */
function holdEnds(draft: PlanBuilder, row: number, count: number): void {
  draft.hold(row, row + 4);
  draft.hold(row + count - 2, row + 1 + count);
}

/**
 * Keeps a table and its heading on one page if it fits, because Excel repeats only rows at a page's top. A longer one
 * is split with at least four rows on either page.
 */
export function holdTable(draft: PlanBuilder, row: number, count: number): void {
  // Keeps the heading with the table's first rows.
  if (!holdTogether(draft, row, row + 1 + count)) {
    draft.hold(row, row + 5);
    draft.hold(row + count - 3, row + 1 + count);
  }
}

/** Keeps rows on one page, `from` up to but not including `to`; false if they do not fit. */
export function holdTogether(draft: PlanBuilder, from: number, to: number): boolean {
  if (draft.room(from, to) > tableRoom) return false;
  draft.hold(from, to);
  return true;
}

/** The height for a table with its heading, below the repeated rows, in points. */
const tableRoom = 860;

/** Adds a text that wraps over columns, by default the whole page, and sets the height of its row. */
export function paragraph(
  draft: PlanBuilder,
  row: number,
  text: string,
  style: "note" | "caption",
  from = 0,
  to = last,
): void {
  draft.wide(row, from, to, text, style);
  const size = style === "note" ? 9 : body;
  draft.height(row, rowHeight(linesIn(text, draft.widthOf(from, to), size), size));
}

/** A quarter's months: "January to March 2025". */
export function monthsLabel(period: Period, language: Language): string {
  if (kindOf(period) !== "quarter") return periodLabel(period, language);
  const { year, first, last: end } = periodParts(period);
  if (language === "zh") return `${year}年${first}—${end}月`;
  const month = (m: number): string => dateLabel(`${year}-${String(m).padStart(2, "0")}`, "en");
  return `${month(first).split(" ")[0] ?? ""} to ${month(end)}`;
}

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
  if (later) {
    paragraph(draft, row, later, "caption");
    return steps(draft, row + 1, list, sources, language);
  }
  return steps(draft, row, list, sources, language);
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

/** Adds the numbered sources; returns the row below. */
export function sourceRows(draft: PlanBuilder, row: number, sources: SourceList, r: Request): number {
  const { language } = r;
  const head: Cell[] = [texts.headPublisher, texts.headReleased, texts.headTitle].map(
    (text) => text[language],
  );
  draft.put(row, 0, [[...head, null, null, null, texts.headLink[language]]], "data-head");
  draft.style([row + 1, 0, sources.all.length, last], "text");
  sources.all.forEach((id, index) => {
    const at = row + 1 + index;
    const source = sourceOf(id);
    const { publisherLabel, published, url } = source;
    const title = shownTitle(source, language);
    const label = `${index + 1}  ${publisherLabel[language]}`;
    draft.put(at, 0, [[label, dateLabel(published, language), title]]);
    draft.merges.push([at, 2, 1, 4]);
    const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(url)?.[1];
    if (site) {
      draft.put(at, last, [[cutTo(site, draft.widthOf(last, last) + 2)]], "link");
      draft.links.push({ at: [at, last], url });
    }
    const lines = Math.max(linesIn(label, widths[0], body), linesIn(title, draft.widthOf(2, 5), body));
    draft.height(at, rowHeight(lines, body));
  });
  draft.style([row + 1, 0, sources.all.length, last + 1], "rules");
  holdEnds(draft, row, sources.all.length);
  return row + 1 + sources.all.length;
}
