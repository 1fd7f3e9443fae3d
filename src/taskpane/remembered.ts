import { indicators, type IndicatorCode } from "../dataset";

/** What the browser keeps for this person, over all workbooks. Nothing of it leaves the machine. */
const keys = { firstRun: "ecom.first-run-read", pinned: "ecom.pinned", recent: "ecom.recent" };

/** At most so many indicators are remembered as opened. */
const mostRecent = 4;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is refused in private windows and by policy: then nothing is remembered, which harms nobody.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

/** Whether the first run's lines are still to be read. Where the browser keeps nothing for us, they always are. */
export const isFirstRun = (): boolean => read(keys.firstRun) === null;

/** Remembers that they were read. */
export const firstRunRead = (): void => write(keys.firstRun, "1");

/** Codes as kept, those that the data know; anything else that stands there counts as nothing. */
function codes(key: string): IndicatorCode[] {
  const kept = (read(key) ?? "").split(",");
  return indicators
    .map(({ code }) => code)
    .filter((code) => kept.includes(code))
    .sort((a, b) => kept.indexOf(a) - kept.indexOf(b));
}

/** The indicators that this person pinned, and those opened last, newest first. */
export const readShortlist = (): { pinned: readonly IndicatorCode[]; recent: readonly IndicatorCode[] } => ({
  pinned: codes(keys.pinned),
  recent: codes(keys.recent),
});

/** Keeps them for the next time. */
export function keepShortlist(pinned: readonly IndicatorCode[], recent: readonly IndicatorCode[]): void {
  write(keys.pinned, pinned.join(","));
  write(keys.recent, recent.join(","));
}

/** The list of opened indicators after one more. */
export const withRecent = (recent: readonly IndicatorCode[], code: IndicatorCode): readonly IndicatorCode[] =>
  [code, ...recent.filter((other) => other !== code)].slice(0, mostRecent);
