/** What the browser keeps for this person, over all workbooks. Nothing of it leaves the machine. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is refused in private windows and by policy: then nothing is remembered, which harms nobody.
    return null;
  }
}

/** Keeps a text for the next time, where the browser lets us. */
export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}
