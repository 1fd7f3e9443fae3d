import { numfmt } from "@univerjs/core";
import type { FillState, FontState, LineState } from "../../state";

/** Excel's automatic colours for charts: the Office theme's six accents, its grey text and lines. */
export const automatic = {
  accents: ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"],
  text: "#595959",
  line: "#D9D9D9",
} as const;

/** The automatic colour of the n-th series or slice; after six they repeat, darker. */
export function accent(index: number): string {
  const { accents } = automatic;
  const colour = accents[index % accents.length] ?? automatic.text;
  const shade = 0.6 ** Math.floor(index / accents.length);
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * shade));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** Converts points to CSS pixels: 72 points and 96 pixels are an inch. */
export function pixels(points: number): number {
  return (points * 96) / 72;
}

/** A font for Chart.js; `size` is the default in points. */
export function font(state: FontState | undefined, size: number) {
  return {
    family: "Calibri, 'Segoe UI', system-ui, sans-serif",
    size: pixels(state?.size ?? size),
    weight: state?.bold ? ("bold" as const) : ("normal" as const),
  };
}

/** The colour of a text; the automatic grey by default. */
export function ink(state: FontState | undefined): string {
  return state?.color || automatic.text;
}

/** The colour of a line; transparent for none. */
export function stroke(state: LineState | undefined, fallback: string): string {
  return state?.lineStyle === "None" ? "transparent" : state?.color || fallback;
}

/** The fill of a part of the chart; `fallback` for the automatic one. */
export function fill(format: { fill?: FillState } | undefined, fallback: string): string {
  if (!format?.fill) return fallback;
  return format.fill.kind === "solid" ? format.fill.color || fallback : "transparent";
}

/** A number in its Excel format; plain if the format cannot be read. */
export function formatted(value: number, format: string): string {
  try {
    return numfmt.format(format || "General", value);
  } catch {
    return String(value);
  }
}
