const key = "ecom.first-run-read";

/** Whether the first run's lines are still to be read. Where the browser keeps nothing for us, they always are. */
export function isFirstRun(): boolean {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return true;
  }
}

/** Remembers that they were read; where that is forbidden, they come again next time, which harms nobody. */
export function firstRunRead(): void {
  try {
    localStorage.setItem(key, "1");
  } catch {
    // Storage is refused in private windows and by policy; there is nothing to say to the user.
  }
}
