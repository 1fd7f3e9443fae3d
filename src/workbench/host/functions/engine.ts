import type { Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { BaseValueObject, ErrorType, FunctionVariantType } from "@univerjs/engine-formula";
import type { CellResult } from "./results";

type NodeValueType = ReturnType<BaseFunction["calculate"]>;

/** A function's answer to the formula engine. */
export type Evaluation = { kind: "cell"; cell: CellResult } | { kind: "rows"; rows: CellResult[][] };

/** Evaluates one call of a function in a cell. */
type Evaluate = (
  functionId: string,
  cell: { sheetId: string; row: number; column: number },
  args: FunctionVariantType[],
) => Evaluation;

/** An add-in function in Univer's engine. It is synchronous, so that the engine never waits for the add-in. */
class AddinFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = 255;

  constructor(
    name: string,
    private readonly functionId: string,
    private readonly evaluate: Evaluate,
  ) {
    super(name);
  }

  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...args: BaseValueObject[]): NodeValueType {
    const cell = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
    return toEngine(this.evaluate(this.functionId, cell, args as FunctionVariantType[]));
  }
}

/** An evaluation as a value of Univer's engine. */
function toEngine(evaluation: Evaluation): NodeValueType {
  if (evaluation.kind === "cell") return valueObject(evaluation.cell);
  const rows = evaluation.rows.map((row) => row.map(valueObject));
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function valueObject({ value, error }: CellResult): BaseValueObject {
  if (error) return ErrorValueObject.create(value as ErrorType);
  // Not by Univer's factory, which would read texts such as "2025", "5%" or "{1}" as numbers and arrays.
  if (typeof value === "number") return NumberValueObject.create(value);
  return typeof value === "boolean" ? BooleanValueObject.create(value) : StringValueObject.create(value);
}

/**
 * Registers the functions in the formula engine under their names with namespace.
 * @returns removes them
 */
export function registerFunctions(
  injector: Injector,
  functions: readonly { name: string; id: string }[],
  evaluate: Evaluate,
): () => void {
  // Makes #BUSY! an error for formulas that refer to it.
  ERROR_TYPE_SET.add("#BUSY!" as ErrorType);
  const service = injector.get(IFunctionService);
  service.registerExecutors(...functions.map(({ name, id }) => new AddinFunction(name, id, evaluate)));
  return () => {
    service.unregisterExecutors(...functions.map(({ name }) => name));
  };
}
