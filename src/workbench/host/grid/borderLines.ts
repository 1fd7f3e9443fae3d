import { BorderStyleTypes } from "@univerjs/core";
import type { IBorderStyleData, Nullable } from "@univerjs/core";
import { asOneOf } from "../errors";
import { readColor, shownColor } from "./colors";

/** A border as Excel describes it. */
export interface BorderFormat {
  style: string;
  weight: string;
  color: string;
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

/** A line of Univer in Excel's terms; no line has style "None". */
export function formatOfBorder(line: Nullable<IBorderStyleData>): BorderFormat {
  if (!line) return { style: "None", weight: "Thin", color: "#000000" };
  const color = shownColor(line.cl.rgb) ?? "#000000";
  for (const [style, byWeight] of Object.entries(styles)) {
    for (const [weight, number] of Object.entries(byWeight))
      if (number === line.s) return { style, weight, color };
  }
  return { style: "None", weight: "Thin", color };
}

const thin = (): IBorderStyleData => ({ s: BorderStyleTypes.THIN, cl: { rgb: "#000000" } });

/** Changes a line. */
export type LineChange = (line: Nullable<IBorderStyleData>) => IBorderStyleData | null;

/** The effect of setting a border's property on its line: colour or weight alone give a thin continuous one. */
export const borderWrites: Record<"Style" | "Weight" | "Color", (value: unknown) => LineChange> = {
  Style: (value) => {
    const style = asOneOf(value, ["None", ...Object.keys(styles)]);
    return (line) => {
      if (style === "None") return null;
      const weight = line ? formatOfBorder(line).weight : "Thin";
      const byWeight = styles[style] ?? {};
      return {
        ...(line || thin()),
        s: byWeight[weight] ?? Object.values(byWeight)[0] ?? BorderStyleTypes.THIN,
      };
    };
  },
  Weight: (value) => {
    const weight = asOneOf(value, weights);
    return (line) => {
      const style = line ? formatOfBorder(line).style : "Continuous";
      const type = styles[style]?.[weight] ?? styles["Continuous"]?.[weight] ?? BorderStyleTypes.THIN;
      return { ...(line || thin()), s: type };
    };
  },
  Color: (value) => {
    const rgb = readColor(value);
    return (line) => ({ ...(line || thin()), cl: { rgb } });
  },
};
