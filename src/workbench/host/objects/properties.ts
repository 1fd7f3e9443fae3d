import type { PropertiesState } from "../../state";
import { asText, invalid, notFound, Refusal } from "../errors";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import type { Ref } from "./kinds";

type Texts = "title" | "author" | "subject" | "keywords" | "comments" | "category" | "manager" | "company";
const texts: Record<string, Texts> = {
  Title: "title",
  Author: "author",
  Subject: "subject",
  Keywords: "keywords",
  Comments: "comments",
  Category: "category",
  Manager: "manager",
  Company: "company",
};

const write = (model: Model, change: Partial<PropertiesState>): void => {
  Object.assign(model.state.data.properties, change);
  model.state.changed({ kind: "properties" });
};

/** Title, author and the like. */
export const documentProperties: ObjectType<null> = {
  name: "DocumentProperties",
  get: {
    ...Object.fromEntries(
      Object.entries(texts).map(([name, key]) => [
        name,
        (_self: null, model: Model) => model.state.data.properties[key],
      ]),
    ),
    LastAuthor: (_self, model) => model.state.data.properties.lastAuthor,
  },
  set: {
    ...Object.fromEntries(
      Object.entries(texts).map(([name, key]) => [
        name,
        (_self: null, value: unknown, model: Model) => {
          write(model, { [key]: asText(value) });
        },
      ]),
    ),
  },
  go: { Custom: () => ref(customProperties, null) },
};

function find(key: unknown, model: Model): Ref {
  const wanted = asText(key).toLowerCase();
  const found = Object.keys(model.state.data.properties.custom).find((one) => one.toLowerCase() === wanted);
  if (found === undefined) throw notFound();
  return ref(customProperty, found);
}

const typeNames: Record<string, string> = { string: "String", number: "Number", boolean: "Boolean" };

const customProperty: ObjectType<string> = {
  name: "CustomProperty",
  id: (self) => self,
  check: (self, model) => {
    if (model.state.data.properties.custom[self] === undefined) throw notFound();
  },
  get: {
    Key: (self) => self,
    Value: (self, model) => model.state.data.properties.custom[self],
    Type: (self, model) => typeNames[typeof model.state.data.properties.custom[self]],
  },
  set: {
    Value: (self, value, model) => {
      write(model, { custom: { ...model.state.data.properties.custom, [self]: checked(value) } });
    },
  },
  act: {
    Delete: (self, _args, model) => {
      delete model.state.data.properties.custom[self];
      model.state.changed({ kind: "properties" });
    },
  },
};

const customProperties: ObjectType<null> = {
  name: "CustomPropertyCollection",
  items: (_self, model) =>
    Object.keys(model.state.data.properties.custom).map((key) => ref(customProperty, key)),
  item: (_self, key, model) => find(key, model),
  call: {
    GetItemOrNullObject: (_self, [key], model) => orNull(() => find(key, model)),
  },
  act: {
    Add: (_self, [key, value], model) => {
      const name = asText(key);
      if (name === "" || name.length > 255) throw invalid();
      write(model, { custom: { ...model.state.data.properties.custom, [name]: checked(value) } });
      return ref(customProperty, name);
    },
  },
};

function checked(value: unknown): string | number | boolean {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") throw invalid();
  if (typeof value === "string" && value.length > 255) throw new Refusal("InvalidArgument");
  return value;
}
