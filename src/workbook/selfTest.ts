import type { Text2 } from "../dataset";

/** The result of a check: as planned; planned, but without what this Excel lacks; different; refused; or not run. */
export type Verdict = "works" | "lacks" | "differs" | "refused" | "not-run";

/** The aspect of a sheet that is compared. */
export type Aspect =
  | "value"
  | "formula"
  | "format"
  | "look"
  | "width"
  | "height"
  | "merge"
  | "link"
  | "table"
  | "chart"
  | "chart series"
  | "chart source"
  | "name"
  | "record"
  | "print"
  | "view"
  | "spill"
  | "leftover"
  | "not answered";

/** A difference between plan and Excel. Both texts come from the add-in. */
export interface Difference {
  what: Aspect;
  /** A cell or part of the test's own sheet: "C5", "chart sales". */
  at: string;
  planned: string;
  found: string;
}

/** One check. */
export interface ReportLine {
  /** "function GROWTH", "insert quarter". Names never change, so that reports can be compared. */
  check: string;
  verdict: Verdict;
  /** The time in milliseconds. */
  ms: number;
  /** The abilities that this Excel lacks, each with its requirement set: "print (ExcelApi 1.9)". */
  lacks?: readonly string[];
  /** The first differences, and their number. */
  differences?: readonly Difference[];
  count?: number;
  /** The name of the problem, and Excel's message. */
  why?: string;
}

/** A member that Excel refused, and the first check in which it did. */
export interface Refused {
  /** Class and member of Office.js: "Range.merge". */
  member: string;
  code: string;
  check: string;
}

/** The result of a self-test, without anything of the user's workbook. The workbench can imitate its Excel. */
export interface ExcelReport {
  /** The version of this format. */
  report: 1;
  /** The versions of the add-in and its data. */
  addIn: string;
  data: string;
  /** The day of the test, YYYY-MM-DD. */
  date: string;
  /** What Office reports about itself; empty where it does not. */
  excel: { platform: string; version: string; language: string };
  /** The newest version of each requirement set. */
  sets: Readonly<Record<string, string>>;
  /** The names of the workbench's switches for what this Excel does differently from others. */
  habits: readonly string[];
  refused: readonly Refused[];
  lines: readonly ReportLine[];
  /** "broken-off": Excel stopped answering, or a cell was being edited. */
  ended: "whole" | "cancelled" | "broken-off";
  /** Sheets of the test that could not be deleted. */
  left: readonly string[];
  /** The total time in milliseconds. */
  ms: number;
}

/** A report in words. */
export interface Tested {
  report: ExcelReport;
  /** One sentence: whether everything works. */
  summary: Text2;
  /** The checks in words, with details. */
  lines: readonly { check: string; verdict: Verdict; text: Text2; details: readonly Text2[] }[];
  /** The whole report as a text to copy. */
  text: Text2;
}

/** Options of the self-test. */
export interface TestProgress {
  /** Called with the part done, from 0 to 1, and the current check. */
  onProgress?: (part: number, now: Text2) => void;
  /** Aborting ends the test; the workbook is still restored. */
  signal?: AbortSignal;
}

/** Tests this Excel on sheets of its own, and restores the workbook. It never throws: failures are in the report. */
export type TestExcel = (progress: TestProgress) => Promise<Tested>;
