import { cell, type Row, type Tables } from "./table";

/** A series: an indicator's measure of single months or quarters, of cumulative months, or at ends of months. */
interface Coverage {
  readonly name: string;
  /** The months (1 to 12) of each year, oldest first; December of cumulative months is the year. */
  readonly years: readonly (readonly [year: number, months: readonly number[]])[];
  /** Months that other years have and this one lacks, "2015-03", perhaps because none was published. */
  readonly missing: readonly string[];
  /** Months without a final, exact figure: only a provisional or doubtful one, or "about" or "more than". */
  readonly rough: readonly string[];
  /** The last month with a figure, and how many months it is behind the newest of all figures. */
  readonly last: string;
  readonly behind: number;
}

const sumForms = ["A,period"];
const two = (n: number) => String(n).padStart(2, "0");

/** The year and month of a row; of a quarter its third month. */
function monthOf(row: Row): readonly [year: number, month: number] {
  const [year = "", rest = ""] = cell(row, "time_period").split("-");
  return [Number(year), rest === "" ? 12 : rest.startsWith("Q") ? Number(rest.slice(1)) * 3 : Number(rest)];
}

/** The series of a row: a December cumulative is the year, and a first quarter is January to March. */
function spanOf(row: Row, nature: string | undefined, month: number): string {
  const accumulation = cell(row, "accumulation");
  if (nature === "stock") return "at the end of the month";
  const isSum = accumulation === "ytd" || sumForms.includes(`${cell(row, "freq")},${accumulation}`);
  if (isSum || (cell(row, "freq") === "Q" && month === 3)) return "from January";
  return cell(row, "freq") === "Q" ? "quarters alone" : "months alone";
}

/**
 * The coverage of the valid figures, for each series, in the order of the tables. A series is an indicator's measure
 * in one frequency, single or from January. Withdrawn rows and those counted from another month are left out;
 * `missing` are periods between its first and last that it has in other years.
 */
export function coverage(tables: Tables): Coverage[] {
  const monthsOf = new Map<string, Map<number, Set<number>>>();
  const exact = new Set<string>();
  const natures = new Map(
    tables.indicators.rows.map((row) => [cell(row, "indicator_code"), cell(row, "nature")] as const),
  );
  let newest = 0;
  for (const row of tables.observations.rows) {
    const accumulation = cell(row, "accumulation");
    if (cell(row, "withdrawn") !== "" || accumulation === "since") continue;
    const [year, month] = monthOf(row);
    const span = spanOf(row, natures.get(cell(row, "indicator_code")), month);
    const name = `${cell(row, "indicator_code")} ${cell(row, "measure")} (${span})`;
    newest = Math.max(newest, year * 12 + month);
    if (cell(row, "obs_status") === "A" && cell(row, "qualifier") === "exact")
      exact.add(`${name} ${year} ${month}`);
    const years = monthsOf.get(name) ?? new Map<number, Set<number>>();
    monthsOf.set(name, years);
    years.set(year, (years.get(year) ?? new Set<number>()).add(month));
  }
  return [...monthsOf].map(([name, byYear]) => {
    const years = [...byYear]
      .sort(([a], [b]) => a - b)
      .map(([year, months]) => [year, [...months].sort((a, b) => a - b)] as const);
    const allMonths = [...new Set(years.flatMap(([, months]) => months))].sort((a, b) => a - b);
    const [first, last] = [years[0], years[years.length - 1]];
    const begin = (first?.[0] ?? 0) * 12 + (first?.[1][0] ?? 0);
    const end = (last?.[0] ?? 0) * 12 + (last?.[1][last[1].length - 1] ?? 0);
    const missing: string[] = [];
    for (let year = first?.[0] ?? 0; year <= (last?.[0] ?? -1); year++)
      for (const month of allMonths) {
        const at = year * 12 + month;
        if (at >= begin && at <= end && !byYear.get(year)?.has(month)) missing.push(`${year}-${two(month)}`);
      }
    const rough = years.flatMap(([year, months]) =>
      months.flatMap((month) => (exact.has(`${name} ${year} ${month}`) ? [] : [`${year}-${two(month)}`])),
    );
    const at = `${last?.[0] ?? ""}-${two(last?.[1][last[1].length - 1] ?? 0)}`;
    return { name, years, missing, rough, last: at, behind: newest - end };
  });
}

/**
 * A series by years and months: x for a figure, o for a rough one (see `rough`), . where only other years have one.
 */
export function matrix({ name, years, missing, rough, last: end, behind }: Coverage): string {
  const heading = `      ${Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(3)).join("")}`;
  const [first = 0, last = -1] = [years[0]?.[0], years[years.length - 1]?.[0]];
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const months = years.find(([covered]) => covered === year)?.[1] ?? [];
    const mark = (month: number) =>
      months.includes(month)
        ? rough.includes(`${year}-${two(month)}`)
          ? "o"
          : "x"
        : missing.includes(`${year}-${two(month)}`)
          ? "."
          : "";
    return `${year}  ${Array.from({ length: 12 }, (_, place) => mark(place + 1).padStart(3)).join("")}`.trimEnd();
  });
  const rest =
    missing.length > 0
      ? `No figure, though other years have one (${missing.length}): ${missing.join(", ")}`
      : "No month that other years have is without a figure.";
  const reach = `Last figure: ${end}${behind > 0 ? `, ${behind} months before the newest of all` : ", the newest of all"}.`;
  return [name, heading, ...lines, rest, reach].join("\n");
}
