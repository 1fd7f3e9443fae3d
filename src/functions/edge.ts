import { awaited, cut, type Figure } from "../dataset/first";
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
import { laterOnes, loadLater } from "./later";
import { isUnavailable, refuse, type Refusal } from "./outcome";
import { provenance } from "./provenance";
import { followWorkbook, readSettings, type Settings } from "./settings";

/** A value that Excel takes as a function's result: the JSON of a data type, too. */
type HostValue = string | number | boolean | Error | Readonly<Record<string, unknown>>;

/** An answer: of one cell, or of several. */
type HostAnswer = HostValue | HostValue[][];

/** A cell of Excel holds no longer text. */
const LONGEST_TEXT = 32767;
/** Answers with more figures carry formats only: with the properties of all they would not fit into a message. */
const MOST_WITH_PROPERTIES = 500;
/** Answers with more figures are plain numbers. */
const MOST_WITH_FORMATS = 10_000;

/** In place of any sentence where the file of the sentences did not come. */
const notLoaded = {
  en: "A file of ECOM for Excel did not load, so that the reason cannot be given: go online and press Ctrl+Alt+F9.",
  zh: "ECOM的一个文件未能加载，无法说明原因：请联网后按Ctrl+Alt+F9重新计算。",
} as const;
/** State of this module: whether it answers without the details. */
let without = false;

/** A refusal as Excel's error with its sentence. Only #VALUE! and #N/A carry one. */
function toError(reason: Refusal, { language }: Settings): Error {
  const { ErrorCode } = CustomFunctions;
  const code = isUnavailable(reason) ? ErrorCode.notAvailable : ErrorCode.invalidValue;
  const text = without ? notLoaded[language] : laterOnes().refusalText(reason, language);
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
  const few = figures <= MOST_WITH_PROPERTIES ? profile : profile === "properties" ? "formatted" : profile;
  const shown = figures <= MOST_WITH_FORMATS ? few : "plain";
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

/** Whatever goes wrong inside reaches the cell as an error with a sentence, never as a raw failure. */
function answerOf(run: EcomFunction, args: readonly unknown[], settings: Settings): Answer {
  try {
    return run(args, settings);
  } catch (error) {
    if (error === awaited) throw error;
    return refuse({ name: "internal" });
  }
}

/**
 * A function as Excel calls it: with the workbook's settings, and its answer in the richest form that the host shows.
 * It throws Excel's own errors #VALUE! and #N/A, each with a sentence, and nothing else; single cells of a table are
 * errors inside it. What needs the details before they have come is a promise of the same.
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
      if (error !== awaited) throw error;
      return loadLater().then((come) => (come ? answer(args) : answerWithout(() => answer(args))));
    }
  };
}

/** The same error as with the details, without its sentence; what cannot be told at all without them is #N/A. */
function answerWithout(answer: () => HostAnswer): HostAnswer {
  without = true;
  try {
    return answer();
  } catch (error) {
    throw error === awaited ? toError({ name: "internal" }, readSettings()) : error;
  } finally {
    without = false;
  }
}
