import { cellName } from "../grid/address";
import type { Model } from "../model";
import type { FunctionMetadata, FunctionsMetadata } from "../types";
import type { Call } from "./sessions";

/** One entry of a `richApiMessage` event: category, type, target, message, id, remote. */
export type MessageEntry = [number, number, string, string, number, boolean];

const CALL = 1000;
const CANCEL = 1001;
const CATEGORY = 1;

/**
 * The message that calls a function.
 * @param values its arguments, see `wrapped`
 * @param model gives the cell's address, for functions that ask for it
 */
export function callMessage(
  { id, cell: { sheetId, row, column } }: Call,
  { id: functionId, options }: FunctionMetadata,
  values: unknown[],
  metadata: FunctionsMetadata | null,
  model: Model | undefined,
): MessageEntry {
  const address =
    options?.["requiresAddress"] === true ? `${model?.sheetPrefix(sheetId)}!${cellName(row, column)}` : "";
  const flags =
    (options?.["cancelable"] === true ? 1 : 0) +
    (options?.["stream"] === true ? 2 : 0) +
    (metadata?.allowErrorForDataTypeAny === true ? 4 : 0) +
    (metadata?.allowCustomDataForDataTypeAny === true ? 8 : 0);
  const message = JSON.stringify([id, functionId, values, address, flags, null]);
  return [CATEGORY, CALL, "", message, id, false];
}

/** The message that cancels a call. Excel sends it when a cell no longer needs the answer. */
export const cancelMessage = ({ id }: Call): MessageEntry => [
  CATEGORY,
  CANCEL,
  "",
  JSON.stringify({ invocationId: id }),
  id,
  false,
];

/** An argument for the client: errors as objects, and with data types allowed every object as JSON text. */
export function wrapped(value: unknown, metadata: FunctionsMetadata | null): unknown {
  if (Array.isArray(value)) return value.map((element) => wrapped(element, metadata));
  if (typeof value !== "object" || value === null) return value;
  const { error } = value as { error: string };
  const object = { type: "CustomFunctionError", code: error };
  return metadata?.allowCustomDataForDataTypeAny === true ? { value: JSON.stringify(object) } : object;
}
