import { asText, invalid, notFound } from "../errors";
import type { Model } from "../model";
import { nullObject, orNull, ref } from "./define";
import type { NullObject, ObjectType } from "./define";
import type { Ref } from "./kinds";

/** The root element's namespace, read without a parser: enough to tell parts apart. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])([A-Za-z_][\w.-]*)?(?::[A-Za-z_][\w.-]*)?([^>]*)>/.exec(xml);
  const prefix = /<(?![?!])([A-Za-z_][\w.-]*):/.exec(xml)?.[1];
  const attribute = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root?.[2] ?? "");
  return found?.[1] ?? found?.[2] ?? "";
}

function checked(xml: unknown): string {
  const text = asText(xml);
  const body = text.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, "").trim();
  const root = /^<([A-Za-z_][\w.:-]*)[\s\S]*?(?:\/>|>)/.exec(body);
  if (!root || !(body.endsWith(`</${root[1]}>`) || body.endsWith("/>"))) throw invalid();
  return text;
}

const ids = (model: Model, namespace?: string): string[] =>
  Object.entries(model.state.data.xmlParts)
    .filter(([, xml]) => namespace === undefined || namespaceOf(xml) === namespace)
    .map(([id]) => id);

const part: ObjectType<string> = {
  name: "CustomXmlPart",
  check: (self, model) => {
    if (model.state.data.xmlParts[self] === undefined) throw notFound();
  },
  id: (self) => self,
  get: {
    Id: (self) => self,
    NamespaceUri: (self, model) => namespaceOf(model.state.data.xmlParts[self] ?? ""),
  },
  call: { GetXml: (self, _args, model) => model.state.data.xmlParts[self] },
  act: {
    SetXml: (self, [xml], model) => {
      model.state.data.xmlParts[self] = checked(xml);
      model.state.changed({ kind: "xml" });
    },
    Delete: (self, _args, model) => {
      delete model.state.data.xmlParts[self];
      model.state.changed({ kind: "xml" });
    },
  },
};

function find(id: unknown, model: Model, namespace?: string): Ref {
  const text = asText(id);
  if (!ids(model, namespace).includes(text)) throw notFound();
  return ref(part, text);
}

/** Custom XML parts of the workbook. */
export const xmlParts: ObjectType<null> = {
  name: "CustomXmlPartCollection",
  items: (_self, model) => ids(model).map((id) => ref(part, id)),
  item: (_self, id, model) => find(id, model),
  call: {
    GetCount: (_self, _args, model) => ids(model).length,
    GetItemOrNullObject: (_self, [id], model) => orNull(() => find(id, model)),
    GetByNamespace: (_self, [namespace]) => ref(scoped, asText(namespace)),
  },
  act: {
    Add: (_self, [xml], model) => {
      const id = `{${crypto.randomUUID().toUpperCase()}}`;
      model.state.data.xmlParts[id] = checked(xml);
      model.state.changed({ kind: "xml" });
      return ref(part, id);
    },
  },
};

function only(self: string, model: Model): Ref | NullObject {
  const [first, ...more] = ids(model, self);
  if (first === undefined || more.length > 0) return nullObject;
  return ref(part, first);
}

const scoped: ObjectType<string> = {
  name: "CustomXmlPartScopedCollection",
  items: (self, model) => ids(model, self).map((id) => ref(part, id)),
  item: (self, id, model) => find(id, model, self),
  call: {
    GetCount: (self, _args, model) => ids(model, self).length,
    GetItemOrNullObject: (self, [id], model) => orNull(() => find(id, model, self)),
    GetOnlyItem: (self, _args, model) => {
      const found = only(self, model);
      if (found === nullObject) throw invalid();
      return found;
    },
    GetOnlyItemOrNullObject: (self, _args, model) => only(self, model),
  },
};
