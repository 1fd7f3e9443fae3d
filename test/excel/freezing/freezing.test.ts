import fc from "fast-check";
import type { Snapshot } from "../../../src/workbench/host";
import { a1 } from "../../../src/workbook/a1";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import type { Outcome } from "../../../src/workbook/outcome";
import { eachTest, type OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { at, newSheet, over, singles, summaries } from "../insertions";
import { withoutNameIds } from "../seen";
import { problemOf } from "../workbook";

jest.setTimeout(300_000);

const sheetNames = ["Sheet1", "数据 2", "It's, here"] as const;
const place = fc.record({ on: fc.nat(2), row: fc.nat(14), column: fc.nat(8) });

/** Formulas with calls of ours; some answer with an error. */
const scalar = fc.constantFrom(
  '=ECOM.GROWTH("digital","2025-Q1")',
  '=ECOM.VALUE("total","2025-Q1","billion")',
  "=ECOM.GROWTH(A1,A2)",
  '=IF(ECOM.GROWTH("dining")>0,ROUND(ECOM.VALUE("total","2025-Q1")/1E9,1),"none")',
  '=ECOM.INFO("digital","source")&" ""x"", =ECOM.GROWTH(1)"',
  '=ECOM.GROWTH("no such thing")',
  '=IFERROR(ECOM.GROWTH("digital","1999-Q1"),"")',
  '=ECOM.CHECK("total","2025-Q1",3.6)',
  '=ECOM.CARD("digital","2025-Q1")',
  "=SUM('数据 2'!A1:C3)+ECOM.VALUE(\"share\",2025)",
);
const spilled = fc.constantFrom(
  '=ECOM.SERIES("physical","growth","2023","2025")',
  '=ECOM.TABLE({"digital","entertainment"},{"2025-Q1"})',
  '=ECOM.FIND("express",3)',
  "=SEQUENCE(2,2)",
);
const theirs = fc.constantFrom(
  "theirs",
  "'=ECOM.GROWTH(1)",
  "'007",
  "=1+1",
  "=SUM(A1:C3)",
  "=ECOM_total",
  "3.5",
);
const looks = fc.constantFrom("0.000%", "#,##0", "fill", "bold", "width");

/** Content of a workbook in the order in which it comes. What Excel refuses is left out. */
const content = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant("enter" as const), place, scalar) },
  { weight: 3, arbitrary: fc.tuple(fc.constant("spill" as const), place, spilled) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("in the way" as const), place, theirs) },
  { weight: 3, arbitrary: fc.tuple(fc.constant("enter" as const), place, theirs) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("look" as const), place, looks) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("merge" as const), place, scalar) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("table" as const), place, scalar) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("reader" as const), place, place) },
);
type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

function put(workbook: Excel.Workbook, [kind, at, what]: Content): void {
  const sheet = workbook.worksheets.getItem(sheetNames[at.on] ?? "");
  const cell = sheet.getRange(a1([at.row, at.column, 1, 1]));
  // A place of its own: Excel lets no two arrays overlap, but the grid here does.
  const slot = sheet.getRange(a1([at.row * 5, 10, 1, 1]));
  if (kind === "enter") cell.formulas = [[what]];
  else if (kind === "spill") slot.formulas = [[what]];
  else if (kind === "in the way") slot.getOffsetRange(1, 1).formulas = [[what]];
  else if (kind === "merge") {
    // Below all spills: Excel spills into no merged cell, but the grid here does.
    sheet.getRange(a1([at.row * 2 + 20, at.column, 2, 2])).merge(false);
    sheet.getRange(a1([at.row * 2 + 20, at.column, 1, 1])).formulas = [[what]];
  } else if (kind === "reader") cell.formulas = [[`=SUM(${a1([what.row, what.column, 1, 1])})*2`]];
  else if (kind === "table") {
    sheet.tables.add(a1([at.row, at.column, 3, 1]), true);
    sheet.getRange(a1([at.row + 1, at.column, 2, 1])).formulas = [[what], [what]];
  } else if (what === "fill") cell.format.fill.color = "#FFEECC";
  else if (what === "bold") cell.format.font.bold = true;
  else if (what === "width") cell.format.columnWidth = 90;
  else cell.numberFormat = [[what]];
}

