import { dataset } from "../../dataset";
import type { Language } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import type { Insertion } from "../../workbook/insertion";
import { newId, recordOf } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import type { Reading } from "../reading/placeReading";
import type { Update, Writing } from "./decide";
import { formatsAt } from "./formatsBefore";
import { oldBlockOf } from "./oldBlock";
import { freeName } from "./placeContent";
import { beforeOf, sizesAfterUpdate, sizesAt } from "./sizes";
import type { Target } from "./target";

/**
 * The target of a plan.
 * @param was of an update, see `formerPlan`
 */
export function targetOf(
  { insertion, language }: { insertion: Insertion; language: Language },
  plan: Plan,
  decision: Writing,
  was: Plan | undefined,
  reading: Reading,
): Target {
  const { tables } = reading;
  const old = decision.kind === "update" ? decision : undefined;
  // If the accent cannot be read any more, a block keeps its colours.
  const accent = reading.accent ?? old?.record.accent;
  const painted = accent === undefined ? {} : { accent };
  const id = old?.record.id ?? newId();
  const hasOwnSheet = decision.kind === "new-sheet" || (old?.record.own ?? false);
  const sheet = decision.kind === "new-sheet" ? undefined : decision.sheet;
  const at = old ? ([old.old[0], old.old[1]] as const) : (sheet?.at ?? ([0, 0] as const));
  const sizes = sheet ? sizesAt(sheet, at) : {};
  const known = old ? { area: old.old, looks: old.record.before.looks } : undefined;
  const looks = sheet && !hasOwnSheet && plan.block ? formatsAt(sheet, at, plan, known) : undefined;
  const before = {
    ...(old ? sizesAfterUpdate(plan, sizes, old.record) : beforeOf(plan, sizes)),
    ...(looks ? { looks } : {}),
  };
  const record: BlockRecord | undefined = plan.block
    ? recordOf(
        plan,
        {
          id,
          insertion,
          language,
          version: dataset.version,
          ...painted,
          own: hasOwnSheet,
          before,
          ...(old ? { tables: old.record.tables } : {}),
        },
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
    ...(old ? updating(plan, old, was, reading) : {}),
  };
}

/** For an update: the block, and the new name of a sheet made for it, unless the user has named it. */
function updating(
  { sheetName }: Plan,
  { old: area, record, keptText, sheet, unfinished }: Update,
  was: Plan | undefined,
  { locked, sheets }: Reading,
): Pick<Target, "old" | "rename"> {
  const old = { ...oldBlockOf(area, record, sheet, unfinished), keptText };
  if (!was) return { old };
  const renames =
    record.own &&
    locked === false &&
    sheetName !== was.sheetName &&
    sheet.name.replace(/ \(\d+\)$/, "") === was.sheetName;
  const others = sheets.filter(({ id }) => id !== sheet.id).map(({ name }) => name);
  return { old: { ...old, plan: was }, rename: renames ? freeName(sheetName, others) : undefined };
}
