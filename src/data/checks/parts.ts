import { cell, finding, type Check } from "../table";
import { figures, keyOf, mostExact, type Printed } from "./figures";

/** Shares with the part and the whole that they are of. */
const shares = [
  ["ONLINE_RETAIL_PHYSICAL_SHARE", "ONLINE_RETAIL_PHYSICAL", "TOTAL_RETAIL"],
  ["ONLINE_SHOPPERS_SHARE", "ONLINE_SHOPPERS", "INTERNET_USERS"],
] as const;

/** Wholes with their parts. */
const sums = [
  ["ONLINE_RETAIL_GOODS_SERVICES", ["ONLINE_RETAIL_PHYSICAL", "ONLINE_RETAIL_SERVICES"]],
  ["CROSS_BORDER_ECOM_TRADE", ["CROSS_BORDER_ECOM_EXPORTS", "CROSS_BORDER_ECOM_IMPORTS"]],
] as const;

const said = ({ row }: Printed) => cell(row, "obs_value");

/** A share agrees with its part over its whole, and a whole with the sum of its parts, within what the printing leaves open. */
export const partsAgree: Check = (tables) => {
  const best = mostExact(figures(tables));
  const at = (code: string, measure: string, { year, first, last }: Printed) =>
    best.get(keyOf(code, measure, year, first, last));
  return [...best.values()].flatMap((one) => {
    const share = shares.find(([code]) => code === one.code && one.measure === "SHARE");
    const sum = sums.find(([code]) => code === one.code && one.measure === "LEVEL");
    const [part, whole] = (share?.slice(1) ?? []).map((code) => at(code, "LEVEL", one));
    if (part !== undefined && whole !== undefined) {
      const least = (100 * (part.value - part.half)) / (whole.value + whole.half);
      const most = (100 * (part.value + part.half)) / (whole.value - whole.half);
      if (one.value + one.half >= least && one.value - one.half <= most) return [];
      return [
        finding(
          one.row,
          "parts",
          `The share of ${cell(one.row, "time_period")} is ${said(one)}, but ${said(part)} is not that part of ${said(whole)}.`,
          "Look at the three sources: one was misread.",
        ),
      ];
    }
    const parts = (sum?.[1] ?? []).map((code) => at(code, "LEVEL", one));
    const there = parts.filter((each) => each !== undefined);
    if (there.length === 0 || there.length < parts.length) return [];
    const total = there.reduce((made, { value }) => made + value, 0);
    const room = there.reduce((made, { half }) => made + half, one.half);
    return Math.abs(total - one.value) <= room * (1 + 1e-9)
      ? []
      : [
          finding(
            one.row,
            "parts",
            `${said(one)} of ${cell(one.row, "time_period")} is not ${there.map(said).join(" and ")} together.`,
            "Look at the sources: one was misread.",
          ),
        ];
  });
};
