/* eslint-disable office-addins/call-sync-before-read --
   the rule looks for the sync between load and reading in the text; here the reading is left to the message's end. */
import type { Part } from "./parts";
import type { Add } from "./stepsOn";

/**
 * Adds the steps that store a text as a property of the sheet; adding an existing key sets its value.
 *
 * @param kept gets what Excel has stored of it, for Excel reportedly cuts long texts; left out: it is not asked
 * @param part what is missing if Excel refuses
 */
export function addProperty(
  add: Add,
  key: string,
  text: string,
  kept?: (stored: string) => void,
  part: Part = "marker",
): void {
  add(
    part,
    "WorksheetCustomPropertyCollection.add",
    ({ sheet }) => void sheet.customProperties.add(key, text),
    { bytes: 600 + text.length * 2 },
  );
  if (!kept) return;
  add(
    "view",
    "ask WorksheetCustomProperty.value",
    ({ sheet }, objects) => {
      const property = sheet.customProperties.getItem(key);
      property.load("value");
      objects.answered(() => kept(property.value));
    },
    { harmless: true },
  );
}

/** Adds the step that deletes a property of the sheet, which must be there. */
export const deleteProperty = (add: Add, key: string): void =>
  add("marker", "WorksheetCustomProperty.delete", ({ sheet }) =>
    sheet.customProperties.getItem(key).delete(),
  );
