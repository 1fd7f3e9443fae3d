import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { isEssential } from "./parts";
import type { Part } from "./parts";

/** Sheets and ranges in one message; what is named again is the same object and costs nothing more. */
export interface BatchObjects {
  workbook: Excel.Workbook;
  /** By id or name. */
  sheet(key: string): Excel.Worksheet;
  range(key: string, area: Area): Excel.Range;
  /** Made once a message. */
  once<T>(key: string, make: () => T): T;
  /** From now on in this message `once` gives this. */
  keep(key: string, value: unknown): void;
  /** Called once Excel has answered: then what was loaded can be read. */
  answered(read: () => void): void;
}

/** One thing to queue. An essential step is a single action, so that a refused one has done nothing. */
export interface Step {
  part: Part;
  /** Its member and kind of object; what was refused of it is not tried a second time in this session. */
  what: string;
  /** About how many bytes it sends. */
  bytes: number;
  run: (desk: BatchObjects) => void;
  /** Another way to the same, where Excel refuses this one. Nothing is left out then. */
  otherwise?: readonly Step[];
  /** The thing that it makes or dresses: a chart, a table. */
  unit?: string;
  /** Without it the thing cannot stay: the rest of it is left out, and this takes away what was begun. */
  carries?: readonly Step[];
  /** It must be done though its part is dressing. */
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

/** Whether a writing without this step is none. */
export const isNeeded = ({ essential, part }: Step): boolean => essential ?? isEssential(part);
