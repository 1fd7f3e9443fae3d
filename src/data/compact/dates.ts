import { unzigzag, zigzag, type Coder } from "./coder";

const two = (n: number) => String(n).padStart(2, "0");

/**
 * Codes dates that mostly follow one another by months, and may be partial: writes `dates`, or reads `count` of them.
 * Coded are the months since the one before, and the day.
 * @param dates dates such as 2025-04-16, 2025-04 or 2025
 */
export function walkDates({ number }: Coder, count: number, dates?: readonly string[]): string[] {
  let before = 2015 * 12;
  return Array.from({ length: count }, (_, place) => {
    const [year = 0, month = 1, day] = (dates?.[place] ?? "").split("-").map(Number);
    const parts = dates?.[place]?.split("-").length;
    // The day; 0 for a month, 32 for a year.
    const last = number(1, parts === 3 ? day : parts === 2 ? 0 : 32);
    const months = before + unzigzag(number(0, zigzag(year * 12 + month - 1 - before)));
    before = months;
    const yearText = String(Math.floor(months / 12));
    if (last === 32) return yearText;
    return `${yearText}-${two((months % 12) + 1)}${last === 0 ? "" : `-${two(last)}`}`;
  });
}
