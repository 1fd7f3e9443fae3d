export { createActions } from "./actions";
export { giveUp } from "./late";
export type { ActionOptions } from "./actions";
