import { talk } from "../excel";
import { isWaiting } from "./answers";

/** The milliseconds between two looks at functions. */
const PAUSE = 100;

/** How long Excel, and our functions, may take, in milliseconds. */
interface Times {
  timeoutMs: number;
  answering: number;
}

/** The values and texts of an area once its functions have answered; undefined if they do not in time. */
export async function settled(
  { timeoutMs, answering }: Times,
  sheet: string,
  address: string,
): Promise<{ values: unknown[][]; text: string[][] } | undefined> {
  const until = Date.now() + answering;
  for (;;) {
    const grid = await talk(timeoutMs, async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load("values,text");
      await context.sync();
      return { values: range.values as unknown[][], text: range.text };
    });
    if (!grid.values.flat().some(isWaiting)) return grid;
    if (Date.now() > until) return undefined;
    await new Promise((later) => setTimeout(later, PAUSE));
  }
}
