import type { CellRange } from "../../state";
import { range } from "../objects/kinds";
import type { Ref } from "../objects/kinds";

/** The cells of a range; undefined for another object. */
export const cellsOf = (target: Ref): CellRange | undefined => range.handleOf(target);

/** The sheet of an object whose handle is its sheet's id; undefined for others. */
export const sheetIdOf = ({ self }: Ref): string | undefined => (typeof self === "string" ? self : undefined);

/** The chart of a part of a chart; undefined for another object. */
export function chartIdOf({ self }: Ref): string | undefined {
  return typeof self === "object" && self !== null && "chart" in self && typeof self.chart === "string"
    ? self.chart
    : undefined;
}
