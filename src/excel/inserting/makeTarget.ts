import { dataset } from "../../dataset";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { newId, recordOf } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { freeName, part } from "./decide";
import type { Decision } from "./decide";
import type { Reading, SheetReading } from "../reading/readPlace";
import { asText, plainText } from "../session/cellText";
import { formatsAt } from "./formatsBefore";
import { beforeOf, sizesAfterUpdate, sizesAt } from "./sizes";
import { tableStyle } from "./steps/tables";
import type { OldBlock, Target } from "./target";
import type { InsertionJob } from "./job";
import { adaptPlan } from "./adaptPlan";

export type Writing = Extract<Decision, { kind: "new-sheet" | "fresh" | "update" }>;

/** Where and as what the plan is to be written. */
export function targetOf(
  { insertion, language }: InsertionJob,
  plan: Plan,
  decision: Writing,
  reading: Reading,
): Target {
  const { tables } = reading;
  const old = decision.kind === "update" ? decision : undefined;
  // Where Excel does not say the accent any more, a block keeps its colours.
  const accent = reading.accent ?? old?.record.accent;
  const painted = accent === undefined ? {} : { accent };
  const id = old?.record.id ?? newId();
  const own = decision.kind === "new-sheet" || (old?.record.own ?? false);
  const sheet = decision.kind === "new-sheet" ? undefined : decision.sheet;
  const at = old ? ([old.old[0], old.old[1]] as const) : (sheet?.at ?? ([0, 0] as const));
  const sizes = sheet ? sizesAt(sheet, at) : {};
  const known = old ? { area: old.old, looks: old.record.before.looks } : undefined;
  const looks = sheet && !own && plan.block ? formatsAt(sheet, at, plan, known) : undefined;
  const before = {
    ...(old ? sizesAfterUpdate(plan, sizes, old.record) : beforeOf(plan, sizes)),
    ...(looks ? { looks } : {}),
  };
  const record: BlockRecord | undefined = plan.block
    ? recordOf(
        plan,
        { id, insertion, language, version: dataset.version, ...painted, own, before },
        sheet?.allTables,
        tables,
      )
    : undefined;
  return {
    sheet: decision.kind === "new-sheet" ? decision.name : decision.sheet.id,
    charts: sheet ? sheet.charts : [],
    written: {},
    at,
    id,
    ...sizes,
    ...painted,
    ...(record ? { record } : {}),
    ...(decision.kind === "new-sheet" ? { newSheet: decision.name } : {}),
    ...(old ? updating(plan, old, reading) : {}),
  };
}

export type Update = Extract<Decision, { kind: "update" }>;

/** The block that is updated, and what its own sheet is called then: a name that the user gave it stays. */
function updating(
  { sheetName }: Plan,
  { old: area, record, kept, sheet, unfinished }: Update,
  { locked, sheets }: Reading,
): Pick<Target, "old" | "rename"> {
  const old = { ...oldBlockOf(area, record, sheet, unfinished), kept };
  const was = adaptPlan(record.insertion, record.language);
  if (!was.ok) return { old };
  const renames =
    record.own &&
    locked === false &&
    sheetName !== was.value.sheetName &&
    sheet.name.replace(/ \(\d+\)$/, "") === was.value.sheetName;
  const others = sheets.filter(({ id }) => id !== sheet.id).map(({ name }) => name);
  return { old: { ...old, plan: was.value }, rename: renames ? freeName(sheetName, others) : undefined };
}

/** The block that stands there; a host that cannot say which tables lie in a range knows them by their names. */
export function oldBlockOf(
  area: Area,
  record: BlockRecord,
  sheet: SheetReading,
  unfinished = false,
): OldBlock {
  const named = record.tables
    .filter(({ name }) => sheet.allTables?.includes(name) ?? true)
    .map(({ name }) => ({ name, style: tableStyle, showBandedRows: false, showFilterButton: false }));
  // Of what broke off it is not known which charts are as the record says.
  const known = unfinished ? { ...record, charts: [] } : record;
  const sample = sampleOf(area, sheet);
  return {
    sheetName: sheet.name,
    area,
    record: known,
    tables: sheet.tables ?? named,
    ...((sheet.tables ?? sheet.allTables) ? {} : { tablesUnsure: true as const }),
    charts: sheet.charts,
    breaks: sheet.breaks,
    unfinished,
    ...(sample ? { sample } : {}),
  };
}

/** A cell of a block that can be written as it is: a number, or a text that is no formula. */
function sampleOf(area: Area, sheet: SheetReading): OldBlock["sample"] {
  for (const [r, row] of part(sheet, area).entries()) {
    for (const [c, value] of row.entries()) {
      const isText = typeof value === "string" && value !== "" && !value.startsWith("=");
      if (!isText && typeof value !== "number") continue;
      const formula = isText ? asText(plainText(value)) : value;
      return { area: [area[0] + r, area[1] + c, 1, 1], formula };
    }
  }
  return undefined;
}
