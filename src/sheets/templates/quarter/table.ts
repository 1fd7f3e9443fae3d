import { themes } from "../../../dataset";
import { cellUnit, numberIn, sheetUnit } from "../../layout/amounts";
import { columnFormat } from "../../layout/cells";
import { formula } from "../../layout/formulas";
import { signedFormat } from "../../layout/labels";
import type { Request, SourceList } from "../../layout/request";
import { body, holdTable, last, widths } from "../../layout/sections";
import { texts } from "../../layout/texts";
import { linesIn, rowHeight } from "../../layout/textWidth";
import { precision } from "../../layout/words";
import type { Cell } from "../../plan";
import type { PlanBuilder } from "../../PlanBuilder";
import type { Row } from "./figures";

/** Adds the table of every indicator; returns the row below. */
export function table(
  draft: PlanBuilder,
  row: number,
  rows: readonly Row[],
  sources: SourceList,
  request: Request,
): number {
  const { language } = request;
  const head = [
    texts.headIndicator,
    texts.headTheme,
    texts.headValue,
    texts.headUnit,
    texts.headGrowth,
    texts.headQualifier,
    texts.headSource,
  ].map((text) => text[language]);
  const cells = cellsOf(rows, sources, request);
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
    rows.map(({ value }) => [columnFormat(value, value, language)]),
  );
  draft.format(
    [below, 4, count, 1],
    rows.map(({ growth }) => [growth ? signedFormat(growth, language) : "General"]),
  );
  cells.forEach((line, index) => draft.height(below + index, heightOf(line)));
  holdTable(draft, row, count);
  draft.tables.push({ id: "figures", area: [row, 0, count + 1, last + 1], filter: false });
  return below + count;
}

/** The cells of each indicator: names, value with its unit, growth, how exact they are, and the source's number. */
function cellsOf(
  rows: readonly Row[],
  sources: SourceList,
  { language, live, period }: Request,
): (readonly Cell[])[] {
  const theme = new Map(themes.map(({ code, label }) => [code, label[language]]));
  return rows.map(({ indicator, value, growth }) => [
    indicator.label[language],
    theme.get(indicator.theme) ?? "",
    !value
      ? null
      : live
        ? formula("VALUE", indicator.code, period, cellUnit(value, language))
        : numberIn(value, cellUnit(value, language)),
    value ? sheetUnit(value, language) : null,
    !growth ? null : live ? formula("GROWTH", indicator.code, period) : growth.value,
    precision([value, growth], language),
    sources.cell([value, growth]),
  ]);
}

/** The height of a row, in points, whose texts wrap. */
function heightOf(line: readonly Cell[]): number {
  const lines = line.map((text, column) => {
    const inset = column === 3 || column === 5 ? 2 : 0.5;
    return typeof text === "string" && column < last
      ? linesIn(text, (widths[column] ?? 14) - inset, body)
      : 1;
  });
  return rowHeight(Math.max(...lines), body);
}
