import type { Nullable } from "@univerjs/core";
import { invalid } from "../errors";

/** A colour as Excel returns it, "#RRGGBB"; InvalidArgument for anything else, HTML's names included, which nobody here uses. */
export function readColor(value: unknown): string {
  if (typeof value !== "string") throw invalid();
  const match = /^#?([0-9a-f]{6})$/i.exec(value.trim());
  if (!match) throw invalid();
  return `#${(match[1] ?? "").toUpperCase()}`;
}

/** A colour of Univer ("#abc", "rgb(1,2,3)") as "#RRGGBB"; undefined for none and for other notations. */
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
  return /^#[0-9a-f]{6}$/i.test(rgb) ? rgb.toUpperCase() : undefined;
}
