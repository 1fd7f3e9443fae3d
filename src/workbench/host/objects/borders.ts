import { BorderStyleTypes } from "@univerjs/core";
import type { IBorderData, IBorderStyleData, IStyleData } from "@univerjs/core";
import type { CellRange } from "../../state";
import { asOneOf, invalid } from "../errors";
import { readColor, shownColor } from "../grid/colors";
import { changeStyle, uniform } from "../grid/formats";
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

const styles: Record<string, Partial<Record<string, BorderStyleTypes>>> = {
  Continuous: {
    Hairline: BorderStyleTypes.HAIR,
    Thin: BorderStyleTypes.THIN,
    Medium: BorderStyleTypes.MEDIUM,
    Thick: BorderStyleTypes.THICK,
  },
  Dash: { Thin: BorderStyleTypes.DASHED, Medium: BorderStyleTypes.MEDIUM_DASHED },
  DashDot: { Thin: BorderStyleTypes.DASH_DOT, Medium: BorderStyleTypes.MEDIUM_DASH_DOT },
  DashDotDot: { Thin: BorderStyleTypes.DASH_DOT_DOT, Medium: BorderStyleTypes.MEDIUM_DASH_DOT_DOT },
  Dot: { Thin: BorderStyleTypes.DOTTED },
  Double: { Thick: BorderStyleTypes.DOUBLE },
  SlantDashDot: { Medium: BorderStyleTypes.SLANT_DASH_DOT },
};
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;

const described = (type: BorderStyleTypes): { style: string; weight: string } => {
  for (const [style, byWeight] of Object.entries(styles)) {
    for (const [weight, one] of Object.entries(byWeight)) if (one === type) return { style, weight };
  }
  return { style: "None", weight: "Thin" };
};

/** The edges of the cell at this place that belong to the side of the range. */
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

/** What the side looks like; null where its cells differ. */
function lookOf(self: BorderHandle, model: Model): { style: string; weight: string; color: string } | null {
  let text: string | undefined;
  const same = uniform(model, self.range, (style, row, column) => {
    const [edge] = edgesOf(self, row, column);
    if (edge === undefined) return text;
    const line = style.bd?.[edge];
    const shown = line ? `${line.s} ${shownColor(line.cl.rgb) ?? "#000000"}` : "0 #000000";
    text ??= shown;
    return shown;
  });
  if (same === undefined && text !== undefined && self.range.rowCount * self.range.columnCount > 1) {
    const looks = new Set<string>();
    model.cells.map(self.range, (row, column) => {
      for (const edge of edgesOf(self, row, column)) {
        const line = model.cells.style(self.range.sheetId, row, column).bd?.[edge];
        looks.add(line ? `${line.s} ${shownColor(line.cl.rgb) ?? "#000000"}` : "0 #000000");
      }
    });
    if (looks.size > 1) return null;
  }
  const [type = "0", color = "#000000"] = (same ?? text ?? "0 #000000").split(" ");
  return { ...described(Number(type) as BorderStyleTypes), color };
}

function draw(
  self: BorderHandle,
  model: Model,
  change: (line: IBorderStyleData | undefined) => IBorderStyleData | null,
): void {
  requireUnprotected(model, self.range.sheetId, "allowFormatCells");
  changeStyle(model, self.range, (style: IStyleData, row, column) => {
    const edges = edgesOf(self, row, column);
    if (edges.length === 0) return {};
    const bd: IBorderData = { ...style.bd };
    for (const edge of edges) bd[edge] = change(style.bd?.[edge] ?? undefined);
    return { bd };
  });
  model.formatsChanged(self.range);
}

const thin = (color?: string): IBorderStyleData => ({
  s: BorderStyleTypes.THIN,
  cl: { rgb: color ?? "#000000" },
});

const border: ObjectType<BorderHandle> = {
  name: "RangeBorder",
  id: (self) => self.side,
  get: {
    SideIndex: (self) => self.side,
    Style: (self, model) => lookOf(self, model)?.style ?? null,
    Weight: (self, model) => lookOf(self, model)?.weight ?? null,
    Color: (self, model) => lookOf(self, model)?.color ?? null,
    TintAndShade: () => 0,
  },
  set: {
    Style: (self, value, model) => {
      const style = asOneOf(value, ["None", ...Object.keys(styles)]);
      draw(self, model, (line) => {
        if (style === "None") return null;
        const weight = line ? described(line.s).weight : "Thin";
        const byWeight = styles[style] ?? {};
        return {
          ...(line ?? thin()),
          s: byWeight[weight] ?? Object.values(byWeight)[0] ?? BorderStyleTypes.THIN,
        };
      });
    },
    Weight: (self, value, model) => {
      const weight = asOneOf(value, weights);
      draw(self, model, (line) => {
        const style = line ? described(line.s).style : "Continuous";
        const type = styles[style]?.[weight] ?? styles["Continuous"]?.[weight] ?? BorderStyleTypes.THIN;
        return { ...(line ?? thin()), s: type };
      });
    },
    Color: (self, value, model) => {
      const rgb = readColor(value);
      draw(self, model, (line) => ({ ...(line ?? thin()), cl: { rgb } }));
    },
  },
};

/** The eight sides of a range. */
export const borders: ObjectType<CellRange> = {
  name: "RangeBorderCollection",
  get: { Count: () => sides.length },
  items: (self) => sides.map((side) => ref(border, { range: self, side })),
  item: (self, key) => {
    const side = sides.find((one) => one === key);
    if (!side) throw invalid();
    return ref(border, { range: self, side });
  },
  call: {
    GetItemAt: (self, [index]) => {
      const side = sides[index as number];
      if (!side) throw invalid();
      return ref(border, { range: self, side });
    },
  },
};
