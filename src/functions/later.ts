import { here, type Language } from "../dataset/first";
import type { EcomFunction } from "./answer";
import type { Refusal } from "./outcome";

/** What stands in the details, a file behind the functions: functions that tell rather than count, and the sentences of refusals. */
export interface Later {
  readonly functions: Readonly<Record<"FIND" | "INFO" | "CITE" | "CHECK" | "EVENTS" | "CARD", EcomFunction>>;
  readonly refusalText: (reason: Refusal, language: Language) => string;
}

/** State of this module: what has come. */
let come: Later | undefined;
/** State of this module: the file that was asked for once more. */
let asked: Promise<boolean> | undefined;

/** Called by the file itself when it has come. */
export function laterArrived(later: Later): void {
  come = later;
}

/** What stands in the details; throws `awaited` until they have come. */
export const laterOnes = (): Later => here(come);

/** A function of the details. */
export const later =
  (id: keyof Later["functions"]): EcomFunction =>
  (args, settings) =>
    laterOnes().functions[id](args, settings);

/**
 * Asks for the details anew, under the address by which the page loads them: they come at once if they are on their way. The page's
 * own code waits for them, so that only cells that are calculated before it can be here.
 * @returns false where they do not come; the next call asks again
 */
export function loadLater(): Promise<boolean> {
  asked ??= new Promise<boolean>((resolve) => {
    const page = typeof document === "undefined" ? undefined : document;
    const named = page?.querySelector<HTMLScriptElement>('script[src*="details."]');
    if (!page || !named) return resolve(false);
    const script = page.createElement("script");
    script.src = named.src;
    script.onload = () => resolve(come !== undefined);
    script.onerror = () => resolve(false);
    page.head.append(script);
  }).finally(() => (asked = undefined));
  return asked;
}
