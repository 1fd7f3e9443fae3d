import type { IBorderData, IStyleData } from "@univerjs/core";
import type { CellRange } from "../../state";
import { invalid } from "../errors";
import { borderWrites, formatOfBorder } from "../grid/borderLines";
import type { BorderFormat, LineChange } from "../grid/borderLines";
import { changeStyle } from "../grid/formats";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { ref } from "./define";
import type { ObjectType } from "./define";

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof sides)[number];
type Edge = "t" | "b" | "l" | "r" | "tl_br" | "bl_tr";

interface BorderHandle {
  range: CellRange;
  side: Side;
}

/** The edges of a cell that are part of the range's side. */
function edgesOf({ range, side }: BorderHandle, row: number, column: number): Edge[] {
  const first = { row: row === range.row, column: column === range.column };
  const last = {
    row: row === range.row + range.rowCount - 1,
    column: column === range.column + range.columnCount - 1,
  };
  switch (side) {
    case "EdgeTop":
      return first.row ? ["t"] : [];
    case "EdgeBottom":
      return last.row ? ["b"] : [];
    case "EdgeLeft":
      return first.column ? ["l"] : [];
    case "EdgeRight":
      return last.column ? ["r"] : [];
    case "InsideHorizontal":
      return [...(first.row ? [] : ["t" as const]), ...(last.row ? [] : ["b" as const])];
    case "InsideVertical":
      return [...(first.column ? [] : ["l" as const]), ...(last.column ? [] : ["r" as const])];
    case "DiagonalDown":
      return ["tl_br"];
    case "DiagonalUp":
      return ["bl_tr"];
  }
}

/** The border of the side; null members where its cells differ. */
function commonBorder(self: BorderHandle, model: Model): { [Key in keyof BorderFormat]: string | null } {
  const lines: BorderFormat[] = [];
  model.cells.map(self.range, (row, column) => {
    for (const edge of edgesOf(self, row, column)) {
      lines.push(formatOfBorder(model.cells.style(self.range.sheetId, row, column).bd?.[edge]));
    }
  });
  const [first = formatOfBorder(null)] = lines;
  const common = (key: keyof BorderFormat) =>
    lines.every((line) => line[key] === first[key]) ? first[key] : null;
  return { style: common("style"), weight: common("weight"), color: common("color") };
}

function draw(self: BorderHandle, model: Model, change: LineChange): void {
  requireUnprotected(model, self.range.sheetId, "allowFormatCells");
  changeStyle(model, self.range, (style: IStyleData, row, column) => {
    const edges = edgesOf(self, row, column);
    if (edges.length === 0) return {};
    const bd: IBorderData = { ...style.bd };
    for (const edge of edges) bd[edge] = change(style.bd?.[edge]);
    return { bd };
  });
}

const border: ObjectType<BorderHandle> = {
  name: "RangeBorder",
  id: (self) => self.side,
  get: {
    Style: (self, model) => commonBorder(self, model).style,
    Weight: (self, model) => commonBorder(self, model).weight,
    Color: (self, model) => commonBorder(self, model).color,
  },
  set: Object.fromEntries(
    Object.entries(borderWrites).map(([name, write]) => [
      name,
      (self: BorderHandle, value: unknown, model: Model) => {
        draw(self, model, write(value));
      },
    ]),
  ),
};

/** The eight sides of a range. */
export const borders: ObjectType<CellRange> = {
  name: "RangeBorderCollection",
  items: (self) => sides.map((side) => ref(border, { range: self, side })),
  item: (self, key) => {
    const side = sides.find((candidate) => candidate === key);
    if (!side) throw invalid();
    return ref(border, { range: self, side });
  },
};
