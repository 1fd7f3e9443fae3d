import { notYetLoaded, cut, type Figure } from "../dataset/first";
import {
  isFigureCell,
  type Answer,
  type Card,
  type Cell,
  type EcomFunction,
  type FigureCell,
  type FormattedCell,
} from "./answer";
import { readProfile, type Profile } from "./host";
import { lateDetails, loadDetails } from "./lateDetails";
import { isUnavailable, refuse, type Refusal } from "./outcome";
import { provenance } from "./provenance";
import { followWorkbook, readSettings, type Settings } from "./settings";

/** A value that Excel accepts as a function's result, data types as JSON among them. */
type HostValue = string | number | boolean | Error | Readonly<Record<string, unknown>>;

type HostAnswer = HostValue | HostValue[][];

/** The longest text of a cell, in UTF-16 units (Excel specifications and limits). */
const LONGEST_TEXT = 32767;
/**
 * Larger answers have formats only: with properties they would exceed the 5 MB of a message to Excel on the web
 * (Office's resource limits).
 */
const MOST_WITH_PROPERTIES = 500;
/** Still larger answers are plain numbers. */
const MOST_WITH_FORMATS = 10_000;

/** Replaces the sentence of any refusal while the file with the sentences cannot be loaded. */
const notLoaded = {
  en: "A file of ECOM for Excel did not load, so that the reason cannot be given: go online and press Ctrl+Alt+F9.",
  zh: "ECOM的一个文件未能加载，无法说明原因：请联网后按Ctrl+Alt+F9重新计算。",
} as const;
/** State of this module: whether refusals are given without their sentences. */
let withoutDetails = false;

/** A refusal as Excel's error with its sentence. Only #VALUE! and #N/A can carry one. */
function toError(reason: Refusal, { language }: Settings): Error {
  const { ErrorCode } = CustomFunctions;
  const code = isUnavailable(reason) ? ErrorCode.notAvailable : ErrorCode.invalidValue;
  const text = withoutDetails ? notLoaded[language] : lateDetails().refusalText(reason, language);
  return new CustomFunctions.Error(code, text) as unknown as Error;
}

const textValue = (basicValue: string) => ({ type: "String", basicValue });

function properties(figure: Figure, { language }: Settings): Record<string, unknown> {
  const fields = { indicator: figure.indicator.label[language], ...provenance(figure, language) };
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, textValue(text)]));
}

function toNumber(cell: FigureCell | FormattedCell, settings: Settings, profile: Profile): HostValue {
  const { value, format } = cell;
  if (profile === "plain") return value;
  const number = { basicType: "Double", basicValue: value, numberFormat: format };
  return profile === "formatted" || !isFigureCell(cell)
    ? { type: "FormattedNumber", ...number }
    : { type: "Double", ...number, properties: properties(cell.figure, settings) };
}

function toCell(cell: Cell, settings: Settings, profile: Profile): HostValue {
  if (typeof cell === "string") return cut(cell, LONGEST_TEXT);
  if (typeof cell !== "object") return cell;
  return "reason" in cell ? toError(cell.reason, settings) : toNumber(cell, settings, profile);
}

function toTable(table: readonly (readonly Cell[])[], settings: Settings, profile: Profile): HostValue[][] {
  const figures = table.length * (table[0]?.length ?? 0);
  const profileFor =
    figures <= MOST_WITH_PROPERTIES ? profile : profile === "properties" ? "formatted" : profile;
  const shown = figures <= MOST_WITH_FORMATS ? profileFor : "plain";
  return table.map((row) => row.map((cell) => toCell(cell, settings, shown)));
}

function toEntity({ title, fields }: Card, settings: Settings, profile: Profile): HostValue {
  const values = Object.entries(fields).map(([name, cell]) => {
    const value = toCell(cell, settings, profile === "properties" ? "formatted" : profile);
    return [name, typeof value === "string" ? textValue(value) : value] as const;
  });
  const properties = Object.fromEntries(values);
  return { type: "Entity", text: title, basicType: "Error", basicValue: "#VALUE!", properties };
}

function toHost(answer: Answer, settings: Settings, profile: Profile): HostAnswer {
  if (!answer.ok) throw toError(answer.reason, settings);
  const { value } = answer;
  if (Array.isArray(value)) return toTable(value as readonly (readonly Cell[])[], settings, profile);
  if (typeof value !== "object" || !("fields" in value)) return toCell(value as Cell, settings, profile);
  if (profile === "plain") throw toError({ name: "host-too-old", instead: "ECOM.INFO" }, settings);
  return toEntity(value, settings, profile);
}

/** Runs a function. An unexpected exception becomes an `internal` refusal, so that its cell shows a sentence too. */
function answerOf(run: EcomFunction, args: readonly unknown[], settings: Settings): Answer {
  try {
    return run(args, settings);
  } catch (error) {
    if (error === notYetLoaded) throw error;
    return refuse({ name: "internal" });
  }
}

/**
 * Makes a function as Excel calls it: with the workbook's settings, and with the richest kind of answer that the host
 * shows. It throws nothing but Excel's #VALUE! and #N/A, each with a sentence; errors in single cells of a table are
 * values. If it needs the details before they are loaded, it returns a promise.
 * @example forExcel(ecomFunctions.GROWTH)("digital", "2025-Q1") // 0.074
 */
export function forExcel(run: EcomFunction): (...args: unknown[]) => HostAnswer | Promise<HostAnswer> {
  const answer = (args: readonly unknown[]): HostAnswer => {
    const settings = readSettings();
    followWorkbook(settings);
    const profile = settings.plain ? "plain" : readProfile();
    return toHost(answerOf(run, args, settings), settings, profile);
  };
  return (...args) => {
    try {
      return answer(args);
    } catch (error) {
      if (error !== notYetLoaded) throw error;
      return loadDetails().then((loaded) =>
        loaded ? answer(args) : answerWithoutDetails(() => answer(args)),
      );
    }
  };
}

/**
 * Answers where the details cannot be loaded: errors without their sentence, and #N/A for whatever needs the details.
 */
function answerWithoutDetails(answer: () => HostAnswer): HostAnswer {
  withoutDetails = true;
  try {
    return answer();
  } catch (error) {
    throw error === notYetLoaded ? toError({ name: "internal" }, readSettings()) : error;
  } finally {
    withoutDetails = false;
  }
}
