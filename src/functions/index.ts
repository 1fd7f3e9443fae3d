/**
 * The functions' door for the layers above. What runs is imported through it: the bundler then joins everything behind
 * it into one piece, as it does with the domain. What no function needs (formulas, lists to pick from) stands outside. The functions'
 * own bundle does not come in here: it begins without the details, which come through this door.
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
