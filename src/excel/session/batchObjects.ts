import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { isEssential } from "./parts";
import type { Part } from "./parts";

/** The objects of one message. Asking twice for a range gives the same object. */
export interface BatchObjects {
  workbook: Excel.Workbook;
  /** By id or name. */
  sheet(key: string): Excel.Worksheet;
  range(key: string, area: Area): Excel.Range;
  /** Made once for each message. */
  once<T>(key: string, make: () => T): T;
  /** Sets what `once` returns from now on. */
  keep(key: string, value: unknown): void;
  /** Calls `read` once Excel has answered and what was loaded can be read. */
  answered(read: () => void): void;
}

/** A step to queue. An essential step is a single action, so that a refusal leaves nothing of it done. */
export interface Step {
  part: Part;
  /**
   * Its member and kind of object, such as "Chart.title of bar". Once refused, it is not tried again in this session.
   */
  what: string;
  /** The approximate bytes that it sends. */
  bytes: number;
  run: (objects: BatchObjects) => void;
  /** Steps with the same effect, if Excel refuses this one. */
  otherwise?: readonly Step[];
  /** The chart or table that it makes or formats. */
  unit?: string;
  /** If this step is refused, the rest of its chart's or table's steps is left out, and these remove it. */
  carries?: readonly Step[];
  /** Whether it is essential although its part is dressing. */
  essential?: true;
  /** Whether it changes nothing, so that there is nothing to undo. */
  harmless?: true;
}

/**
 * The objects of one message. Sheets, ranges and what `once` makes are asked for only once a message, by their key.
 * `answered` collects what reads the answers once the message is back.
 */
export function batchObjects(
  { workbook }: { workbook: Excel.Workbook },
  answered: BatchObjects["answered"],
): BatchObjects {
  const objects = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!objects.has(key)) objects.set(key, make());
    return objects.get(key) as T;
  };
  const sheet = (key: string) => once(`sheet ${key}`, () => workbook.worksheets.getItem(key));
  return {
    workbook,
    sheet,
    range: (key, area) => once(`range ${key} ${a1(area)}`, () => sheet(key).getRange(a1(area))),
    once,
    keep: (key, value) => void objects.set(key, value),
    answered,
  };
}

/** Whether everything must be undone if this step is refused. A step may say so itself; else its part decides. */
export const isNeeded = ({ essential, part }: Step): boolean => essential ?? isEssential(part);
