import { periodParts } from "../../dataset";
import { isReference, pieces } from "../../functions/formula/pieces";
import { overlap } from "../../workbook/a1";
import { placeKey } from "./cells";
import type { SheetCells } from "./cells";
import type { ShownFigure } from "./evaluate";
import { placeOf } from "./grid";
import type { Grid, GridCell } from "./grid";

/** How a formula calculates with our figures. */
export interface Calculation {
  operands: readonly ShownFigure[];
  /** add: only sums; average: AVERAGE; other: it also subtracts or divides. */
  kind: "add" | "average" | "other";
  /** Growth that it computes by hand, from two levels of an indicator. */
  byHand?: ByHand;
}

/** Growth computed by hand: a rate or difference of one year, or the mean rate of several years. */
export interface ByHand {
  how: "rate" | "difference" | "mean";
  later: ShownFigure;
  earlier: ShownFigure;
  /** The years between the two levels; more than 1 only for a mean. */
  years: number;
}

const transparentFunction = /^(ROUND|IFERROR|IFNA|N|SUM|AVERAGE)$/i;

/**
 * Reads a formula that adds, averages, subtracts or divides figures.
 * @returns undefined for a formula with other functions or unknown references, which cannot be judged
 */
export function calculationOf(cell: GridCell, grid: Grid, grids: readonly Grid[]): Calculation | undefined {
  const { formula } = cell;
  if (formula === undefined || cell.shown) return undefined;
  const operands: ShownFigure[] = [];
  const functions = new Set<string>();
  const operators: string[] = [];
  let skipTo = 0;
  const calls = cell.calls[Symbol.iterator]();
  const parts = pieces(formula).filter(({ text }) => text.trim() !== "");
  const at = (index: number) => parts[index]?.text ?? "";
  const isNumber = (index: number) => /^[\d.]/.test(at(index)) && !isReference(at(index));
  for (const [index, { text, start }] of parts.entries()) {
    if (start < skipTo || (start === 0 && text === "=")) continue;
    if (at(index + 1) === "(" && /^[\p{L}_]/u.test(text)) {
      if (/^(ECOM\.|_xldudf_ECOM_)/i.test(text)) {
        const evaluated = calls.next().value as GridCell["calls"][number];
        if (!evaluated) return undefined;
        operands.push(...evaluated.figures);
        skipTo = evaluated.call.end;
      } else if (transparentFunction.test(text)) functions.add(text.toUpperCase());
      else return undefined;
    } else if (text === "^") operators.push(text);
    else if (/^[+\-*/]$/.test(text)) {
      // A number, also a negative one, beside * or / only scales.
      const behind = at(index + 1) === "-" ? index + 2 : index + 1;
      const scales = /^[*/]$/.test(text) && (isNumber(index - 1) || isNumber(behind));
      // The 1 in growth formulas is no operand either.
      const off = /^[+-]$/.test(text) && isNumber(index + 1);
      if (!scales && !off) operators.push(text);
    } else if (isReference(text)) {
      const shown = shownAt(text, grid.sheet, grids);
      if (!shown) return undefined;
      operands.push(...shown);
    } else if (!/^[(),%"]/.test(text) && !isNumber(index)) return undefined;
  }
  if (operands.length < 2) return undefined;
  const sums = operators.every((operator) => operator === "+");
  if (functions.has("AVERAGE") && sums) return { operands, kind: "average" };
  if (sums && (operators.length > 0 || functions.has("SUM"))) return { operands, kind: "add" };
  if (operators.length === 0) return undefined;
  const growth = byHand(operands, operators.join(""));
  // Other powers cannot be judged.
  if (operators.includes("^") && growth === undefined) return undefined;
  return { operands, kind: "other", ...(growth ? { byHand: growth } : {}) };
}

/**
 * Recognises growth by hand, from two levels of one indicator: B/A-1, (B-A)/A and B-A one year apart, (B/A)^(1/5)-1
 * several years apart.
 */
function byHand(
  [operand, other, again, more]: readonly ShownFigure[],
  operators: string,
): ByHand | undefined {
  if (!operand || !other || more) return undefined;
  const same =
    again?.figure.indicator === other.figure.indicator &&
    again.figure.period === other.figure.period &&
    again.figure.measure === other.figure.measure;
  const rate = (operators === "/" && !again) || (operators === "-/" && same);
  const how = rate ? "rate" : again ? undefined : ({ "-": "difference", "/^": "mean" } as const)[operators];
  if (how === undefined) return undefined;
  const [a, b] = [operand.figure, other.figure];
  const levels =
    a.indicator === b.indicator && a.measure === b.measure && /^(level|count|single)$/.test(a.measure);
  const [now, then] = [periodParts(a.period), periodParts(b.period)];
  const years = now.year - then.year;
  return levels &&
    (how === "mean" ? years > 1 : years === 1) &&
    now.first === then.first &&
    now.last === then.last
    ? { how, later: operand, earlier: other, years }
    : undefined;
}

/** The figures that a reference points to; undefined for an unknown one. */
function shownAt(reference: string, sheet: SheetCells, grids: readonly Grid[]): ShownFigure[] | undefined {
  const place = placeOf(
    reference,
    sheet,
    grids.map((grid) => grid.sheet),
  );
  const cells = place && grids.find((grid) => grid.sheet === place.sheet)?.cells;
  if (!place || !cells) return undefined;
  const { area } = place;
  if (area[2] * area[3] === 1) {
    const operand = cells.get(placeKey(area[0], area[1]))?.shown;
    return operand ? [operand] : [];
  }
  // Looks through the few known cells, because whole columns are long.
  return [...cells.values()].flatMap(({ row, column, shown }) =>
    shown && overlap(area, [row, column, 1, 1]) ? [shown] : [],
  );
}
