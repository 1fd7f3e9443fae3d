import type { Text2 } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import { a1, overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { hiddenByHand } from "../reading/hiddenRows";
import type { Criteria, Filter } from "../reading/hiddenRows";
import type { SheetReading } from "../reading/placeReading";
import { plainText, readBack } from "../session/cellText";
import { nameOf } from "./target";
import type { Target, HiddenAtTarget } from "./target";

/**
 * What to do with hidden rows where a plan is written. Either all rows are shown; or filters are removed for the
 * writing, and set again if they still match a row, and rows hidden by hand stay hidden.
 */
export function hiddenAtTarget(
  sheet: SheetReading,
  plan: Plan,
  target: Target,
  show: boolean,
): HiddenAtTarget | undefined {
  const { hidden } = sheet;
  if (!hidden) return undefined;
  const { at, old } = target;
  const place: Area = [at[0], at[1], plan.rows, plan.columns];
  if (show)
    return {
      pause: hidden.filters,
      resume: [],
      stay: [],
      show: { area: [place[0], 0, place[2], 1], hidden, tables: sheet.allTables ?? [] },
    };
  const blockTables = new Set(old?.record.tables.map(({ name }) => name));
  return {
    pause: hidden.filters,
    resume: hidden.filters.filter(
      (filter) =>
        filter.table === undefined || !blockTables.has(filter.table) || goesOn(filter, plan, target),
    ),
    stay: hiddenByHand(hidden),
  };
}

/** Whether a filter of one of our tables still matches a row. */
function goesOn({ table, criteria, area }: Filter, plan: Plan, target: Target): boolean {
  const newArea = plan.tables.find((_, index) => nameOf(target, plan, index) === table)?.area;
  if (newArea?.[3] !== area[3]) return false;
  return criteria.every(
    (criterion, column) => !criterion || keepsAny(criterion, textsIn(plan, newArea, column)),
  );
}

/** The texts in a table's column without its heading; undefined if one is calculated. */
function textsIn({ cells }: Plan, [top, left, rows]: Area, column: number): readonly string[] | undefined {
  const texts: string[] = [];
  const columnArea: Area = [top + 1, left + column, rows - 1, 1];
  for (const { at, rows: lines } of cells)
    for (const [r, line] of lines.entries())
      for (const [c, cell] of line.entries()) {
        if (!overlap([at[0] + r, at[1] + c, 1, 1], columnArea)) continue;
        if (typeof cell !== "string") return undefined;
        texts.push(plainText(readBack(cell, [0, 0])));
      }
  return texts;
}

/** Whether a filter by values keeps any of the texts; true for other filters, and where a text is calculated. */
function keepsAny(criteria: NonNullable<Criteria>, texts: readonly string[] | undefined): boolean {
  const { values } = criteria;
  if (criteria.filterOn !== "Values" || !values || !texts) return true;
  return values.some((value) => typeof value === "string" && texts.includes(value));
}

/** The sentence about filters; undefined if there were none. */
export function hiddenRowsText(hidden: HiddenAtTarget | undefined): Text2 | undefined {
  if (!hidden || hidden.pause.length === 0) return undefined;
  const lost = hidden.pause.filter((filter) => !hidden.resume.includes(filter));
  if (lost.length === 0)
    return {
      en: "Filters there were taken off for the writing and set again.",
      zh: "写入时暂时取消的筛选已恢复。",
    };
  const places = lost.map(({ area }) => a1(area));
  return {
    en: `The filter on ${places.join(", ")} was taken off.`,
    zh: `${places.join("、")}的筛选已取消。`,
  };
}
