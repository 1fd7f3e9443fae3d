import { closeHost, host, type Hosted } from "./host";
import { plainRows } from "./linear";
import { raceOf } from "./measure";
import { questions } from "./questions";
import { milliseconds, percent, rounded, times, type Benchmark } from "./report";

const CELLS = 10_000;
/** A sheet of ten thousand cells takes seconds and varies little: more rounds would tell nothing new. */
const ROUNDS = 2;

const growth = plainRows.filter(({ measure }) => measure === "YOY_GROWTH");
const any = <T>(list: readonly T[], at: number) => list[at % list.length] as T;

/** Our formulas, with indicators and periods from all over the data as people write them. */
const ours = Array.from({ length: CELLS }, (_, at) => {
  const [name, period] = any(questions.GROWTH, at) as [string, string];
  return `=ECOM.GROWTH("${name.replaceAll('"', '""')}","${period}")`;
});

/** What a user would do instead: a sheet with a key and a value a row, and a lookup. The key must be written exactly. */
const lookups = Array.from({ length: CELLS }, (_, at) => {
  const { code, period } = any(growth, at * 7);
  return `=XLOOKUP("${code} ${period}",Data!$A$1:$A$${growth.length},Data!$B$1:$B$${growth.length})`;
});

/** Enters formulas in one column through the client and waits until all are answered; milliseconds. */
async function enter({ page, addin }: Hosted, formulas: readonly string[]): Promise<number> {
  const from = performance.now();
  await addin.evaluate(
    (list) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRangeByIndexes(0, 0, list.length, 1).formulas = list.map((entry) => [entry]);
        await context.sync();
      }),
    [...formulas],
  );
  await page.evaluate(() => window.workbench!.host.idle());
  const taken = performance.now() - from;
  const wrong = await page.evaluate(
    (count) =>
      window
        .workbench!.univerAPI.getActiveWorkbook()!
        .getSheetByName("Sheet1")!
        .getRange(0, 0, count, 1)
        .getRawValues()
        .filter(([value]) => typeof value !== "number").length,
    formulas.length,
  );
  if (wrong > 0) throw new Error(`${wrong} of ${formulas.length} cells hold no number.`);
  return taken;
}

async function withAddin(): Promise<{ total: number; client: number; own: number }> {
  const hosted = await host();
  const total = await enter(hosted, ours);
  const { calls, total: own } = await hosted.addin.evaluate(() => window.spent);
  if (calls !== CELLS) throw new Error(`${calls} calls were made for ${CELLS} cells.`);
  const client = await hosted.page.evaluate(() => {
    const at = (kind: string) =>
      window.workbench!.host.log.filter((entry) => entry.kind === kind).map((entry) => entry.at);
    return Math.max(...at("function-result")) - Math.min(...at("function-call"));
  });
  await hosted.close();
  return { total, client, own };
}

async function withLookups(): Promise<{ total: number; client: number; own: number }> {
  const hosted = await host();
  await hosted.addin.evaluate(
    (rows) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Data");
        sheet.getRangeByIndexes(0, 0, rows.length, 2).values = rows;
        await context.sync();
      }),
    growth.map(({ code, period, value }) => [`${code} ${period}`, value]),
  );
  const total = await enter(hosted, lookups);
  await hosted.close();
  return { total, client: 0, own: 0 };
}

export const benchmark: Benchmark = async ({ rounds }) => {
  const taken = await raceOf({ addin: withAddin, lookup: withLookups }, Math.min(rounds, ROUNDS));
  await closeHost();
  const { addin, lookup } = taken;
  const count = CELLS.toLocaleString("en-US");
  return {
    title: `${count} cells in a browser`,
    body: [
      `${count} cells with \`=ECOM.GROWTH(indicator, period)\`, entered in one action through Microsoft's client in the ` +
        "workbench in Chromium, until every cell shows its number with source and format. “Ours” is the time inside our " +
        "functions; “the client” is from the first call that the host sends to the last result that it gets, ours " +
        `included. The other way is a sheet of ${growth.length} rows with a key and a value, and as many ` +
        "`XLOOKUP` on it in the same grid: bare numbers, keys written exactly. Aim: ours under 5 % of the client's time.",
      {
        head: ["", "all cells shown", "the client", "ours", "ours ÷ the client", "ours, a call"],
        rows: [
          [
            "the add-in",
            milliseconds(addin.total),
            milliseconds(addin.client),
            milliseconds(addin.own),
            percent(addin.own / addin.client),
            `${rounded((addin.own * 1000) / CELLS)} µs`,
          ],
          ["XLOOKUP on a data sheet", milliseconds(lookup.total), "–", "–", "–", "–"],
        ],
      },
      `The data sheet takes ${times(lookup.total / addin.total)} the time of the add-in: a lookup in the grid needs no message to ` +
        "another program. What the add-in costs is the client's way there and back; our own part of it is the share above.",
    ],
  };
};
