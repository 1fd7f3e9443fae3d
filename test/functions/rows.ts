import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";

// The tables read plainly, without any code of the product: what answers are compared with.

const table = (name: string) => csvParse(readFileSync(`src/data/${name}.csv`, "utf8"));

/** A row of observations.csv, every cell as it stands there. */
export interface Row {
  readonly indicator_code: string;
  readonly measure: string;
  readonly freq: string;
  readonly time_period: string;
  readonly accumulation: string;
  readonly obs_value: string;
  readonly unit_measure: string;
  readonly unit_mult: string;
  readonly qualifier: string;
  readonly obs_status: string;
  readonly vintage: string;
  readonly source_id: string;
  readonly note: string;
  readonly withdrawn: string;
}

/** What counts in the newest data. */
export const rows = (table("observations") as unknown as readonly Row[]).filter(
  (row) => row.withdrawn === "",
);
/** The columns that INFO's figures spill: a row that counts was added by some version and withdrawn by none. */
export const columns = table("observations").columns.filter(
  (name) => name !== "added" && name !== "withdrawn",
);
export const indicators = table("indicators");
export const sources = table("sources");
export const breaks = table("breaks");
const ranks = new Map(sources.map((row) => [row["source_id"], Number(row["rank"])]));
const natures = new Map(indicators.map((row) => [row["indicator_code"], row["nature"]]));

/** First and last month of a row, counted from year 0. */
export function monthsOf(row: Row): readonly [number, number] {
  const [year = "", rest = ""] = row.time_period.split("-");
  const start = Number(year) * 12;
  const last = rest === "" ? 12 : rest.startsWith("Q") ? Number(rest[1]) * 3 : Number(rest);
  const length = rest === "" ? 12 : rest.startsWith("Q") ? 3 : 1;
  return [row.accumulation === "ytd" ? start + 1 : start + last - length + 1, start + last];
}

/** A period as users write it. */
export function written([first, last]: readonly [number, number]): string {
  const year = Math.floor((first - 1) / 12);
  const [from, to] = [first - year * 12, last - year * 12];
  const month = String(to).padStart(2, "0");
  if (from === to) return `${year}-${month}`;
  if (from === 1) return to === 12 ? `${year}` : `${year}-${month} YTD`;
  return to - from === 2 ? `${year}-Q${to / 3}` : `${year}-H2`;
}

/** What two rows of one figure have in common: a stock stands at the end of a month. */
export const placeOf = (row: Row): string => {
  const [first, last] = monthsOf(row);
  return `${natures.get(row.indicator_code) === "stock" ? last : first}-${last}`;
};

/** The last day that a date may mean. */
export function lastDay(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (day !== undefined) return date;
  const last = month === undefined ? 12 : month.startsWith("Q") ? Number(month[1]) * 3 : Number(month);
  return new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10);
}

/** Moves the point of a printed number by hand. */
export function exact(row: Row, shift = 0): number {
  const power = (row.unit_measure === "PT" ? -2 : Number(row.unit_mult)) + shift;
  const sign = row.obs_value.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = row.obs_value.replace("-", "").split(".");
  const digits = `${"0".repeat(40)}${whole}${part}${"0".repeat(40)}`;
  const point = 40 + whole.length + power;
  return Number(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`);
}

const significant = (printed: string) => printed.replace(/[^0-9]/g, "").replace(/^0*/, "").length;

/** The row that is chosen of several: final, better source, more digits, newer. */
export function chosen(list: readonly Row[], asof?: string): Row | undefined {
  const key = (row: Row) =>
    [
      row.obs_status === "P" ? 1 : 0,
      ranks.get(row.source_id) ?? 9,
      99 - significant(row.obs_value),
      -Number(lastDay(row.vintage).replace(/-/g, "")),
    ] as const;
  const known = list.filter((row) => asof === undefined || lastDay(row.vintage) <= asof);
  return [...known].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((value, index) => value !== y[index]);
    return at < 0 ? (a.source_id < b.source_id ? -1 : 1) : (x[at] ?? 0) - (y[at] ?? 0);
  })[0];
}

/** The rows of every indicator, measure and period; what is counted since another month than January is of none. */
export const figures: readonly (readonly Row[])[] = [
  ...rows
    .filter(({ accumulation }) => accumulation !== "since")
    .reduce((map, row) => {
      const key = [row.indicator_code, row.measure, placeOf(row)].join(" ");
      return map.set(key, [...(map.get(key) ?? []), row]);
    }, new Map<string, Row[]>())
    .values(),
];

/** The level or count of an indicator in a period, chosen among the rows. */
export function levelIn(
  code: string,
  [first, last]: readonly [number, number],
  asof?: string,
): Row | undefined {
  const stock = natures.get(code) === "stock";
  const there = rows.filter((row) => {
    const [a, b] = monthsOf(row);
    return (
      row.indicator_code === code &&
      (row.measure === "LEVEL" || row.measure === "COUNT") &&
      b === last &&
      (stock || a === first)
    );
  });
  return chosen(there, asof);
}

/** Whether a definition break lies between the ends of two periods, given as months counted from year 0. */
export function broken(code: string, earlier: number, later: number): boolean {
  return breaks.some((row) => {
    const [year = 0, month = 0] = (row["break_after"] ?? "").split("-").map(Number);
    const at = year * 12 + month;
    return row["indicator_code"] === code && earlier <= at && at < later;
  });
}
