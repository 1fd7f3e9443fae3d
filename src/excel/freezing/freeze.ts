import { dataset } from "../../dataset";
import type { Language } from "../../dataset";
import { followWorkbook, readSettings } from "../../functions";
import { holdsOurs } from "../../review/frozen/formulas";
import { answered } from "../../review/frozen/origins";
import type { Answered } from "../../review/frozen/origins";
import { frozenName } from "../../review/frozen/record";
import type { FrozenItem } from "../../review/frozen/record";
import { parseA1 } from "../../workbook/a1";
import type { FreezeScope } from "../../workbook/api";
import type { Skipped, Outcome, Progress } from "../../workbook/outcome";
import { frozenHandle, newId } from "../reading/blockRecord";
import { cut, readSheets } from "../reading/readSheets";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import { frozenText, isProtected } from "../repairing/texts";
import { can, isReadOnly } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import { candidatesIn, isSameName, notReady, within, withReaders, withSpills } from "./candidates";
import type { Candidate } from "./candidates";
import { answerFor, changeFrozen, listName } from "./changeFrozen";
import { asValue, freezeSteps, thawSteps, valuesPrint } from "./frozenItems";
import type { Item } from "./frozenItems";
import { copyRecords, recordsOf } from "./frozenRecords";
import type { FrozenRecords } from "./frozenRecords";
import { listOf } from "./sourcesList";

interface FreezeJob {
  scope: FreezeScope;
  language: Language;
  progress: Progress;
  timeoutMs: number;
}

