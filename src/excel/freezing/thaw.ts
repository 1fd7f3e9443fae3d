import { holdsOurs } from "../../review/frozen/formulas";
import { overlap, a1 } from "../../workbook/a1";
import type { FreezeScope } from "../../workbook/api";
import type { Skipped, Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { cut, formulasOf, readSheets } from "../reading/readSheets";
import type { Survey } from "../reading/readSheets";
import { isChanged, isDeleted, isProtected, isRefused, thawedText } from "../repairing/texts";
import { can, isReadOnly } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import { answerFor, changeFrozen } from "./changeFrozen";
import { isStillFormula } from "./freeze";
import { asValue, freezeSteps, thawSteps, trySteps, valuesPrint } from "./frozenItems";
import type { Item } from "./frozenItems";
import { copyRecords, forget, frozenIn, recordsOf } from "./frozenRecords";
import type { Frozen, FrozenRecords } from "./frozenRecords";
import { listOf } from "./sourcesList";

/** Which frozen formulas to thaw: those at a place, or those of some records. */
type ThawScope = Exclude<FreezeScope, "copy"> | { records: readonly string[] };

/** Restores formulas: some messages read, one writes. Refused formulas stay frozen, and the outcome names them. */
export async function thaw(scope: ThawScope, progress: Progress, timeoutMs: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  if (!can("names")) return failed({ name: "nothing-to-thaw" });
  const refused = new Set<string>();
  const thawOnce = (how: Thawing["how"]) =>
    runInContext(timeoutMs, (context) =>
      thawIn(context, { scope, refused, how, timeoutMs, progress: how === "all" ? progress : {} }),
    );
  try {
    const first = await thawOnce("all");
    if (first.ok || first.problem.name !== "refused") return first;
    // Excel does not accept one of the formulas: all are tried one by one and undone, then the accepted ones are
    // thawed.
    await thawOnce("try");
    return refused.size === 0 ? first : await thawOnce("all");
  } catch (error) {
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

interface Thawing {
  scope: ThawScope;
  /** The keys of formulas that Excel has refused; "try" adds to them. */
  refused: Set<string>;
  how: "all" | "try";
  progress: Progress;
  timeoutMs: number;
}

/** Thaws in one transaction: formulas, formats and records, and the list of sources. */
async function thawIn(
  context: Context,
  { scope, refused, how, progress, timeoutMs }: Thawing,
): Promise<Outcome> {
  progress.onProgress?.(0);
  const survey = await readSheets(context, ["formulas", "values", "valueTypes", "numberFormat"], {
    selection: scope === "selection",
    hidden: true,
  });
  const before = recordsOf(survey);
  const after = copyRecords(before);
  const chosen = frozenIn(survey, before).filter((frozen) => within(frozen, survey, scope));
  const { items, keys, skipped } = sortOut(chosen, refused, after);
  const sheet = survey.sheets.find(({ id }) => id === items[0]?.sheet)?.name ?? skipped[0]?.sheet ?? "";
  if (items.length === 0) {
    if (skipped.length === 0) return failed({ name: "nothing-to-thaw" });
    if (skipped.every(({ why }) => why === isProtected)) return failed({ name: "sheet-protected", sheet });
    if (refused.size > 0) return failed(formulasRefused(frozenIn(survey, before), refused, sheet));
  }
  const result = await changeFrozen(context, {
    survey,
    before,
    after,
    progress,
    timeoutMs,
    sheet,
    old: listOf(survey, before),
    wanted: listOf(survey, after),
    cells: new Set(items.map((item) => item.sheet)),
    steps: how === "all" ? thawSteps(items) : trySteps(items, (item) => refused.add(keys.get(item) ?? "")),
    back: (now) => freezeSteps(items.filter((item) => !frozenYet(item, now))),
    order: "cells first",
    // It may delete the sheet of sources.
    grouped: false,
  });
  if (!result.ok) return failed(result.problem);
  return answerFor(
    items,
    { sheet, text: sayWithout(thawedText(items.length, skipped), result.leftOut) },
    skipped,
  );
}

/**
 * Sorts frozen formulas into those to thaw and those to leave, each with the reason.
 * @param records from which those to thaw are removed, and those of which nothing is frozen any more
 */
function sortOut(
  chosen: readonly Frozen[],
  refused: ReadonlySet<string>,
  records: FrozenRecords,
): { items: Item[]; keys: Map<Item, string>; skipped: Skipped[] } {
  const items: Item[] = [];
  const keys = new Map<Item, string>();
  const skipped: Skipped[] = [];
  for (const frozen of chosen) {
    const { place, recordSheet } = frozen;
    const { formula } = frozen.item;
    const leave = (why: Skipped["why"]): void => {
      const address = place ? a1(place.area) : "";
      skipped.push({ sheet: place?.sheet.name ?? recordSheet.name, address, why });
    };
    if (recordSheet.protected || place?.sheet.protected) leave(isProtected);
    else if (!place) {
      leave(isDeleted(formula));
      forget(records, frozen);
    } else if (refused.has(keyOf(frozen))) leave(isRefused(formula));
    else if (untouched(frozen)) {
      const item = itemOf(frozen);
      items.push(item);
      keys.set(item, keyOf(frozen));
      forget(records, frozen);
    } else if (
      formulasOf(place.sheet).some((now) => overlap(now.area, place.area) && holdsOurs(now.formula))
    ) {
      // If somebody has typed the formula again, there is nothing to thaw.
      forget(records, frozen);
    } else leave(isChanged(formula));
  }
  return { items, keys, skipped };
}

/** The problem that Excel refuses every formula. */
function formulasRefused(all: readonly Frozen[], refused: ReadonlySet<string>, sheet: string): Problem {
  const formulas = all.filter((frozen) => refused.has(keyOf(frozen)));
  return {
    name: "formulas-refused",
    sheet,
    count: formulas.length,
    cells: formulas.slice(0, 5).map(({ place, item }) => ({
      address: place ? a1(place.area) : "",
      text: item.formula,
    })),
  };
}

/** The key of one frozen formula. */
const keyOf = ({ recordSheet, record, number }: Frozen): string => `${recordSheet.id} ${record.id} ${number}`;

function within({ place, recordSheet, record }: Frozen, survey: Survey, scope: ThawScope): boolean {
  if (typeof scope === "object") return scope.records.includes(record.id);
  if (scope === "workbook") return true;
  if ((place?.sheet ?? recordSheet).id !== survey.active) return false;
  return (
    scope === "sheet" || (place !== undefined && survey.selection.some((area) => overlap(area, place.area)))
  );
}

/** Whether the cells of a frozen formula still hold the values that were written. */
function untouched({ place, item }: Frozen): boolean {
  if (!place) return false;
  const { sheet, area } = place;
  const calculated = formulasOf(sheet).some((formula) => overlap(formula.area, area));
  return !calculated && valuesPrint(cut(sheet, "values", area)) === item.print;
}

/** What thawing writes into the cells of a frozen formula, and what is there now. */
function itemOf({ place, item }: Frozen): Item {
  if (!place) throw new Error("A frozen formula without a place.");
  const { sheet, area } = place;
  const types = cut(sheet, "valueTypes", area);
  // Excel may not count an empty text as used: then its format was not read and is not set.
  const frozen = cut(sheet, "numberFormat", area, null);
  const formulas = new Map(
    Object.entries(item.formats ?? {}).flatMap(([format, cells]) =>
      cells.map((cell) => [cell, format] as const),
    ),
  );
  return {
    sheet: sheet.id,
    area,
    formula: item.formula,
    print: item.print,
    values: cut(sheet, "values", area).map((row, r) =>
      row.map((value, c) => asValue(value, types[r]?.[c] ?? "")),
    ),
    frozen,
    // A format that somebody changed stays.
    live: frozen.map((row, r) =>
      row.map((format, c) => (formulas.get(r * area[3] + c) === format ? "General" : format)),
    ),
  };
}

/** Whether the cells still have the values. */
function frozenYet(item: Item, now: Survey): boolean {
  const sheet = now.sheets.find(({ id }) => id === item.sheet);
  if (!sheet || isStillFormula(item, now)) return false;
  return valuesPrint(cut(sheet, "values", item.area)) === item.print;
}
