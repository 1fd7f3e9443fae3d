import { format as shown } from "numfmt";
import { isFormula, isNativeFormula, isReference } from "../../src/sheets/plan";
import type { Cell, Plan, PlanAxis, PlanChart, PlanSeries } from "../../src/sheets/plan";
import { a1, columnLetters } from "../../src/workbook/a1";
import type { Area } from "../../src/workbook/a1";

/**
 * A plan as a text that a person reads in a review: the grid as it shows, row by row, each cell's styles by a letter,
 * then one line for each table, chart, series, link and merge. Everything that a plan says stands in it, so that any
 * change of a plan changes its picture.
 *
 * A cell is its column, what it shows, and in angle brackets what stands behind it: the number where it shows otherwise,
 * and the number format by its name.
 */
export function planPicture(plan: Plan): string {
  const { links, merges, tables, charts, print, ...head } = plan;
  const formatOf = formatsByCell(plan);
  const formats = named("f", formatOf);
  const styles = named("", stylesByCell(plan));
  const lines = [
    `${head.name.en} · ${head.name.zh}`,
    [
      `sheet “${head.sheetName}”`,
      `${head.rows} rows × ${head.columns} columns`,
      head.block ? "a block" : "cells only",
      `${head.frozenRows} rows frozen`,
    ].join(", "),
    `widths ${head.widths.map((width) => width ?? "as it is").join(" ")}`,
    ...(print
      ? [
          [
            `print ${print.orientation} ${a1(print.area)}`,
            print.titleRows
              ? `rows ${print.titleRows[0] + 1} to ${print.titleRows[0] + print.titleRows[1]} on each page`
              : "no rows repeated",
            `pages end above ${(print.breaks ?? []).map((row) => row + 1).join(" ") || "none"}`,
            `footer “${print.footer}”`,
          ].join(", "),
        ]
      : []),
    "",
    ...gridLines(plan, formatOf, formats.nameOf, styles.nameOf),
    "",
    ...styles.legend.map(([name, text]) => `style ${name} ${text}`),
    ...formats.legend.map(([name, text]) => `format ${name} ${text}`),
    ...plan.spills.map((area) => `spill ${a1(area)}`),
    ...(merges.length > 0 ? [`merged by rows ${merges.map((area) => a1(area)).join(" ")}`] : []),
    ...links.map(({ at: [row, column], url }) => `link ${a1([row, column, 1, 1])} ${url}`),
    ...tables.map(
      ({ id, area, filter }) => `table ${id} ${a1(area)}, ${filter ? "filter buttons" : "plain"}`,
    ),
    ...charts.flatMap(chartLines),
  ];
  return `${lines.join("\n")}\n`;
}

const key = (row: number, column: number): string => `${row},${column}`;

function gridLines(
  plan: Plan,
  formats: ReadonlyMap<string, string>,
  formatOf: (place: string) => string | undefined,
  styleOf: (place: string) => string | undefined,
): string[] {
  const grid = new Map<string, Cell>();
  for (const { at, rows } of plan.cells)
    rows.forEach((row, r) =>
      row.forEach((cell, c) => void (cell !== null && grid.set(key(at[0] + r, at[1] + c), cell))),
    );
  const heights = new Map(plan.heights.map(({ row, height }) => [row, height]));
  const rows = Array.from({ length: plan.rows }, (_, row) => {
    const columns = Array.from({ length: plan.columns }, (_none, column) => column);
    const letters = columns.map((column) => styleOf(key(row, column)) ?? ".").join("");
    const texts = columns.flatMap((column) => {
      const place = key(row, column);
      const cell = grid.get(place);
      const format = formatOf(place);
      if (cell === undefined) return format ? [`${columnLetters(column)} ⟨${format}⟩`] : [];
      return [`${columnLetters(column)} ${cellText(cell, formats.get(place), format)}`];
    });
    const height = heights.get(row);
    return [letters, ...(height === undefined ? [] : [`${height}pt`]), texts.join(" ¦ ")].join(" ").trimEnd();
  });
  // Rows that are alike are said once, with the first and the last of them.
  return rows.flatMap((text, row) => {
    if (rows[row - 1] === text) return [];
    const next = rows.findIndex((other, index) => index > row && other !== text);
    const last = next === -1 ? rows.length : next;
    return [`${last > row + 1 ? `${row + 1}-${last}` : row + 1}`.padStart(7) + ` ${text}`];
  });
}

