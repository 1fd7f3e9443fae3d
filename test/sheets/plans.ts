import type { Language, Period } from "../../src/dataset";
import { buildPlan } from "../../src/sheets/buildPlan";
import type { Circumstances } from "../../src/sheets/circumstances";
import type { Cell, Plan } from "../../src/sheets/plan";
import type { Area } from "../../src/workbook/a1";
import type { CustomSheet, Insertion, SingleKind, TemplateId } from "../../src/workbook/insertion";

/** The plan of an insertion, in English and for the newest Excel unless it is said otherwise. No plan fails the test. */
export function planOf(insertion: Insertion, more: Partial<Circumstances> = {}): Plan {
  const plan = buildPlan(insertion, { language: "en", spills: true, cards: true, ...more });
  if (!plan.ok) throw new Error(JSON.stringify(plan.reason));
  return plan.value;
}

/** Options of a page; the default is English and values. */
export interface PageOptions extends Partial<Circumstances> {
  live?: boolean;
  own?: CustomSheet;
}

/** The page of a template for a period. */
export const pageOf = (
  template: TemplateId,
  period: string,
  { live = false, own, ...more }: PageOptions = {},
): Plan =>
  planOf({ kind: "summary", template, period: period as Period, live, ...(own ? { own } : {}) }, more);

/** The custom sheet of a choice, up to a period. */
export const customPage = (own: CustomSheet, period: string, language: Language = "en"): Plan =>
  pageOf("own", period, { own, language });

/** A custom sheet's choice, with charts. */
export const choice = (
  indicators: CustomSheet["indicators"],
  measures: CustomSheet["measures"],
  freq: CustomSheet["freq"],
): CustomSheet => ({ indicators, measures, freq, charts: true });

/** The plan of a single insertion of some indicators. */
export const singleOf = (
  kind: SingleKind,
  indicators: CustomSheet["indicators"],
  period: string,
  { more = {}, ...circumstances }: Partial<Circumstances> & { more?: object } = {},
): Plan => planOf({ kind, indicators, period: period as Period, ...more }, circumstances);

/** What a plan writes into a cell; null for nothing. */
export const cellAt = ({ cells }: Plan, row: number, column: number): Cell => {
  for (const block of cells) {
    const cell = block.rows[row - block.at[0]]?.[column - block.at[1]];
    if (cell !== undefined && cell !== null) return cell;
  }
  return null;
};

/** The cells of an area, row by row. */
export const cellsIn = (plan: Plan, [row, column, rows, columns]: Area): Cell[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cellAt(plan, row + r, column + c)),
  );

/** All cells that a plan writes. */
export const allCells = ({ cells }: Plan): Cell[] => cells.flatMap(({ rows }) => rows.flat());

/** All texts of a plan. */
export const texts = (plan: Plan): string[] =>
  allCells(plan).filter((cell): cell is string => typeof cell === "string");

/** The chart with an id; there must be one. */
export function chartOf(plan: Plan, id: string): Plan["charts"][number] {
  const chart = plan.charts.find((drawn) => drawn.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return chart;
}
