import { testExcel } from "../../src/selfTest";
import type { SelfTestOptions } from "../../src/selfTest";
import type { HostOptions } from "../../src/workbench/host";
import { defaultRequirementSets } from "../../src/workbench/host/appContext";
import { readReport } from "../../src/workbench/report";
import type { ExcelReport, ReportLine, Tested, TestProgress } from "../../src/workbook/selfTest";
import type { OpenExcel } from "../excel/excel";
import { openExcelWithFunctions } from "../excel/functions";
import { furnish } from "../excel/workbook";

/** Opens an Excel with somebody's content in its workbook, and a selection in the middle of it. */
export async function openFurnished(
  sets: Record<string, string> = { ...defaultRequirementSets },
  options: Partial<HostOptions> = {},
): Promise<OpenExcel> {
  const excel = await openExcelWithFunctions(sets, options);
  await furnish(excel);
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getActiveWorksheet();
    workbook.worksheets.add("Theirs").getRange("B2").values = [["theirs"]];
    sheet.activate();
    sheet.getRange("C3:D4").select();
  });
  return excel;
}

/** Opens the Excel that a report was made in. */
export const openPlayed = (report: ExcelReport): Promise<OpenExcel> => {
  const { sets, rules, refused } = readReport(report);
  return openFurnished(sets, { rules, refused });
};

/** Tests an Excel without long waits where it refuses to put the workbook back. */
export const testQuickly = (progress: TestProgress = {}, options: SelfTestOptions = {}): Promise<Tested> =>
  testExcel(progress, { pauses: [1, 1, 1], ...options });

/** Only these checks. */
export const only =
  (...checks: string[]): NonNullable<SelfTestOptions["only"]> =>
  (check) =>
    checks.includes(check);

/** The lines of a report whose verdict is not "works". */
export const wrong = ({ report }: Tested): ReportLine[] =>
  report.lines.filter(({ verdict }) => verdict !== "works").map((line) => ({ ...line, ms: 0 }));

/** A report without what changes with each run or with the data. */
export const lasting = (report: ExcelReport): ExcelReport => ({
  ...report,
  addIn: "",
  data: "",
  date: "",
  ms: 0,
  lines: report.lines.map(({ differences, ...line }) => ({
    ...line,
    ms: 0,
    ...(differences
      ? { differences: differences.map((difference) => ({ ...difference, planned: "", found: "" })) }
      : {}),
  })),
});
