// A stand-in for Excel and its client: it calls the functions as the client does, sends what they give through JSON, and
// refuses what Excel would not take. Typed against the real interfaces.

/** What a workbook and its host are, as far as functions can see. */
export interface Host {
  /** Requirement sets, name → version; a set that is not named is not there. */
  sets?: Readonly<Record<string, string>>;
  settings?: Readonly<Record<string, unknown>>;
  language?: string;
}

/** The hosts that results differ on. */
export const hosts = {
  today: { CustomFunctionsRuntime: "1.5", ExcelApi: "1.20" },
  oldest365: { CustomFunctionsRuntime: "1.4", ExcelApi: "1.16" },
  perpetual2024: { CustomFunctionsRuntime: "1.3", ExcelApi: "1.17" },
  perpetual2021: { CustomFunctionsRuntime: "1.3", ExcelApi: "1.14" },
  first: { CustomFunctionsRuntime: "1.1", ExcelApi: "1.8" },
} as const;

enum Code {
  invalidValue = "#VALUE!",
  notAvailable = "#N/A",
  divisionByZero = "#DIV/0!",
  invalidNumber = "#NUM!",
  nullReference = "#NULL!",
  invalidName = "#NAME?",
  invalidReference = "#REF!",
}

class HostError extends Error implements Pick<CustomFunctions.Error, "message"> {
  constructor(
    readonly code: Code,
    message?: string,
  ) {
    super(message ?? "");
  }
  toJSON(): unknown {
    return { type: "Error", basicType: "Error", basicValue: this.code, message: this.message };
  }
}

const associated = new Map<string, (...args: unknown[]) => unknown>();
const client = {
  associate(id: string, run: (...args: unknown[]) => unknown): void {
    if (associated.has(id)) throw new Error(`${id} is associated twice`);
    associated.set(id, run);
  },
  Error: HostError,
  ErrorCode: Code,
};

function atLeast(has: string, wanted: string | number): boolean {
  const [a, b] = [has, String(wanted)].map((version) => version.split(".").map(Number));
  const [major = 0, minor = 0] = a ?? [];
  const [wantedMajor = 0, wantedMinor = 0] = b ?? [];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** Puts the functions into a workbook on a host. Default: today's Excel, nothing set, English. */
export function open({ sets = hosts.today, settings = {}, language = "en-US" }: Host = {}): void {
  const context = {
    displayLanguage: language,
    document: { settings: { get: (name: string): unknown => settings[name] ?? null } },
    requirements: {
      isSetSupported: (name: string, version: string | number = "1.1") =>
        atLeast(sets[name] ?? "0.0", version),
    } satisfies Pick<Office.RequirementSetSupport, "isSetSupported">,
  };
  Object.assign(globalThis, { Office: { context } });
}

Object.assign(globalThis, { CustomFunctions: client });
open();
// oxlint-disable-next-line typescript/no-require-imports
require("../../src/functions/functions");
// oxlint-disable-next-line typescript/no-require-imports
require("../../src/functions");

/** The ids of the functions that were associated. */
export const ids = (): string[] => [...associated.keys()];

/** What a cell shows: a value or a data type as JSON, or an error with its sentence. */
export type Shown = { value: unknown } | { error: string; message: string };

/** The sentence of an error must say something, in one line that Excel shows whole. */
function checked(error: unknown): { error: string; message: string } {
  if (!(error instanceof HostError))
    throw new Error("Excel was given something else than its own error", { cause: error });
  const { code, message } = error;
  if (code !== Code.invalidValue && code !== Code.notAvailable)
    throw new Error(`${code} carries no sentence`);
  if (message.trim() === "" || message.length > 200 || /[\n\r]/.test(message))
    throw new Error(`sentence: ${message}`);
  // An exception is a fault of ours, even if it was caught.
  if (/^(?:Something of ours|程序内部)/.test(message)) throw new Error(message);
  return { error: code, message };
}

const dataTypes = ["Double", "FormattedNumber", "Entity"];

function checkCell(cell: unknown): void {
  if (cell instanceof Error) checked(cell);
  else if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new Error(`Excel shows ${cell} as an error of its own`);
  } else if (typeof cell === "string") {
    if (cell.length > 32767) throw new Error("longer than a cell");
  } else if (typeof cell === "object" && cell !== null && "type" in cell) {
    if (!dataTypes.includes(String(cell.type))) throw new Error(`data type ${String(cell.type)}`);
    if (cell.type !== "Entity") checkCell((cell as { basicValue?: unknown }).basicValue);
  } else if (typeof cell !== "boolean") throw new Error(`Excel cannot show ${String(cell)}`);
}

/** What Excel makes of a result; throws where Excel would show something that nobody meant. */
function checkResult(result: unknown): void {
  if (!Array.isArray(result)) return checkCell(result);
  const rows = result as unknown[][];
  const width = rows[0]?.length ?? 0;
  if (width === 0) throw new Error("an empty array is #CALC!");
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== width) throw new Error("ragged rows");
    row.forEach(checkCell);
  }
}

/** Calls a function as the client does, with the client's own argument behind the others. */
export function call(id: string, ...args: unknown[]): Shown {
  const run = associated.get(id);
  if (run === undefined) throw new Error(`no function ${id}`);
  let result: unknown;
  try {
    result = run(...args, { functionName: id, address: undefined });
  } catch (error) {
    return checked(error);
  }
  checkResult(result);
  return { value: result };
}

const numberOf = (cell: unknown): unknown =>
  typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;

/** The plain value of a call: numbers without their formats, errors as "#N/A" or "#VALUE!", tables as arrays. */
export function shown(id: string, ...args: unknown[]): unknown {
  const result = call(id, ...args);
  if ("error" in result) return result.error;
  const value: unknown = JSON.parse(JSON.stringify(result.value));
  if (!Array.isArray(value)) return numberOf(value);
  const table = (value as unknown[][]).map((row) => row.map(numberOf));
  // One cell is shown as one cell.
  return id === "INFO" && table.length === 1 && table[0]?.length === 1 ? table[0][0] : table;
}

/** A call's result as the JSON that the host receives. */
export function json(id: string, ...args: unknown[]): unknown {
  const result = call(id, ...args);
  if ("error" in result) throw new Error(`${result.error} ${result.message}`);
  return JSON.parse(JSON.stringify(result.value));
}

/** The sentence of a call that must end in an error. */
export function sentenceOf(id: string, ...args: unknown[]): string {
  const result = call(id, ...args);
  if (!("error" in result)) throw new Error(`${id} gave ${JSON.stringify(result.value)}`);
  return `${result.error} ${result.message}`;
}
