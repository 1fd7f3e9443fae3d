import type { Text2 } from "../dataset";
import { codeOf, onRefusal } from "../excel";
import type { Problem } from "../workbook/problem";
import type { Difference, Refused, ReportLine, TestProgress, Verdict } from "../workbook/selfTest";
import { isPassing, isPassingCode } from "./passing";

/** The result of a check. */
export interface CheckResult {
  /** What Excel lacks for the check. */
  lacks?: readonly string[];
  differences?: readonly Difference[];
  problem?: Problem;
  /** Why it could not be run. */
  notRun?: string;
}

/** One check of the test. */
export interface Check {
  id: string;
  /** Its name for users. */
  name: Text2;
  run: () => Promise<CheckResult>;
  /** Whether all later checks need it. */
  needed?: true;
  /** Whether refusals are its results. */
  probes?: true;
}

/** Thrown when the user stopped the test, or Excel cannot continue. */
export class TestEnded extends Error {
  override readonly name = "Ended";
  constructor(readonly how: "cancelled" | "broken-off") {
    super(how);
  }
}

/** The most differences in a report for a check. */
const MOST_TOLD = 12;

/** Runs checks one after the other, and collects their results. */
export class Run {
  readonly lines: ReportLine[] = [];
  readonly refused: Refused[] = [];
  ended: "whole" | "cancelled" | "broken-off" = "whole";
  private done = 0;

  constructor(
    private readonly progress: TestProgress,
    private readonly total: number,
    private readonly clock: () => number,
  ) {}

  /** Runs checks. Once the test has ended, the rest is recorded as not run. */
  async all(checks: readonly Check[]): Promise<void> {
    for (const check of checks) {
      if (this.progress.signal?.aborted && this.ended === "whole") this.ended = "cancelled";
      if (this.ended !== "whole") {
        this.lines.push({ check: check.id, verdict: "not-run", ms: 0, why: this.ended });
        continue;
      }
      this.progress.onProgress?.(Math.min(1, this.done / this.total), check.name);
      this.lines.push(await this.runCheck(check));
      this.done += 1;
    }
  }

  private async runCheck(check: Check): Promise<ReportLine> {
    const began = this.clock();
    const before = this.refused.length;
    onRefusal(check.probes ? undefined : (error) => this.refusal(check.id, error));
    try {
      const result = await check.run();
      if (result.problem && isPassing(result.problem)) {
        throw new TestEnded(result.problem.name === "cancelled" ? "cancelled" : "broken-off");
      }
      return this.line(check, result, this.refused.length > before, began);
    } catch (error) {
      if (error instanceof TestEnded) {
        this.ended = error.how;
        return { check: check.id, verdict: "not-run", ms: this.since(began), why: error.how };
      }
      const code = codeOf(error);
      if (isPassingCode(code)) {
        this.ended = "broken-off";
        return { check: check.id, verdict: "not-run", ms: this.since(began), why: code };
      }
      if (check.needed) this.ended = "broken-off";
      const message = error instanceof Error ? error.message : String(error);
      return { check: check.id, verdict: "refused", ms: this.since(began), why: code || message };
    } finally {
      onRefusal(undefined);
    }
  }

  private line(check: Check, result: CheckResult, refused: boolean, began: number): ReportLine {
    const { lacks = [], differences = [], problem, notRun } = result;
    const verdict: Verdict =
      notRun !== undefined
        ? "not-run"
        : problem || refused
          ? "refused"
          : differences.length > 0
            ? "differs"
            : lacks.length > 0
              ? "lacks"
              : "works";
    const why = notRun ?? (problem ? causeOf(problem) : undefined);
    return {
      check: check.id,
      verdict,
      ms: this.since(began),
      ...(lacks.length > 0 ? { lacks } : {}),
      ...(differences.length > 0
        ? { differences: differences.slice(0, MOST_TOLD), count: differences.length }
        : {}),
      ...(why === undefined ? {} : { why }),
    };
  }

  /** Records each refused member once, with the first check in which it was refused. */
  private refusal(check: string, error: unknown): void {
    const code = codeOf(error);
    const member = memberOf(error);
    if (code === "NoAnswer" || member === "") return;
    if (!this.refused.some((refusal) => refusal.member === member && refusal.code === code))
      this.refused.push({ member, code, check });
  }

  private since(began: number): number {
    return Math.round(this.clock() - began);
  }
}

/** The member that Office.js says was refused: "Range.merge". */
function memberOf(error: unknown): string {
  const info =
    typeof error === "object" && error !== null && "debugInfo" in error
      ? (error.debugInfo as { errorLocation?: unknown } | undefined)
      : undefined;
  return typeof info?.errorLocation === "string" ? info.errorLocation : "";
}

/** A problem without texts of the workbook. */
function causeOf(problem: Problem): string {
  switch (problem.name) {
    case "refused":
      return `refused: ${problem.code}`;
    case "not-supported":
      return `not-supported: ${problem.needs}`;
    case "not-put-back":
      return `not-put-back: ${causeOf(problem.cause)}`;
    default:
      return problem.name;
  }
}
