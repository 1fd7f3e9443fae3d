import { a1 } from "../../workbook/a1";
import type { Outcome, Progress } from "../../workbook/outcome";
import { keyOf, recordKey } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { changedCells } from "../reading/changedCells";
import { send } from "../session/batch";
import type { Context } from "../session/context";
import { failed } from "../session/errors";
import { restore, stepsBack } from "../session/restore";
import { insertionKeys, setKnownBlock, setOrRemove } from "../session/settings";
import { transaction } from "../session/transaction";
import type { Undoing } from "../session/undoing";
import { changedInside } from "./decide";
import { findBlock } from "./findBlock";
import type { WrittenBlock } from "./job";
import { formulasIn } from "./placeContent";
import { stepsFor } from "./planSteps";
import { withoutFilters } from "./steps/filters";
import { backText } from "./texts";

/** Undoes an update. Cells that the user changed after it are reported first, unless `changes` is "replace". */
export async function undoUpdate(
  context: Context,
  written: WrittenBlock,
  changes: Progress["changes"],
  timeoutMs: number,
): Promise<Outcome> {
  const { sheetId, plan } = written;
  const block = await findBlock(context, sheetId, written.target.id);
  if (!block) return failed({ name: "block-gone" });
  const undoing = withNewNames(written, block.record);
  const { target, before } = undoing;
  const { old, record, at, id } = target;
  if (!old || !record) return failed({ name: "block-gone" });
  const { sheet, area } = block;
  if (sheet.protected) return failed({ name: "sheet-protected", sheet: sheet.name });
  const moved = area[0] !== at[0] || area[1] !== at[1] || area[2] !== plan.rows || area[3] !== plan.columns;
  if (moved) return failed({ name: "block-gone" });
  const keptAddresses = new Set(target.keptCells?.map((cell) => a1([...cell.at, 1, 1], at)));
  const since = changedCells(record, formulasIn(sheet, area), at).filter(
    ({ address }) => !keptAddresses.has(address),
  );
  if (since.length > 0 && changes !== "replace")
    return failed(changedInside(sheet, id, since, { removing: true }));
  const steps = withoutFilters(sheet, await stepsBack(context, undoing), before.sheet?.hidden);
  const result = await transaction(context, {
    steps: () => steps,
    async putBack(newContext) {
      await restore(newContext, undoing);
      await send(newContext, stepsFor(plan, target));
    },
    settings: {
      keys: insertionKeys(id),
      after() {
        setKnownBlock(id, sheetId, { area: old.area, key: keyOf(old.record.insertion) });
        if (old.keptText === undefined) setOrRemove(recordKey(id), JSON.stringify(old.record));
      },
    },
    grouped: false,
    progress: {},
    timeoutMs,
    sheet: sheet.name,
    newSheet: false,
  });
  if (!result.ok) return failed(result.problem);
  const name = before.sheet?.name ?? sheet.name;
  return { ok: true, done: { sheet: name, address: a1(old.area), text: backText(name, a1(old.area)) } };
}

/** What was written, with the names that the user has given its tables since: those of the present record. */
function withNewNames({ plan, target, before }: WrittenBlock, now: BlockRecord): Undoing {
  const names = new Map(
    target.record?.tables.map(({ name }, index) => [name, now.tables[index]?.name ?? name]),
  );
  const nameNow = (name: string): string => names.get(name) ?? name;
  const renamed = <T extends { name: string }>(tables: readonly T[]): T[] =>
    tables.map((table) => ({ ...table, name: nameNow(table.name) }));
  const inRecord = (record: BlockRecord) => ({ ...record, tables: renamed(record.tables) });
  const { record, old } = target;
  const { sheet } = before;
  return {
    plan,
    target: {
      ...target,
      ...(record && { record: inRecord(record) }),
      ...(old && { old: { ...old, record: inRecord(old.record), tables: renamed(old.tables) } }),
    },
    before: sheet ? { ...before, sheet: { ...sheet, allTables: sheet.allTables?.map(nameNow) } } : before,
  };
}
