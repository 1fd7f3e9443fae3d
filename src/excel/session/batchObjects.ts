import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { isEssential } from "./parts";
import type { Part } from "./parts";

/**
 * The sheets and ranges used in one message. A range that is asked for twice is the same object and costs nothing more.
 */
export interface BatchObjects {
  workbook: Excel.Workbook;
  /** By id or name. */
  sheet(key: string): Excel.Worksheet;
  range(key: string, area: Area): Excel.Range;
  /** Made once for each message. */
  once<T>(key: string, make: () => T): T;
  /** Sets what `once` returns from now on in this message. */
  keep(key: string, value: unknown): void;
  /** Called once Excel has answered: then what was loaded can be read. */
  answered(read: () => void): void;
}

/** One step to queue. An essential step is a single action, so if it is refused, nothing of it was done. */
export interface Step {
  part: Part;
  /**
   * Its member and kind of object, such as "Chart.title of bar". If Excel refuses it, it is not tried again in this
   * session.
   */
  what: string;
  /** About how many bytes it sends. */
  bytes: number;
  run: (desk: BatchObjects) => void;
  /** Steps with the same effect, for an Excel that refuses this one. Then nothing is left out. */
  otherwise?: readonly Step[];
  /** The chart or table that it makes or formats. */
  unit?: string;
  /**
   * If this step is refused, the chart or table cannot stay: the rest of its steps is left out, and these steps remove
   * what was made.
   */
  carries?: readonly Step[];
  /** It is essential, although its part is dressing. */
  essential?: true;
  /** It changes nothing, so nothing needs to be put back after it. */
  harmless?: true;
}

/** The objects of one message. */
export function batchObjects(
  { workbook }: { workbook: Excel.Workbook },
  answered: BatchObjects["answered"],
): BatchObjects {
  const kept = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  const sheet = (key: string) => once(`sheet ${key}`, () => workbook.worksheets.getItem(key));
  return {
    workbook,
    sheet,
    range: (key, area) => once(`range ${key} ${a1(area)}`, () => sheet(key).getRange(a1(area))),
    once,
    keep: (key, value) => void kept.set(key, value),
    answered,
  };
}

/** Whether everything must be undone if this step is refused. */
export const isNeeded = ({ essential, part }: Step): boolean => essential ?? isEssential(part);
