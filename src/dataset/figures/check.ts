import type { Indicator } from "../../data/rows";
import { liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import { keyOf } from "../store";
import { byEnd, type Period } from "../time/period";
import { unitWord, type UnitWord } from "../units/readUnit";
import { clean } from "../wording/clean";
import { shown } from "../wording/text";
import { decimalOf, roundsTo, significantDigits, type Decimal } from "./decimal";
import { latestPeriod, nearest, whyNot } from "./published";
import type { Observation } from "./types";

/** A number to check: its digits as written, and the power of ten of its unit word. */
interface PrintedNumber {
  readonly printed: string;
  /** Undefined where no unit is named: then all are tried. */
  readonly unit: UnitWord | undefined;
}

const LONGEST = 80;

/** Writes a machine number with the 15 digits that Excel shows, without exponent. */
function inFullDigits(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  const [digits = "", power] = text.split("e");
  if (power === undefined) return text;
  const sign = digits.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = digits.replace("-", "").split(".");
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${whole}${part}`;
  return `${sign}${whole}${part.padEnd(exponent, "0")}`;
}

/** Words around a number that say how exact it is, and currencies before it. */
const before =
  /^(?:(?:about|around|approximately|approx\.?|some|nearly|almost|close to|more than|over|above|at least|up to|roughly|circa|ca\.?|约为?|大约|近|将近|接近|超过?|逾|突破|达到?|不足|至少|人民币|rmb|cny|yuan|¥|≈|~|>|<)\s*)+/;
const approximationSuffix = /(?:左右|以上|上下|余|多)$/;

/** Reads a number with its unit, as people write it in a text; undefined for anything else. */
function readNumber(input: unknown): PrintedNumber | undefined {
  if (typeof input === "number") {
    return Number.isFinite(input) && Math.abs(input) < 1e21 && (input === 0 || Math.abs(input) > 1e-12)
      ? { printed: inFullDigits(input), unit: undefined }
      : undefined;
  }
  if (typeof input !== "string" || input.length > LONGEST) return undefined;
  const text = clean(input)
    .toLowerCase()
    .replace(/[\u2212\p{Pd}]/gu, "-")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .replace(before, "")
    .replace(approximationSuffix, "")
    .trim();
  const parts = /^([+-]?)(\d{1,20}(?:\.\d{0,20})?|\.\d{1,20}) ?(.*)$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", digits = "", word = ""] = parts;
  const unit = unitWord(word);
  if (unit === undefined && word !== "") return undefined;
  const [whole = "", part] = digits.split(".");
  const printed = `${sign === "-" ? "-" : ""}${whole.replace(/^0+(?=\d)/, "") || "0"}${part ? `.${part}` : ""}`;
  return { printed, unit: word === "" ? undefined : unit };
}

/** Powers of ten in which an amount or a count may be written: one, thousand, wan, million, yi, billion, trillion. */
const powers = [0, 3, 4, 6, 8, 9, 12];

/** The powers of ten in which a figure may have been written, given the unit word. */
function shiftsOf(unitMeasure: Observation["unitMeasure"], unit: UnitWord | undefined): readonly number[] {
  if (unitMeasure === "PT") return unit === "percent" ? [2] : unit === undefined ? [0, 2] : [];
  if (unitMeasure === "PP") return unit === "points" || unit === undefined ? [0] : [];
  return unit === undefined ? powers.map((power) => -power) : typeof unit === "number" ? [-unit] : [];
}

/** Whether one published figure agrees with what was written. */
function agrees(observation: Observation, { printed, unit }: PrintedNumber): boolean {
  const value = decimalOf(observation);
  // Rounding to a single digit would match too much, so a number of one digit must equal the figure.
  const matches = significantDigits(printed) <= 1 ? equals : roundsTo;
  return shiftsOf(observation.unitMeasure, unit).some((shift) => matches(value, shift, printed));
}

function equals(value: Decimal, shift: number, printed: string): boolean {
  // Rounding at twenty more decimals means equality.
  const [whole = "", part = ""] = printed.split(".");
  return roundsTo(value, shift, `${whole}.${part.padEnd(part.length + 20, "0")}`);
}

/**
 * Checks a number: whether a published figure of the period, of any measure and publisher, rounds (half away from
 * zero) to it at its own decimals.
 * @param asof the data date (YYYY-MM-DD), as everywhere in `dataset`; default: none, every release counts
 * @param input a number, or a text such as "3.62 trillion", "7.4%" or "3.62万亿", whose unit alone is then tried
 * @returns `not-number` for what is no number; the reason where nothing was published for the period
 * @example check(online, "2025-Q1", 3.6) // true
 */
export function check(
  indicator: Indicator,
  period: Period | "latest",
  input: unknown,
  asof?: string,
): Result<boolean> {
  if (input === undefined || input === null || input === "") {
    return fail({ name: "missing-argument", argument: "number" });
  }
  const number = readNumber(input);
  if (number === undefined) return fail({ name: "not-number", argument: "number", given: shown(input) });
  const wanted = period === "latest" ? latestPeriod(indicator, asof, liveStore) : period;
  const known = liveStore
    .book(indicator.code)
    .observations.filter((observation) => asof === undefined || observation.known <= asof);
  if (wanted === undefined) return fail({ name: "nothing-found", given: indicator.code });
  const key = keyOf(indicator, wanted);
  const figures = known.filter((observation) => keyOf(indicator, observation.period) === key);
  if (figures.length > 0) return ok(figures.some((figure) => agrees(figure, number)));
  const measure = [...liveStore.book(indicator.code).cells.keys()][0] ?? "growth";
  const reason = whyNot(indicator, measure, wanted, asof, liveStore);
  if (reason.name !== "no-figure") return fail(reason);
  const near = nearest(wanted, known.map((observation) => observation.period).sort(byEnd));
  return fail({ ...reason, ...(near === undefined ? {} : { nearest: near }) });
}
