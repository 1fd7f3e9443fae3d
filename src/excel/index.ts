export { createActions } from "./createActions";
export type { ActionOptions } from "./createActions";
