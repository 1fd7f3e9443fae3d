/** Reads what the browser stores for this user, for all workbooks; null for nothing. It never leaves the machine. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Private windows and policies forbid storage; then nothing is remembered.
    return null;
  }
}

/** Stores a text, where the browser allows it. Fails silently: nothing that is kept here is needed. */
export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden.
  }
}
