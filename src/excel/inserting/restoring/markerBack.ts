import { parseA1 } from "../../../workbook/a1";
import type { Area } from "../../../workbook/a1";
import { idOf, marker, recordKey, unfinished } from "../../reading/blockRecord";
import { can } from "../../session/capabilities";
import { addName, dropName, moveName } from "../steps/marker";
import type { Target } from "../target";
import type { Add } from "../../session/stepsOn";
import type { Now } from "./undoing";

/** The block's name over its cells, and its record as the sheet kept it. */
export function putBackMarker(
  add: Add,
  { id, old, record, sheet }: Target,
  { names, properties }: Now,
): void {
  if (!record) return;
  const there = names.find(({ name }) => idOf(name) === id);
  const right = there && old && JSON.stringify(areaOf(there.value)) === JSON.stringify(old.area);
  const comment = old?.unfinished ? unfinished : "";
  if (old && !right && can("names")) {
    if (there) moveName(add, sheet, id, old, comment);
    else addName(add, sheet, id, old.area, comment);
  } else if (there && !old) dropName(add, sheet, id);
  if (there && old && there.comment !== comment)
    add(
      "name comments",
      "NamedItem.comment",
      ({ sheet }) => (sheet.names.getItem(marker(id)).comment = comment),
    );
  if (!can("sheetProperties")) return;
  const key = recordKey(id);
  const kept = properties.get(key.toLowerCase());
  const text = old ? old.kept : undefined;
  if (kept === text) return;
  if (text !== undefined)
    add("marker", "WorksheetCustomPropertyCollection.add", ({ sheet }) => {
      sheet.customProperties.add(key, text);
    });
  else
    add("marker", "WorksheetCustomProperty.delete", ({ sheet }) => {
      sheet.customProperties.getItem(key).delete();
    });
}

const areaOf = (value: unknown): Area | undefined =>
  typeof value === "string" ? parseA1(value)?.area : undefined;
