/**
 * Module state: what Excel has refused in this session, by member and kind of object ("Chart.title of bar"). It is not tried a
 * second time; other members, and the same member of other kinds of objects, are.
 */
const refused = new Set<string>();

/** Module state: this Excel does not say at which action of a message it stopped. */
let tellsNoPlace = false;

/** Whether it was refused before. */
export const isRefused = (what: string): boolean => refused.has(what);

/** Remembers a refusal. */
export function rememberRefusal(what: string): void {
  refused.add(what);
}

/** Whether each part goes in a message of its own, so that it is known which part a refusal concerns. */
export const sendsPartByPart = (): boolean => tellsNoPlace;

/** From now on each part goes in a message of its own. */
export function sendPartByPart(): void {
  tellsNoPlace = true;
}

/** Resets this state, as loading the page does. */
export function forgetRefusals(): void {
  refused.clear();
  tellsNoPlace = false;
}
