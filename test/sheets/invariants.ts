import { isFormula, isReference, styleNames } from "../../src/sheets/plan";
import type { Cell, Plan } from "../../src/sheets/plan";
import { overlap } from "../../src/workbook/a1";
import type { Area } from "../../src/workbook/a1";

/** What must hold for every plan, whatever stands on it. Returns what does not hold, in words; empty is good. */
export function faults(plan: Plan): string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string): void => void (holds || found.push(what));
  const inside = ([row, column, rows, columns]: Area): boolean =>
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= plan.rows &&
    column + columns <= plan.columns;
  const grid = new Map<string, Cell>();
  for (const { at, rows } of plan.cells) {
    const [first = []] = rows;
    check(
      rows.every((row) => row.length === first.length),
      `cells at ${at.join()} are ragged`,
    );
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const key = `${at[0] + r},${at[1] + c}`;
        check(!grid.has(key) || cell === null, `${key} is written twice`);
        if (cell !== null) grid.set(key, cell);
        check(inside([at[0] + r, at[1] + c, 1, 1]), `${key} is outside`);
        if (typeof cell === "number") check(Number.isFinite(cell), `${key} is no number`);
        if (typeof cell === "string") check(cell.length < 32_767, `${key} is too long for a cell`);
      });
    });
  }
  const at = (row: number, column: number): Cell => grid.get(`${row},${column}`) ?? null;

  const formulas = [...grid.values()].filter(isFormula);
  check(formulas.length <= 1000, `${formulas.length} formulas of ours`);
  for (const { formula } of formulas) {
    check(/^=(INDEX\()?ECOM\.[A-Z]+\(/.test(formula), `${formula} is none of ours`);
    check(/"\d{4}(-[^"]+)?"/.test(formula), `${formula} has no period`);
  }
  for (const [key, cell] of grid) {
    if (!isReference(cell)) continue;
    const shown = at(...cell.cell);
    check(isFormula(shown) || typeof shown === "number", `${key} shows an empty cell`);
  }
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
  for (const { at: cell, url } of plan.links) {
    check(/^https?:\/\//.test(url), `${url} is no web address`);
    check(typeof at(...cell) === "string", `the link at ${cell.join()} has no text`);
  }
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
  for (const { id, area, data, categories, series } of plan.charts) {
    check(inside(area) && inside(data), `chart ${id} is outside`);
    const covered = [...grid.keys()].some((key) => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return overlap(area, [row, column, 1, 1]);
    });
    check(!covered, `chart ${id} covers filled cells`);
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
  for (const spill of plan.spills) {
    check(inside(spill), "a spill is outside");
    const filled = [...grid.keys()].filter((key) => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return overlap(spill, [row, column, 1, 1]);
    });
    check(filled.join() === `${spill[0]},${spill[1]}`, "something stands where a formula spills");
  }
  check(plan.widths.length === plan.columns, "a width is missing");
  check(
    plan.heights.every(({ row, height }) => row < plan.rows && height > 0 && height <= 409),
    "a height is wrong",
  );
  check(plan.sheetName.length <= 24 && !/[:\\/?*[\]]/.test(plan.sheetName), `sheet name ${plan.sheetName}`);
  return found;
}
