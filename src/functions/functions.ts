// The entry of the functions' bundle, the first code of the page: cells are answered before the pane is loaded.
import { forExcel } from "./edge";
import { ecomFunctions } from "./implementations/all";

/** In a plain browser, without Excel, there are no custom functions. */
if (typeof CustomFunctions !== "undefined") {
  for (const [id, run] of Object.entries(ecomFunctions)) CustomFunctions.associate(id, forExcel(run));
}
