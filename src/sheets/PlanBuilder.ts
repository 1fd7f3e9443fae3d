import type { Area } from "../workbook/a1";
import type {
  AuthorCell,
  Cell,
  CellBlock,
  FormattedArea,
  Link,
  Plan,
  PlanChart,
  PlanTable,
  StyledArea,
  StyleName,
} from "./plan";

/** The height of a row without its own, in points (Excel's default). */
const usualHeight = 15;

/** Builds a plan from top to bottom. Rows and columns count from 0. */
export class PlanBuilder {
  readonly cells: CellBlock[] = [];
  readonly styles: StyledArea[] = [];
  readonly formats: FormattedArea[] = [];
  readonly links: Link[] = [];
  readonly merges: Area[] = [];
  readonly spills: Area[] = [];
  private readonly rowHeights = new Map<number, number>();
  /** Rows that no page break may precede. */
  private readonly heldRows = new Set<number>();
  readonly tables: PlanTable[] = [];
  readonly charts: PlanChart[] = [];
  readonly author: AuthorCell[] = [];
  private end = 0;

  constructor(readonly widths: readonly number[]) {}

  /** The width of the columns `from` to `to`, in characters. */
  widthOf(from: number, to: number): number {
    return this.widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
  }

  /** Adds cells. All rows must be equally long. */
  put(row: number, column: number, rows: readonly (readonly Cell[])[], style?: StyleName): Area {
    const area: Area = [row, column, rows.length, rows[0]?.length ?? 0];
    this.cells.push({ at: [row, column], rows });
    if (style) this.style(area, style);
    this.reach(row + rows.length);
    return area;
  }

  style(area: Area, style: StyleName): void {
    this.styles.push({ area, style });
  }

  /** Sets derived figures of a column in italics, and the heading at `row` too if none is published. */
  derived(row: number, column: number, figures: readonly ({ derived: boolean } | undefined)[]): void {
    if (figures.every((figure) => figure?.derived ?? true)) {
      this.style([row, column, figures.length + 1, 1], "derived");
      return;
    }
    figures.forEach((figure, index) => {
      if (figure?.derived) this.style([row + 1 + index, column, 1, 1], "derived");
    });
  }

  /** Adds number formats, unless all are "General". */
  format(area: Area, format: string | readonly (readonly string[])[]): void {
    this.formats.push({ area, format });
  }

  /** Raises a row to at least this height, in points. */
  height(row: number, height: number): void {
    this.rowHeights.set(row, Math.max(height, this.rowHeights.get(row) ?? 0));
  }

  /** Keeps rows on one page, `from` up to but not including `to`. */
  hold(from: number, to: number): void {
    for (let row = from + 1; row < to; row += 1) this.heldRows.add(row);
  }

  /** The height of the rows from `from` up to but not including `to`, in points. */
  room(from: number, to: number): number {
    let sum = 0;
    for (let row = from; row < to; row += 1) sum += this.rowHeights.get(row) ?? usualHeight;
    return sum;
  }

  /**
   * The rows before which pages break, so that rows kept together stay on one page.
   * @param end the row after the last printed one
   * @param room the height of a page, in points
   * @param repeated the height of the rows that every page but the first repeats, in points
   */
  breaks(end: number, room: number, repeated: number): number[] {
    const numbers: number[] = [];
    const heightOf = (row: number): number => this.rowHeights.get(row) ?? usualHeight;
    let open = 0;
    // The height used on the page, and the part of it since the last row that a break may precede.
    let used = 0;
    let moved = 0;
    for (let row = 0; row < end; row += 1) {
      if (!this.heldRows.has(row)) {
        open = row;
        moved = 0;
      }
      used += heightOf(row);
      moved += heightOf(row);
      if (used > room && used > moved + repeated) {
        // No page break before the blank row above something that is longer than a page.
        if (numbers.at(-1) === open - 1) numbers.pop();
        numbers.push(open);
        used = moved + repeated;
      }
    }
    return numbers;
  }

  /** Adds a text that wraps over several columns. */
  wide(row: number, from: number, to: number, text: string, style: StyleName): void {
    this.put(row, from, [[text]]);
    const area: Area = [row, from, 1, to - from + 1];
    if (to > from) this.merges.push(area);
    this.style(area, style);
  }

  /** Extends the plan down to a row, for a chart or spilled cells. */
  reach(rows: number): void {
    this.end = Math.max(this.end, rows);
  }

  /** The number of rows so far. */
  get rows(): number {
    return this.end;
  }

  /** The finished plan. The page's font is set once for the whole area, and adjacent areas are joined. */
  plan(
    rest: Pick<Plan, "name" | "sheetName" | "frozenRows" | "block"> & Partial<Pick<Plan, "print" | "values">>,
  ): Plan {
    const { formats, links, spills, widths, tables, charts, author, end: rows } = this;
    const columns = widths.length;
    const page: StyledArea[] = rest.block ? [{ area: [0, 0, rows, columns], style: "page" }] : [];
    return {
      ...rest,
      rows,
      columns,
      cells: joined(this.cells),
      spills,
      styles: [...page, ...this.styles],
      formats,
      links,
      merges: stacked(this.merges),
      widths,
      heights: [...this.rowHeights].sort(([a], [b]) => a - b).map(([row, height]) => ({ row, height })),
      tables,
      charts,
      ...(author.length > 0 ? { author } : {}),
    };
  }
}

/** Joins blocks that are directly below each other. */
function joined(blocks: readonly CellBlock[]): CellBlock[] {
  const made: { at: CellBlock["at"]; rows: (readonly Cell[])[] }[] = [];
  for (const { at, rows } of blocks) {
    const above = made.find(
      (other) =>
        other.at[1] === at[1] &&
        other.at[0] + other.rows.length === at[0] &&
        other.rows[0]?.length === rows[0]?.length,
    );
    if (above) above.rows.push(...rows);
    else made.push({ at, rows: [...rows] });
  }
  return made;
}

/** Joins merged rows of the same columns that are directly below each other. */
function stacked(areas: readonly Area[]): Area[] {
  const made: Area[] = [];
  for (const area of areas) {
    const index = made.findIndex(
      (other) => other[1] === area[1] && other[3] === area[3] && other[0] + other[2] === area[0],
    );
    const above = made[index];
    if (above) made[index] = [above[0], above[1], above[2] + area[2], above[3]];
    else made.push(area);
  }
  return made;
}