function cellText(cell: Cell, format: string | undefined, name: string | undefined): string {
  const behind = (...parts: readonly (string | undefined)[]) => {
    const said = parts.filter((part) => part !== undefined).join(" ");
    return said ? ` ⟨${said}⟩` : "";
  };
  if (isFormula(cell as Cell)) return `${(cell as { formula: string }).formula}${behind(name)}`;
  if (isReference(cell as Cell)) {
    const [row, column] = (cell as { cell: readonly [number, number] }).cell;
    return `→${a1([row, column, 1, 1])}${behind(name)}`;
  }
  if (isNativeFormula(cell as Cell)) {
    const { looking, areas } = cell as { looking: string; areas: readonly Area[] };
    return `${looking} ⟨${areas.map((area) => a1(area)).join(" ")}⟩${behind(name)}`;
  }
  if (typeof cell !== "number") return `${String(cell).replaceAll("\n", "⏎")}${behind(name)}`;
  const text = format === undefined ? String(cell) : shown(format, cell);
  return `${text}${behind(text === String(cell) ? undefined : String(cell), name)}`;
}

function formatsByCell(plan: Plan): Map<string, string> {
  const formats = new Map<string, string>();
  for (const { area, format } of plan.formats)
    eachCell(area, (row, column, r, c) =>
      formats.set(key(row, column), typeof format === "string" ? format : (format[r]?.[c] ?? "")),
    );
  return formats;
}

function stylesByCell(plan: Plan): Map<string, string> {
  const styles = new Map<string, string>();
  for (const { area, style } of plan.styles)
    eachCell(area, (row, column) => {
      const before = styles.get(key(row, column));
      styles.set(key(row, column), before === undefined ? style : `${before} + ${style}`);
    });
  return styles;
}

function eachCell(area: Area, visit: (row: number, column: number, r: number, c: number) => void): void {
  for (let r = 0; r < area[2]; r += 1)
    for (let c = 0; c < area[3]; c += 1) visit(area[0] + r, area[1] + c, r, c);
}

/** Short names for the different texts of some cells, in order of appearance: "f1", "f2", or letters. */
function named(
  prefix: string,
  texts: ReadonlyMap<string, string>,
): { nameOf: (place: string) => string | undefined; legend: (readonly [name: string, text: string])[] } {
  const names = new Map<string, string>();
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  for (const text of new Set(texts.values())) {
    const name = prefix ? `${prefix}${names.size + 1}` : letters[names.size];
    if (name === undefined) throw new Error("more styles than letters");
    names.set(text, name);
  }
  return {
    nameOf: (place) => names.get(texts.get(place) ?? ""),
    legend: [...names].map(([text, name]) => [name, text] as const),
  };
}

function chartLines({ series, value, secondary, ...chart }: PlanChart): string[] {
  const { id, type, title, area, data, categories, ...rest } = chart;
  return [
    `chart ${id} ${type} “${title}” over ${a1(area)}, draws ${a1(data)}, categories ${a1(categories)}${saying(rest)}`,
    `  value axis${axis(value)}`,
    ...(secondary ? [`  second axis${axis(secondary)}`] : []),
    ...series.map(seriesLine),
  ];
}

const axis = (drawn: PlanAxis): string => saying({ ...drawn });

function seriesLine({ values, points, ...rest }: PlanSeries): string {
  const apart = (points ?? []).map(({ index, ...point }) => `${index}${saying(point)}`);
  return `  series ${a1(values)}${saying(rest)}${apart.length > 0 ? `, points ${apart.join("; ")}` : ""}`;
}

/** The other fields of an object, as ", name value". */
const saying = (rest: object): string =>
  Object.entries(rest)
    .map(([name, value]) => `, ${name} ${typeof value === "string" ? `“${value}”` : String(value)}`)
    .join("");