async function furnish(excel: OpenExcel, contents: readonly Content[]): Promise<void> {
  await excel.edit((workbook) => {
    for (const name of sheetNames.slice(1)) workbook.worksheets.add(name);
    workbook.worksheets.getItem("Sheet1").getRange("A1:A2").values = [["digital"], ["2025-Q1"]];
    workbook.names.add("ECOM_total", '=ECOM.VALUE("total","2025-Q1")');
  });
  for (const next of contents) {
    await excel
      .edit((workbook) => put(workbook, next))
      .catch((error: unknown) => {
        if (typeof error !== "object" || error === null || !("code" in error)) throw error;
      });
  }
  await excel.host.idle();
}

const model = async (excel: OpenExcel): Promise<Snapshot> => withoutNameIds(await excel.model());

/** Formulas of cells that call our functions. */
const ours = ({ sheets }: Snapshot): string[] =>
  sheets
    .flatMap(({ cells }) => Object.values(cells).flatMap(({ formula }) => formula ?? []))
    .filter((formula) => /(^|[^\w."])ECOM\./.test(formula.replace(/"(?:[^"]|"")*"/g, '""')));

test("Freezing any workbook leaves no formula of ours, and thawing gives the same workbook; where either refuses or fails, nothing is changed.", async () => {
  const met = { frozen: 0, failed: 0, refused: 0, nothing: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { minLength: 1, maxLength: 10 }),
      fc.constantFrom("workbook" as const, "sheet" as const, "selection" as const, "copy" as const),
      place,
      fc.nat(80),
      async (contents, scope, at, failing) => {
        const excel = await openExcelWithFunctions();
        try {
          await furnish(excel, contents);
          await excel.edit((workbook) =>
            workbook.worksheets
              .getItem(sheetNames[at.on] ?? "")
              .getRange(a1([at.row, at.column, 4, 3]))
              .select(),
          );
          const before = await model(excel);
          const { freeze, thaw } = excel.actions;
          /** Lets an act fail at some action, if it has so many, and then does it. */
          const failThenDo = async (act: () => Promise<Outcome>): Promise<Outcome> => {
            const now = await model(excel);
            const failed = await excel.failingAt(1 + failing, act);
            if (failed.ok) return failed;
            if (failed.problem.name === "busy") met.failed += 1;
            expect(await model(excel)).toEqual(now);
            return act();
          };
          const outcome = await failThenDo(() => freeze(scope, "en"));
          if (!outcome.ok) {
            expect(["nothing-to-freeze", "not-ready"]).toContain(outcome.problem.name);
            met[outcome.problem.name === "not-ready" ? "refused" : "nothing"] += 1;
            expect(await model(excel)).toEqual(before);
            return;
          }
          met.frozen += 1;
          const whole = scope === "workbook" || scope === "copy";
          if (whole) expect(ours(await model(excel))).toEqual([]);
          expect(problemOf(await freeze(scope, "zh"))).toBe("nothing-to-freeze");
          expect(problemOf(await failThenDo(() => thaw("workbook")))).toBe("none");
          expect(await model(excel)).toEqual(before);
          expect(problemOf(await thaw("workbook"))).toBe("nothing-to-thaw");
        } finally {
          excel.dispose();
        }
      },
    ),
    { numRuns: Number(process.env["FREEZING_RUNS"] ?? 25) },
  );
  expect(met.frozen).toBeGreaterThan(0);
  expect(met.failed).toBeGreaterThan(0);
});

describe.each<[string, Insertion, Place]>([
  ["a table at a cell", singles["table of several"], at("B3")],
  ["a sheet", summaries.tradein, newSheet],
])("a block of ours that was frozen: %s", (_name, insertion, place) => {
  const excel = eachTest(openExcelWithFunctions);

  test("is not called changed when it is updated or removed: it is frozen, and once it is thawed both work.", async () => {
    const empty = await model(excel);
    const { block = "" } = await excel.insert(insertion, place);
    await excel.host.idle();
    await excel.freeze();
    const { insert, remove } = excel.actions;
    await excel.refuses("frozen", () => insert(insertion, over(block), "en"));
    await excel.refuses("frozen", () => insert(insertion, over(block), "zh", { changes: "replace" }));
    await excel.refuses("frozen", () => remove(block));
    await excel.thaw();
    await excel.insert(insertion, over(block), "zh");
    await excel.remove(block);
    expect((await model(excel)).sheets).toEqual(empty.sheets);
  });
});
