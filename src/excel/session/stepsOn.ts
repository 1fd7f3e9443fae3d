import type { Area } from "../../workbook/a1";
import type { BatchObjects, Step } from "./batchObjects";
import type { Part } from "./parts";

/** The written sheet, in one message. */
interface SheetObjects {
  sheet: Excel.Worksheet;
  /** The range of an area relative to a corner; default: the sheet's first cell. */
  range: (area: Area, from?: readonly [row: number, column: number]) => Excel.Range;
}

/** Adds steps that write to one sheet. */
export interface Add {
  (
    part: Part,
    what: string,
    run: (on: SheetObjects, objects: BatchObjects) => void,
    more?: Partial<Step>,
  ): void;
  steps: Step[];
}

/**
 * Makes an empty list of steps on a sheet, and the function that adds to it. `key` is the sheet's id or name. A step
 * is reckoned at 400 bytes of its message unless told otherwise.
 */
export function stepsOn(key: string): Add {
  const steps: Step[] = [];
  const add = (...[part, what, run, more]: Parameters<Add>): void => {
    const onSheet = (objects: BatchObjects) => run(sheetObjectsOf(objects, key), objects);
    steps.push({ part, what, bytes: 400, run: onSheet, ...more });
  };
  return Object.assign(add, { steps });
}

const sheetObjectsOf = (objects: BatchObjects, key: string): SheetObjects => ({
  sheet: objects.sheet(key),
  range: ([row, column, rows, columns], [top, left] = [0, 0]) =>
    objects.range(key, [row + top, column + left, rows, columns]),
});
