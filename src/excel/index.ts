export { createActions } from "./actions";
export type { ActionOptions } from "./actions";
