import { asText, invalid, notFound } from "../errors";
import type { Model } from "../model";
import { ref } from "./define";
import type { ObjectType } from "./define";
import type { Ref } from "./kinds";

interface PropertyHandle {
  sheetId: string;
  key: string;
}

/** The key in its original case: keys are found in any case. */
function keyAsWritten(sheetId: string, key: unknown, model: Model): string | undefined {
  const wanted = asText(key).toLowerCase();
  return Object.keys(model.state.sheet(sheetId).customProperties).find(
    (name) => name.toLowerCase() === wanted,
  );
}

function find(sheetId: string, key: unknown, model: Model): Ref {
  const writtenKey = keyAsWritten(sheetId, key, model);
  if (writtenKey === undefined) throw notFound();
  return ref(customProperty, { sheetId, key: writtenKey });
}

const customProperty: ObjectType<PropertyHandle> = {
  name: "WorksheetCustomProperty",
  check: (self, model) => {
    if (model.state.sheet(self.sheetId).customProperties[self.key] === undefined) throw notFound();
  },
  id: (self) => self.key,
  get: {
    Key: (self) => self.key,
    Value: (self, model) => model.state.sheet(self.sheetId).customProperties[self.key],
  },
  act: {
    Delete: (self, _args, model) => {
      delete model.state.sheet(self.sheetId).customProperties[self.key];
      model.state.changed({ kind: "sheet", sheetId: self.sheetId });
    },
  },
};

/** Custom properties of a sheet (ExcelApi 1.12). */
export const customProperties: ObjectType<string> = {
  name: "WorksheetCustomPropertyCollection",
  items: (self, model) =>
    Object.keys(model.state.sheet(self).customProperties).map((key) =>
      ref(customProperty, { sheetId: self, key }),
    ),
  item: (self, key, model) => find(self, key, model),
  act: {
    // Adding an existing key replaces its value, as in Excel.
    Add: (self, [key, value], model) => {
      const text = asText(key);
      if (text === "" || text.length > 255) throw invalid();
      const place = keyAsWritten(self, text, model) ?? text;
      model.state.sheet(self).customProperties[place] = asText(value);
      model.state.changed({ kind: "sheet", sheetId: self });
      return ref(customProperty, { sheetId: self, key: place });
    },
  },
};
