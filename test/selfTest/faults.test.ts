import type { Rule } from "../../src/workbench/host/strict/rule";
import type { Aspect } from "../../src/workbook/selfTest";
import { only, openFurnished, testQuickly, wrong } from "./excels";

jest.setTimeout(300_000);

/** A planted fault, the checks to run, and what each of them must report. */
interface Planted {
  fault: string;
  rule: Pick<Rule, "members" | "uses" | "play"> | string;
  checks: readonly string[];
  what: Aspect;
  in: string;
}

const ignored: Rule["play"] = () => undefined;

/** Adds 1 to the first number that is written. */
const oneMore: Rule["play"] = ({ args }, carryOut) => {
  let done = false;
  const more = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(more);
    if (typeof value !== "number" || done) return value;
    done = true;
    return value + 1;
  };
  return carryOut(args.map(more));
};

const planted: readonly Planted[] = [
  {
    fault: "A wrong value",
    rule: { members: ["Range.formulas"], uses: ["set"], play: oneMore },
    checks: ["insert value"],
    what: "value",
    in: "insert value",
  },
  {
    fault: "A lost number format",
    rule: { members: ["Range.numberFormat"], uses: ["set"], play: ignored },
    checks: ["insert table"],
    what: "format",
    in: "insert table",
  },
  {
    fault: "A lost look",
    rule: { members: ["RangeFont.bold"], uses: ["set"], play: ignored },
    checks: ["insert table"],
    what: "look",
    in: "insert table",
  },
  {
    fault: "A chart without its source",
    rule: { members: ["ChartSeries.getDimensionDataSourceString"], play: () => "" },
    checks: ["insert chart"],
    what: "chart source",
    in: "insert chart",
  },
  {
    fault: "A chart that is gone",
    rule: {
      members: ["Chart.name"],
      uses: ["set"],
      play: (_use, carryOut) => carryOut(["another name"]),
    },
    checks: ["insert chart"],
    what: "chart",
    in: "insert chart",
  },
  {
    fault: "A table that is gone",
    rule: {
      members: ["Table.showBandedRows"],
      uses: ["set"],
      play({ target: { self } }, _carryOut, { model }) {
        const table = model.state.data.tables.find((one) => one === self || one.id === self);
        if (table) model.tables.remove(table);
      },
    },
    checks: ["insert table"],
    what: "table",
    in: "insert table",
  },
  {
    fault: "A width",
    rule: { members: ["RangeFormat.columnWidth"], uses: ["set"], play: ignored },
    checks: ["insert services"],
    what: "width",
    in: "insert services",
  },
  {
    fault: "A name that others see",
    rule: { members: ["NamedItem.visible"], uses: ["set"], play: ignored },
    checks: ["insert table"],
    what: "name",
    in: "insert table",
  },
  {
    fault: "A page that is not fitted",
    rule: "zoom-left",
    checks: ["insert services"],
    what: "print",
    in: "insert services",
  },
  {
    fault: "Cells that are not merged",
    rule: { members: ["Range.merge"], play: ignored },
    checks: ["insert services"],
    what: "merge",
    in: "insert services",
  },
  {
    fault: "A link that is lost",
    rule: { members: ["Range.hyperlink"], uses: ["set"], play: ignored },
    checks: ["insert value"],
    what: "link",
    in: "insert value",
  },
  {
    fault: "Cells that are not taken away",
    rule: { members: ["Range.clear"], play: ignored },
    checks: ["insert value", "remove value"],
    what: "leftover",
    in: "remove value",
  },
];

test.each(planted)("$fault is named, and nothing else.", async ({ rule, checks, what, in: place }) => {
  const rules = [typeof rule === "string" ? rule : { name: "planted", source: "this test", ...rule }];
  const excel = await openFurnished(undefined, { rules });
  const tested = await testQuickly({}, { only: only(...checks) });
  const lines = wrong(tested);
  expect(lines.map(({ check }) => check)).toEqual([place]);
  expect([...new Set(lines[0]?.differences?.map((one) => one.what))]).toEqual([what]);
  expect(tested.report.refused).toEqual([]);
  excel.dispose();
});

test("A member that is refused is named, with its code and where.", async () => {
  const excel = await openFurnished();
  excel.host.faults.refuse("PageLayout.paperSize", "GeneralException");
  const tested = await testQuickly({}, { only: only("insert services") });
  expect(tested.report.refused).toEqual([
    { member: "PageLayout.paperSize", code: "GeneralException", check: "insert services" },
  ]);
  expect(wrong(tested)).toMatchObject([{ check: "insert services", verdict: "refused" }]);
  expect(tested.text.en).toContain("PageLayout.paperSize: GeneralException");
  excel.dispose();
});

test("Functions that never answer are named.", async () => {
  const excel = await openFurnished();
  excel.silent = true;
  const tested = await testQuickly({}, { only: only("function VALUE"), answering: 300 });
  expect(wrong(tested)).toMatchObject([{ check: "function VALUE", differences: [{ what: "not answered" }] }]);
  excel.dispose();
});
