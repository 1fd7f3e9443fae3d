import { readFileSync } from "node:fs";
import { readReport, reportAddress } from "../report";
import type { ReadBuilt } from "./routes";

/**
 * Reads a file with a report of "Test this Excel".
 * @returns its text
 * @throws an error with a sentence if it is missing or no report
 */
export function readReportFile(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`There is no report at ${file}: --profile takes a file made by "Copy as JSON".`);
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error(`${file} is no JSON: --profile takes a file made by "Copy as JSON".`);
  }
  readReport(read);
  return text;
}

/** Adds the report to a site. At `reportAddress`; without a report the site is unchanged. */
export const withReport =
  (read: ReadBuilt, report: string | undefined): ReadBuilt =>
  (path) =>
    report !== undefined && `/${path}` === reportAddress ? Promise.resolve(Buffer.from(report)) : read(path);
