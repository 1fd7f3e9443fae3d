import { read, write } from "./storage";

const key = "ecom.first-run-read";

/** Whether the first run's lines are still to be read. Where the browser keeps nothing for us, they always are. */
export const isFirstRun = (): boolean => read(key) === null;

/** Remembers that they were read. */
export const firstRunRead = (): void => write(key, "1");
