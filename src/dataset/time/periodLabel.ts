import { months } from "../../data/months";
import type { Indicator } from "../../data/rows";
import type { Language } from "../wording/text";
import { kindOf, periodParts, type Period } from "./period";

/**
 * A period in words: "Q1 2025", "January to August 2025", "2025年1—8月". `parsePeriod` reads each of them.
 * @param nature the indicator's: a stock is "at the end of" the period's last month
 * @example periodLabel("2025-08 YTD", "en") // "January to August 2025"
 * @example periodLabel("2025-08 YTD", "zh") // "2025年1—8月"
 */
export function periodLabel(period: Period, language: Language, nature?: Indicator["nature"]): string {
  const { year, first, last } = periodParts(period);
  const name = months[last - 1] ?? "";
  const zh = language === "zh";
  if (nature === "stock") return zh ? `${year}年${last}月末` : `end of ${name} ${year}`;
  switch (kindOf(period)) {
    case "annual":
      return zh ? `${year}年` : `${year}`;
    case "quarter":
      return zh ? `${year}年${"一二三四".charAt(last / 3 - 1)}季度` : `Q${last / 3} ${year}`;
    case "half":
      // A range from another month than January, which nobody can ask for.
      if (first !== 7)
        return zh ? `${year}年${first}—${last}月` : `${months[first - 1] ?? ""} to ${name} ${year}`;
      return zh ? `${year}年下半年` : `H2 ${year}`;
    case "month":
      return zh ? `${year}年${last}月` : `${name} ${year}`;
    case "ytd":
      if (last === 6) return zh ? `${year}年上半年` : `H1 ${year}`;
      return zh ? `${year}年${first}—${last}月` : `January to ${name} ${year}`;
  }
}

/**
 * A full or partial date in words: "21 April 2025", "2025年4月21日", "April 2025", "Q1 2025".
 * @example dateLabel("2025-04-21", "zh") // "2025年4月21日"
 */
export function dateLabel(date: string, language: Language): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (parts === null) return periodLabel(date as Period, language);
  const [, year, month, day] = parts;
  return language === "zh"
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
}
