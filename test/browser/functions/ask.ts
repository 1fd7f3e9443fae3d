import type { Workbench } from "../browser";

/** What came of a formula: what the cell holds and shows, the data type behind it, and the sentence of an error. */
export interface Answer {
  readonly value: unknown;
  readonly text: string;
  /** "Double" and so on; undefined for a plain value. */
  readonly type: string | undefined;
  readonly message: string | undefined;
}

/** Rows between two formulas, so that a table can spill. */
export const APART = 100;

/**
 * Enters formulas under each other through the client, as a paste would, and waits for all answers.
 * @returns for each formula what its own cell holds; `spilled` reads the cells around it
 */
export async function ask({ addin, page, idle }: Workbench, formulas: readonly string[]): Promise<Answer[]> {
  await addin.evaluate(
    ([list, apart]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        list.forEach((formula, at) => {
          sheet.getRangeByIndexes(at * apart, 30, 1, 1).formulas = [[formula]];
        });
        await context.sync();
      }),
    [[...formulas], APART] as const,
  );
  await idle();
  return page.evaluate(
    ([count, apart]) => {
      const { univerAPI, host } = window.workbench!;
      const sheet = univerAPI.getActiveWorkbook()!.getActiveSheet();
      const id = sheet.getSheetId();
      return Array.from({ length: count }, (_, at) => {
        const row = at * apart;
        const type = host.dataTypeAt(id, row, 30) as { type?: string } | undefined;
        return {
          value: sheet.getRange(row, 30).getRawValue() as unknown,
          text: host.textAt(id, row, 30),
          type: type?.type,
          message: host.messageAt(id, row, 30),
        };
      });
    },
    [formulas.length, APART] as const,
  );
}

/** The values of a block whose first cell is that of the formula at a place of the list that `ask` was given, as the client reads them. */
export function spilled(
  { addin }: Workbench,
  at: number,
  rows: number,
  columns: number,
): Promise<unknown[][]> {
  return addin.evaluate(
    ([row, height, width]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRangeByIndexes(row, 30, height, width);
        range.load("values");
        await context.sync();
        return range.values as unknown[][];
      }),
    [at * APART, rows, columns] as const,
  );
}

/** Writes plain values into a block of the active sheet. */
export async function fill(
  { addin, idle }: Workbench,
  address: string,
  values: readonly (readonly (string | number | boolean)[])[],
): Promise<void> {
  await addin.evaluate(
    ([where, rows]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(where);
        range.formulas = rows.map((row) => [...row]);
        await context.sync();
      }),
    [address, values] as const,
  );
  await idle();
}

/** Saves settings of the workbook through the client, and recalculates as the pane does after it. */
export async function save(
  { addin, page, idle }: Workbench,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await addin.evaluate(async (given) => {
    for (const [name, value] of Object.entries(given)) Office.context.document.settings.set(name, value);
    await new Promise((saved) => Office.context.document.settings.saveAsync(saved));
  }, settings);
  await page.evaluate(() => window.workbench!.host.recalculate());
  await idle();
}
