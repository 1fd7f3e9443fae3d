import type { IStyleData } from "@univerjs/core";
import { accent1 } from "../../theme";
import { asText, notFound } from "../errors";
import { fillMembers, fontMembers } from "../grid/formatMembers";
import type { FormatMember } from "../grid/formatMembers";
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
  const known = NAMES.find((candidate) => candidate.toLowerCase() === wanted);
  if (known === undefined) throw notFound();
  return ref(style, known);
}

/** The properties of an unformatted cell, read-only. */
const read = (formatMembers: Readonly<Record<string, FormatMember>>) =>
  Object.fromEntries(
    Object.entries(formatMembers).map(([name, member]) => [
      name,
      (self: string, model: Model) => member.read(styleNamed(self, model)),
    ]),
  );

function styleNamed(name: string, model: Model): IStyleData {
  const normal = normalStyle(model);
  return name === NORMAL ? normal : { ...normal, bg: { rgb: accent1 }, cl: { rgb: "#FFFFFF" } };
}

function normalStyle(model: Model): IStyleData {
  const { defaultStyle } = model.book.workbook.getSnapshot();
  const state =
    typeof defaultStyle === "string" ? model.book.workbook.getStyles().get(defaultStyle) : defaultStyle;
  return state || {};
}

const font: ObjectType<string> = { name: "RangeFont", get: read(fontMembers) };
const fill: ObjectType<string> = { name: "RangeFill", get: read(fillMembers) };

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
