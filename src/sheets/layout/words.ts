import {
  dateLabel,
  figureText,
  kindOf,
  periodLabel,
  periodOf,
  periodParts,
  sourceOf,
  unitName,
} from "../../dataset";
import type { Figure, Indicator, Language, Period } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import { texts } from "./texts";

/** The precision of figures in words: "exact", "more than, provisional". */
export function precision(figures: readonly (Figure | undefined)[], language: Language): string {
  const words = figures.flatMap((figure) => {
    if (!figure) return [];
    return [texts[figure.qualifier][language], ...(figure.provisional ? [texts.provisional[language]] : [])];
  });
  const notable = [...new Set(words)].filter((word) => word !== texts.exact[language]);
  return notable.length > 0 ? notable.join(language === "zh" ? "、" : ", ") : texts.exact[language];
}

/**
 * A sentence about the same figure of another body: "The Ministry of Commerce also published ≈3.6 trillion";
 * undefined without one.
 */
export function alsoPublished(figure: Figure, language: Language): string | undefined {
  const text = figureText(figure, language);
  const publisher = (id: Figure["observation"]["source"]): string => sourceOf(id).publisherLabel[language];
  const other = figure.others.find(
    (observation) =>
      publisher(observation.source) !== publisher(figure.observation.source) &&
      otherText(figure, observation, language) !== text,
  );
  if (!other) return undefined;
  return fill(
    texts.noteAlso[language],
    figure.indicator.label[language],
    publisher(other.source),
    inWords(otherText(figure, other, language), other, language),
  );
}

/** A figure in a Chinese sentence: 约3.6万亿元. */
function inWords(text: string, { unitMeasure }: Figure["observation"], language: Language): string {
  if (language === "en") return text;
  const unit = /^P[TP]$/.test(unitMeasure) ? "" : unitName(unitMeasure).zh;
  return text.replace("≈", "约").replace(">", "超过") + unit;
}

function otherText(figure: Figure, observation: Figure["observation"], language: Language): string {
  const value = Number(
    `${observation.obsValue}e${observation.unitMult - (observation.unitMeasure === "PT" ? 2 : 0)}`,
  );
  return figureText({ ...figure, observation, value, qualifier: observation.qualifier }, language);
}

const month = (year: number, number: number): string =>
  (periodLabel(periodOf(year, number, number) as Period, "en").split(" ")[0] ?? "").slice(0, 3);

/**
 * The last months of periods for an axis, with the year where it begins: "Nov 24", "Dec", "Feb 25"; "24年11月", "12月",
 * "25年2月".
 * @param full the year at each, because the axis will not show all of them
 */
export function monthMarks(periods: readonly Period[], language: Language, full = false): string[] {
  return periods.map((period, index) => {
    const { year, last } = periodParts(period);
    const before = periods[index - 1];
    const same = !full && before !== undefined && periodParts(before).year === year;
    const short = String(year % 100).padStart(2, "0");
    if (language === "zh") return same ? `${last}月` : `${short}年${last}月`;
    return same ? month(year, last) : `${month(year, last)} ${short}`;
  });
}

/** A period for an axis: "Q1 25", "Jan–Nov 25", "2025"; "25年1—11月". */
export function periodMark(period: Period, language: Language): string {
  const label = shortPeriod(period, language);
  return kindOf(period) === "annual" ? label : label.replace(/20(?=\d\d(年|$))/, "");
}

/**
 * A short name of a period: "Q1 2025", "Jan–Nov 2025", "Jul 2024", "2025"; "2025年1—11月".
 * @param nature the indicator's: a stock is at the end of the period, "end Jun 2024"
 */
export function shortPeriod(period: Period, language: Language, nature?: Indicator["nature"]): string {
  const kind = kindOf(period);
  const stock = nature === "stock";
  if (language === "zh" || (!stock && (kind === "quarter" || kind === "annual")))
    return periodLabel(period, language, nature);
  const { year, first, last } = periodParts(period);
  const from = stock ? "end " : first === last ? "" : `${month(year, first)}–`;
  return `${from}${month(year, last)} ${year}`;
}

/** A quarter's months: "January to March 2025". */
export function monthsLabel(period: Period, language: Language): string {
  if (kindOf(period) !== "quarter") return periodLabel(period, language);
  const { year, first, last: end } = periodParts(period);
  if (language === "zh") return `${year}年${first}—${end}月`;
  const month = (m: number): string => dateLabel(`${year}-${String(m).padStart(2, "0")}`, "en");
  return `${month(first).split(" ")[0] ?? ""} to ${month(end)}`;
}
