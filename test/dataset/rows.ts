import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";

/** Reads a table of the data as text, without any code of the product. */
export const csv = (file: string) => csvParse(readFileSync(`src/data/${file}.csv`, "utf8"));

/** A row of observations.csv. */
export type CsvRow = ReturnType<typeof csv>[number];

/** The rows of observations.csv that count in the newest data and belong to a period. */
export const observations: readonly CsvRow[] = csv("observations").filter(
  (row) => row.withdrawn === "" && row.accumulation !== "since",
);

const natures = new Map(csv("indicators").map((row) => [row.indicator_code, row.nature]));
const ranks = new Map(csv("sources").map((row) => [row.source_id, Number(row.rank)]));

/** First and last month that a row covers, by the words of the design. */
export function monthsOf(row: CsvRow): { year: number; first: number; last: number } {
  const [year = "", part] = (row.time_period ?? "").split("-");
  const last = part === undefined ? 12 : part.startsWith("Q") ? 3 * Number(part[1]) : Number(part);
  const alone = part === undefined ? 1 : part.startsWith("Q") ? last - 2 : last;
  return { year: Number(year), first: row.accumulation === "ytd" ? 1 : alone, last };
}

/** The name that the design's table gives to some months. */
export function nameOf({ year, first, last }: { year: number; first: number; last: number }): string {
  const month = String(last).padStart(2, "0");
  if (first === last) return `${year}-${month}`;
  if (first === 1 && last === 12) return `${year}`;
  if (first === 1 && last === 6) return `${year}-H1`;
  if (first === 7 && last === 12) return `${year}-H2`;
  if (last - first === 2 && last % 3 === 0) return `${year}-Q${last / 3}`;
  return `${year}-${month} YTD`;
}

/** The last day that a vintage may mean. */
export function lastDayOf(vintage: string): string {
  const [year, month, day] = vintage.split("-").map(Number);
  const end = new Date(Date.UTC(year ?? 0, month ?? 12, 0)).getUTCDate();
  return [year, String(month ?? 12).padStart(2, "0"), String(day ?? end).padStart(2, "0")].join("-");
}

/** All rows by indicator and measure. */
const byMeasure = new Map<string, CsvRow[]>();
for (const row of observations) {
  const key = `${row.indicator_code} ${row.measure}`;
  byMeasure.set(key, [...(byMeasure.get(key) ?? []), row]);
}

/** Rows that are the same figure: a scan over all that have its indicator and measure. */
export function sameFigure(
  code: string,
  measure: string,
  months: { year: number; first: number; last: number },
) {
  const stock = natures.get(code) === "stock";
  return (byMeasure.get(`${code} ${measure}`) ?? []).filter((row) => {
    const other = monthsOf(row);
    return (
      other.year === months.year && other.last === months.last && (stock || other.first === months.first)
    );
  });
}

const digits = (text: string) => text.replace(/[-.]/g, "").replace(/^0*/, "").length;

/** The rows best first, by the design's order; a plain sort over everything. */
export function bestFirst(rows: readonly CsvRow[]): CsvRow[] {
  const keys = (row: CsvRow) => [
    row.obs_status === "P" ? 1 : 0,
    ranks.get(row.source_id ?? "") ?? 0,
    -digits(row.obs_value ?? ""),
    -Number(lastDayOf(row.vintage ?? "").replaceAll("-", "")),
  ];
  return [...rows].sort((a, b) => {
    const [x, y] = [keys(a), keys(b)];
    const differs = x.findIndex((key, index) => key !== y[index]);
    return differs < 0 ? 0 : (x[differs] ?? 0) - (y[differs] ?? 0);
  });
}

/** Half of the last digit that a row prints, in the units of `valueOf`. */
export const halfDigit = ({ unit_measure, unit_mult, obs_value }: CsvRow): number =>
  0.5 *
  10 ** ((unit_measure === "PT" ? -2 : Number(unit_mult)) - ((obs_value ?? "").split(".")[1] ?? "").length);

/**
 * Why nothing may be computed across two levels a year apart, by the words of the design. Plain numbers are exact enough:
 * no pair in the data lies on the edge.
 */
export function refusedLink(later: CsvRow, earlier: CsvRow): "too-rough" | "two-bases" | undefined {
  const [a, b, ha, hb] = [valueOf(later), valueOf(earlier), halfDigit(later), halfDigit(earlier)];
  if ((a + ha) / (b - hb) - a / b > 0.005) return "too-rough";
  const growths = sameFigure(later.indicator_code ?? "", "YOY_GROWTH", monthsOf(later));
  const [growth] = bestFirst(growths.filter(({ qualifier }) => qualifier === "exact"));
  const off = growth ? Math.abs(a / b - 1 - valueOf(growth)) : 0;
  return off > 0.005 + 1e-12 ? "two-bases" : undefined;
}

/** A row's value, by moving the point in its text one place at a time. */
export function valueOf(row: CsvRow): number {
  const shift = row.unit_measure === "PT" ? -2 : Number(row.unit_mult);
  const sign = row.obs_value?.startsWith("-") ? "-" : "";
  let [whole = "", part = ""] = (row.obs_value ?? "").replace("-", "").split(".");
  for (let moved = 0; moved < shift; moved++) {
    whole += part[0] ?? "0";
    part = part.slice(1);
  }
  for (let moved = 0; moved > shift; moved--) {
    part = (whole.at(-1) ?? "0") + part;
    whole = whole.slice(0, -1);
  }
  return Number(`${sign}${whole || "0"}.${part || "0"}`);
}
