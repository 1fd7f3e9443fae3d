import type { EcomFunction } from "../answer";
import { fromDetails } from "../lateDetails";
import { cagr } from "./cagr";
import { growth } from "./growth";
import { rank } from "./rank";
import { series } from "./series";
import { table } from "./table";
import { value } from "./value";
import { version } from "./version";

/** The ids of the functions. They never change, because workbooks hold them. */
export type FunctionId = keyof typeof ecomFunctions;

/** Every custom function by its id. */
export const ecomFunctions = {
  GROWTH: growth,
  VALUE: value,
  SERIES: series,
  TABLE: table,
  RANK: rank,
  CAGR: cagr,
  FIND: fromDetails("FIND"),
  INFO: fromDetails("INFO"),
  CITE: fromDetails("CITE"),
  CHECK: fromDetails("CHECK"),
  EVENTS: fromDetails("EVENTS"),
  CARD: fromDetails("CARD"),
  VERSION: version,
} as const satisfies Record<string, EcomFunction>;
