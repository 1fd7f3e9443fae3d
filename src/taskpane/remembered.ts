import { indicators, type IndicatorCode } from "../dataset";
import { read, write } from "./storage";

const storageKeys = { pinned: "ecom.pinned", recent: "ecom.recent" };

/** The most indicators that are remembered as opened. */
const mostRecent = 4;

/** The stored codes that the data know; empty for any other text. */
function codes(key: string): IndicatorCode[] {
  const list = (read(key) ?? "").split(",");
  return indicators
    .map(({ code }) => code)
    .filter((code) => list.includes(code))
    .sort((a, b) => list.indexOf(a) - list.indexOf(b));
}

/**
 * The indicators that the user pinned, and those opened last, newest first. Codes that the data lack now are left
 * out; empty where the browser forbids storage.
 */
export const readShortlist = (): { pinned: readonly IndicatorCode[]; recent: readonly IndicatorCode[] } => ({
  pinned: codes(storageKeys.pinned),
  recent: codes(storageKeys.recent),
});

/** Stores them in the browser. Does nothing where storage is forbidden. */
export function keepShortlist(pinned: readonly IndicatorCode[], recent: readonly IndicatorCode[]): void {
  write(storageKeys.pinned, pinned.join(","));
  write(storageKeys.recent, recent.join(","));
}

/**
 * The list of opened indicators with one more. `code` comes first, and the oldest beyond the most that are shown fall
 * out.
 */
export const withRecent = (recent: readonly IndicatorCode[], code: IndicatorCode): readonly IndicatorCode[] =>
  [code, ...recent.filter((other) => other !== code)].slice(0, mostRecent);
