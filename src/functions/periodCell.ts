import { kindOf, lastDay, periodLabel, periodParts, type Period } from "../dataset/first";
import type { FormattedCell } from "./answer";
import type { Settings } from "./settings";

/**
 * A period as a cell shows it: its canonical name, or the Chinese one in a workbook whose own language is Chinese.
 * Functions read both.
 * @param cumulative whether to write it as counted from January, "2025-03 YTD"; ignored for periods that begin later
 */
export function periodCell(period: Period, settings: Settings, cumulative = false): string {
  const { year, first, last } = periodParts(period);
  if (!cumulative || first > 1) {
    return settings.chinesePeriods ? periodLabel(period, "zh") : period;
  }
  if (settings.chinesePeriods) return last === 1 ? `${year}年1月` : `${year}年1—${last}月`;
  return kindOf(period) === "ytd" && last !== 6 ? period : `${year}-${String(last).padStart(2, "0")} YTD`;
}

/**
 * The last day of a period as a date serial of the workbook's date system: 1970-01-01 is 25569, in the 1904 system
 * 1,462 less.
 */
export function lastDayCell(period: Period, { date1904 }: Settings): FormattedCell {
  const days = Date.parse(`${lastDay(period)}T00:00:00Z`) / 86_400_000 + 25_569;
  return { value: date1904 ? days - 1462 : days, format: "yyyy-mm-dd" };
}
