import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { can } from "./context";
import type { Context } from "./context";

/** The sheet that is written to, in one message; a range that is named again is the same object and costs nothing more. */
export interface Paper {
  sheet: Excel.Worksheet;
  /** A relative area, counted from a corner. */
  range: (area: Area, from: readonly [row: number, column: number]) => Excel.Range;
}

/** One thing to queue, and about how many bytes it sends. */
export interface Step {
  bytes: number;
  run: (paper: Paper) => void;
}

/** Well below the 5 MB that Excel on the web takes: about a megabyte a message. */
const bytesPerSync = 900_000;

/** A sheet to write on. */
export function paperOf(sheet: Excel.Worksheet): Paper {
  const ranges = new Map<string, Excel.Range>();
  return {
    sheet,
    range(area, from) {
      const address = a1(area, from);
      const known = ranges.get(address);
      if (known) return known;
      const range = sheet.getRange(address);
      ranges.set(address, range);
      return range;
    },
  };
}

/**
 * Queues the steps and sends them: in one message, or in one a megabyte.
 *
 * @param sheet gives the sheet anew for each message; the first call may add it
 * @param before called before each message with the part done; throws to stop
 */
export async function perform(
  context: Context,
  steps: readonly Step[],
  sheet: () => Excel.Worksheet,
  before: (part: number) => void,
): Promise<void> {
  const all = steps.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const batch of batches(steps)) {
    before(done / all);
    if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();
    const paper = paperOf(sheet());
    for (const step of batch) step.run(paper);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one message a megabyte; nearly every plan has one
    await context.sync();
    done += batch.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** Steps grouped so that no message passes the limit. */
export function batches(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (size + step.bytes > bytesPerSync) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(step);
    size += step.bytes;
  }
  return groups;
}
