import {
  fail,
  findIndicator,
  ok,
  parseAsof,
  parsePeriod,
  shown,
  type Indicator,
  type Period,
  type Result,
} from "../dataset";
import type { Settings } from "./settings";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (value: Record<string, unknown>, key: string): unknown =>
  Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;

/**
 * What an argument means, whatever form Excel gives it in: a range of one cell is that cell, a data type its basic
 * value, an entity its text.
 * @returns `error-given` for an error value; a larger range stays an array, for which every reader has a sentence
 */
export function plainValue(input: unknown, argument: string): Result<unknown> {
  if (Array.isArray(input)) {
    const row: unknown = input.length === 1 ? input[0] : undefined;
    return Array.isArray(row) && row.length === 1 ? plainValue(row[0], argument) : ok(input);
  }
  if (!isObject(input)) return ok(input);
  const [type, basic, code] = [own(input, "type"), own(input, "basicValue"), input["code"]];
  const error =
    typeof code === "string" && code.startsWith("#") ? code : type === "Error" ? basic : undefined;
  if (error !== undefined) return fail({ name: "error-given", argument, given: shown(error) });
  if (type === "Entity" || type === "LinkedEntity") return ok(own(input, "text"));
  if (type === "Empty") return ok(undefined);
  return ok(isObject(basic) || Array.isArray(basic) || basic === undefined ? input : basic);
}

/** Nothing, or blank text. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.length < 100 && value.trim() === "");

/** Reads the indicator, which must be there. */
export function readIndicator(input: unknown, argument = "indicator"): Result<Indicator> {
  const value = plainValue(input, argument);
  return value.ok ? findIndicator(value.value, undefined, argument) : value;
}

/** Reads a period; nothing given is undefined. */
export function readPeriod(
  input: unknown,
  settings: Settings,
  argument = "period",
): Result<Period | "latest" | undefined> {
  const value = plainValue(input, argument);
  return value.ok ? parsePeriod(value.value, { date1904: settings.date1904 }, argument) : value;
}

/** Reads the day up to which releases count; nothing given is the workbook's data date. */
export function readAsof(input: unknown, settings: Settings): Result<string | undefined> {
  const value = plainValue(input, "asof");
  if (!value.ok) return value;
  const day = parseAsof(value.value, { date1904: settings.date1904 });
  return day.ok && day.value === undefined ? ok(settings.asof) : day;
}

/** Reads a count, a whole number from 1; nothing given is undefined. */
export function readCount(input: unknown): Result<number | undefined> {
  const value = plainValue(input, "count");
  if (!value.ok) return value;
  if (isBlank(value.value)) return ok(undefined);
  const given = value.value;
  const number =
    typeof given === "string" && given.length <= 20 ? Number(given.normalize("NFKC").trim()) : Number.NaN;
  const count = typeof given === "number" ? given : number;
  return Number.isInteger(count) && count >= 1
    ? ok(count)
    : fail({ name: "not-number", argument: "count", given: shown(given), least: 1 });
}

const yes = ["true", "yes", "1", "是", "真"];
const no = ["false", "no", "0", "否", "假"];

/** Reads whether a heading is wanted; nothing given is yes. */
export function readHeaders(input: unknown): Result<boolean> {
  const value = plainValue(input, "headers");
  if (!value.ok) return value;
  if (isBlank(value.value)) return ok(true);
  const word = typeof value.value === "object" ? "" : String(value.value).slice(0, 20).trim().toLowerCase();
  if (yes.includes(word)) return ok(true);
  if (no.includes(word)) return ok(false);
  return fail({
    name: "bad-argument",
    argument: "headers",
    given: shown(value.value),
    choices: ["TRUE", "FALSE"],
  });
}

/** The cells of a range or a single value in reading order, blank ones left out; errors are kept, each as its reason. */
export function readCells(input: unknown, argument: string): Result<unknown>[] {
  const rows: unknown[] = Array.isArray(input) ? input : [[input]];
  return rows
    .flatMap((row) => (Array.isArray(row) ? (row as unknown[]) : [row]))
    .map((cell) => plainValue(cell, argument))
    .filter((cell) => !cell.ok || !isBlank(cell.value));
}
