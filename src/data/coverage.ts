import { cell, type Row, type Tables } from "./table";

/** A series: an indicator's measure, of months alone or of sums from January. */
interface Coverage {
  readonly name: string;
  /** The months, 1 to 12, of each year, oldest first; December of sums is the year. */
  readonly years: readonly (readonly [year: number, months: readonly number[]])[];
  /** What other years have and this one has not: "2015-03". */
  readonly missing: readonly string[];
}

const sumForms = ["A,period"];
const two = (n: number) => String(n).padStart(2, "0");

/** The year and last month of a row; a quarter's is its third month. */
function monthOf(row: Row): readonly [year: number, month: number] {
  const [year = "", rest = ""] = cell(row, "time_period").split("-");
  return [Number(year), rest === "" ? 12 : rest.startsWith("Q") ? Number(rest.slice(1)) * 3 : Number(rest)];
}

/** What the figures that count cover, series by series, in the order of the tables. */
export function coverage(tables: Tables): Coverage[] {
  const found = new Map<string, Map<number, Set<number>>>();
  for (const row of tables.observations.rows) {
    const accumulation = cell(row, "accumulation");
    if (cell(row, "withdrawn") !== "" || accumulation === "since") continue;
    const [year, month] = monthOf(row);
    const isSum = accumulation === "ytd" || sumForms.includes(`${cell(row, "freq")},${accumulation}`);
    // The first quarter alone is January to March.
    const sums = isSum || (cell(row, "freq") === "Q" && month === 3);
    const name = `${cell(row, "indicator_code")} ${cell(row, "measure")} (${sums ? "from January" : "alone"})`;
    const years = found.get(name) ?? new Map<number, Set<number>>();
    found.set(name, years);
    years.set(year, (years.get(year) ?? new Set<number>()).add(month));
  }
  return [...found].map(([name, byYear]) => {
    const years = [...byYear]
      .sort(([a], [b]) => a - b)
      .map(([year, months]) => [year, [...months].sort((a, b) => a - b)] as const);
    const all = [...new Set(years.flatMap(([, months]) => months))].sort((a, b) => a - b);
    const [first, last] = [years[0], years[years.length - 1]];
    const begin = (first?.[0] ?? 0) * 12 + (first?.[1][0] ?? 0);
    const end = (last?.[0] ?? 0) * 12 + (last?.[1][last[1].length - 1] ?? 0);
    const missing: string[] = [];
    for (let year = first?.[0] ?? 0; year <= (last?.[0] ?? -1); year++)
      for (const month of all) {
        const at = year * 12 + month;
        if (at >= begin && at <= end && !byYear.get(year)?.has(month)) missing.push(`${year}-${two(month)}`);
      }
    return { name, years, missing };
  });
}

/** A series as a matrix of years and months: x where there is a figure, . where one is missing. */
export function matrix({ name, years, missing }: Coverage): string {
  const heading = `      ${Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(3)).join("")}`;
  const [first = 0, last = -1] = [years[0]?.[0], years[years.length - 1]?.[0]];
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const months = years.find(([one]) => one === year)?.[1] ?? [];
    const mark = (month: number) =>
      months.includes(month) ? "x" : missing.includes(`${year}-${two(month)}`) ? "." : "";
    return `${year}  ${Array.from({ length: 12 }, (_, place) => mark(place + 1).padStart(3)).join("")}`.trimEnd();
  });
  const rest =
    missing.length > 0 ? `Missing (${missing.length}): ${missing.join(", ")}` : "Nothing is missing.";
  return [name, heading, ...lines, rest].join("\n");
}
