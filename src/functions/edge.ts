import { cut, reasonKind, sentence, type Reason } from "../dataset";
import type { Answer, Card, Cell, FigureCell } from "./answer";
import { provenance } from "./provenance";
import type { Settings } from "./settings";

/**
 * What the host can show: numbers with properties (ExcelApi 1.19), formatted numbers and entities (1.16), or plain
 * numbers. Data types as results need CustomFunctionsRuntime 1.4 too.
 */
export type Richness = "properties" | "formatted" | "plain";

/** A value that Excel takes as a function's result. */
export type HostValue = string | number | boolean | Error | Record<string, unknown>;

/** Excel cuts longer texts of a cell off with an error of its own. */
const LONGEST_TEXT = 32767;

/** Asks the host what it can show; a host that cannot say gets plain numbers. */
export function readRichness(): Richness {
  try {
    const has = (set: string, version: string): boolean =>
      Office.context.requirements.isSetSupported(set, version);
    if (!has("CustomFunctionsRuntime", "1.4")) return "plain";
    return has("ExcelApi", "1.19") ? "properties" : has("ExcelApi", "1.16") ? "formatted" : "plain";
  } catch {
    // Before Office is ready there is nothing to ask: plain numbers are right everywhere.
    return "plain";
  }
}

/** A reason as Excel's error with its sentence. Only #VALUE! and #N/A carry one. */
export function toError(reason: Reason, settings: Settings): Error {
  const { ErrorCode } = CustomFunctions;
  const code = reasonKind(reason) === "value" ? ErrorCode.invalidValue : ErrorCode.notAvailable;
  return new CustomFunctions.Error(code, sentence(reason, settings.language)) as unknown as Error;
}

const isTable = (value: Cell | Cell[][] | Card): value is Cell[][] => Array.isArray(value);
const isCard = (value: Cell | Card): value is Card => typeof value === "object" && "fields" in value;

function toNumber(cell: FigureCell, settings: Settings, richness: Richness): HostValue {
  const { value, format, figure } = cell;
  if (settings.plain || richness === "plain") return value;
  const number = { basicType: "Double", basicValue: value, numberFormat: format };
  if (richness === "formatted") return { type: "FormattedNumber", ...number };
  const facts = Object.entries(provenance(figure, settings.language)).filter(([, text]) => text !== "");
  const properties = Object.fromEntries(
    facts.map(([name, text]) => [name, { type: "String", basicType: "String", basicValue: text }]),
  );
  return { type: "Double", ...number, properties };
}

function toCell(cell: Cell, settings: Settings, richness: Richness): HostValue {
  if (typeof cell === "string") return cut(cell, LONGEST_TEXT);
  if (typeof cell !== "object") return cell;
  return "reason" in cell ? toError(cell.reason, settings) : toNumber(cell, settings, richness);
}

function toEntity(card: Card, settings: Settings): HostValue {
  const properties = Object.entries(card.fields)
    .filter(([, cell]) => cell !== "")
    .map(([name, cell]): [string, HostValue] => {
      const value = toCell(cell, { ...settings, plain: false }, "formatted");
      return [
        name,
        typeof value === "string" ? { type: "String", basicType: "String", basicValue: value } : value,
      ];
    });
  return {
    type: "Entity",
    text: card.title,
    basicType: "Error",
    basicValue: "#VALUE!",
    properties: Object.fromEntries(properties),
  };
}

/**
 * An answer as the host takes it. Throws Excel's error for a whole that has no answer, as Excel's custom functions
 * do; single cells of a table become errors inside it.
 */
export function toHost(answer: Answer, settings: Settings, richness: Richness): HostValue | HostValue[][] {
  if (!answer.ok) throw toError(answer.reason, settings);
  const { value } = answer;
  if (isTable(value)) return value.map((row) => row.map((cell) => toCell(cell, settings, richness)));
  if (!isCard(value)) return toCell(value, settings, richness);
  if (richness === "plain" || settings.plain) {
    throw toError({ name: "host-too-old", instead: "ECOM.INFO" }, settings);
  }
  return toEntity(value, settings);
}
