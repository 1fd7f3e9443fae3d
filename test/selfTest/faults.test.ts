import type { Rule } from "../../src/workbench/host/strict/rule";
import type { Aspect } from "../../src/workbook/selfTest";
import { eachTest } from "../excel/excel";
import { only, openFurnished, testQuickly, wrong } from "./excels";

jest.setTimeout(300_000);

const excel = eachTest(openFurnished);

type Planted = Pick<Rule, "members" | "uses" | "play">;
type Play = Rule["play"];

const ignored: Play = () => undefined;
/** Plays so when a member is written. */
const onWriting = (member: string, play: Play): Planted => ({ members: [member], uses: ["set"], play });
/** Plays so when a member is called. */
const onCall = (member: string, play: Play): Planted => ({ members: [member], play });

/** Adds 1 to the first number that is written. */
const oneMore: Play = ({ args }, carryOut) => {
  let done = false;
  const more = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(more);
    if (typeof value !== "number" || done) return value;
    done = true;
    return value + 1;
  };
  return carryOut(args.map(more));
};

/** Deletes the table of which something is written. */
const deleteTable: Play = ({ target: { self } }, _carryOut, { model }) => {
  const table = model.state.data.tables.find((other) => other === self || other.id === self);
  if (table) model.tables.remove(table);
};

/** What is planted, what must be told of it, and the checks that run: the last one tells it. */
test.each<[string, Planted | string, Aspect, ...string[]]>([
  ["A wrong value", onWriting("Range.formulas", oneMore), "value", "insert value"],
  ["A lost number format", onWriting("Range.numberFormat", ignored), "format", "insert table"],
  ["A lost look", onWriting("RangeFont.bold", ignored), "look", "insert table"],
  [
    "A chart without its source",
    onCall("ChartSeries.getDimensionDataSourceString", () => ""),
    "chart source",
    "insert chart",
  ],
  [
    "A chart that is gone",
    onWriting("Chart.name", (_use, carryOut) => carryOut(["another name"])),
    "chart",
    "insert chart",
  ],
  ["A table that is gone", onWriting("Table.showBandedRows", deleteTable), "table", "insert table"],
  ["A width", onWriting("RangeFormat.columnWidth", ignored), "width", "insert services"],
  ["A name that others see", onWriting("NamedItem.visible", ignored), "name", "insert table"],
  ["A page that is not fitted", "zoom-left", "print", "insert services"],
  ["Cells that are not merged", onCall("Range.merge", ignored), "merge", "insert services"],
  ["A link that is lost", onWriting("Range.hyperlink", ignored), "link", "insert value"],
  [
    "Cells that are not taken away",
    onCall("Range.clear", ignored),
    "leftover",
    ...["insert value", "remove value"],
  ],
])("%s is named, and nothing else.", async (_fault, rule, aspect, ...checks) => {
  const rules = [typeof rule === "string" ? rule : { name: "planted", source: "this test", ...rule }];
  await excel.openAnother(() => openFurnished(undefined, { rules }));
  const tested = await testQuickly({}, { only: only(...checks) });
  const lines = wrong(tested);
  expect(lines.map(({ check }) => check)).toEqual(checks.slice(-1));
  expect([...new Set(lines[0]?.differences?.map(({ what }) => what))]).toEqual([aspect]);
  expect(tested.report.refused).toEqual([]);
});

test("A member that is refused is named, with its code and where.", async () => {
  excel.host.faults.refuse("PageLayout.paperSize", "GeneralException");
  const tested = await testQuickly({}, { only: only("insert services") });
  expect(tested.report.refused).toEqual([
    { member: "PageLayout.paperSize", code: "GeneralException", check: "insert services" },
  ]);
  expect(wrong(tested)).toMatchObject([{ check: "insert services", verdict: "refused" }]);
  expect(tested.text.en).toContain("PageLayout.paperSize: GeneralException");
});

test("Functions that never answer are named.", async () => {
  excel.silent = true;
  const tested = await testQuickly({}, { only: only("function VALUE"), answering: 300 });
  expect(wrong(tested)).toMatchObject([{ check: "function VALUE", differences: [{ what: "not answered" }] }]);
});
