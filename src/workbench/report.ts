import { rules } from "./host/strict/rules";

/** The server's address of the report that it was started with. */
export const reportAddress = "/excel-report.json";

/** The part of a self-test's report that the workbench uses, to behave as that Excel. */
interface Played {
  /** The requirement sets that it claims, with their newest versions. */
  sets: Record<string, string>;
  /** Rules of real Excel, by name. */
  rules: string[];
  /** Members that it refuses, each with its code. */
  refused: { member: string; code: string }[];
}

/** Refusals about single objects rather than about what Excel can do; they occur by themselves. */
const aboutObjects = /^(ItemNotFound|ItemAlreadyExists|InvalidReference|AccessDenied|UndoNotSupported)$/;

/**
 * Reads a report (JSON of the self-test), leaving out unknown rules. Throws an error with a sentence for anything
 * else.
 */
export function readReport(report: unknown): Played {
  if (!isRecord(report) || report["report"] !== 1 || !isRecord(report["sets"]))
    throw new Error('This is no report of "Test this Excel": it has no "report": 1 and no requirement sets.');
  const { sets, habits, refused } = report;
  const names = Array.isArray(habits) ? habits.map(String) : [];
  const played = rules.filter(({ name }) => names.includes(name));
  const covered = (member: string) => {
    const type = member.slice(0, member.indexOf("."));
    return played.some(({ members }) => members.includes(member) || members.includes(`${type}.*`));
  };
  return {
    sets: Object.fromEntries(Object.entries(sets).map(([set, version]) => [set, String(version)])),
    rules: played.map(({ name }) => name),
    refused: (Array.isArray(refused) ? refused : [])
      .filter(isRefusal)
      .flatMap(({ member, code }) =>
        aboutObjects.test(code) || /Collection\.getItem/.test(member) || covered(member)
          ? []
          : [{ member, code }],
      ),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isRefusal = (value: unknown): value is { member: string; code: string } =>
  isRecord(value) && typeof value["member"] === "string" && typeof value["code"] === "string";
