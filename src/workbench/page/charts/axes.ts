import type { ReadChart } from "../../charts/read";
import type { AxisState, LineState } from "../../state";
import { automatic, font, formatted, ink, pixels, stroke } from "./formats";
import { automaticRange } from "./scale";
import type { NumberRange } from "./scale";

/** The options of one scale of Chart.js, whose own types differ by the type of scale. */
export type Scale = Record<string, unknown>;

/** The category axis: texts in the order of the cells. */
export function categoryScale(axis: AxisState, read: ReadChart, horizontal: boolean): Scale {
  // Excel draws bars from the bottom up, Chart.js from the top down.
  const reverse = horizontal !== axis.reversePlotOrder;
  return {
    type: "category",
    axis: horizontal ? "y" : "x",
    position: horizontal ? "left" : "bottom",
    labels: read.categories,
    display: axis.visible,
    reverse,
    offset: true,
    grid: grid(axis),
    // `axisLine` draws its line where it crosses the values, apart from its labels.
    border: { display: false },
    title: title(axis),
    ticks: {
      color: ink(axis.format.font),
      font: font(axis.format.font, 9),
      display: axis.tickLabelPosition !== "None",
      autoSkip: axis.tickLabelSpacing === 0,
      callback(this: { getLabelForValue: (value: number) => string }, value: string | number, index: number) {
        const spacing = Math.max(1, axis.tickLabelSpacing);
        return index % spacing === 0 ? this.getLabelForValue(Number(value)) : "";
      },
    },
  };
}

/** What a value axis needs of its chart. */
interface ValueScale {
  /** All values on this axis; sums where series are stacked. */
  values: readonly number[];
  /** The cells' number format, for an axis linked to it. */
  format: string;
  horizontal: boolean;
  secondary: boolean;
  /** Whether this axis is on the far side, because the other one is reversed or crossed at its end. */
  opposite: boolean;
  /** The length of the axis in points. */
  length: number;
}

/** A value axis, with the ends that Excel chooses. `scale` says where it stands and which values it must hold. */
export function valueScale(axis: AxisState, scale: ValueScale): Scale {
  const { horizontal, secondary, opposite } = scale;
  const format = axis.numberFormat || scale.format;
  const far = secondary !== opposite;
  const { min, max, step } = ends(axis, scale);
  return {
    type: "linear",
    axis: horizontal ? "x" : "y",
    position: horizontal ? (far ? "top" : "bottom") : far ? "right" : "left",
    display: axis.visible,
    reverse: axis.reversePlotOrder,
    min,
    max,
    grid: grid(axis),
    border: { display: isDrawn(axis.format.line), color: stroke(axis.format.line, automatic.line) },
    title: title(axis),
    ticks: {
      color: ink(axis.format.font),
      font: font(axis.format.font, 9),
      display: axis.tickLabelPosition !== "None",
      stepSize: step,
      autoSkip: false,
      callback: (value: string | number) => formatted(Number(value), format),
    },
  };
}

/**
 * The ends and the step of a value axis: those that are set, else the ones that Excel would choose. It aims at one
 * label every 55 points across or 32 points up, between 4 and 10 of them.
 */
function ends(axis: AxisState, { values, length, horizontal }: ValueScale): NumberRange {
  const parts = Math.max(4, Math.min(10, Math.round(length / (horizontal ? 55 : 32))));
  const fixed = [axis.minimum, axis.maximum].filter((end) => end !== null);
  const range = automaticRange([...values, ...fixed], parts);
  return { ...range, min: axis.minimum ?? range.min, max: axis.maximum ?? range.max };
}

function isDrawn(line: LineState | undefined): boolean {
  return line !== undefined && line.lineStyle !== "None";
}

function grid(axis: AxisState) {
  const { visible, line } = axis.majorGridlines;
  return {
    display: visible,
    drawTicks: false,
    color: stroke(line, automatic.line),
    lineWidth: pixels(line?.weight ?? 0.75),
  };
}

function title(axis: AxisState) {
  const { visible, text, format } = axis.title;
  return { display: visible && text !== "", text, color: ink(format.font), font: font(format.font, 10) };
}
