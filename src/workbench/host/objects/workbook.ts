import { asText, notFound } from "../errors";
import type { Model } from "../model";
import { application } from "./application";
import { ref } from "./define";
import type { ObjectType } from "./define";
import { range, rangeAreas } from "./kinds";
import { namedItems } from "./names";
import { workbookProtection } from "./protection";
import { styles } from "./styles";
import { tables } from "./tables";
import { worksheets } from "./worksheets";

/** The workbook: the root of every path. */
export const workbook: ObjectType<null> = {
  name: "Workbook",
  go: {
    Application: () => ref(application, null),
    Names: () => ref(namedItems, null),
    Protection: () => ref(workbookProtection, null),
    Styles: () => ref(styles, null),
    Tables: () => ref(tables, { sheetId: null }),
    Worksheets: () => ref(worksheets, null),
  },
  call: {
    GetSelectedRange: (_self, _args, model) => {
      const [first] = model.selection.ranges();
      if (!first) throw notFound();
      return range.of(first);
    },
    GetSelectedRanges: (_self, _args, model) => rangeAreas.of(model.selection.ranges()),
    _RemoveReference: (_self, [id], model) => {
      model.references.delete(asText(id));
      return null;
    },
    _RemoveAllReferences: (_self, _args, model) => {
      model.references.clear();
      return null;
    },
    _GetObjectByReferenceId: (_self, [id], model) => keptReference(id, model),
    _GetRangeForEventByReferenceId: (_self, [id], model) => keptReference(id, model),
  },
};

function keptReference(id: unknown, model: Model) {
  const reference = model.references.get(asText(id));
  if (!reference) throw notFound();
  return reference;
}
