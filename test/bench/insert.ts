import type { Frame } from "playwright-core";
import type { Period } from "../../src/dataset";
import { readBack } from "../../src/excel/session/cellText";
import { buildPlan } from "../../src/sheets/buildPlan";
import type { Cell, Plan } from "../../src/sheets/plan";
import { a1 } from "../../src/workbook/a1";
import type { Insertion } from "../../src/workbook/insertion";
import { productScript } from "../browser/product";
import { closeHost, host } from "./host";
import { raceOf } from "./measure";
import { kilobytes, milliseconds, times, type Benchmark } from "./report";

const summary: Insertion = {
  kind: "summary",
  template: "quarter",
  period: "2025-Q1" as Period,
  live: false,
};

/** What a page costs: time until Excel's last answer, messages and their bytes. */
type Cost = Record<"time" | "messages" | "bytes", number>;

const ROUNDS = 5;

/** A part of the sheet as a simple add-in writes it: a block of cells with their number formats, a table, or a chart. */
interface Part {
  readonly address: string;
  readonly values?: (string | number)[][];
  readonly formats?: string[][];
  readonly table?: true;
  readonly chart?: "BarClustered" | "ColumnClustered" | "Line";
}

const chartTypes = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "Line",
  "column-line": "ColumnClustered",
} as const;

/** The plan in parts: each block of cells, each table, each chart. */
function partsOf(plan: Plan): Part[] {
  const formats = new Map<string, string>();
  for (const { area, format } of plan.formats) {
    for (let row = 0; row < area[2]; row++) {
      for (let column = 0; column < area[3]; column++) {
        const one = typeof format === "string" ? format : format[row]?.[column];
        if (one !== undefined) formats.set(`${area[0] + row} ${area[1] + column}`, one);
      }
    }
  }
  const text = (cell: Cell): string | number => {
    if (cell === null) return "";
    return typeof cell === "number" ? cell : readBack(cell, [0, 0]);
  };
  return [
    ...plan.cells.map(({ at: [row, column], rows }) => ({
      address: a1([row, column, rows.length, rows[0]?.length ?? 1]),
      values: rows.map((cells) => cells.map(text)),
      formats: rows.map((cells, r) =>
        cells.map((_, c) => formats.get(`${row + r} ${column + c}`) ?? "General"),
      ),
    })),
    ...plan.tables.map(({ area }) => ({ address: a1(area), table: true as const })),
    ...plan.charts.map(({ type, data }) => ({ address: a1(data), chart: chartTypes[type] })),
  ];
}

/** Writes the parts, a request a cell and one sync for all, or a request a block and a sync after each part. Runs in the frame. */
async function writeParts({ parts, by }: { parts: Part[]; by: "cell" | "object" }): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Summary");
    for (const { address, values, formats, table, chart } of parts) {
      const range = sheet.getRange(address);
      if (table) sheet.tables.add(range, true);
      else if (chart) sheet.charts.add(chart, range, "Columns");
      else if (values && formats && by === "object") {
        range.numberFormat = formats;
        range.formulas = values;
      } else {
        values?.forEach((cells, row) =>
          cells.forEach((value, column) => {
            if (value === "") return;
            const cell = range.getCell(row, column);
            cell.numberFormat = [[formats?.[row]?.[column] ?? "General"]];
            cell.formulas = [[value]];
          }),
        );
      }
      if (by === "object") await context.sync();
    }
    await context.sync();
  });
}

/** Runs what writes a sheet in the add-in's frame; the workbench's log tells what it sent. */
async function cost(write: (addin: Frame) => Promise<unknown>): Promise<Cost> {
  const { page, addin, close } = await host();
  await addin.evaluate(productScript());
  const sent = () =>
    page.evaluate(() => {
      const batches = window.workbench!.host.log.filter(({ text }) => text.startsWith("batch of"));
      return {
        messages: batches.length,
        bytes: batches.reduce((sum, { detail }) => sum + String(detail).length, 0),
      };
    });
  const before = await sent();
  const from = performance.now();
  await write(addin);
  const time = performance.now() - from;
  const after = await sent();
  await close();
  return { time, messages: after.messages - before.messages, bytes: after.bytes - before.bytes };
}

export const benchmark: Benchmark = async ({ rounds }) => {
  const plan = buildPlan(summary, { language: "en", spills: true, cards: true });
  if (!plan.ok) throw new Error(`The summary has no plan: ${plan.reason.name}`);
  const parts = partsOf(plan.value);
  const simple = (by: "cell" | "object") => () => cost((addin) => addin.evaluate(writeParts, { parts, by }));
  const { ours, cell, object } = await raceOf(
    {
      ours: () =>
        cost(async (addin) => {
          const outcome = await addin.evaluate(
            (one) => globalThis.ecomActions!.insert(one, { kind: "new-sheet" }, "en"),
            summary,
          );
          if (!outcome.ok) throw new Error(`Nothing was inserted: ${outcome.problem.name}`);
        }),
      cell: simple("cell"),
      object: simple("object"),
    },
    Math.min(rounds, ROUNDS),
  );
  await closeHost();
  const row = (name: string, { time, messages, bytes }: Cost) => [
    name,
    milliseconds(time),
    times(time / ours.time),
    String(messages),
    kilobytes(bytes),
  ];
  return {
    title: "Inserting a sheet",
    body: [
      "“Quarter at a glance” as values on a new sheet, through Microsoft's client in the workbench in Chromium. Ours looks " +
        "first, then writes all of the sheet in one message: looks, widths, links, page set-up, labels and colours of " +
        "charts, and the marks by which it can undo. The other two write much less of the same sheet: texts, numbers and " +
        "their formats, the table and plain charts. One asks for each cell and syncs once; the other syncs after every " +
        "block of cells, table and chart. Each has one message more in which the client gives its references back; ours has " +
        "two of its own, one to look and one to write, and two with which the pane reads the cell now selected.",
      {
        head: ["", "time", "to ours", "messages", "sent"],
        rows: [
          row("ours, the whole sheet, all or nothing", ours),
          row("cell by cell, one sync, bare", cell),
          row("a sync an object, bare", object),
        ],
      },
    ],
  };
};