/** The most formulas in one record, so that no property grows too long. */
const itemsPerRecord = 50;
/** Freezes all, or nothing: messages that read (one more where something spills), and one that writes. */
export async function freeze(job: FreezeJob): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  if (!can("names")) return failed({ name: "not-supported", needs: "ExcelApi 1.4" });
  try {
    return await runInContext(job.timeoutMs, (context) => freezeIn(context, job));
  } catch (error) {
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

/** Freezes in one transaction: the values and their records, and the list of sources. */
async function freezeIn(context: Context, job: FreezeJob): Promise<Outcome> {
  const { scope, language, progress, timeoutMs } = job;
  progress.onProgress?.(0);
  const survey = await readSheets(context, ["formulas", "values", "valueTypes", "text", "numberFormat"], {
    selection: scope === "selection",
    hidden: true,
  });
  const candidates = await withSpills(context, candidatesIn(survey));
  const wanted = candidates.filter(
    (candidate) => holdsOurs(candidate.formula) && within(candidate, survey, scope),
  );
  const chosen = withReaders(
    wanted.filter(({ sheet }) => !sheet.protected),
    candidates,
    survey,
  );
  const skipped = [
    ...new Set(wanted.filter(({ sheet }) => sheet.protected).map(({ sheet }) => sheet.name)),
  ].map((sheet): Skipped => ({ sheet, address: "", why: isProtected }));
  const [first] = skipped;
  if (chosen.length === 0) {
    return failed(first ? { name: "sheet-protected", sheet: first.sheet } : { name: "nothing-to-freeze" });
  }
  const waiting = notReady(chosen);
  if (waiting) return failed(waiting);

  followWorkbook();
  const settings = readSettings();
  const made = chosen.map((candidate) =>
    make(candidate, answered(candidate.formula, lookupOn(candidate.sheet, survey), settings)),
  );
  const before = recordsOf(survey);
  const after = copyRecords(before);
  const ids = keep(made, after, language);
  const list = listOf(survey, after, language);
  const sheet = chosen[0]?.sheet.name ?? "";
  const result = await changeFrozen(context, {
    survey,
    before,
    after,
    progress,
    timeoutMs,
    sheet,
    old: listOf(survey, before),
    wanted: list,
    cells: new Set(chosen.map((candidate) => candidate.sheet.id)),
    steps: freezeSteps(made.map(({ item }) => item)),
    back: (now) => thawSteps(made.map(({ item }) => item).filter((item) => !isStillFormula(item, now))),
    order: "records first",
    grouped: true,
  });
  if (!result.ok) return failed(result.problem);
  const sheets = new Set(chosen.map((candidate) => candidate.sheet.id)).size;
  const text = sayWithout(
    frozenText(scope, chosen.length, sheets, listName(survey, list), skipped),
    result.leftOut,
  );
  return answerFor(chosen, { sheet, text, block: frozenHandle + ids.join(" ") }, skipped);
}

/** The cells that a reference in a formula on this sheet points to. */
function lookupOn(sheetOfFormula: SheetSurvey, { sheets }: Survey) {
  return (reference: string): unknown[][] | undefined => {
    const parsed = parseA1(reference);
    const name = parsed?.sheet;
    const sheet =
      name === undefined ? sheetOfFormula : sheets.find((candidate) => isSameName(candidate.name, name));
    if (!parsed || !sheet) return undefined;
    const [row, column, rows, columns] = parsed.area;
    // Limits whole rows and columns to the used range.
    const bottom = Math.max(row + 1, Math.min(row + rows, sheet.area[0] + sheet.area[2]));
    const right = Math.max(column + 1, Math.min(column + columns, sheet.area[1] + sheet.area[3]));
    const grid = cut(sheet, "values", [row, column, bottom - row, right - column]);
    return grid.map((cells) => cells.map((value) => (value === "" ? undefined : value)));
  };
}

interface FrozenCall {
  item: Item;
  record: FrozenItem;
}

/** A formula, its values, and the record that is kept of it. */
function make({ sheet, area, formula }: Candidate, { formats, origins }: Answered): FrozenCall {
  const values = cut(sheet, "values", area);
  const types = cut(sheet, "valueTypes", area);
  const live = cut(sheet, "numberFormat", area);
  const texts = cut(sheet, "text", area);
  // The values of a card say #VALUE!, so its text is written instead.
  const print = valuesPrint(
    values.map((row, r) =>
      row.map((value, c) => (types[r]?.[c] === "RichValue" ? (texts[r]?.[c] ?? "") : value)),
    ),
  );
  const numbers: Record<string, number[]> = {};
  const frozen = live.map((row, r) =>
    row.map((format, c) => {
      const shown = texts[r]?.[c] ?? "";
      const carried =
        format === "General" && carries(values[r]?.[c], shown)
          ? (formats.get(`${r},${c}`) ?? percent(shown))
          : undefined;
      if (carried === undefined) return format;
      (numbers[carried] ??= []).push(r * area[3] + c);
      return carried;
    }),
  );
  return {
    item: {
      sheet: sheet.id,
      area,
      formula,
      print,
      values: values.map((row, r) =>
        row.map((value, c) => asValue(value, types[r]?.[c] ?? "", texts[r]?.[c] ?? "")),
      ),
      live,
      frozen,
    },
    record: {
      formula,
      print,
      origins,
      ...(Object.keys(numbers).length > 0 ? { formats: numbers } : {}),
    },
  };
}

/** Whether a number in a cell of format General is shown differently: then the function has given it a format. */
function carries(value: unknown, text: string): boolean {
  if (typeof value !== "number") return false;
  const number = Number(text.replace(",", "."));
  return Number.isNaN(number) || Math.abs(number - value) > Math.abs(value) * 1e-4;
}

/** A percentage's number format, guessed from its text, for formulas that cannot be evaluated again. */
function percent(text: string): string | undefined {
  const decimals = /^[-−+]?[\d.,]*?\d(?:[.,](\d+))?%$/.exec(text.replaceAll(/\s/g, ""));
  return decimals ? `0${decimals[1] ? `.${"0".repeat(decimals[1].length)}` : ""}%` : undefined;
}

/** Adds frozen formulas to the records; returns the ids of new records. */
function keep(made: readonly FrozenCall[], records: FrozenRecords, language: Language): string[] {
  const ids: string[] = [];
  for (const [sheetId, sheet] of records) {
    const onSheet = made.filter(({ item }) => item.sheet === sheetId);
    for (let first = 0; first < onSheet.length; first += itemsPerRecord) {
      const part = onSheet.slice(first, first + itemsPerRecord);
      const id = newId();
      ids.push(id);
      sheet.records.set(id, {
        v: 1,
        id,
        language,
        version: dataset.version,
        items: Object.fromEntries(part.map(({ record: frozenRecord }, number) => [number, frozenRecord])),
      });
      part.forEach(({ item }, number) => {
        sheet.names.set(frozenName(id, String(number)).toLowerCase(), { sheet: sheetId, area: item.area });
      });
    }
  }
  return ids;
}

/**
 * Whether a cell still has its formula. `sheets` is a new survey: after a failure it tells which formulas were not
 * frozen. False if the sheet is gone.
 */
export function isStillFormula({ sheet, area, formula }: Item, { sheets }: Survey): boolean {
  const now = sheets.find(({ id }) => id === sheet);
  return now !== undefined && cut(now, "formulas", area)[0]?.[0] === formula;
}
