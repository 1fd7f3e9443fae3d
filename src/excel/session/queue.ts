import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { can } from "./context";
import type { Context } from "./context";

/** Sheets and ranges in one message; what is named again is the same object and costs nothing more. */
export interface Desk {
  workbook: Excel.Workbook;
  /** By id or name. */
  sheet(key: string): Excel.Worksheet;
  range(key: string, area: Area): Excel.Range;
}

/** One thing to queue, and about how many bytes it sends. */
export interface Task {
  bytes: number;
  run: (desk: Desk) => void;
}

/** Well below the 5 MB that Excel on the web takes: about a megabyte a message. */
const bytesPerSync = 900_000;

function deskOf({ workbook }: Context): Desk {
  const sheets = new Map<string, Excel.Worksheet>();
  const ranges = new Map<string, Excel.Range>();
  const kept = <T>(known: Map<string, T>, key: string, make: () => T): T => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  const sheet = (key: string) => kept(sheets, key, () => workbook.worksheets.getItem(key));
  return {
    workbook,
    sheet,
    range: (key, area) => kept(ranges, `${key} ${a1(area)}`, () => sheet(key).getRange(a1(area))),
  };
}

/**
 * Queues tasks on any sheets and sends them: in one message, or in one a megabyte, the screen held still.
 *
 * @param before called before each message with the part done; throws to stop
 */
export async function send(
  context: Context,
  tasks: readonly Task[],
  before: (part: number) => void = () => undefined,
): Promise<void> {
  let next = 0;
  while (next < tasks.length) {
    before(next / tasks.length);
    if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();
    const desk = deskOf(context);
    let bytes = 0;
    for (; next < tasks.length; next += 1) {
      const task = tasks[next];
      if (!task || (bytes > 0 && bytes + task.bytes > bytesPerSync)) break;
      bytes += task.bytes;
      task.run(desk);
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one message a megabyte; nearly always one
    await context.sync();
  }
}
