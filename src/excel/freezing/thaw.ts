import type { FreezeScope } from "../../workbook/api";
import { holdsOurs } from "../../review/frozen/formulas";
import type { Left, Outcome, Progress } from "../../workbook/outcome";
import { overlap, a1 } from "../../workbook/a1";
import { answerFor, changeFrozen } from "./changeFrozen";
import { isStillFormula } from "./freeze";
import { can, isReadOnly } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { asValue, freezeSteps, thawSteps, trySteps, valuesPrint } from "./frozenItems";
import type { Item } from "./frozenItems";
import { listOf } from "./sourcesList";
import { isChanged, isDeleted, isProtected, isRefused, thawedText } from "../repairing/texts";
import { sayWithout } from "../session/parts";
import { failed, problemOf } from "../session/errors";
import { cut, formulasOf, readSheets } from "../reading/readSheets";
import type { Survey } from "../reading/readSheets";
import { copyRecords, forget, frozenIn, recordsOf } from "./frozenRecords";
import type { Frozen } from "./frozenRecords";

/** Which frozen formulas to thaw: those at a place, or those of some records. */
type ThawScope = Exclude<FreezeScope, "copy"> | { records: readonly string[] };

/** Restores formulas: some messages read, one writes. Refused formulas stay frozen, and the outcome names them. */
export async function thaw(scope: ThawScope, progress: Progress, timeoutMs: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  if (!can("names")) return failed({ name: "nothing-to-thaw" });
  try {
    const refused = new Set<string>();
    const first = await runInContext(timeoutMs, (context) =>
      thawIn(context, scope, progress, timeoutMs, refused, "all"),
    );
    if (first.ok || first.problem.name !== "refused") return first;
    // Excel does not accept one of the formulas: all are tried one by one and undone, then the accepted ones are
    // thawed.
    await runInContext(timeoutMs, (context) => thawIn(context, scope, {}, timeoutMs, refused, "try"));
    if (refused.size === 0) return first;
    return await runInContext(timeoutMs, (context) =>
      thawIn(context, scope, progress, timeoutMs, refused, "all"),
    );
  } catch (error) {
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

async function thawIn(
  context: Context,
  scope: ThawScope,
  progress: Progress,
  timeoutMs: number,
  refused: Set<string>,
  how: "all" | "try",
): Promise<Outcome> {
  progress.onProgress?.(0);
  const seen = await readSheets(context, ["formulas", "values", "valueTypes", "numberFormat"], {
    selection: scope === "selection",
    hidden: true,
  });
  const before = recordsOf(seen);
  const after = copyRecords(before);
  const items: Item[] = [];
  const keys = new Map<Item, string>();
  const left: Left[] = [];
  for (const one of frozenIn(seen, before).filter((frozen) => within(frozen, seen, scope))) {
    const { place, recordSheet } = one;
    const { formula } = one.item;
    const leave = (why: Left["why"]): void =>
      void left.push({
        sheet: place?.sheet.name ?? recordSheet.name,
        address: place ? a1(place.area) : "",
        why,
      });
    if (recordSheet.protected || place?.sheet.protected) leave(isProtected);
    else if (!place) {
      leave(isDeleted(formula));
      forget(after, one);
    } else if (refused.has(keyOf(one))) leave(isRefused(formula));
    else if (untouched(one)) {
      const item = itemOf(one);
      items.push(item);
      keys.set(item, keyOf(one));
      forget(after, one);
    } else if (
      formulasOf(place.sheet).some((now) => overlap(now.area, place.area) && holdsOurs(now.formula))
    ) {
      // If somebody has typed the formula again, there is nothing to thaw.
      forget(after, one);
    } else leave(isChanged(formula));
  }
  if (items.length === 0 && left.length === 0) return failed({ name: "nothing-to-thaw" });
  const sheet = seen.sheets.find(({ id }) => id === items[0]?.sheet)?.name ?? left[0]?.sheet ?? "";
  if (items.length === 0 && left.every(({ why }) => why === isProtected))
    return failed({ name: "sheet-protected", sheet });
  if (items.length === 0 && refused.size > 0) {
    const formulas = frozenIn(seen, before).filter((one) => refused.has(keyOf(one)));
    return failed({
      name: "formulas-refused",
      sheet,
      count: formulas.length,
      cells: formulas.slice(0, 5).map(({ place, item }) => ({
        address: place ? a1(place.area) : "",
        text: item.formula,
      })),
    });
  }
  const ended = await changeFrozen(context, {
    seen,
    before,
    after,
    progress,
    timeoutMs,
    sheet,
    old: listOf(seen, before),
    wanted: listOf(seen, after),
    cells: new Set(items.map((item) => item.sheet)),
    steps: how === "all" ? thawSteps(items) : trySteps(items, (item) => refused.add(keys.get(item) ?? "")),
    back: (now) => freezeSteps(items.filter((item) => !frozenYet(item, now))),
    order: "cells first",
    // It may delete the sheet of sources.
    grouped: false,
  });
  if (!ended.ok) return failed(ended.problem);
  return answerFor(items, { sheet, text: sayWithout(thawedText(items.length, left), ended.left) }, left);
}

/** The key of one frozen formula. */
const keyOf = ({ recordSheet, record, number }: Frozen): string => `${recordSheet.id} ${record.id} ${number}`;

function within({ place, recordSheet, record }: Frozen, seen: Survey, scope: ThawScope): boolean {
  if (typeof scope === "object") return scope.records.includes(record.id);
  if (scope === "workbook") return true;
  if ((place?.sheet ?? recordSheet).id !== seen.active) return false;
  return (
    scope === "sheet" || (place !== undefined && seen.selection.some((area) => overlap(area, place.area)))
  );
}

/** Whether the cells of a frozen formula still hold the values that were written. */
function untouched({ place, item }: Frozen): boolean {
  if (!place) return false;
  const { sheet, area } = place;
  const calculated = formulasOf(sheet).some((one) => overlap(one.area, area));
  return !calculated && valuesPrint(cut(sheet, sheet.values, area, "" as unknown)) === item.print;
}

function itemOf({ place, item }: Frozen): Item {
  if (!place) throw new Error("A frozen formula without a place.");
  const { sheet, area } = place;
  const types = cut(sheet, sheet.valueTypes, area, "Empty");
  // Excel may not count an empty text as used: then its format was not read and is not set.
  const frozen = cut<string | null>(sheet, sheet.numberFormat, area, null);
  const given = new Map(
    Object.entries(item.formats ?? {}).flatMap(([format, cells]) =>
      cells.map((cell) => [cell, format] as const),
    ),
  );
  return {
    sheet: sheet.id,
    area,
    formula: item.formula,
    print: item.print,
    values: cut(sheet, sheet.values, area, "" as unknown).map((row, r) =>
      row.map((value, c) => asValue(value, types[r]?.[c] ?? "")),
    ),
    frozen,
    // A format that somebody changed stays.
    live: frozen.map((row, r) =>
      row.map((format, c) => (given.get(r * area[3] + c) === format ? "General" : format)),
    ),
  };
}

/** Whether the cells still have the values. */
function frozenYet(item: Item, now: Survey): boolean {
  const sheet = now.sheets.find(({ id }) => id === item.sheet);
  if (!sheet || isStillFormula(item, now)) return false;
  return valuesPrint(cut(sheet, sheet.values, item.area, "" as unknown)) === item.print;
}
