import { periodLabel, periodOf } from "../../../dataset";
import type { Figure, Language } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import { cellUnit, sheetUnit } from "../../layout/amounts";
import { columnFormat, largestOf } from "../../layout/cells";
import type { Cells } from "../../layout/cells";
import type { SourceList } from "../../layout/request";
import { nativeTable, periodColumn } from "../../layout/table";
import type { Column } from "../../layout/table";
import { texts as common } from "../../layout/texts";
import type { Cell } from "../../plan";
import type { PlanBuilder } from "../../PlanBuilder";
import { isKnown } from "./course";
import type { Course } from "./course";
import { texts } from "./texts";

type Figures = readonly (Figure | undefined)[];

/** What the tables depend on. */
export interface Making {
  cells: Cells;
  sources: SourceList;
  language: Language;
}

/** The unit of a column of amounts, by its largest. */
function unitOf(figures: Figures, language: Language): string {
  const largest = largestOf(figures);
  return largest ? sheetUnit(largest, language) : "";
}

/** A column of figures, made from the newest on, so that the newest are formulas if not all can be. */
function column(
  head: string,
  figures: Figures,
  { cells, language }: Making,
  cellsGiven?: readonly Cell[],
): Column {
  const largest = largestOf(figures);
  return {
    head,
    cells: cellsGiven ?? newestFirst(figures, (figure) => cells.of(figure, cellUnit(largest, language))),
    formats: figures.map((figure) => columnFormat(figure, largest, language)),
    align: "right",
  };
}

/** Makes something of each, from the newest on. */
const newestFirst = <T, Made>(oldestFirst: readonly T[], make: (one: T) => Made): Made[] =>
  [...oldestFirst].reverse().map(make).reverse();

/** Adds the table of cumulative months in two years; returns the row below. */
export function monthTable(draft: PlanBuilder, row: number, course: Course, making: Making): number {
  const { year } = course;
  const months = course.months.filter(isKnown);
  const { sources, language } = making;
  const [before, now] = [String(year - 1), String(year)];
  const name = (month: number): string => {
    const period = periodOf(year, month, month);
    const label = period ? periodLabel(period, language) : "";
    return language === "zh" ? `${month}月` : (label.split(" ")[0] ?? "");
  };
  const amount = (heading: string, figures: Figures): Column =>
    column(fill(texts.headSales[language], heading, unitOf(figures, language)), figures, making);
  const rate = (heading: string, figures: Figures): Column =>
    column(fill(texts.headGrowth[language], heading), figures, making);
  // No share was published for 2026, so growth of goods takes its place.
  const shares = months.some(({ share }) => share);
  const last = months.map(({ share, goodsGrowth }) => (shares ? share : goodsGrowth));
  const columns = [
    { head: texts.headMonth[language], cells: months.map(({ month }) => name(month)) },
    amount(
      now,
      months.map(({ level }) => level),
    ),
    rate(
      now,
      months.map(({ growth }) => growth),
    ),
    amount(
      before,
      months.map(({ levelBefore }) => levelBefore),
    ),
    rate(
      before,
      months.map(({ growthBefore }) => growthBefore),
    ),
    column(fill(texts[shares ? "headShare" : "headGoodsRate"][language], now), last, making),
    {
      head: common.headSource[language],
      cells: months.map((month, row) =>
        sources.cell([month.level, month.growth, last[row], month.levelBefore, month.growthBefore]),
      ),
      align: "centre" as const,
    },
  ];
  return nativeTable(draft, row, "months", withFigures(columns));
}

/** Leaves out columns without a figure. */
const withFigures = (columns: readonly Column[]): Column[] =>
  columns.filter(({ cells }) => cells.some((cell) => cell !== null));

/** Adds the table of years; returns the row below. */
export function yearTable(draft: PlanBuilder, row: number, { years }: Course, making: Making): number {
  const { cells, sources, language } = making;
  // From the newest year on, so that whole years are formulas if not all can be.
  const unit = (figures: Figures) => cellUnit(largestOf(figures), language);
  const [online, ofGoods] = [unit(years.map(({ level }) => level)), unit(years.map((year) => year.goods))];
  const rows = newestFirst(years, (year) => [
    cells.of(year.level, online),
    cells.of(year.growth),
    cells.of(year.goods, ofGoods),
    cells.of(year.goodsGrowth),
    cells.of(year.share),
  ]);
  const columnOf = (head: string, figures: Figures, place: number): Column =>
    column(
      head,
      figures,
      making,
      rows.map((year) => year[place] ?? null),
    );
  const levels = years.map(({ level }) => level);
  const goods = years.map((year) => year.goods);
  const columns: Column[] = [
    periodColumn(
      texts.headYear[language],
      years.map(({ period }) => period),
      language,
      () => undefined,
      years.map(({ period, broken }) => (broken ? fill(texts.narrower[language], period) : undefined)),
    ),
    columnOf(fill(texts.headOnline[language], unitOf(levels, language)), levels, 0),
    columnOf(
      texts.headOnlineGrowth[language],
      years.map(({ growth }) => growth),
      1,
    ),
    columnOf(fill(texts.headGoods[language], unitOf(goods, language)), goods, 2),
    columnOf(
      texts.headGoodsGrowth[language],
      years.map(({ goodsGrowth }) => goodsGrowth),
      3,
    ),
    columnOf(
      texts.headGoodsShare[language],
      years.map(({ share }) => share),
      4,
    ),
    {
      head: common.headSource[language],
      cells: years.map((year) =>
        sources.cell([year.level, year.growth, year.goods, year.goodsGrowth, year.share]),
      ),
      align: "centre",
    },
  ];
  return nativeTable(draft, row, "years", withFigures(columns));
}
