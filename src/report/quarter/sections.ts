import {
  dateLabel,
  endOf,
  events,
  figureText,
  lastDayOf,
  lengthOf,
  kindOf,
  periodLabel,
  periodParts,
  sourceOf,
  themes,
  unitLabel,
} from "../../dataset";
import type { Figure, Language, Period, PolicyEvent } from "../../dataset";
import type { Draft } from "../draft";
import { formula } from "../formulas";
import { bareFormat, signedFormat } from "../labels";
import { cutTo, linesIn, rowHeight } from "../measure";
import type { Cell } from "../plan";
import { fill, texts } from "./texts";
import type { Request, Row, SourceList, Tile } from "./figures";

/** Columns of the page: the first is wide and names things, the six others carry a tile each. */
export const widths = [40, 15, 14, 15, 14, 14, 14] as const;
/** Last column. */
export const last = widths.length - 1;
const body = 10;

/** A heading across the page, with the accent's rule below it. */
export function heading(draft: Draft, row: number, text: string, from = 0, to = last): void {
  draft.put(row, from, [[text]]);
  draft.style([row, from, 1, to - from + 1], "heading");
  draft.height(row, 24);
}

/** A text that wraps over columns, in a row as high as it needs. */
export function paragraph(
  draft: Draft,
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

/** Title, edition and the six tiles; four rows of tiles begin at `row`. */
export function tiles(
  draft: Draft,
  row: number,
  shown: readonly Tile[],
  place: (tile: Tile, part: "value" | "growth") => Cell,
  r: Request,
): void {
  const { language } = r;
  draft.put(row, 0, [[texts.keyFigures[language]]], "heading");
  draft.height(row, 30);
  draft.height(row + 1, 34);
  draft.height(row + 2, 15);
  draft.height(row + 3, 17);
  draft.wide(row + 1, 0, 0, fill(texts.keyFiguresNote[language], monthsLabel(r.period, language)), "caption");
  shown.forEach((tile, index) => {
    const column = index + 1;
    const { figure, key } = tile;
    const isGrowth = key.show === "growth";
    const unit = key.note?.[language] ?? unitLabel(figure, language);
    draft.put(row, column, [
      [key.label[language]],
      [place(tile, key.show)],
      [isGrowth ? texts.onYear[language] : unit],
    ]);
    if (!isGrowth && tile.growth) {
      draft.put(row + 3, column, [[place(tile, "growth")]]);
      draft.format(
        [row + 3, column, 1, 1],
        withWords(signedFormat(tile.growth, language), texts.onYearFormat[language]),
      );
    }
    draft.format(
      [row + 1, column, 1, 1],
      isGrowth ? signedFormat(figure, language) : bareFormat(figure, language),
    );
  });
  const n = shown.length;
  if (n === 0) return;
  draft.style([row, 1, 1, n], "tile-label");
  draft.style([row + 1, 1, 1, n], "tile-number");
  draft.style([row + 2, 1, 2, n], "tile-note");
  if (n > 1) draft.style([row, 1, 4, n], "tile-gaps");
}

/** A number format with words behind the number, in each of its parts. */
const withWords = (format: string, words: string): string =>
  format
    .split(";")
    .map((part) => part + words)
    .join(";");

/** "January to March 2025": what a quarter covers, in months. */
export function monthsLabel(period: Period, language: Language): string {
  if (kindOf(period) !== "quarter") return periodLabel(period, language);
  const { year, first, last: end } = periodParts(period);
  if (language === "zh") return `${year}年${first}—${end}月`;
  const month = (m: number): string => dateLabel(`${year}-${String(m).padStart(2, "0")}`, "en");
  return `${month(first).split(" ")[0] ?? ""} to ${month(end)}`;
}

/** The table of every indicator; returns the row below it. */
export function table(
  draft: Draft,
  row: number,
  rows: readonly Row[],
  sources: SourceList,
  r: Request,
): number {
  const { language, live, period } = r;
  const head = [
    texts.headIndicator,
    texts.headTheme,
    texts.headValue,
    texts.headUnit,
    texts.headGrowth,
    texts.headQualifier,
    texts.headSource,
  ].map((text) => text[language]);
  const theme = new Map(themes.map(({ code, label }) => [code, label[language]]));
  const cells = rows.map(({ indicator, value, growth }): Cell[] => {
    const numbers = [value, growth].flatMap((figure) =>
      figure ? [sources.number(figure.observation.source)] : [],
    );
    const distinct = [...new Set(numbers)];
    return [
      indicator.label[language],
      theme.get(indicator.theme) ?? "",
      !value ? null : live ? formula("VALUE", indicator.code, period) : value.value,
      value ? unitLabel(value, language) : null,
      !growth ? null : live ? formula("GROWTH", indicator.code, period) : growth.value,
      precision([value, growth], language),
      distinct.length === 1 ? (distinct[0] ?? null) : distinct.join(", "),
    ];
  });
  const count = cells.length;
  draft.put(row, 0, [head, ...cells]);
  draft.style([row, 0, 1, last + 1], "table-head");
  draft.height(row, rowHeight(2, body));
  const below = row + 1;
  for (const column of [2, 4]) draft.style([row, column, count + 1, 1], "right");
  for (const column of [3, 5]) draft.style([row, column, count + 1, 1], "inset");
  draft.style([row, last, count + 1, 1], "centre");
  draft.style([below, 0, count, 1], "table-text");
  draft.style([below, 0, count, last + 1], "rules");
  draft.format(
    [below, 2, count, 1],
    rows.map(({ value }) => {
      if (!value) return ["General"];
      return [value.measure === "change" ? signedFormat(value, language) : bareFormat(value, language)];
    }),
  );
  draft.format(
    [below, 4, count, 1],
    rows.map(({ growth }) => [growth ? signedFormat(growth, language) : "General"]),
  );
  rows.forEach(({ indicator }, index) => {
    draft.height(below + index, rowHeight(linesIn(indicator.label[language], widths[0], body), body));
  });
  draft.tables.push({ id: "figures", area: [row, 0, count + 1, last + 1], filter: false });
  return below + count;
}

function precision(figures: readonly (Figure | undefined)[], language: Language): string {
  const words = figures.flatMap((figure) => {
    if (!figure) return [];
    return [texts[figure.qualifier][language], ...(figure.provisional ? [texts.provisional[language]] : [])];
  });
  const notable = [...new Set(words)].filter((word) => word !== texts.exact[language]);
  return notable.length > 0 ? notable.join(language === "zh" ? "、" : ", ") : texts.exact[language];
}

/** Policy steps from the period's first day to a month after its end, when the quarter's figures are out; newest first. */
export function eventsOf(period: Period, asof?: string): readonly PolicyEvent[] {
  const last = endOf(period);
  const before = last - lengthOf(period);
  const month = (date: string): number => {
    const day = lastDayOf(date);
    return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  };
  return events
    .filter(({ date }) => month(date) > before && month(date) <= last + 1)
    .filter(({ source }) => asof === undefined || lastDayOf(sourceOf(source).published) <= asof)
    .map((event, index) => ({ event, index }))
    .sort((a, b) => lastDayOf(b.event.date).localeCompare(lastDayOf(a.event.date)) || a.index - b.index)
    .map(({ event }) => event);
}

/** The policy steps; returns the row below. */
export function policy(draft: Draft, row: number, sources: SourceList, r: Request): number {
  const { language } = r;
  const list = eventsOf(r.period, r.asof);
  if (list.length === 0) {
    paragraph(draft, row, texts.eventsNone[language], "caption");
    return row + 1;
  }
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
  return row + 1 + list.length;
}

/** The numbered sources; returns the row below. */
export function sourceRows(draft: Draft, row: number, sources: SourceList, r: Request): number {
  const { language } = r;
  const head: Cell[] = [texts.headPublisher, texts.headReleased, texts.headTitle].map(
    (text) => text[language],
  );
  draft.put(row, 0, [[...head, null, null, null, texts.headLink[language]]], "data-head");
  draft.style([row + 1, 0, sources.all.length, last], "text");
  sources.all.forEach((id, index) => {
    const at = row + 1 + index;
    const { publisherLabel, relayLabel, published, title, url } = sourceOf(id);
    const relay = relayLabel[language];
    const publisher = relay
      ? fill(texts.via[language], publisherLabel[language], relay)
      : publisherLabel[language];
    const label = `${index + 1}  ${publisher}`;
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
  return row + 1 + sources.all.length;
}

/** What another body published of the same figure: "The Ministry of Commerce also published ≈3.6 trillion". */
export function alsoPublished(figure: Figure, language: Language): string | undefined {
  const own = figureText(figure, language);
  const publisher = (id: Figure["observation"]["source"]): string => sourceOf(id).publisherLabel[language];
  const other = figure.others.find(
    (one) =>
      publisher(one.source) !== publisher(figure.observation.source) &&
      otherText(figure, one, language) !== own,
  );
  if (!other) return undefined;
  return fill(
    texts.noteAlso[language],
    figure.indicator.label[language],
    publisher(other.source),
    otherText(figure, other, language),
  );
}

function otherText(figure: Figure, observation: Figure["observation"], language: Language): string {
  const value = Number(
    `${observation.obsValue}e${observation.unitMult - (observation.unitMeasure === "PT" ? 2 : 0)}`,
  );
  return figureText({ ...figure, observation, value, qualifier: observation.qualifier }, language);
}
