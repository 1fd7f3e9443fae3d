import {
  dataset,
  dateLabel,
  figure,
  fullSeries,
  isDerived,
  measureWords,
  ok,
  periodLabel,
  sourceOf,
  unitLabel,
  valueMeasure,
} from "../../dataset";
import type {
  Figure,
  Frequency,
  Indicator,
  Language,
  MeasureName,
  Period,
  Reason,
  Result,
  Text2,
} from "../../dataset";
import { fill } from "../../dataset/wording/text";
import { periodCell } from "../../functions/periodCell";
import { defaultSettings } from "../../functions/settings";
import type { Circumstances } from "../circumstances";
import { formatOf } from "../layout/bars";
import { figureFormula, formula } from "../layout/formulas";
import { shortLabel } from "../layout/labels";
import { texts as summary } from "../layout/texts";
import { linesIn, rowHeight } from "../layout/textWidth";
import type { Plan, PrintSetup } from "../plan";
import { PlanBuilder } from "../PlanBuilder";
import { texts } from "./texts";

/** A single insertion with everything that its plan depends on. */
export interface Single extends Circumstances {
  indicators: readonly Indicator[];
  period: Period;
  measure?: MeasureName | undefined;
  live: boolean;
  /** Whether each period's last day is beside its figures. */
  dates?: boolean | undefined;
  /** The frequency; default: as `series` chooses. */
  freq?: Frequency | undefined;
}

/** The measure of an insertion: the one given, else the indicator's measure that is not growth, else growth. */
export const measureOf = ({ measure }: Single, indicator: Indicator): MeasureName =>
  measure ?? valueMeasure(indicator) ?? "growth";

/** The figures, each or its reason; a single reason if all are missing. */
export function answers(single: Single): Result<{ indicator: Indicator; answer: Result<Figure> }[]> {
  const answered = single.indicators.map((indicator) => ({
    indicator,
    answer: figure({
      indicator,
      measure: measureOf(single, indicator),
      period: single.period,
      asof: single.asof,
    }),
  }));
  const reasons = answered.flatMap(({ answer }): Reason[] => (answer.ok ? [] : [answer.reason]));
  const first = reasons[0];
  return first && reasons.length === answered.length ? { ok: false, reason: first } : ok(answered);
}

/** "Online retail sales, growth, Q1 2025" */
function nameOf(indicator: Indicator, measure: MeasureName, period: Period, language: Language): string {
  // "Level" is left out of names.
  const measureName = measure === "level" ? [] : [measureLabel(measure, language)];
  return [indicator.label[language], ...measureName, periodLabel(period, language, indicator.nature)].join(
    language === "zh" ? "，" : ", ",
  );
}

/** The name of a measure; derived ones are marked. */
function measureLabel(measure: MeasureName, language: Language): string {
  const word =
    measure === "level" ? summary.headValue[language].toLowerCase() : measureWords[measure][language];
  if (!isDerived(measure)) return word;
  // A name that says "computed" needs no mark; a single month may be published.
  const mark = { "computed growth": texts.unpublished, single: texts.partly }[measure as string];
  return fill((mark ?? texts.derived)[language], word);
}

