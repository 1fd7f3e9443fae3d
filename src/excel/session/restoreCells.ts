import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { addStyle } from "../inserting/steps/cells";
import { cellStyles, paletteOf } from "../inserting/styles";
import type { OldBlock } from "../inserting/target";
import { uniformMembers, differingFormat } from "../reading/cellFormats";
import type { SheetReading } from "../reading/placeReading";
import { asText, plainText } from "./cellText";
import type { Part } from "./parts";
import type { Add } from "./stepsOn";
import type { Undoing } from "./undoing";

/**
 * Restores number formats, fonts, fills and borders. `before` is what was read first, `usual` the format of a cell
 * that nobody changed. Hosts that tell no formats of single cells get back what all cells had in common.
 */
export function putBackFormats(
  add: Add,
  { target }: Undoing,
  before: SheetReading,
  usual: Excel.CellProperties,
): void {
  const place: Area = before.area;
  if (before.numberFormats.flat().some((format) => format !== "General")) {
    const formats = before.numberFormats.map((row) => [...row]);
    add("number formats", "Range.numberFormat", ({ range }) => (range(place).numberFormat = formats), {
      bytes: JSON.stringify(formats).length + 300,
    });
  }
  const { cells, alike } = before.cellFormats;
  const { old } = target;
  if (cells) {
    const settable = cells.map((row) => row.map((cell) => differingFormat(cell, usual)));
    const set = (part: Part, what: string, wanted: Settable[][]) =>
      add(part, what, ({ range }) => range(place).setCellProperties(wanted), {
        bytes: JSON.stringify(wanted).length + 300,
      });
    // Excel formats a link; the cell's format is set after it.
    if (settable.flat().some(({ hyperlink }) => hyperlink))
      set(
        "links",
        "Range.setCellProperties of links",
        settable.map((row) => row.map(onlyLink)),
      );
    if (settable.flat().some(({ format }) => format))
      set(
        "looks",
        "Range.setCellProperties",
        settable.map((row) => row.map(onlyFormat)),
      );
  } else if (old?.plan) {
    const corner = [old.area[0], old.area[1]] as const;
    const palette = paletteOf(old.record.accent);
    for (const { area, style } of old.plan.styles) addStyle(add, area, corner, cellStyles[style], palette);
  } else {
    for (const [member, set] of uniformMembers(differingFormat(alike, usual)))
      add("looks", member, ({ range }) => set(range(place)));
  }
}

type Settable = Excel.SettableCellProperties;
const onlyLink = ({ hyperlink }: Settable): Settable => (hyperlink ? { hyperlink } : {});
const onlyFormat = ({ format }: Settable): Settable => (format ? { format } : {});

/**
 * Restores widths of columns and heights of rows. In points. Only rows and columns that the plan, or the block
 * before, set.
 */
export function putBackSizes(add: Add, { plan, target }: Undoing, before: SheetReading): void {
  const { at, old } = target;
  const columns = new Set(Object.keys(old?.record.before.widths ?? {}).map(Number));
  plan.widths.forEach((width, column) => width !== null && columns.add(column));
  for (const column of columns) {
    const points = target.widths?.[column];
    if (points)
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, column, 1, 1], at).format.columnWidth = points;
      });
  }
  const rows = new Set([...plan.heights.map(({ row }) => row), ...(old?.record.heights ?? [])]);
  for (const row of rows) {
    // Older hosts give the heights of the new plan's rows only: other heights are taken from the old block's plan.
    const plannedHeight = old?.plan?.heights.find((height) => height.row === row)?.height;
    const points = before.heights[row] ?? plannedHeight;
    if (points)
      add(
        "sizes",
        "RangeFormat.rowHeight",
        ({ range }) => (range([row, 0, 1, 1], at).format.rowHeight = points),
      );
  }
}

/**
 * Restores the formulas of the block that was there. Cells outside the block, and those that a spilled formula fills
 * again, are passed over.
 */
export function putBackCells(add: Add, old: OldBlock, before: SheetReading): void {
  const corner = [old.area[0], old.area[1]] as const;
  const isSpilled = (row: number, column: number): boolean =>
    old.record.spills.some(
      (spill) => overlap(spill, [row, column, 1, 1]) && (row !== spill[0] || column !== spill[1]),
    );
  before.formulas.forEach((values, r) => {
    const row = before.area[0] + r - corner[0];
    const restored = values.map((value, c) => {
      const column = before.area[1] + c - corner[1];
      const inside = row >= 0 && row < old.area[2] && column >= 0 && column < old.area[3];
      if (!inside || isSpilled(row, column)) return "";
      return typeof value === "string" && !value.startsWith("=") ? asText(plainText(value)) : value;
    });
    for (const [start, part] of runs(restored)) {
      const area: Area = [r, start, 1, part.length];
      add("cells", "Range.formulas", ({ range }) => {
        range(area, [before.area[0], before.area[1]]).formulas = [part];
      });
    }
  });
}

/**
 * Runs of filled cells. Empty cells between them are not written, so that formulas can spill into them again.
 */
function runs(values: readonly unknown[]): [start: number, values: unknown[]][] {
  const rows: [number, unknown[]][] = [];
  values.forEach((value, index) => {
    if (value === "") return;
    const current = rows.at(-1);
    if (current && current[0] + current[1].length === index) current[1].push(value);
    else rows.push([index, [value]]);
  });
  return rows;
}
