import { kindOf, periodParts } from "../../dataset";
import type { Figure, Indicator, Language, Period } from "../../dataset";
import type { Cell, StyleName } from "../plan";
import type { PlanBuilder } from "../PlanBuilder";
import { body, holdTable } from "./sections";
import { linesIn, rowHeight } from "./textWidth";
import { shortPeriod } from "./words";

/** A column of a table. */
export interface Column {
  head: string;
  cells: readonly Cell[];
  /** The cells' number formats. Absent: texts. */
  formats?: readonly string[];
  /** The alignment of heading and cells. Default: left, wrapped. */
  align?: StyleName;
  /** The figures of a column in which some may be derived: those are in italics. */
  derived?: readonly (Figure | undefined)[];
}

/**
 * A column of periods. Years are numbers, so that lookups find them and Excel does not mark them as numbers stored as
 * text; other periods, and texts `instead` of one, are texts.
 * @param nature of a row's indicator: a stock is "at the end of" a year
 */
export function periodColumn(
  head: string,
  periods: readonly Period[],
  language: Language,
  nature: (row: number) => Indicator["nature"] | undefined,
  instead: readonly (string | undefined)[] = [],
): Column {
  const isYear = (row: number): boolean => {
    const period = periods[row];
    return (
      instead[row] === undefined &&
      period !== undefined &&
      kindOf(period) === "annual" &&
      nature(row) !== "stock"
    );
  };
  return {
    head,
    cells: periods.map((period, row) =>
      isYear(row) ? periodParts(period).year : (instead[row] ?? shortPeriod(period, language, nature(row))),
    ),
    formats: periods.map((_, row) => (isYear(row) ? yearFormats[language] : "General")),
    align: "left",
  };
}

/** The number format of years. */
const yearFormats: Readonly<Record<Language, string>> = { en: "0", zh: '0"年"' };

/**
 * Adds a table at the page's left edge, with rows as high as their texts need.
 * @returns the row below
 */
export function nativeTable(draft: PlanBuilder, row: number, id: string, columns: readonly Column[]): number {
  const count = columns[0]?.cells.length ?? 0;
  const rows = Array.from({ length: count }, (_, index) => columns.map(({ cells }) => cells[index] ?? null));
  draft.put(row, 0, [columns.map(({ head }) => head), ...rows]);
  draft.style([row, 0, 1, columns.length], "table-head");
  columns.forEach(({ align, formats, derived }, column) => {
    if (align) draft.style([row, column, count + 1, 1], align);
    if (!align || align === "left") draft.style([row + 1, column, count, 1], "table-text");
    if (derived) draft.derived(row, column, derived);
    if (formats) {
      draft.format(
        [row + 1, column, count, 1],
        formats.map((format) => [format]),
      );
    }
  });
  draft.style([row + 1, 0, count, columns.length], "rules");
  const lines = (texts: readonly Cell[]): number =>
    Math.max(
      ...texts.map((text, column) => {
        const inset = columns[column]?.align === "inset" ? 2 : 0.5;
        return typeof text === "string" ? linesIn(text, (draft.widths[column] ?? 14) - inset, body) : 1;
      }),
    );
  // Allows for bold headings.
  draft.height(row, rowHeight(Math.max(2, lines(columns.map(({ head }) => `${head}x`))), body));
  rows.forEach((cells, index) => {
    // Numbers and centred texts do not wrap.
    const wraps = cells.map((cell, column) =>
      /^(right|centre)$/.test(columns[column]?.align ?? "") ? null : cell,
    );
    draft.height(row + 1 + index, rowHeight(lines(wraps), body));
  });
  holdTable(draft, row, count);
  draft.tables.push({ id, area: [row, 0, count + 1, columns.length], filter: false });
  return row + 1 + count;
}
