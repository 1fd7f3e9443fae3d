import type { Check, Finding, Tables } from "../table";
import { breaks } from "./breaks";
import { codes } from "./codes";
import { columns } from "./columns";
import { adding, rising } from "./cumulative";
import { dates } from "./dates";
import { events } from "./events";
import { between, growths } from "./growths";
import { headlines } from "./headlines";
import { keys } from "./keys";
import { measures } from "./measures";
import { names } from "./names";
import { addends, spikes } from "./neighbours";
import { numbers } from "./numbers";
import { orphans } from "./orphans";
import { partsAgree } from "./parts";
import { periods } from "./periods";
import { addresses, bodies, credit } from "./publishers";
import { ranges } from "./ranges";
import { referencesResolve } from "./references";
import { relations } from "./relations";
import { sources } from "./sources";
import { synonyms } from "./synonyms";
import { indicatorTexts, texts } from "./texts";
import { themeWords } from "./themes";
import { units } from "./units";
import { formerNames, usualNames } from "./usual";
import { versions } from "./versions";
import { doubts, vintages } from "./vintages";

/** All rules, in the order of their findings: form first, then meaning. */
export const checks: readonly Check[] = [
  columns,
  keys,
  codes,
  texts,
  indicatorTexts,
  referencesResolve,
  orphans,
  names,
  numbers,
  units,
  ranges,
  measures,
  versions,
  periods,
  dates,
  sources,
  breaks,
  relations,
  events,
  synonyms,
  themeWords,
  usualNames,
  formerNames,
  bodies,
  addresses,
  credit,
  vintages,
  doubts,
  rising,
  adding,
  partsAgree,
  growths,
  between,
  addends,
  spikes,
  headlines,
];

/** Runs all rules; an empty list means that the tables are valid. */
export function checkAll(tables: Tables): Finding[] {
  return checks.flatMap((check) => check(tables));
}
