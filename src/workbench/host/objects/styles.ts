import { asInteger, asText, invalid, notFound } from "../errors";
import { alignmentLooks, fillLooks, fontLooks } from "../grid/looks";
import type { Look } from "../grid/looks";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType, Ref } from "./define";

/** The workbook has the one style that every workbook has; the look of cells that nobody formatted. */
const NORMAL = "Normal";

function find(name: unknown): Ref {
  if (asText(name).toLowerCase() !== NORMAL.toLowerCase()) throw notFound();
  return ref(style, NORMAL);
}

/** The looks of an unformatted cell, to be read. */
const read = (looks: Readonly<Record<string, Look>>) =>
  Object.fromEntries(
    Object.entries(looks).map(([name, look]) => [
      name,
      (_self: string, model: Model) => look.read(normalLook(model)),
    ]),
  );

function normalLook(model: Model) {
  const { defaultStyle } = model.book.workbook.getSnapshot();
  const found =
    typeof defaultStyle === "string" ? model.book.workbook.getStyles().get(defaultStyle) : defaultStyle;
  return found || {};
}

const font: ObjectType<string> = { name: "RangeFont", get: read(fontLooks) };
const fill: ObjectType<string> = { name: "RangeFill", get: read(fillLooks) };

const style: ObjectType<string> = {
  name: "Style",
  id: (self) => self,
  get: {
    ...read(alignmentLooks),
    Name: (self) => self,
    BuiltIn: () => true,
    NumberFormat: () => "General",
    NumberFormatLocal: () => "General",
    Locked: () => true,
    FormulaHidden: () => false,
    IncludeAlignment: () => true,
    IncludeBorder: () => true,
    IncludeFont: () => true,
    IncludeNumber: () => true,
    IncludePatterns: () => true,
    IncludeProtection: () => true,
  },
  go: { Font: (self) => ref(font, self), Fill: (self) => ref(fill, self) },
};

/** The styles of the workbook. */
export const styles: ObjectType<null> = {
  name: "StyleCollection",
  items: () => [ref(style, NORMAL)],
  item: (_self, name) => find(name),
  call: {
    GetCount: () => 1,
    GetItemOrNullObject: (_self, [name]) => orNull(() => find(name)),
    GetItemAt: (_self, [index]) => {
      if (asInteger(index, 0) !== 0) throw invalid();
      return ref(style, NORMAL);
    },
  },
};
