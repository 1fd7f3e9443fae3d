/**
 * The functions' door for the layers above. What runs is imported through it: the bundler then joins everything behind
 * it into one piece, as it does with the domain. `calls` and `formula` stand outside, since no function needs them.
 */
export { ecomFunctions } from "./all";
export { choice, indicator, optionalPeriod } from "./arguments";
export { chosenFigure } from "./chosen";
export { forExcel } from "./edge";
export { readSettings } from "./settings";
