import type { Handler } from "./routes";

/** What the build of `npm run test:excel` sends. */
export interface SentReport {
  /** The report; missing if the test could not begin. */
  report?: { lines: { check: string; verdict: string }[]; ended: string };
  /** The report as a text, or why there is none. */
  text: string;
}

/** The largest report in bytes. */
const MOST_BYTES = 5_000_000;

/**
 * Handles the report of a self-test, and passes everything else to the site. A report is sent by POST to
 * …/excel-report and answered with 204; one that is too large or no JSON gives a text that says so.
 */
export function takingReports(site: Handler, take: (sent: SentReport) => void): Handler {
  return (request, response, next) => {
    if (request.method !== "POST" || !/\/excel-report$/.test(request.url ?? ""))
      return site(request, response, next);
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes <= MOST_BYTES) parts.push(part);
    });
    request.on("end", () => {
      response.statusCode = 204;
      response.end();
      try {
        take(JSON.parse(Buffer.concat(parts).toString("utf8")) as SentReport);
      } catch (error) {
        take({ text: `The report could not be read: ${String(error)}` });
      }
    });
  };
}

/** The exit code for a report: 0 everything works, 1 something does not, 2 there is none or it is incomplete. */
export function exitCodeOf({ report }: SentReport): 0 | 1 | 2 {
  if (!report || report.ended !== "whole") return 2;
  return report.lines.some(({ verdict }) => verdict === "differs" || verdict === "refused") ? 1 : 0;
}
