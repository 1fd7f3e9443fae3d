import type { Handler } from "./routes";

/** What the build of `npm run test:excel` sends. */
export interface Sent {
  /** The report; missing where the test could not begin. */
  report?: { lines: { check: string; verdict: string }[]; ended: string };
  /** It as a text, or why there is none. */
  text: string;
}

/** Reports are smaller. */
const MOST_BYTES = 5_000_000;

/** Takes the report of a self-test, and leaves everything else to the site behind. */
export function takingReports(site: Handler, take: (sent: Sent) => void): Handler {
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
        take(JSON.parse(Buffer.concat(parts).toString("utf8")) as Sent);
      } catch (error) {
        take({ text: `The report could not be read: ${String(error)}` });
      }
    });
  };
}

/** The exit code that a report means: 0 all works, 1 something does not, 2 there is none or it is not whole. */
export function exitCodeOf({ report }: Sent): 0 | 1 | 2 {
  if (!report || report.ended !== "whole") return 2;
  return report.lines.some(({ verdict }) => verdict === "differs" || verdict === "refused") ? 1 : 0;
}
