/**
 * The exports of the functions for the rooms above, details included. The bundler joins all that is imported through
 * this file into one piece. The functions' own bundle does not import it, because it starts without the details; nor
 * does this file export what no function needs, such as formulas and lists.
 */
import "./details";

export { ecomFunctions } from "./implementations/all";
export { choice, indicator, optionalPeriod } from "./arguments/arguments";
export { chosenFigure } from "./arguments/chosen";
export { forExcel } from "./edge";
export { infoFields } from "./implementations/info";
export { isUnavailable, refuse } from "./outcome";
export { refusalText } from "./refusalText";
export { followWorkbook, readSettings } from "./settings";
