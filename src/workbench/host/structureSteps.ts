import { CommandType, ICommandService, IUndoRedoService, RedoCommandId, UndoCommandId } from "@univerjs/core";
import type { IMutationInfo, IUndoRedoItem } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from "@univerjs/sheets";
import type { TableState, WorkbookData } from "../state";
import type { Model } from "./model";
import { refreshHeaders } from "./objects/tableParts";
import { cellsNow } from "./tableSteps";

/** Restores what is beside the cells, as a mutation that the grid's undo knows. */
const SET_BESIDE = "workbench.mutation.set-beside";

const structural: ReadonlySet<string> = new Set([
  InsertRowMutation.id,
  InsertColMutation.id,
  RemoveRowMutation.id,
  RemoveColMutation.id,
  MoveRangeMutation.id,
]);

/** What inserted and deleted rows and columns change, except names, which the grid handles. */
type Beside = Pick<WorkbookData, "tables" | "charts" | "sheets">;

/**
 * Makes inserting, deleting or moving cells one undo step with its effect on tables, charts and page setups,
 * including tables that were deleted with their rows. Headings of tables stay unique.
 */
export function watchStructure(model: Model): () => void {
  const { injector, unitId } = model.book;
  const commands = injector.get(ICommandService);
  const steps = injector.get(IUndoRedoService);
  let before: Beside | undefined;
  model.structure.changing = () => (before ??= besideNow(model));

  const mutation = commands.registerCommand({
    id: SET_BESIDE,
    type: CommandType.MUTATION,
    handler: (_accessor, { beside }: { beside: Beside }) => {
      putBack(model, structuredClone(beside));
      return true;
    },
  });
  const stamped = new WeakSet<IUndoRedoItem>();
  const subscription = commands.onCommandExecuted(({ id, type }) => {
    if (id === UndoCommandId || id === RedoCommandId) before = undefined;
    if (!before || type !== CommandType.COMMAND) return;
    // A nested command ends before the outer one has made its undo step.
    const step = steps.pitchTopUndoElement();
    const moving = step?.redoMutations.some((other) => structural.has(other.id));
    if (!step || step.unitID !== unitId || !moving || stamped.has(step)) return;
    stamped.add(step);
    const was = before;
    before = undefined;
    if (JSON.stringify(was.tables) !== JSON.stringify(model.state.data.tables)) model.calculation.touchAll();
    const heads = changedTables(model, was).map((table) => {
      const head = { ...table.range, rowCount: 1 };
      const old = cellsNow(model, head);
      refreshHeaders(table, model);
      return { old, now: cellsNow(model, head) };
    });
    const set = (beside: Beside): IMutationInfo => ({ id: SET_BESIDE, params: { unitId, beside } });
    step.undoMutations = [...heads.map(({ old }) => old), ...step.undoMutations, set(was)];
    step.redoMutations = [...step.redoMutations, ...heads.map(({ now }) => now), set(besideNow(model))];
  });
  // An add-in's changes cannot be undone, and are not part of the next step.
  const forgotten = steps.undoRedoStatus$.subscribe(({ undos }) => {
    if (undos === 0) before = undefined;
  });
  return () => {
    forgotten.unsubscribe();
    subscription.dispose();
    mutation.dispose();
  };
}

function besideNow({ state: { data } }: Model): Beside {
  const { tables, charts, sheets } = data;
  return structuredClone({ tables, charts, sheets });
}

function changedTables({ state: { data } }: Model, was: Beside): TableState[] {
  const known = new Map(was.tables.map((table) => [table.id, JSON.stringify(table.range)]));
  return data.tables.filter(({ id, range }) => known.get(id) !== JSON.stringify(range));
}

/** Restores tables, charts and sheets' settings beside the cells. */
function putBack(model: Model, { tables, charts, sheets }: Beside): void {
  const { data } = model.state;
  if (JSON.stringify(data.tables) !== JSON.stringify(tables)) {
    for (const table of [...data.tables]) model.tables.remove(table);
    data.tables = tables;
    for (const table of tables) model.tables.announce(table);
    // The engine resolves a table's name only when it reads a formula again.
    model.calculation.touchAll();
  }
  const shown = new Map([...data.charts, ...charts].map(({ id, sheetId }) => [id, sheetId]));
  data.charts = charts;
  for (const [id, sheetId] of shown) model.state.changed({ kind: "charts", sheetId, id });
  Object.assign(data.sheets, sheets);
}
