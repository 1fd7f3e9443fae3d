import type { Text2 } from "../dataset";

/**
 * How a check of the self-test ended: as planned; without what this Excel says that it lacks; otherwise than planned;
 * after a refusal; or not at all.
 */
export type Verdict = "works" | "lacks" | "differs" | "refused" | "not-run";

/** What of a sheet was looked at. */
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

/** Something that Excel shows otherwise than it was planned. Both texts are of the add-in's own making. */
export interface Difference {
  what: Aspect;
  /** A cell or a part of the test's own sheet: "C5", "chart sales". */
  at: string;
  planned: string;
  found: string;
}

/** One check. */
export interface ReportLine {
  /** "function GROWTH", "insert quarter": never changes, so that reports can be compared. */
  check: string;
  verdict: Verdict;
  /** Milliseconds that it took. */
  ms: number;
  /** What this Excel says that it does not have: the ability and what brings it, "print (ExcelApi 1.9)". */
  lacks?: readonly string[];
  /** The first differences, and how many there are. */
  differences?: readonly Difference[];
  count?: number;
  /** Why it was not done, by the problem's name, and what Excel said. */
  why?: string;
}

/** A member that Excel refused, and in which check first. */
export interface Refused {
  /** Class and member, as Office.js names it: "Range.merge". */
  member: string;
  code: string;
  check: string;
}

/** What a self-test found out. It holds nothing of the user's workbook. Reports of one version can be played by the workbench. */
export interface ExcelReport {
  /** Version of this form. */
  report: 1;
  /** Versions of the add-in and of its data. */
  addIn: string;
  data: string;
  /** The day of the test, YYYY-MM-DD. */
  date: string;
  /** What Office says about itself; empty where it does not. */
  excel: { platform: string; version: string; language: string };
  /** The newest version of each requirement set, by its name. */
  sets: Readonly<Record<string, string>>;
  /** What this Excel does otherwise than others, by the names that the workbench plays it under. */
  habits: readonly string[];
  refused: readonly Refused[];
  lines: readonly ReportLine[];
  /** "broken-off": Excel answered no more, or a cell was being edited. */
  ended: "whole" | "cancelled" | "broken-off";
  /** Sheets of the test that could not be taken away. */
  left: readonly string[];
  /** Milliseconds of the whole. */
  ms: number;
}

/** A report as people read it. */
export interface Tested {
  report: ExcelReport;
  /** One sentence: whether all is well. */
  summary: Text2;
  /** The checks in words, with what there is to say of each. */
  lines: readonly { check: string; verdict: Verdict; text: Text2; details: readonly Text2[] }[];
  /** All of it as a text to copy. */
  text: Text2;
}

/** What the test tells while it works. */
export interface TestProgress {
  /** The part done (0 to 1), and what is being tested. */
  onProgress?: (part: number, now: Text2) => void;
  /** Aborting ends the test; the workbook is put back as it was all the same. */
  signal?: AbortSignal;
}

/** Tests this Excel on sheets of its own, and leaves the workbook as it was. Never throws: what fails is in the report. */
export type TestExcel = (progress: TestProgress) => Promise<Tested>;
