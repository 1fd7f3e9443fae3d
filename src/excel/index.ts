export { createActions } from "./createActions";

// For the self-test, which compares plan and workbook. Other rooms import only this file, so that the bundler joins
// the whole room in one piece.
export { sourcesName } from "../review/frozen/sheet";
export { isFormula } from "../sheets/plan";
export { a1, columnLetters, overlap, parseA1 } from "../workbook/a1";
export { chartName, marker, recordKey, tableName } from "./reading/blockRecord";
export { readHandle } from "./reading/blockHandle";
export { adaptPlan as planFor } from "./inserting/adaptPlan";
export { points } from "./inserting/steps/sizes";
export { tableStyle } from "./inserting/steps/tables";
export { recordIn } from "./reading/keptRecord";
export { cellStyles } from "./inserting/styles";
export type { CellStyle } from "./inserting/styles";
export { plainText, readBack } from "./session/cellText";
export { can, isReadOnly, needed } from "./session/capabilities";
export type { Ability } from "./session/capabilities";
export { onRefusal, runInContext as talk } from "./session/context";
export type { Context } from "./session/context";
export { codeOf, problemOf } from "./session/errors";
export { remember, save, setOrRemove, setting } from "./session/settings";
