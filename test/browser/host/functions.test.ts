import { whole } from "../../dealt";
import { closeProbes, openProbe } from "./probe";
import type { Probe } from "./probe";

let probe: Probe;
beforeEach(async () => {
  probe = await openProbe();
});
afterAll(closeProbes);

/** The calls that the add-in got, by function name. */
const calls = () => probe.addin.evaluate(() => window.calls);

test("A function answers in a cell, and what depends on it follows.", async () => {
  expect(await probe.enter({ A1: "=PROBE.ADD(1,2)", A2: "=A1*10", A3: "=PROBE.ADD(A1,A2)" })).toEqual({
    A1: "3",
    A2: "30",
    A3: "33",
  });
});

test("Two calls in one formula, one inside the other, end.", async () => {
  expect(await probe.enter({ A1: "=PROBE.ADD(PROBE.ADD(1,2),3)+PROBE.ADD(10,20)" })).toEqual({ A1: "36" });
});

test("Until the add-in answers the cell says #BUSY!, for the add-in too.", async () => {
  const read = await probe.addin.evaluate(async () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
      range.formulas = [['=PROBE.WAIT("late")', "=A1"]];
      range.load("values, valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    }),
  );
  expect(read).toEqual([[["#BUSY!", "#BUSY!"]], [["Error", "Error"]]]);
  await probe.addin.waitForFunction(() => window.slow.length > 0);
  await probe.addin.evaluate(() => window.slow.forEach((answer) => answer()));
  await probe.idle();
  expect(await probe.texts("A1", "B1")).toEqual({ A1: "late", B1: "late" });
});

test("Arguments arrive as Excel gives them.", async () => {
  await probe.enter({ A1: 5, B1: "text", A2: true });
  await probe.enter({
    D1: "=PROBE.ECHO(A1)",
    D2: "=PROBE.ECHO(B1)",
    D3: "=PROBE.ECHO(A2)",
    D4: "=PROBE.ECHO(C9)",
    D5: "=PROBE.ECHO()",
    D6: "=PROBE.ECHO(1/0)",
    D7: "=PROBE.COUNT(A1:B2)",
    D8: "=PROBE.ADD(2,)",
  });
  expect(await calls()).toEqual(
    expect.arrayContaining([
      ["ECHO", 5],
      ["ECHO", "text"],
      ["ECHO", true],
      ["ECHO", null],
      ["ADD", 2, null],
    ]),
  );
  expect(await probe.texts("D6", "D7")).toEqual({ D6: '{"error":"#DIV/0!"}', D7: "3" });
});

test("A range where one value is wanted makes one call a cell and spills.", async () => {
  await probe.enter({ A1: 1, A2: 2, A3: 3 });
  await probe.enter({ B1: "=PROBE.ADD(A1:A3,10)" });
  expect(await probe.texts("B1", "B2", "B3")).toEqual({ B1: "11", B2: "12", B3: "13" });
});

test("Text that looks like a number stays text, in a cell, in an array and as an argument.", async () => {
  await probe.enter({
    A1: '=PROBE.GIVE("2025")',
    A2: "=PROBE.ECHO(A1)",
    A3: '=PROBE.FILL(2,1,"2025")',
    A6: "=PROBE.ECHO(A4)",
  });
  expect(await probe.texts("A2", "A6")).toEqual({ A2: '"2025"', A6: '"2025"' });
  const types = await probe.addin.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A4");
      range.load("valueTypes");
      await context.sync();
      return range.valueTypes.flat();
    }),
  );
  expect(types).toEqual(["String", "String", "String", "String"]);
});

test("Text where a number is wanted is #VALUE!, and the function is not called.", async () => {
  expect(await probe.enter({ A1: '=PROBE.ADD("x",1)' })).toEqual({ A1: "#VALUE!" });
  expect(await calls()).toEqual([]);
});

test("A two-dimensional result spills; formulas see it; it shrinks and grows.", async () => {
  await probe.enter({ A1: "=PROBE.FILL(E1,2)", D1: "=SUM(A1:B9)", E1: 3 });
  expect(await probe.texts("A1", "B3", "D1")).toEqual({ A1: "0", B3: "5", D1: "15" });
  await probe.enter({ E1: 2 });
  expect(await probe.texts("B2", "B3", "D1")).toEqual({ B2: "3", B3: "", D1: "6" });
});

test("An array that meets a filled cell is #SPILL! and overwrites nothing; it spills when the cell is cleared.", async () => {
  await probe.enter({ B2: "mine", A1: "=PROBE.FILL(2,2)" });
  expect(await probe.texts("A1", "B1", "A2", "B2")).toEqual({ A1: "#SPILL!", B1: "", A2: "", B2: "mine" });
  await probe.enter({ B2: "" });
  expect(await probe.texts("A1", "B2")).toEqual({ A1: "0", B2: "3" });
});

