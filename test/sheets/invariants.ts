import { isFormula, isReference, styleNames } from "../../src/sheets/plan";
import type { Cell, Plan } from "../../src/sheets/plan";
import { cellAt, cellsOf } from "../../src/sheets/planCells";
import { overlap } from "../../src/workbook/a1";
import type { Area } from "../../src/workbook/a1";

/** A plan, and what the rules ask of it. */
interface Checked {
  plan: Plan;
  /** The filled cells by "row,column". */
  grid: ReadonlyMap<string, Cell>;
  at: (row: number, column: number) => Cell;
  /** Whether an area lies in the plan. */
  inside: (area: Area) => boolean;
  /** The filled cells of an area, as "row,column". */
  filledIn: (area: Area) => string[];
  /** Notes what does not hold. */
  check: (holds: boolean, what: string) => void;
}

/** What must hold for every plan, whatever stands on it. Returns what does not hold, in words; empty is good. */
export function faults(plan: Plan): string[] {
  const found: string[] = [];
  const filled = cellsOf(plan).filter(([, cell]) => cell !== null);
  const checked: Checked = {
    plan,
    grid: new Map(filled.map(([place, cell]) => [place.join(), cell])),
    at: cellAt(plan),
    inside: ([row, column, rows, columns]) =>
      row >= 0 &&
      column >= 0 &&
      rows > 0 &&
      columns > 0 &&
      row + rows <= plan.rows &&
      column + columns <= plan.columns,
    filledIn: (area) => filled.flatMap(([place]) => (overlap(area, [...place, 1, 1]) ? [place.join()] : [])),
    check: (holds, what) => void (holds || found.push(what)),
  };
  for (const rule of [cells, formulas, formats, links, tables, charts, spills, sizes]) rule(checked);
  return found;
}

function cells({ plan, inside, check }: Checked): void {
  for (const { at, rows } of plan.cells)
    check(
      rows.every((row) => row.length === rows[0]?.length),
      `cells at ${at.join()} are ragged`,
    );
  const written = new Set<string>();
  for (const [place, cell] of cellsOf(plan)) {
    const key = place.join();
    check(!written.has(key) || cell === null, `${key} is written twice`);
    if (cell !== null) written.add(key);
    check(inside([...place, 1, 1]), `${key} is outside`);
    if (typeof cell === "number") check(Number.isFinite(cell), `${key} is no number`);
    if (typeof cell === "string") check(cell.length < 32_767, `${key} is too long for a cell`);
  }
}

function formulas({ grid, at, check }: Checked): void {
  const found = [...grid.values()].filter(isFormula);
  check(found.length <= 1000, `${found.length} formulas of ours`);
  for (const { formula } of found) {
    check(/^=(INDEX\()?ECOM\.[A-Z]+\(/.test(formula), `${formula} is none of ours`);
    check(/"\d{4}(-[^"]+)?"/.test(formula), `${formula} has no period`);
  }
  for (const [key, cell] of grid) {
    if (!isReference(cell)) continue;
    const shown = at(...cell.cell);
    check(isFormula(shown) || typeof shown === "number", `${key} shows an empty cell`);
  }
}

function formats({ plan, inside, check }: Checked): void {
  for (const { area, style } of plan.styles) {
    check(inside(area), `style ${style} at ${area.join()} is outside`);
    check((styleNames as readonly string[]).includes(style), `style ${style} is unknown`);
  }
  for (const { area, format } of plan.formats) {
    check(inside(area), `format at ${area.join()} is outside`);
    if (typeof format === "string") continue;
    check(
      format.length === area[2] && format.every((row) => row.length === area[3]),
      `formats at ${area.join()}`,
    );
  }
}

function links({ plan, at, check }: Checked): void {
  for (const { at: cell, url } of plan.links) {
    check(/^https?:\/\//.test(url), `${url} is no web address`);
    check(typeof at(...cell) === "string", `the link at ${cell.join()} has no text`);
  }
}

function tables({ plan, at, inside, check }: Checked): void {
  for (const { area } of plan.tables) {
    check(inside(area), `table at ${area.join()} is outside`);
    const heads = Array.from({ length: area[3] }, (_, column) => at(area[0], area[1] + column));
    check(
      heads.every((head) => typeof head === "string" && head.trim() !== ""),
      "a heading is empty",
    );
    const different = new Set(heads.map((head) => String(head).toLowerCase()));
    check(different.size === heads.length, `headings are not different: ${heads.join(", ")}`);
    check(
      plan.merges.every((merge) => !overlap(merge, area)),
      "merged cells in a table",
    );
    check(
      plan.spills.every((spill) => !overlap(spill, area)),
      "a spilling formula in a table",
    );
    check(
      plan.tables.every((other) => other.area === area || !overlap(other.area, area)),
      "tables overlap",
    );
  }
}

function charts({ plan, at, inside, filledIn, check }: Checked): void {
  for (const { id, area, data, categories, series } of plan.charts) {
    check(inside(area) && inside(data), `chart ${id} is outside`);
    check(filledIn(area).length === 0, `chart ${id} covers filled cells`);
    const labels = Array.from({ length: categories[2] }, (_, row) => at(categories[0] + row, categories[1]));
    check(
      labels.every(
        (label, row) =>
          typeof label === "number" ||
          (typeof label === "string" && label !== "") ||
          // A break is a gap without a name.
          (label === null && series.every(({ values }) => at(values[0] + row, values[1]) === null)),
      ),
      `categories of ${id} are not all texts or years`,
    );
    check(
      labels.every((label) => typeof label !== "number") || data[1] > categories[1],
      `years of ${id} would be drawn as a series`,
    );
    for (const { values, points = [] } of series) {
      check(typeof at(values[0] - 1, values[1]) === "string", `a series of ${id} has no name in a cell`);
      check(values[2] === categories[2], `a series of ${id} is longer than its categories`);
      check(
        points.every(({ index }) => index >= 0 && index < values[2]),
        `a point of ${id} does not exist`,
      );
    }
  }
}

function spills({ plan, inside, filledIn, check }: Checked): void {
  for (const spill of plan.spills) {
    check(inside(spill), "a spill is outside");
    check(filledIn(spill).join() === `${spill[0]},${spill[1]}`, "something stands where a formula spills");
  }
}

function sizes({ plan, check }: Checked): void {
  check(plan.widths.length === plan.columns, "a width is missing");
  check(
    plan.heights.every(({ row, height }) => row < plan.rows && height > 0 && height <= 409),
    "a height is wrong",
  );
  check(plan.sheetName.length <= 24 && !/[:\\/?*[\]]/.test(plan.sheetName), `sheet name ${plan.sheetName}`);
}
