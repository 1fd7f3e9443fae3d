import { BooleanNumber } from "@univerjs/core";
import { FunctionType } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionsMetadata } from "../../host";
import type { Grid } from "../grid";

/**
 * Adds the add-in's functions to the grid's suggestions and shows their arguments while they are typed, from Excel's
 * metadata (functions.json in the page's language). Without it the grid knows only Excel's functions.
 */
export function suggestFunctions(grid: Grid, { functions }: FunctionsMetadata, namespace: string): void {
  const flag = (yes: boolean | undefined) => (yes ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  const descriptions = functions.map(({ name, description = "", parameters }) => ({
    functionName: `${namespace}.${name}`,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: flag(!parameter.optional),
      repeat: flag(parameter.repeating),
    })),
  }));
  grid.univer.__getInjector().get(IDescriptionService).registerDescriptions(descriptions);
}
