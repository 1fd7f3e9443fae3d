import { kindOf, lastDay, periodLabel, periodParts, type Period } from "../dataset/first";
import type { FormattedCell } from "./answer";
import type { Settings } from "./settings";

/**
 * A period as a cell names it: by its canonical name, or by its Chinese one in a workbook that says that it is Chinese. Both are
 * read back.
 * @param cumulative whether it stands among periods that count from January, and is written as one of them: "2025-03 YTD"
 */
export function periodCell(period: Period, settings: Settings, cumulative = false): string {
  const { year, first, last } = periodParts(period);
  if (!cumulative || first > 1) {
    return settings.chinesePeriods ? periodLabel(period, "zh") : period;
  }
  if (settings.chinesePeriods) return last === 1 ? `${year}年1月` : `${year}年1—${last}月`;
  return kindOf(period) === "ytd" && last !== 6 ? period : `${year}-${String(last).padStart(2, "0")} YTD`;
}

/** The last day of a period as a date, as the workbook counts days. */
export function lastDayCell(period: Period, { date1904 }: Settings): FormattedCell {
  const days = Date.parse(`${lastDay(period)}T00:00:00Z`) / 86_400_000 + 25_569;
  return { value: date1904 ? days - 1462 : days, format: "yyyy-mm-dd" };
}
