import type { IStyleData } from "@univerjs/core";
import { accent1 } from "../../theme";
import { asText, notFound } from "../errors";
import { fillLooks, fontLooks } from "../grid/looks";
import type { Look } from "../grid/looks";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import type { Ref } from "./kinds";

/** The style of unformatted cells. */
const NORMAL = "Normal";
/** The theme's first accent with white text. */
const ACCENT = "Accent1";
/** The built-in styles that this workbook has. */
const NAMES = [NORMAL, ACCENT];

function find(name: unknown): Ref {
  const wanted = asText(name).toLowerCase();
  const known = NAMES.find((one) => one.toLowerCase() === wanted);
  if (known === undefined) throw notFound();
  return ref(style, known);
}

/** The properties of an unformatted cell, read-only. */
const read = (looks: Readonly<Record<string, Look>>) =>
  Object.fromEntries(
    Object.entries(looks).map(([name, look]) => [
      name,
      (self: string, model: Model) => look.read(styleNamed(self, model)),
    ]),
  );

function styleNamed(name: string, model: Model): IStyleData {
  const normal = normalLook(model);
  return name === NORMAL ? normal : { ...normal, bg: { rgb: accent1 }, cl: { rgb: "#FFFFFF" } };
}

function normalLook(model: Model): IStyleData {
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
    Name: (self) => self,
  },
  go: { Font: (self) => ref(font, self), Fill: (self) => ref(fill, self) },
};

/** The styles of the workbook. */
export const styles: ObjectType<null> = {
  name: "StyleCollection",
  items: () => NAMES.map((name) => ref(style, name)),
  item: (_self, name) => find(name),
  call: {
    GetItemOrNullObject: (_self, [name]) => orNull(() => find(name)),
  },
};