/** The measure's name as a heading, with a capital. Chinese has no capitals and is unchanged. */
export function measureHeading(measure: MeasureName, language: Language): string {
  const label = measureLabel(measure, language);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The insertion's name in messages: "formula, Online retail sales" or "formula, 3 indicators". */
export function planName(
  kind: "formula" | "value" | "series" | "table" | "chart" | "card",
  { indicators }: Single,
): Text2 {
  const [first] = indicators;
  const name = (language: Language): string => {
    const alone = indicators.length === 1 && first !== undefined;
    const subject = alone ? first.label[language] : fill(texts.several[language], indicators.length);
    return fill(texts[kind][language], subject);
  };
  return { en: name("en"), zh: name("zh") };
}

/**
 * The print setup of a new sheet, one page wide.
 * @param titleRows rows that every page repeats; default: none
 */
export function pageOf(
  draft: PlanBuilder,
  orientation: PrintSetup["orientation"],
  language: Language,
  titleRows?: readonly [first: number, count: number],
): { print: PrintSetup } {
  const footer = fill(summary.footer[language], dataset.version);
  const area = [0, 0, draft.rows, draft.widths.length] as const;
  return { print: { orientation, area, ...(titleRows ? { titleRows } : {}), footer } };
}

/**
 * The name of a new sheet, without characters that Excel forbids in it. At most 24 characters, so that a number fits
 * behind it within Excel's 31 if the name is taken.
 */
export function sheetNameOf({ indicators, language }: Single): string {
  const [first] = indicators;
  const label =
    indicators.length === 1 && first
      ? shortLabel(first, language)
      : fill(texts.several[language], indicators.length);
  const allowed = label.replace(/[:\\/?*[\]：'’]+/g, " ");
  return allowed.replace(/ +/g, " ").trim().slice(0, 24).trim();
}

/**
 * One formula a row, with the figure's number format. Without formulas (`live` is false) the values alone. An
 * indicator without a figure keeps its formula, which shows why, or has a blank cell.
 */
export function formulaPlan(single: Single): Result<Plan> {
  const answered = answers(single);
  if (!answered.ok) return answered;
  const draft = new PlanBuilder([14]);
  answered.value.forEach(({ indicator, answer }, row) => {
    const live = figureFormula(indicator, measureOf(single, indicator), single.period);
    draft.put(row, 0, [[single.live ? live : answer.ok ? answer.value.value : null]]);
    if (answer.ok) format(draft, row, answer.value, single.language);
  });
  return ok(draft.plan({ ...plainSetup(single, "formula") }));
}

/**
 * A value, and beside it its name, publisher and link. An indicator without a figure gets a blank cell and a
 * sentence. A link is added only for an http address.
 */
export function valuePlan(single: Single): Result<Plan> {
  const answered = answers(single);
  if (!answered.ok) return answered;
  const { language } = single;
  const draft = new PlanBuilder([14, 60]);
  answered.value.forEach(({ indicator, answer }, row) => {
    const measure = measureOf(single, indicator);
    const name = nameOf(indicator, measure, single.period, language);
    if (!answer.ok) {
      draft.put(row, 0, [[null, fill(texts.missing[language], name)]]);
      return;
    }
    const shown = answer.value;
    const source = sourceOf(shown.observation.source);
    const unit = unitLabel(shown, language);
    const released = dateLabel(source.published, language);
    const nameAndUnit = unit === "" ? name : fill(texts.inUnit[language], name, unit);
    const citation = fill(texts.cited[language], nameAndUnit, source.publisherLabel[language], released);
    const number = single.live ? figureFormula(indicator, measure, single.period) : shown.value;
    draft.put(row, 0, [[number, citation]]);
    format(draft, row, shown, language);
    if (/^https?:\/\//.test(source.url)) draft.links.push({ at: [row, 1], url: source.url });
  });
  return ok(draft.plan({ ...plainSetup(single, "value") }));
}

function format(draft: PlanBuilder, row: number, shown: Figure, language: Language): void {
  draft.format([row, 0, 1, 1], formatOf(shown, language));
  if (shown.derived) draft.style([row, 0, 1, 1], "derived");
}

/** The width of a column of values, in which its heading takes a few lines. */
const width = 26;

/** Whole series side by side: formulas that spill, or values. */
export function seriesPlan(single: Single): Result<Plan> {
  const { language, asof, indicators } = single;
  const draft = new PlanBuilder(
    indicators.flatMap((_, index) => (index === 0 ? [14, width] : [3, 14, width])),
  );
  let missing: Reason | undefined;
  let charted = 0;
  for (const indicator of indicators) {
    const measure = measureOf(single, indicator);
    const course = fullSeries({ indicator, measure, asof, freq: single.freq });
    if (!course.ok) {
      missing ??= course.reason;
      continue;
    }
    const { points, freq } = course.value;
    const column = charted * 3;
    const periodText = (period: Period) =>
      periodCell(period, defaultSettings, freq === "ytd" && indicator.nature !== "stock");
    charted += 1;
    // As in SERIES' heading.
    const comma = language === "zh" ? "，" : ", ";
    const heading = `${indicator.label[language]}${comma}${measureHeading(measure, language)}`;
    const [first, final] = [points[0]?.period, points.at(-1)?.period];
    if (single.live && single.spills) {
      draft.put(0, column, [[formula("SERIES", indicator.code, measure, first, final, true, freq)]]);
      draft.spills.push([0, column, points.length + 1, 2]);
    } else {
      draft.put(0, column, [
        [summary.headPeriod[language], heading],
        ...points.map((point) => [periodText(point.period), point.figure?.value ?? null]),
      ]);
    }
    draft.style([0, column, 1, 2], "table-head");
    draft.style([0, column + 1, 1, 1], "right");
    draft.height(0, rowHeight(linesIn(heading, width), 11));
    draft.format(
      [1, column + 1, points.length, 1],
      points.map((point) => [point.figure ? formatOf(point.figure, language) : "General"]),
    );
    if (isDerived(measure)) {
      draft.derived(
        0,
        column + 1,
        points.map(({ figure: one }) => one),
      );
    }
    draft.reach(points.length + 1);
  }
  if (charted === 0 && missing) return { ok: false, reason: missing };
  return ok(draft.plan({ ...plainSetup(single, "series") }));
}

/**
 * The fields of a plan that is just cells, without marker and print setup. Such cells cannot be updated later, so
 * they are removed by their place.
 */
export function plainSetup(
  single: Single,
  kind: "formula" | "value" | "series" | "card",
): Pick<Plan, "name" | "sheetName" | "frozenRows" | "block"> {
  return { name: planName(kind, single), sheetName: sheetNameOf(single), frozenRows: 0, block: false };
}
