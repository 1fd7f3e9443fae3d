import type { checkingActions } from "./checking";
import type { mendingActions } from "./mending";
import type { thaw } from "./thaw";

/** The part of the actions that the page reads last (check.ts). */
export interface Late {
  checkingActions: typeof checkingActions;
  mendingActions: typeof mendingActions;
  thaw: typeof thaw;
}

let resolve: (late: Late) => void = () => undefined;
let reject: (why: Error) => void = () => undefined;

/** The part, as soon as its file has run; rejected when the page has loaded without it. */
export const late = new Promise<Late>((yes, no) => ([resolve, reject] = [yes, no]));
// Whoever wants it is told; until then nobody needs to know.
late.catch(() => undefined);

/** Hands the part in. */
export const handIn = (part: Late): void => resolve(part);

/** Says that it will not come any more; after it came, this changes nothing. */
export const giveUp = (): void => reject(new Error("tools.js was not loaded; reload the pane"));
