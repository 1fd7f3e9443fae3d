import type { NameState } from "../../state";
import { asBoolean, asText, invalid, notFound, Refusal } from "../errors";
import { localAddress } from "../grid/address";
import { readFormula } from "../grid/formula";
import { checkName } from "../grid/names";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import { range } from "./kinds";
import type { Ref } from "./kinds";

/** Names of the workbook (null) or of one sheet. */
type Scope = string | null;

function byId(model: Model, id: string): NameState {
  const definedName = model.state.data.names.find((name) => name.id === id);
  if (!definedName) throw notFound();
  return definedName;
}

function inScope(model: Model, scope: Scope, name: unknown): NameState {
  if (typeof name !== "string") throw invalid();
  const state = model.state.data.names.find(
    (definedName) => definedName.sheetId === scope && definedName.name.toLowerCase() === name.toLowerCase(),
  );
  if (!state) throw notFound();
  return state;
}

function constant(formula: string): string | number | boolean | undefined {
  const text = formula.replace(/^=/, "");
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** A defined name. */
const namedItem: ObjectType<string> = {
  name: "NamedItem",
  calculated: true,
  check: (self, model) => void byId(model, self),
  id: (self, model) => byId(model, self).name,
  get: {
    Name: (self, model) => byId(model, self).name,
    Value: (self, model) => {
      const { formula } = byId(model, self);
      const cells = model.rangeOfFormula(formula);
      if (cells) return `${model.sheetPrefix(cells.sheetId)}!${localAddress(cells, true)}`;
      return constant(formula) ?? (formula.includes("#REF!") ? "#REF!" : formula);
    },
    Formula: (self, model) => byId(model, self).formula,
    Visible: (self, model) => byId(model, self).visible,
    Comment: (self, model) => byId(model, self).comment,
  },
  set: {
    Visible: (self, value, model) => {
      model.names.set({ ...byId(model, self), visible: asBoolean(value) }, self);
    },
    Comment: (self, value, model) => {
      model.names.set({ ...byId(model, self), comment: checkComment(value) }, self);
    },
    Formula: (self, value, model) => {
      model.names.set({ ...byId(model, self), formula: nameFormula(asText(value), model) }, self);
    },
  },
  act: {
    Delete: (self, _args, model) => {
      model.names.remove(self);
    },
  },
};

/** Names of the workbook or of a sheet. */
export const namedItems: ObjectType<Scope> = {
  name: "NamedItemCollection",
  items: (self, model) =>
    model.state.data.names
      .filter((name) => name.sheetId === self)
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((name) => ref(namedItem, name.id)),
  item: (self, key, model) => ref(namedItem, inScope(model, self, key).id),
  call: {
    GetItemOrNullObject: (self, [key], model) => orNull(() => ref(namedItem, inScope(model, self, key).id)),
  },
  act: {
    Add: (self, [name, reference, comment], model) =>
      add(self, name, referenceFormula(reference, model), comment, model),
  },
};

/** Adds a defined name; ItemAlreadyExists where the scope or a table has it. */
function add(scope: Scope, name: unknown, formula: string, comment: unknown, model: Model): Ref {
  const checked = checkName(asText(name));
  const taken =
    model.state.data.names.some(
      (definedName) =>
        definedName.sheetId === scope && definedName.name.toLowerCase() === checked.toLowerCase(),
    ) || model.state.data.tables.some((table) => table.name.toLowerCase() === checked.toLowerCase());
  if (taken) throw new Refusal("ItemAlreadyExists");
  const id = model.names.set({
    name: checked,
    sheetId: scope,
    formula,
    comment: comment === undefined || comment === null ? "" : checkComment(comment),
    visible: true,
  });
  return ref(namedItem, id);
}

function referenceFormula(reference: unknown, model: Model): string {
  const cells = range.handleOf(reference);
  if (cells) return `=${model.sheetPrefix(cells.sheetId)}!${localAddress(cells, true)}`;
  if (typeof reference === "number" || typeof reference === "boolean")
    return `=${String(reference).toUpperCase()}`;
  return nameFormula(asText(reference), model);
}

function nameFormula(text: string, model: Model): string {
  if (!text.startsWith("=")) {
    // Text without "=" becomes a constant.
    return `="${text.replaceAll('"', '""')}"`;
  }
  return readFormula(text, model.world);
}

function checkComment(value: unknown): string {
  const text = asText(value);
  if (text.length > 255) throw invalid();
  return text;
}
