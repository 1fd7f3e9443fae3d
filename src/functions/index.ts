/**
 * The functions' door for the layers above. What runs is imported through it: the bundler then joins everything behind
 * it into one piece, as it does with the domain. What no function needs (formulas, lists to pick from) stands outside.
 */
export { ecomFunctions } from "./all";
export { choice, indicator, optionalPeriod } from "./arguments";
export { chosenFigure } from "./chosen";
export { forExcel } from "./edge";
export { infoFields } from "./info";
export { isUnavailable, refusalText, refuse } from "./outcome";
export { readSettings } from "./settings";
