/**
 * State of this module: what Excel has refused in this session, by member and kind of object ("Chart.title of bar").
 * It is not tried again; other members, and the same member of other kinds of objects, are.
 */
const refused = new Set<string>();

/** State of this module: whether this Excel does not tell at which action of a message it stopped. */
let tellsNoPlace = false;

/**
 * Whether it was refused before. By the member's name, such as "Range.merge"; a refused one is not sent again while
 * the page is open.
 */
export const isRefused = (member: string): boolean => refused.has(member);

/** Remembers a refusal. `member` as in `isRefused`, such as "Range.merge". */
export function rememberRefusal(member: string): void {
  refused.add(member);
}

/**
 * Whether each part is sent in its own message, so that a refusal concerns a known part. Some hosts do not say which
 * statement failed.
 */
export const sendsPartByPart = (): boolean => tellsNoPlace;

/** Sends each part in its own message from now on. Called after a refusal without a place. */
export function sendPartByPart(): void {
  tellsNoPlace = true;
}

/** Resets this state, as loading the page does. For new actions, as the self-test makes them. */
export function forgetRefusals(): void {
  refused.clear();
  tellsNoPlace = false;
}
