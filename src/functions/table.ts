import {
  fail,
  findIndicator,
  measureChoices,
  ok,
  parsePeriod,
  readChoice,
  row,
  shown,
  type Period,
  type Result,
} from "../dataset";
import { cellOf, type Cell, type EcomFunction } from "./answer";
import { plainValue, readCells, readHeaders } from "./arguments";
import { headings, measureHeading } from "./headings";

/**
 * TABLE(indicators, [periods], [measure], [headers]): a cross table, one row an indicator, one column a period, in
 * reading order with duplicates kept and blanks left out. A cell that cannot be answered says why; only where no
 * indicator or no period at all is understood, the whole is an error.
 */
export const table: EcomFunction = ([indicators, periods, measure, headers], settings) => {
  const word = plainValue(measure, "measure");
  if (!word.ok) return word;
  const chosen = readChoice(measureChoices, word.value);
  if (!chosen.ok) return chosen;
  const heading = readHeaders(headers);
  if (!heading.ok) return heading;

  const named = readCells(indicators, "indicators");
  if (named.length === 0) return fail({ name: "missing-argument", argument: "indicators" });
  const found = named.map((cell) => (cell.ok ? findIndicator(cell.value, undefined, "indicators") : cell));
  const unknown = firstReason(found);
  if (unknown) return unknown;

  const given = readCells(periods, "periods");
  const asked: Result<Period | "latest">[] = given.map((cell) => {
    const period = cell.ok ? parsePeriod(cell.value, { date1904: settings.date1904 }, "periods") : cell;
    return period.ok ? ok(period.value ?? settings.period) : period;
  });
  if (asked.length === 0) asked.push(ok(settings.period));
  const unread = firstReason(asked);
  if (unread) return unread;

  const { language } = settings;
  const readable = asked.flatMap((period) => (period.ok ? [period.value] : []));
  const used = chosen.value ?? "growth";
  const rows = found.map((indicator, at): Cell[] => {
    const cell = named[at];
    if (!indicator.ok) {
      const label = cell?.ok ? shown(cell.value) : { reason: indicator.reason };
      return [label, ...asked.map((): Cell => ({ reason: indicator.reason }))];
    }
    const figures = row(indicator.value, readable, used, settings.asof).values();
    const cells = asked.map((period): Cell => {
      if (!period.ok) return { reason: period.reason };
      const next = figures.next();
      return next.done ? { reason: { name: "internal" } } : cellOf(next.value, language);
    });
    return [indicator.value.label[language], ...cells];
  });
  if (!heading.value) return ok(rows);
  const first = chosen.value === undefined ? headings.indicator[language] : measureHeading(used, language);
  const top = asked.map((period, at): Cell => {
    if (period.ok) return period.value;
    const cell = given[at];
    return cell?.ok ? shown(cell.value) : { reason: period.reason };
  });
  return ok([[first, ...top], ...rows]);
};

/** The first reason, where none of them is an answer. */
function firstReason<T>(results: readonly Result<T>[]): Result<never> | undefined {
  const [first] = results;
  return first && !first.ok && results.every((result) => !result.ok) ? fail(first.reason) : undefined;
}
