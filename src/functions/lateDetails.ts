import { requireLoaded, type Language } from "../dataset/first";
import type { EcomFunction } from "./answer";
import type { Refusal } from "./outcome";

/**
 * The parts that load after the functions' bundle: functions that look up and explain, and the sentences of refusals.
 */
interface LateDetails {
  readonly functions: Readonly<Record<"FIND" | "INFO" | "CITE" | "CHECK" | "EVENTS" | "CARD", EcomFunction>>;
  readonly refusalText: (reason: Refusal, language: Language) => string;
}

/** State of this module: the details, once they are loaded. */
let loaded: LateDetails | undefined;
/** State of this module: the attempt to load them that is under way. */
let loading: Promise<boolean> | undefined;

/**
 * Called by the file of the details when it runs. Functions that were asked before are answered then; a second call
 * replaces the first details.
 */
export function functionDetailsLoaded(details: LateDetails): void {
  loaded = details;
}

/** The details; throws `notYetLoaded` until they are loaded. */
export const lateDetails = (): LateDetails => requireLoaded(loaded);

/**
 * A function of the details, which throws `notYetLoaded` until they are loaded. The edge to Excel catches that error,
 * waits for the file and calls again, so a cell shows #BUSY! meanwhile.
 */
export const fromDetails =
  (id: keyof LateDetails["functions"]): EcomFunction =>
  (args, settings) =>
    lateDetails().functions[id](args, settings);

/**
 * Loads the details through another script element with the page's own address for them. Only cells that are
 * calculated before the page's own script need it.
 * @returns false where loading failed; the next call tries again
 */
export function loadDetails(): Promise<boolean> {
  loading ??= new Promise<boolean>((resolve) => {
    const page = typeof document === "undefined" ? undefined : document;
    const scriptOfFile = page?.querySelector<HTMLScriptElement>('script[src*="details."]');
    if (!page || !scriptOfFile) return resolve(false);
    const script = page.createElement("script");
    script.src = scriptOfFile.src;
    script.onload = () => resolve(loaded !== undefined);
    script.onerror = () => resolve(false);
    page.head.append(script);
  }).finally(() => (loading = undefined));
  return loading;
}
