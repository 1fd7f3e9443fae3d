import { metadata } from "../../src/functions/catalogue/metadata";
import type { FunctionsMetadata, HostOptions } from "../../src/workbench/host";
import { json } from "../functions/excel";
import { openExcel } from "./excel";
import type { OpenExcel } from "./excel";

/** A workbook in which our functions answer as in Excel, numbers with their formats, unless other sets are claimed. */
export async function openExcelWithFunctions(
  sets: Record<string, string> = { ExcelApi: "1.18", CustomFunctionsRuntime: "1.4" },
  options: Partial<HostOptions> = {},
): Promise<OpenExcel> {
  const functions = metadata("en", "https://localhost/") as unknown as FunctionsMetadata;
  const open: OpenExcel = await openExcel(sets, "readWrite", {
    addin: { url: "https://localhost/", functions, namespace: "ECOM" },
    ...options,
    answer: (calls) => (open.silent ? [] : calls.map(([id, name, args]) => [id, ...answerOf(name, args)])),
  });
  return open;
}

/** The answer as the client sends it. */
function answerOf(name: string, args: unknown[]): unknown[] {
  try {
    return [true, json(name, ...args.map(unwrapped)), [0]];
  } catch (error) {
    const [, code = "#VALUE!", message = ""] = /^(#\S+) (.*)/.exec((error as Error).message) ?? [];
    return [true, { type: "Error", basicValue: code, message }, [0]];
  }
}

/** Errors travel as JSON text. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== "object" || value === null) return value;
  return JSON.parse((value as { value: string }).value) as unknown;
}

/** The sets of the newest Excel, as far as they change what the add-in does. */
export const newestSets = { ExcelApi: "1.20", CustomFunctionsRuntime: "1.4" };

/** An empty workbook in an Excel that plays all known and supposed refusals (`src/workbench/host/strict`); functions answer. */
export const openStrict = (sets: Record<string, string> = newestSets): Promise<OpenExcel> =>
  openExcelWithFunctions(sets, { rules: "strict" });
