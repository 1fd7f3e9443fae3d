import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { IStyleData } from "@univerjs/core";
import { asBoolean, asInteger, asNumber, asOneOf, invalid } from "../errors";
import { readColor, shownColor } from "./colors";
import type { StyleChange } from "./formats";

/**
 * A property of a cell's format: how Excel shows it, and what setting it changes. Without `write` it is read-only.
 */
export interface FormatMember {
  read: (style: IStyleData) => unknown;
  /** Checks the value (InvalidArgument) and returns the change of a style. */
  write?: (value: unknown) => (style: IStyleData) => StyleChange;
}

/** Univer's left padding for a level of indent, in pixels. */
const INDENT = 9;

const horizontal: Record<string, HorizontalAlign | null> = {
  General: null,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
  // Univer has neither: these are the nearest.
  Fill: HorizontalAlign.LEFT,
  CenterAcrossSelection: HorizontalAlign.CENTER,
};

const vertical: Record<string, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const nameOf = <Value>(names: Record<string, Value>, value: Value, otherwise: string): string =>
  Object.entries(names).find(([, candidate]) => candidate === value)?.[0] ?? otherwise;

/** A property whose false value is unset in Univer. */
function flag(read: (style: IStyleData) => boolean, on: (set: boolean) => StyleChange): FormatMember {
  return {
    read,
    write: (value) => {
      const change = on(asBoolean(value));
      return () => change;
    },
  };
}

/** Alignment and wrapping. */
export const alignmentMembers: Record<string, FormatMember> = {
  HorizontalAlignment: {
    read: (style) => nameOf(horizontal, style.ht ?? null, "General"),
    write: (value) => {
      const ht = horizontal[asOneOf(value, Object.keys(horizontal))] ?? null;
      return () => ({ ht });
    },
  },
  VerticalAlignment: {
    read: (style) => nameOf(vertical, style.vt ?? VerticalAlign.BOTTOM, "Bottom"),
    write: (value) => {
      const vt =
        vertical[asOneOf(value, ["Top", "Center", "Bottom", "Justify", "Distributed"])] ??
        VerticalAlign.MIDDLE;
      return () => ({ vt });
    },
  },
  WrapText: flag(
    (style) => style.tb === WrapStrategy.WRAP,
    (wrap) => ({ tb: wrap ? WrapStrategy.WRAP : null }),
  ),
  IndentLevel: {
    read: (style) => levelOf(style),
    write: (value) => {
      const level = asInteger(value, 0, 250);
      return (style) => indented(style, level);
    },
  },
};

const levelOf = (style: IStyleData): number => Math.round((style.pd?.l ?? 0) / INDENT);

/** Indents a style; Excel indents from the left unless the cell is aligned otherwise. */
const indented = (style: IStyleData, level: number): StyleChange => ({
  pd: level === 0 ? null : { l: level * INDENT },
  ...(level > 0 && !style.ht && { ht: HorizontalAlign.LEFT }),
});

/** Fill of a cell: solid or none. */
export const fillMembers: Record<string, FormatMember> = {
  // Excel answers white for a cell without fill.
  Color: {
    read: (style) => shownColor(style.bg?.rgb) ?? "#FFFFFF",
    write: (value) => {
      const bg = value === "" ? null : { rgb: readColor(value) };
      return () => ({ bg });
    },
  },
  Pattern: { read: (style) => (style.bg?.rgb ? "Solid" : "None") },
};

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

/** Font of a cell. */
export const fontMembers: Record<string, FormatMember> = {
  Name: {
    read: (style) => style.ff ?? "Calibri",
    write: (value) => {
      if (typeof value !== "string" || value === "" || value.length > 31) throw invalid();
      return () => ({ ff: value });
    },
  },
  Size: {
    read: (style) => style.fs ?? 11,
    write: (value) => {
      const fs = asNumber(value);
      if (fs < 1 || fs > 409) throw invalid();
      return () => ({ fs });
    },
  },
  Color: {
    read: (style) => shownColor(style.cl?.rgb) ?? "#000000",
    write: (value) => {
      const cl = { rgb: readColor(value) };
      return () => ({ cl });
    },
  },
  Bold: flag(
    (style) => style.bl === BooleanNumber.TRUE,
    (on) => ({ bl: on ? BooleanNumber.TRUE : null }) as StyleChange,
  ),
  Italic: flag(
    (style) => style.it === BooleanNumber.TRUE,
    (on) => ({ it: on ? BooleanNumber.TRUE : null }) as StyleChange,
  ),
  Underline: {
    read: (style) => (style.ul?.s === BooleanNumber.TRUE ? "Single" : "None"),
    write: (value) => {
      const ul = asOneOf(value, underlines) === "None" ? null : { s: BooleanNumber.TRUE };
      return () => ({ ul }) as StyleChange;
    },
  },
};
