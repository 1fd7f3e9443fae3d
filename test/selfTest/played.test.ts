import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { habitNames } from "../../src/selfTest/habits";
import { defaultRequirementSets } from "../../src/workbench/host/appContext";
import { rules } from "../../src/workbench/host/strict/rules";
import { requirementSets } from "../../src/workbench/page/options";
import { readReport } from "../../src/workbench/report";
import { readReportFile } from "../../src/workbench/server/reportFile";
import type { ExcelReport } from "../../src/workbook/selfTest";
import { dealt } from "../dealt";
import { eachTest } from "../excel/excel";
import { lasting, only, openFurnished, openPlayed, testQuickly, wrong } from "./excels";

jest.setTimeout(600_000);

const excel = eachTest();

const folder = join(__dirname, "../cases/excels");
const stored = readdirSync(folder).filter(
  (file) => file.endsWith(".json") && !file.endsWith("-changed.json"),
);

/** A report as it is stored: without what changes with each run. */
const text = (report: ExcelReport): string =>
  `${JSON.stringify(lasting(report), null, 2).replaceAll(/\d{4}-\d\d-\d\d\.[0-9a-f]{6}/g, "VERSION")}\n`;

test("What the strict Excel does is in its report, and nothing of the user's workbook is.", async () => {
  await excel.openAnother(() => openFurnished(undefined, { rules: "strict" }));
  const { report } = await testQuickly();
  expect(text(report)).not.toMatch(/theirs/i);
  expect(report.lines.at(-1)).toMatchObject({ check: "as-before", verdict: "works" });
  keep("strict.json", text(report));
});

/** Enough to see whether an Excel is the same; the rest of a report takes as long again. */
const enough = only(
  ...["habits", "function CARD", "function SERIES", "freeze", "thaw", "insert services", "update services"],
  ...["insert table", "remove table", "insert chart", "remove chart"],
);

test.each(dealt(stored, 2).map((file) => [file]))(
  "Played, %s gives the same verdicts again.",
  async (file) => {
    const report = JSON.parse(readFileSync(join(folder, file), "utf8")) as ExcelReport;
    await excel.openAnother(() => openPlayed(report));
    const again = await testQuickly({}, { only: enough });
    const verdicts = ({ lines }: ExcelReport, of: ExcelReport) =>
      lines.flatMap(({ check, verdict }) =>
        of.lines.some((line) => line.check === check) ? [`${check}: ${verdict}`] : [],
      );
    // A refusal is reported by the first check that meets it. With fewer checks that is another one.
    const plain = (all: string[]) => all.map((verdict) => verdict.replace("refused", "differs"));
    expect(plain(verdicts(again.report, report))).toEqual(plain(verdicts(report, again.report)));
    expect(again.report.habits).toEqual(report.habits);
    expect(again.report.sets).toEqual(report.sets);
  },
);

/** Compares with the stored report; one that differs is left beside it. */
function keep(file: string, now: string): void {
  const path = join(folder, file);
  const changed = path.replace(".json", "-changed.json");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (before === now) rmSync(changed, { force: true });
  else writeFileSync(changed, now);
  expect(now).toBe(before);
}

test.each([
  ["web", []],
  ["365", []],
  ["2021", ["function CARD: cards (ExcelApi 1.16)"]],
] as const)(
  "Under the profile %s the report tells exactly what that Excel lacks.",
  async (profile, lacks) => {
    await excel.openAnother(() =>
      openFurnished(requirementSets({ profile }) ?? { ...defaultRequirementSets }),
    );
    const checks = [
      ...["habits", "function SERIES", "function CARD", "insert services"],
      ...["insert table", "remove table", "insert card"],
    ];
    const tested = await testQuickly({}, { only: only(...checks) });
    expect(wrong(tested).map(({ check, lacks: told = [] }) => `${check}: ${told.join()}`)).toEqual(lacks);
    expect(tested.report.habits).toEqual([]);
  },
);

test("An Excel of the first kind lacks what came later, line by line.", async () => {
  await excel.openAnother(() => openFurnished({ ExcelApi: "1.6", CustomFunctionsRuntime: "1.1" }));
  const tested = await testQuickly({}, { only: only("function RANK", "insert services", "insert value") });
  const lines = wrong(tested);
  expect(lines.map(({ verdict }) => verdict)).toEqual(["lacks", "lacks", "lacks"]);
  expect(lines[0]?.lacks).toEqual(["spills (ExcelApi 1.12)"]);
  expect(lines[1]?.lacks).toEqual(
    expect.arrayContaining(["print (ExcelApi 1.9)", "freeze (ExcelApi 1.7)", "gridlines (ExcelApi 1.8)"]),
  );
  expect(lines[2]?.lacks).toEqual(["links (ExcelApi 1.7)"]);
});

test("Every habit that is looked for is one that the workbench plays.", () => {
  const known = rules.map(({ name }) => name);
  expect(habitNames.filter((name) => !known.includes(name))).toEqual([]);
});

test("Of refusals those are played that no habit explains and that are not about one object.", () => {
  const played = readReport({
    report: 1,
    sets: { ExcelApi: "1.14" },
    habits: ["no-printer", "of a later version"],
    refused: [
      { member: "PageLayout.zoom", code: "GeneralException", check: "" },
      { member: "Range.merge", code: "NotImplemented", check: "" },
      { member: "ChartSeriesCollection.getItemAt", code: "InvalidArgument", check: "" },
      { member: "Range.clear", code: "ItemNotFound", check: "" },
    ],
  });
  expect(played).toEqual({
    sets: { ExcelApi: "1.14" },
    rules: ["no-printer"],
    refused: [{ member: "Range.merge", code: "NotImplemented" }],
  });
});

test("A file that is no report is refused with a sentence.", () => {
  expect(() => readReportFile("nowhere.json")).toThrow(/no report at nowhere\.json/);
  expect(() => readReportFile("package.json")).toThrow(/no report of "Test this Excel"/);
  expect(() => readReportFile("README.md")).toThrow(/no JSON/);
});
