import { asText, notFound } from "../errors";
import { eventMethods } from "../events";
import { addSheet, visibility } from "../grid/sheets";
import type { Model } from "../model";
import type { ObjectType } from "./define";
import { worksheet } from "./kinds";
import type { Ref } from "./kinds";

function find(key: unknown, model: Model): Ref {
  const text = asText(key);
  const id = model.book.has(text) ? text : model.book.idOf(text);
  if (id === undefined) throw notFound();
  return worksheet.of(id);
}

const shown = (visibleOnly: unknown, model: Model): string[] =>
  model.book.order().filter((id) => visibleOnly !== true || visibility(model, id) === "Visible");

function refTo(id: string | undefined): Ref {
  if (id === undefined) throw notFound();
  return worksheet.of(id);
}

/** The sheets from left to right. */
export const worksheets: ObjectType<null> = {
  name: "WorksheetCollection",
  items: (_self, model) => model.book.order().map((id) => worksheet.of(id)),
  item: (_self, key, model) => find(key, model),
  call: {
    GetActiveWorksheet: (_self, _args, model) => worksheet.of(model.selection.activeSheet()),
    GetFirst: (_self, [visibleOnly], model) => refTo(shown(visibleOnly, model)[0]),
    ...eventMethods("DataChangedEvent", "changed"),
    ...eventMethods("SelectionChangedEvent", "selectionChanged"),
  },
  act: {
    Add: (_self, [name], model) =>
      worksheet.of(addSheet(model, name === undefined || name === null ? undefined : asText(name))),
  },
};
