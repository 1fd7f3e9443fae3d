import type { EcomFunction } from "../answer";
import { cagr } from "./cagr";
import { card } from "./card";
import { check } from "./check";
import { cite } from "./cite";
import { events } from "./events";
import { find } from "./find";
import { growth } from "./growth";
import { info } from "./info";
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
  FIND: find,
  INFO: info,
  CITE: cite,
  CHECK: check,
  EVENTS: events,
  CARD: card,
  VERSION: version,
} as const satisfies Record<string, EcomFunction>;
