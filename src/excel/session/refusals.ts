/**
 * State of this module: what Excel has refused in this session, by member and kind of object ("Chart.title of bar").
 * It is not tried again; other members, and the same member of other kinds of objects, are.
 */
const refused = new Set<string>();

/** State of this module: whether this Excel does not tell at which action of a message it stopped. */
let tellsNoPlace = false;

/** Whether it was refused before. */
export const isRefused = (what: string): boolean => refused.has(what);

/** Remembers a refusal. */
export function rememberRefusal(what: string): void {
  refused.add(what);
}

/** Whether each part is sent in its own message, so that a refusal concerns a known part. */
export const sendsPartByPart = (): boolean => tellsNoPlace;

/** Sends each part in its own message from now on. */
export function sendPartByPart(): void {
  tellsNoPlace = true;
}

/** Resets this state, as loading the page does. */
export function forgetRefusals(): void {
  refused.clear();
  tellsNoPlace = false;
}
