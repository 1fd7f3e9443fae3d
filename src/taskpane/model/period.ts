import { kindOf, periodLabel, periodParts, type Indicator, type Language, type Period } from "../../dataset";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A short name of a period for tables and lists: "Jan–Aug 2026", "H1 2026", "end Jun 2026". Chinese names are short
 * already.
 * @param nature the indicator's: a stock is at the end of the period
 */
export function shortPeriod(period: Period, language: Language, nature?: Indicator["nature"]): string {
  if (language === "zh") return periodLabel(period, language, nature);
  const { year, first, last } = periodParts(period);
  const month = months[last - 1] ?? "";
  if (nature === "stock") return `end ${month} ${year}`;
  const kind = kindOf(period);
  if (kind === "month") return `${month} ${year}`;
  if (kind === "ytd" && last !== 6) return `${months[first - 1] ?? ""}–${month} ${year}`;
  return periodLabel(period, language, nature);
}
