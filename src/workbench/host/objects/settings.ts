import { asText, invalid, notFound } from "../errors";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import type { Ref } from "./kinds";

function find(key: unknown, model: Model): Ref {
  const name = asText(key);
  if (model.state.data.settings[name] === undefined) throw notFound();
  return ref(setting, name);
}

function write(key: string, value: unknown, model: Model): void {
  model.state.data.settings[key] = JSON.stringify(value ?? null);
  model.state.changed({ kind: "settings" });
}

const setting: ObjectType<string> = {
  name: "Setting",
  check: (self, model) => {
    if (model.state.data.settings[self] === undefined) throw notFound();
  },
  id: (self) => self,
  get: {
    Key: (self) => self,
    Value: (self, model) => JSON.parse(model.state.data.settings[self] ?? "null") as unknown,
  },
  set: {
    Value: (self, value, model) => {
      write(self, value, model);
    },
  },
  act: {
    Delete: (self, _args, model) => {
      delete model.state.data.settings[self];
      model.state.changed({ kind: "settings" });
    },
  },
};

/** The add-in's settings in the workbook, the same as `Office.context.document.settings`. */
export const settings: ObjectType<null> = {
  name: "SettingCollection",
  items: (_self, model) => Object.keys(model.state.data.settings).map((key) => ref(setting, key)),
  item: (_self, key, model) => find(key, model),
  call: {
    GetItemOrNullObject: (_self, [key], model) => orNull(() => find(key, model)),
  },
  act: {
    Add: (_self, [key, value], model) => {
      const name = asText(key);
      if (name === "") throw invalid();
      write(name, value, model);
      return ref(setting, name);
    },
  },
};
