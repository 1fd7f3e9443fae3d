import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language, Period } from "../../src/dataset";
import type { HostOptions, Snapshot } from "../../src/workbench/host";
import { newSheetState } from "../../src/workbench/state";
import type { FreezeScope } from "../../src/workbook/api";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Block } from "../../src/workbook/outcome";
import type { OpenExcel } from "../excel/excel";
import { openExcelWithFunctions } from "../excel/functions";
import { over } from "../excel/insertions";
import { unpacked, type PackedSnapshot } from "./packed";

/** The folder of what 0.1.0 left behind. */
export const cases = join(__dirname, "..", "cases", "0.1.0");

/** What people or the add-in did in a workbook. "before" and "live" mark the moments at which it was saved. */
export type Act =
  | {
      act: "insert";
      insertion: Insertion;
      place: Place;
      language: Language;
      /** Where 0.1.0 wrote it. */
      done?: { sheet: string; address: string };
    }
  | { act: "rename"; sheet: string; to: string }
  | { act: "copy"; sheet: string; to: string }
  | { act: "select"; sheet: string; address: string }
  | { act: "before" | "live" | "write" | "look" | "table" | "chart" | "merge" | "add" | "set" | "use table" }
  | { act: "freeze"; scope: FreezeScope; language: Language }
  | { act: "interrupt" };

/** A workbook that 0.1.0 wrote. */
export interface Written {
  name: string;
  /** The requirement sets of the host on which it was written. */
  sets: Record<string, string>;
  acts: readonly Act[];
  /** The blocks that 0.1.0 itself listed in it. */
  blocks: readonly Omit<Block, "id">[];
  /** The workbook before anything was inserted, where anything was. */
  before?: Snapshot;
  /** The workbook before anything was frozen, where anything was. */
  live?: Snapshot;
  workbook: Snapshot;
}

const read = (name: string, file: string): unknown => {
  const path = join(cases, "workbooks", name, `${file}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as unknown) : undefined;
};
const snapshot = (name: string, file: string): Snapshot | undefined => {
  const packed = read(name, file) as PackedSnapshot | undefined;
  return packed && unpacked(packed);
};

/** Every workbook that is kept, by the name of its folder. */
export const written: readonly Written[] = readdirSync(join(cases, "workbooks")).map((name) => {
  const workbook = snapshot(name, "workbook");
  if (!workbook) throw new Error(`${name} has no workbook.json`);
  const [before, live] = [snapshot(name, "before"), snapshot(name, "live")];
  return {
    name,
    ...(read(name, "acts") as Pick<Written, "sets" | "acts" | "blocks">),
    workbook,
    ...(before && { before }),
    ...(live && { live }),
  };
});

/** The workbook with a name. */
export function writtenAs(name: string): Written {
  const workbook = written.find((act) => act.name === name);
  if (!workbook) throw new Error(`No workbook ${name} is kept.`);
  return workbook;
}

/** What was done after the workbook was saved as `before` or `live`, in order. */
export const actsAfter = ({ acts }: Written, saved: "before" | "live"): readonly Act[] =>
  acts.slice(acts.findIndex(({ act }) => act === saved) + 1);

/**
 * Opens a saved workbook in today's Excel, with today's add-in; functions have answered when it is there.
 *
 * What today's host keeps of a sheet beyond the saved state is as on a new sheet.
 */
export async function openSaved(
  sets: Record<string, string>,
  snapshot: Snapshot,
  options: Partial<HostOptions> = {},
): Promise<OpenExcel> {
  const excel = await openExcelWithFunctions(sets, options);
  for (const [key, text] of Object.entries(snapshot.state.settings)) {
    excel.settings.set(key, JSON.parse(text));
    excel.saved.set(key, JSON.parse(text));
  }
  const sheets = Object.entries(snapshot.state.sheets).map(([id, state]) => [
    id,
    { ...newSheetState(), ...state },
  ]);
  await excel.host.open({
    ...snapshot,
    state: { ...snapshot.state, sheets: Object.fromEntries(sheets) as Snapshot["state"]["sheets"] },
  });
  return excel;
}

/** Does what people and the add-in did in a workbook, but with today's add-in; nothing breaks off. */
export async function replay(excel: OpenExcel, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    if (act.act === "insert") await excel.insert(act.insertion, act.place, act.language);
    else if (act.act === "freeze") await excel.freeze(act.scope, act.language);
    else if (act.act === "rename" || act.act === "copy" || act.act === "select")
      await excel.edit(({ worksheets }) => {
        const sheet = worksheets.getItem(act.sheet);
        if (act.act === "rename") sheet.name = act.to;
        else if (act.act === "copy") sheet.copy("End").name = act.to;
        else {
          sheet.activate();
          sheet.getRange(act.address).select();
        }
      });
    await excel.host.idle();
  }
}

/** What people renamed. */
export const renames = ({ acts }: Written) => acts.flatMap((act) => (act.act === "rename" ? [act] : []));

/** A period for which the block could be made, other than its own; undefined where there is none. */
export async function anotherPeriod(
  excel: OpenExcel,
  { id, insertion, language }: Block,
): Promise<Insertion | undefined> {
  for (const period of ["2024", "2025", "2025-Q1", "2025-H1"] as Period[]) {
    if (!("period" in insertion) || insertion.period === period) continue;
    const wanted = { ...insertion, period };
    if ((await excel.actions.preview(wanted, over(id), language)).ok) return wanted;
  }
  return undefined;
}
