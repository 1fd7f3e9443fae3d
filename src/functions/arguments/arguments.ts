import {
  clean,
  findIndicator,
  isEmpty,
  ok,
  parseAsof,
  parsePeriod,
  readChoice,
  readUnit,
  shown,
  writtenKind,
  type Choices,
  type Indicator,
  type Kind,
  type Period,
} from "../../dataset/first";
import { refuse, type Outcome } from "../outcome";
import type { Settings } from "../settings";

/**
 * Reads one argument as Excel passes it, and gives its value or a refusal. Unless a reader says otherwise, a left-out
 * argument and an empty cell give undefined.
 */
export type Reader<T> = (given: unknown, settings: Settings) => Outcome<T>;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const fieldOf = (fields: unknown, name: string): unknown =>
  isFields(fields) && Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined;

/** The value of an entity for an argument: of our own card its `code` or `period`, of any other entity its text. */
function ofEntity(entity: Fields, argument: string): unknown {
  const name = argument.startsWith("indicator")
    ? "code"
    : /^(?:periods?|from|to)$/.test(argument)
      ? "period"
      : "";
  return fieldOf(fieldOf(fieldOf(entity, "properties"), name), "basicValue") ?? fieldOf(entity, "text");
}

/**
 * An argument as a plain value: of a range of one cell that cell, of a number or text with properties the number or
 * text, of a card its code or period.
 * @param argument its name, for the sentence of a refusal
 * @returns `error-given` for an error value, `range-given` for several cells; objects without a plain value
 *   unchanged, which the readers refuse
 */
function plainValue(input: unknown, argument: string): Outcome<unknown> {
  if (!isFields(input)) return ok(input ?? undefined);
  if (Array.isArray(input)) {
    const row: unknown = input.length === 1 ? input[0] : input;
    const cell: unknown = Array.isArray(row) && row.length === 1 ? row[0] : row;
    return Array.isArray(cell) ? refuse({ name: "range-given", argument }) : plainValue(cell, argument);
  }
  switch (input["type"]) {
    case "Error":
    case "CustomFunctionError":
      return refuse({ name: "error-given", argument, given: shown(input["code"] ?? input["basicValue"]) });
    case "Empty":
      return ok(undefined);
    case "Entity":
    case "LinkedEntity":
      return ok(ofEntity(input, argument));
    case "Array":
      return Array.isArray(input["elements"]) ? plainValue(input["elements"], argument) : ok(input);
    case undefined:
      // If fewer arguments are given than declared, Excel's own last argument (the invocation) takes a parameter's
      // place.
      return ok("functionName" in input ? undefined : input);
    default: {
      const basic = fieldOf(input, "basicValue");
      return ok(isFields(basic) || basic === undefined ? input : basic);
    }
  }
}

/** Whether a value is missing, or a text without a visible character. */
function isBlank(value: unknown): boolean {
  if (typeof value !== "string") return value === undefined || value === null;
  return value.length < 100 && isEmpty(value);
}

/**
 * An argument as a plain value, undefined where it is left out. An empty cell arrives as null on the web and as 0 on
 * Windows and Mac (office-js #4702, #5262), so 0 counts as left out too: it is no valid name, period, date or count.
 */
function optionalValue(argument: unknown, name: string): Outcome<unknown> {
  const value = plainValue(argument, name);
  return value.ok && (isBlank(value.value) || value.value === 0) ? ok(undefined) : value;
}

/** An argument that the function itself judges. 0 and blank text stay as they are. */
export const anything =
  (argument: string): Reader<unknown> =>
  (input) =>
    plainValue(input, argument);

/**
 * An indicator by code, alias or label; required.
 * @example indicator("数码", settings) // "DIGITAL_PRODUCTS"
 */
export const indicator: Reader<Indicator> = (argument) => {
  const value = optionalValue(argument, "indicator");
  return value.ok ? findIndicator(value.value) : value;
};

/**
 * A period, "latest", or undefined where none is given; `period-not-read` for anything else.
 * @param argument its name, for sentences; default "period"
 * @example optionalPeriod()("Q1 2025", settings) // "2025-Q1"
 */
export const optionalPeriod =
  (argument = "period"): Reader<Period | "latest" | undefined> =>
  (input, settings) => {
    const value = optionalValue(input, argument);
    return value.ok ? parsePeriod(value.value, settings, argument) : value;
  };

/** An end of a series: its period, and its kind as written ("2025-03 YTD" is cumulative). */
export interface End {
  readonly period: Period | "latest" | undefined;
  readonly kind: Kind | undefined;
}

/** Reads an end of a series. Both fields are undefined where nothing is given. */
export const seriesEnd =
  (argument: string): Reader<End> =>
  (input, settings) => {
    const value = optionalValue(input, argument);
    if (!value.ok) return value;
    const period = parsePeriod(value.value, settings, argument);
    return period.ok ? ok({ period: period.value, kind: writtenKind(value.value, settings) }) : period;
  };

