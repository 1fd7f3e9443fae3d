import fc from "fast-check";
import type { Snapshot, SnapshotSheet } from "../../../src/workbench/host";
import { a1, areaOf, overlap } from "../../../src/workbook/a1";
import { openExcel } from "../excel";
import { at, singles } from "../insertions";

jest.setTimeout(300_000);

/** The cells in which content and insertions begin: A1 to L24. */
const place = fc.record({ row: fc.nat(23), column: fc.nat(11) });

/** Other people's content. What Excel refuses (a table over a table) is left out. */
const content = fc
  .tuple(fc.constantFrom("text", "formula", "fill", "merge", "table", "chart", "name", "size"), place)
  .map(([kind, at]) => ({ kind, ...at }));

const kinds = [
  "formula",
  "value",
  "series as values",
  "table of several",
  "chart of several",
  "card",
] as const;

function put(workbook: Excel.Workbook, next: { kind: string; row: number; column: number }, number: number) {
  const sheet = workbook.worksheets.getItem("Sheet1");
  const { row, column } = next;
  const cell = sheet.getRange(a1([row, column, 1, 1]));
  const block = sheet.getRange(a1([row, column, 3, 2]));
  switch (next.kind) {
    case "text":
      cell.values = [[`theirs ${number}`]];
      break;
    case "formula":
      cell.formulas = [["=1+1"]];
      break;
    case "fill":
      block.format.fill.color = "#FFEECC";
      block.numberFormat = [
        ["0.00", "0%"],
        ["0.00", "0%"],
        ["0.00", "0%"],
      ];
      break;
    case "merge":
      block.merge(false);
      break;
    case "table":
      sheet.tables.add(block, false).name = `Theirs${number}`;
      break;
    case "chart":
      sheet.charts.add("Line", block, "Columns").setPosition(a1([row, column, 1, 1]));
      break;
    case "name":
      sheet.names.add(`Name${number}`, cell);
      break;
    case "size":
      cell.format.columnWidth = 20 + number;
      cell.format.rowHeight = 40 + number;
      break;
  }
}

/** A sheet without the cells and merges of an area. */
function outside({ cells, merges, name }: SnapshotSheet, address: string): unknown {
  const written = areaOf(address);
  const beyond = (range: string): boolean => {
    const area = areaOf(range);
    return area !== undefined && written !== undefined && !overlap(area, written);
  };
  return {
    cells: Object.entries(cells).filter(([cell]) => beyond(cell)),
    merges: merges.filter(beyond),
    name,
  };
}

const theirs = ({ state }: Snapshot): unknown => ({
  tables: state.tables.filter(({ name }) => !name.startsWith("ECOM_")),
  charts: state.charts.filter(({ name }) => !name.startsWith("ECOM ")),
  names: state.names.filter(({ name }) => !name.startsWith("ECOM_")),
});

test("In a sheet full of other people's content an insertion refuses and changes nothing, or changes its own cells only, and can be taken away.", async () => {
  const outcomes = { inserted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { maxLength: 8 }),
      place,
      fc.constantFrom(...kinds),
      async (contents, { row, column }, kind) => {
        const excel = await openExcel();
        try {
          for (const [number, next] of contents.entries()) {
            await excel
              .edit((workbook) => put(workbook, next, number))
              .catch((error: unknown) => {
                if (typeof error !== "object" || error === null || !("code" in error)) throw error;
              });
          }
          const before = await excel.model();
          const cell = a1([row, column, 1, 1]);
          const outcome = await excel.actions.insert(singles[kind], at(cell), "en");
          const after = await excel.model();
          if (!outcome.ok) {
            outcomes.refused += 1;
            expect(outcome.problem.name).toBe("filled-cells");
            expect(after).toEqual(before);
            return;
          }
          outcomes.inserted += 1;
          const { address, block = "" } = outcome.done;
          expect(outside(after.sheets[0]!, address)).toEqual(outside(before.sheets[0]!, address));
          expect(theirs(after)).toEqual(theirs(before));
          await excel.remove(block);
          const cleared = await excel.model();
          expect(outside(cleared.sheets[0]!, address)).toEqual(outside(before.sheets[0]!, address));
          expect(cleared.state.names).toEqual(before.state.names);
        } finally {
          excel.dispose();
        }
      },
    ),
    {
      numRuns: Number(process.env["CROWDED_RUNS"] ?? 15),
      // So that every run has a refusal and an insertion.
      examples: [
        [[{ kind: "text", row: 2, column: 2 }], { row: 2, column: 2 }, "table of several"],
        [[{ kind: "text", row: 2, column: 2 }], { row: 10, column: 2 }, "value"],
      ],
    },
  );
  expect(outcomes.inserted).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
});
