import { holdsOurs, needsLive } from "../../review/frozen/formulas";
import { overlap, a1, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { FreezeScope } from "../../workbook/api";
import type { Problem } from "../../workbook/problem";
import { cut, formulasOf } from "../reading/readSheets";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";

/** A formula that may be frozen, with its cells. */
export interface Candidate {
  sheet: SheetSurvey;
  area: Area;
  formula: string;
}

/** The most cells without a value that a problem names. */
const mostNamed = 5;

/**
 * Our formulas, and others that need their cells as formulas. The others use a cell's spill range or fields, which a
 * plain value does not have (`needsLive`).
 */
export function candidatesIn({ sheets }: Survey): Candidate[] {
  return sheets.flatMap((sheet) =>
    formulasOf(sheet).flatMap(({ formula, area }): Candidate[] =>
      holdsOurs(formula) || needsLive(formula).length > 0 ? [{ sheet, formula, area }] : [],
    ),
  );
}

/**
 * Reads how far the candidates spill, if any does. On hosts without ExcelApi 1.12 each counts as one cell. Formulas
 * inside another's spill are left out.
 */
export async function withSpills(context: Context, candidates: readonly Candidate[]): Promise<Candidate[]> {
  if (!can("spills")) return [...candidates];
  const ranges = candidates.map(({ sheet, area }) => {
    if (!sheet.spills) return undefined;
    const cell = context.workbook.worksheets.getItem(sheet.id).getRange(a1(area));
    const spill = cell.getSpillingToRangeOrNullObject();
    spill.load("address");
    return spill;
  });
  if (ranges.some((spill) => spill !== undefined)) await context.sync();
  const spilled = candidates.map((candidate, index) => {
    const spill = ranges[index];
    const area = spill && !spill.isNullObject ? parseA1(spill.address)?.area : undefined;
    return area ? { ...candidate, area } : candidate;
  });
  // Some hosts give spilled cells the formula that fills them.
  return spilled.filter(
    (candidate) =>
      !spilled.some(
        (other) =>
          other !== candidate &&
          other.sheet === candidate.sheet &&
          isMany(other) &&
          overlap(other.area, candidate.area),
      ) || isMany(candidate),
  );
}

const isMany = ({ area }: { area: Area }): boolean => area[2] * area[3] > 1;

/**
 * Whether a formula is in the scope of freezing. "sheet" and "selection" mean the active sheet; a spilled formula
 * counts with any of its cells.
 */
export function within({ sheet, area }: Candidate, survey: Survey, scope: FreezeScope): boolean {
  if (scope === "workbook" || scope === "copy") return true;
  if (sheet.id !== survey.active) return false;
  return scope === "sheet" || survey.selection.some((selected) => overlap(selected, area));
}

/**
 * Adds the formulas that need one of the chosen cells as a formula: beside a plain value they would show #REF! or
 * #FIELD!.
 */
export function withReaders(
  chosen: Candidate[],
  candidates: readonly Candidate[],
  { sheets }: Survey,
): Candidate[] {
  const all = [...chosen];
  for (const candidate of all) {
    for (const reader of candidates) {
      if (reader.sheet.protected || all.includes(reader)) continue;
      const reads = needsLive(reader.formula).some(({ sheet, address }) => {
        const sheetOfCell = sheet === "" ? reader.sheet : sheets.find(({ name }) => isSameName(name, sheet));
        const area = parseA1(address)?.area;
        return sheetOfCell === candidate.sheet && area !== undefined && overlap(area, candidate.area);
      });
      if (reads) all.push(reader);
    }
  }
  return all;
}

/** Whether two names of sheets are the same: Excel ignores case. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Errors that are final answers. All others mean that the answer has not arrived, or cannot. */
const answers = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NULL!)$/;

/** The problem that some of these cells have no value yet; undefined if all have one. */
export function notReady(chosen: readonly Candidate[]): Problem | undefined {
  const waiting = chosen.filter(({ sheet, area }) => {
    const types = cut(sheet, "valueTypes", area).flat();
    const values = cut(sheet, "values", area).flat();
    return types.some((type, index) => type === "Error" && !answers.test(String(values[index])));
  });
  const [first] = waiting;
  if (!first) return undefined;
  const onSheet = waiting.filter(({ sheet }) => sheet === first.sheet);
  const cells = onSheet.slice(0, mostNamed).map(({ sheet, area }) => ({
    address: a1([area[0], area[1], 1, 1]),
    text: String(cut(sheet, "values", area)[0]?.[0]),
  }));
  return { name: "not-ready", sheet: first.sheet.name, count: onSheet.length, cells };
}
