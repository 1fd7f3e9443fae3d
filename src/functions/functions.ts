// The functions' bundle: the first code of the page, so that cells get their answers before the pane is there.
import { forExcel } from "./edge";
import { ecomFunctions } from "./implementations/all";

/** The client keeps what is associated until the host asks for it; opened without a client, the page has no cells to answer. */
if (typeof CustomFunctions !== "undefined") {
  for (const [id, run] of Object.entries(ecomFunctions)) CustomFunctions.associate(id, forExcel(run));
}
