import type { Nullable } from "@univerjs/core";
import { invalid } from "../errors";

/** The HTML colour names that Excel's API accepts beside "#RRGGBB". */
const namedColours: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  cyan: "#00FFFF",
  aqua: "#00FFFF",
  magenta: "#FF00FF",
  fuchsia: "#FF00FF",
  silver: "#C0C0C0",
  gray: "#808080",
  grey: "#808080",
  maroon: "#800000",
  olive: "#808000",
  green: "#008000",
  purple: "#800080",
  teal: "#008080",
  navy: "#000080",
  orange: "#FFA500",
  brown: "#A52A2A",
  pink: "#FFC0CB",
  gold: "#FFD700",
  darkgray: "#A9A9A9",
  dimgray: "#696969",
  lightgray: "#D3D3D3",
  whitesmoke: "#F5F5F5",
  gainsboro: "#DCDCDC",
  darkred: "#8B0000",
  darkgreen: "#006400",
  darkblue: "#00008B",
  steelblue: "#4682B4",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
  lightyellow: "#FFFFE0",
};

/** A colour as Excel returns it, "#RRGGBB"; InvalidArgument for anything else. */
export function readColor(value: unknown): string {
  if (typeof value !== "string") throw invalid();
  const known = namedColours[value.trim().toLowerCase()];
  if (known !== undefined) return known;
  const match = /^#?([0-9a-f]{6})$/i.exec(value.trim());
  if (!match) throw invalid();
  return `#${(match[1] ?? "").toUpperCase()}`;
}

/** A colour of Univer ("#abc", "rgb(1,2,3)", "red") as "#RRGGBB"; undefined for none. */
export function shownColor(rgb: Nullable<string>): string | undefined {
  if (typeof rgb !== "string" || rgb === "") return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(rgb);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  if (parts) {
    const hex = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0"));
    return `#${hex.join("")}`.toUpperCase();
  }
  return namedColours[rgb.toLowerCase()] ?? rgb.toUpperCase();
}
