import type { Plan } from "../../sheets/plan";
import { unfinished } from "../reading/blockRecord";
import type { Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { mayGroup } from "../session/context";
import { stepsOn } from "../session/stepsOn";
import type { Add } from "../session/stepsOn";
import { addExtra } from "./extraColumns";
import { addCells, addKept, addStyles } from "./steps/cells";
import { addCharts } from "./steps/charts";
import { addPause, addResume, addShowAll } from "./steps/filters";
import { addMark, addMarker } from "./steps/marker";
import { clearOld } from "./steps/oldBlock";
import { addPage, addPrint, dropBreaks, samePrint } from "./steps/page";
import { addSizes } from "./steps/sizes";
import { addTables } from "./steps/tables";
import type { Target } from "./target";
import { addUserFormats } from "./userFormats";

/** All steps of a plan, in the order that Excel needs; what may take long to fail comes last. */
export function stepsFor(plan: Plan, target: Target): Step[] {
  const { at, old, record, newSheet, rename, written, sheet: key } = target;
  const add = stepsOn(key);
  const marks = record !== undefined && can("names");
  const isNew = newSheet !== undefined || (record?.own === true && old?.unfinished === true);
  if (newSheet !== undefined) addSheet(add, newSheet, written);
  const { hidden } = target;
  if (hidden?.show) addShowAll(add, hidden.show.hidden, hidden.show.area, hidden.show.tables);
  else if (hidden) addPause(add, hidden.pause);
  if (marks && old) addMark(add, target, unfinished);
  if (old) clearOld(add, plan, target, old);
  const { print } = plan;
  const prints =
    print !== undefined && (isNew || (record?.own === true && !samePrint(print, old?.record.print)));
  // The old record knows the old page breaks, so it is replaced only after they are removed.
  if (old && prints) dropBreaks(add, at, [old.record.print, print], old.breaks);
  // Before the sheet is renamed: the name's formula names the sheet.
  if (record) addMarker(add, target, record);
  if (rename && !mayGroup())
    add("view", "Worksheet.name", ({ sheet }) => (sheet.name = rename), {
      run(objects) {
        objects.sheet(key).name = rename;
        objects.answered(() => (written.renamed = true));
      },
    });
  if (isNew && can("gridlines"))
    add("view", "Worksheet.showGridlines", ({ sheet }) => (sheet.showGridlines = false));
  addCells(add, plan, target);
  addStyles(add, plan, target);
  addKept(add, target);
  for (const { before, after } of target.extra ?? []) addExtra(add, before, after);
  addUserFormats(add, at, target.userFormats ?? []);
  addSizes(add, plan, target);
  addTables(add, plan, target);
  addCharts(add, plan, target);
  if (hidden) addResume(add, hidden.resume);
  if (isNew) {
    // Rows are frozen while the sheet is active: some builds refuse it on other sheets.
    add("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
    const { frozenRows } = plan;
    if (frozenRows > 0 && can("freeze"))
      add("view", "WorksheetFreezePanes.freezeRows", ({ sheet }) => sheet.freezePanes.freezeRows(frozenRows));
    add("view", "Range.select", ({ range }) => range([0, 0, 1, 1], at).select());
  }
  if (print && isNew) addPage(add);
  if (prints) addPrint(add, at, print);
  if (marks) addMark(add, target, "");
  return add.steps;
}

/** Adds a sheet, and asks for the id that Excel gives it. */
function addSheet(add: Add, name: string, written: Target["written"]): void {
  add("cells", "WorksheetCollection.add", () => undefined, {
    bytes: 300,
    run: (objects) => void objects.once(`sheet ${name}`, () => objects.workbook.worksheets.add(name)),
  });
  add("view", "ask Worksheet.id", () => undefined, {
    harmless: true,
    run(objects) {
      const worksheet = objects.sheet(name);
      worksheet.load("id");
      objects.answered(() => (written.sheetId = worksheet.id));
    },
  });
}
