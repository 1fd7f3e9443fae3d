import { cell, finding, type Check } from "../table";
import { figures, keyOf } from "./figures";

/** Reads the bureau's headline: period, rise or fall, percent. */
const headline =
  /(\d{4})年(?:(\d{1,2})月份?|1[—-](\d{1,2})月份?|(一季度|上半年|前三季度))?社会消费品零售总额(?:同比)?(增长|下降)([\d.]+)%/;
const lastMonthOfPart: Readonly<Record<string, number>> = { 一季度: 3, 上半年: 6, 前三季度: 9 };

/**
 * The growth of total retail sales in a release's headline is the growth of that period in the data. In the titles of
 * sources and of their copies. A period without a figure is passed over.
 */
export const headlines: Check = (tables) => {
  const growths = new Map<string, string[]>();
  for (const { key, row } of figures(tables))
    growths.set(key, [...(growths.get(key) ?? []), cell(row, "obs_value")]);
  return [...tables.sources.rows, ...tables.copies.rows].flatMap((row) => {
    const match = headline.exec(cell(row, "title"));
    if (!match) return [];
    const [, year, month, sum, part = "", direction, percent] = match;
    const last = Number(month ?? sum ?? lastMonthOfPart[part] ?? 12);
    const key = keyOf("TOTAL_RETAIL", "YOY_GROWTH", Number(year), month === undefined ? 1 : last, last);
    const percentage = Number(percent) * (direction === "下降" ? -1 : 1);
    const printed = growths.get(key);
    return printed === undefined || printed.some((number) => Number(number) === percentage)
      ? []
      : [
          finding(
            row,
            "headlines",
            `The title says ${percentage} % of total retail sales, the figures of the period ${printed.join(", ")} %.`,
            "Look at the release: the figure was misread, or the title is of another one.",
          ),
        ];
  });
};
