import type { LogEntry } from "./types";

/** The log of the conversation: its newest entries and its listeners. */
export class Log {
  readonly entries: LogEntry[] = [];
  private readonly start = Date.now();

  constructor(private readonly listener: ((entry: LogEntry) => void) | undefined) {}

  readonly add = (entry: Omit<LogEntry, "at">): void => {
    const full = { at: Date.now() - this.start, ...entry };
    this.entries.push(full);
    if (this.entries.length > 5000) this.entries.splice(0, 1000);
    this.listener?.(full);
  };
}