/** A period; default the workbook's reference period. */
export const period: Reader<Period | "latest"> = (argument, settings) => {
  const read = optionalPeriod()(argument, settings);
  return read.ok ? ok(read.value ?? settings.period) : read;
};

/** The day up to which releases count, as YYYY-MM-DD; default the workbook's data date. */
export const asof: Reader<string | undefined> = (argument, settings) => {
  const value = optionalValue(argument, "asof");
  if (!value.ok) return value;
  const day = parseAsof(value.value, settings);
  return day.ok ? ok(day.value ?? settings.asof) : day;
};

/**
 * One word of a list; `bad-argument` for any other.
 * @example choice(styleChoices)("APA", settings) // "apa"
 */
export const choice =
  <T extends string>(words: Choices<T>): Reader<T | undefined> =>
  (argument) => {
    const value = optionalValue(argument, words.argument);
    return value.ok ? readChoice(words, value.value) : value;
  };

/**
 * One word of a list, with the spelling that was given, for sentences that quote it; `bad-argument` for any other.
 */
export const choiceAsWritten =
  <T extends string>(words: Choices<T>): Reader<{ readonly word: T; readonly written: string } | undefined> =>
  (argument) => {
    const value = optionalValue(argument, words.argument);
    const word = value.ok ? readChoice(words, value.value) : value;
    if (!word.ok || !value.ok) return word as Outcome<undefined>;
    return ok(word.value === undefined ? undefined : { word: word.value, written: shown(value.value) });
  };

/** The unit of an amount: its power of ten, whether it is a percentage, and its spelling. */
interface UnitArgument {
  readonly power: number;
  readonly percentage: boolean;
  readonly written: string;
}

/** A unit of amounts and counts, as people write it; `unit-not-read` for an unknown one and for foreign money. */
export const unit: Reader<UnitArgument | undefined> = (argument) => {
  const value = optionalValue(argument, "unit");
  if (!value.ok || value.value === undefined) return value.ok ? ok(undefined) : value;
  const written = shown(value.value);
  const unitWritten = typeof value.value === "string" ? readUnit(value.value) : undefined;
  if (unitWritten === undefined || unitWritten.of === "foreign")
    return refuse({
      name: "unit-not-read",
      argument: "unit",
      given: written,
      ...(unitWritten ? { why: "foreign" } : {}),
    });
  return ok({
    power: unitWritten.power,
    percentage: unitWritten.of === "percent" || unitWritten.of === "points",
    written,
  });
};

/** A whole number from 1, also as text; else `not-number`. */
export const count: Reader<number | undefined> = (argument) => {
  const value = optionalValue(argument, "count");
  if (!value.ok || value.value === undefined) return value.ok ? ok(undefined) : value;
  const content = value.value;
  const written = typeof content === "string" && content.length <= 20 ? clean(content) : "";
  const number = /^\d+$/.test(written) ? Number(written) : content;
  return typeof number === "number" && Number.isInteger(number) && number >= 1
    ? ok(number)
    : refuse({ name: "not-number", argument: "count", given: shown(content), least: 1 });
};

const yesWords = ["true", "yes", "1", "是", "真"];
const noWords = ["false", "no", "0", "否", "假"];

/**
 * TRUE or FALSE, also 1, 0, yes, no, 是, 否; else `bad-argument`.
 * @param fallback the value where nothing is given
 */
export const flag =
  (argument: "headers" | "dates", fallback: boolean): Reader<boolean> =>
  (input) => {
    const value = plainValue(input, argument);
    if (!value.ok) return value;
    if (isBlank(value.value)) return ok(fallback);
    const word = clean(shown(value.value)).toLowerCase();
    if (yesWords.includes(word)) return ok(true);
    if (noWords.includes(word)) return ok(false);
    return refuse({
      name: "bad-argument",
      argument,
      given: shown(value.value),
      choices: ["TRUE", "FALSE"],
    });
  };

/** Words to look for; a number gives its digits, nothing gives "". `not-text` for anything else. */
export const text: Reader<string> = (argument) => {
  const value = optionalValue(argument, "text");
  if (!value.ok) return value;
  const content = value.value ?? "";
  return typeof content === "string" || typeof content === "number"
    ? ok(String(content))
    : refuse({ name: "not-text", argument: "text", given: shown(content) });
};

/** The cells of a range, row by row, or a single value. Blank cells are left out, and errors kept as refusals. */
export const cells =
  (argument: string): Reader<Outcome<unknown>[]> =>
  (range) => {
    const rows: unknown = fieldOf(range, "elements") ?? range;
    const outcomes: Outcome<unknown>[] = [];
    for (const row of Array.isArray(rows) ? (rows as unknown[]) : [rows]) {
      for (const cell of Array.isArray(row) ? (row as unknown[]) : [row]) {
        const value = optionalValue(cell, argument);
        if (!value.ok || value.value !== undefined) outcomes.push(value);
      }
    }
    return ok(outcomes);
  };