test("An array as large as thousands of rows spills beyond the grid that is drawn.", async () => {
  await probe.enter({ A1: "=PROBE.FILL(2500,2)" });
  expect(await probe.texts("A2500", "B2500")).toEqual({ A2500: "4998", B2500: "4999" });
});

test("What a data type brings shows: its number format while the cell has none, its text, its value to formulas.", async () => {
  await probe.enter({
    A1: '=PROBE.GIVE("percent")',
    A2: '=PROBE.GIVE("double")',
    A3: '=PROBE.GIVE("entity")',
    A4: "=A1*2",
  });
  expect(await probe.texts("A1", "A2", "A3", "A4")).toEqual({
    A1: "7.4%",
    A2: "3.62trillion",
    A3: "Digital products",
    A4: "0.148",
  });
  await probe.addin.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").numberFormat = [["0.00"]];
      await context.sync();
    }),
  );
  expect(await probe.texts("A1")).toEqual({ A1: "0.07" });
});

test("Errors are shown as Excel shows them, each with its sentence.", async () => {
  const given = ["na", "value", "throw", "reject", "nan", "infinity", "null", "ragged"];
  const cells = Object.fromEntries(given.map((what, i) => [`A${i + 1}`, `=PROBE.GIVE("${what}")`]));
  const shown = Object.values(await probe.enter(cells));
  expect(shown).toEqual(["#N/A", "#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!", "#NUM!", "0", "#VALUE!"]);
  const messages = await Promise.all([0, 1, 2].map((row) => probe.message(row, 0)));
  expect(messages).toEqual(["There is no figure for that.", "That is no period.", undefined]);
});

test("Errors and gaps inside an array stand in their own cells.", async () => {
  await probe.enter({ A1: '=PROBE.GIVE("mixed")' });
  expect(await probe.texts("A1", "B1", "A2", "B2")).toEqual({ A1: "period", B1: "1", A2: "#N/A", B2: "0" });
  expect(await probe.message(1, 0)).toBe("No figure.");
});

test("An unknown function of the add-in is #NAME?.", async () => {
  expect(await probe.enter({ A1: "=PROBE.NOPE(1)" })).toEqual({ A1: "#NAME?" });
});

test("Full recalculation calls every function again, an ordinary one none.", async () => {
  await probe.enter({ A1: "=PROBE.ECHO(1)", A2: "=PROBE.ECHO(2)" });
  const recalculate = async (type: "Recalculate" | "Full") => {
    await probe.addin.evaluate(
      (kind) =>
        Excel.run(async (context) => {
          window.calls.length = 0;
          context.application.calculate(kind);
          await context.sync();
        }),
      type,
    );
    await probe.idle();
    return (await calls()).length;
  };
  expect(await recalculate("Recalculate")).toBe(0);
  expect(await recalculate("Full")).toBe(2);
});

test("Functions move with their cells when rows are inserted, without a call.", async () => {
  await probe.enter({ A1: '=PROBE.GIVE("percent")' });
  await probe.addin.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("1:2").insert("Down");
      await context.sync();
    }),
  );
  await probe.idle();
  expect(await probe.texts("A1", "A3")).toEqual({ A1: "", A3: "7.4%" });
});

test("Clients below CustomFunctions 1.7 send their results in the older form, and it is understood.", async () => {
  const old = await openProbe(
    "sets=ExcelApi:1.9,CustomFunctionsRuntime:1.1,SharedRuntime:1.1,CustomFunctions:1.4",
  );
  expect(await old.enter({ A1: "=PROBE.ADD(1,2)", A2: '=PROBE.GIVE("na")' })).toEqual({
    A1: "3",
    A2: "#N/A",
  });
});

/** As many as are answered in a second; continuous integration asks for more. */
const many = whole ? 10_000 : 2000;

test(`${many} cells with formulas of the add-in are answered.`, async () => {
  await probe.addin.evaluate(
    (rows) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(`A1:A${rows}`);
        range.formulas = Array.from({ length: rows }, (_row, i) => [`=PROBE.ADD(${i},1)`]);
        await context.sync();
      }),
    many,
  );
  await probe.idle();
  const sum = await probe.addin.evaluate(
    (rows) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(`A1:A${rows}`);
        range.load("values");
        await context.sync();
        return range.values.reduce((total, row) => total + Number(row[0]), 0);
      }),
    many,
  );
  expect(sum).toBe((many * (many + 1)) / 2);
}, 60_000);
