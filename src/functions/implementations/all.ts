import type { EcomFunction } from "../answer";
import { later } from "../later";
import { cagr } from "./cagr";
import { growth } from "./growth";
import { rank } from "./rank";
import { series } from "./series";
import { table } from "./table";
import { value } from "./value";
import { version } from "./version";

/** The ids of the functions, fixed for ever. */
export type FunctionId = keyof typeof ecomFunctions;

/** Every custom function by its id. */
export const ecomFunctions = {
  GROWTH: growth,
  VALUE: value,
  SERIES: series,
  TABLE: table,
  RANK: rank,
  CAGR: cagr,
  FIND: later("FIND"),
  INFO: later("INFO"),
  CITE: later("CITE"),
  CHECK: later("CHECK"),
  EVENTS: later("EVENTS"),
  CARD: later("CARD"),
  VERSION: version,
} as const satisfies Record<string, EcomFunction>;
