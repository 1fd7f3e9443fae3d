import { read, write } from "./storage";

const storageKey = "ecom.first-run-read";

/** Whether the introduction was not dismissed yet; always true where the browser stores nothing. */
export const isFirstRun = (): boolean => read(storageKey) === null;

/**
 * Remembers that the introduction was dismissed. In this browser, for all workbooks; where storage is forbidden it
 * shows again.
 */
export const firstRunRead = (): void => write(storageKey, "1");
