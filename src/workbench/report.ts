import { rules } from "./host/strict/rules";

/** Where the server gives the report that it was started with. */
export const reportAddress = "/excel-report.json";

/** What the workbench takes from a report of the add-in's self-test, to do as the Excel did that it was made in. */
interface Played {
  /** The requirement sets that it claims, with their newest versions. */
  sets: Record<string, string>;
  /** Rules of real Excel, by name. */
  rules: string[];
  /** Members that it refuses, each with its code. */
  refused: { member: string; code: string }[];
}

/** Refusals that are about one object and not about what Excel can do: they come by themselves where they belong. */
const aboutObjects = /^(ItemNotFound|ItemAlreadyExists|InvalidReference|AccessDenied|UndoNotSupported)$/;

/**
 * Reads a report (JSON, as the self-test gives it). Rules that are not known here are left out. Throws an error with a
 * sentence where it is none.
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
