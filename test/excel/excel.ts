import { createActions } from "../../src/excel";
import type { HostOptions, Snapshot } from "../../src/workbench/host";
import type { Actions } from "../../src/workbook/api";
import type { Block, Done, Outcome } from "../../src/workbook/outcome";
import { bench } from "../workbench/client";
import type { Bench } from "../workbench/client";

/** The actions on Microsoft's client, speaking to the workbench's host: no page, but the same messages as in Excel. */
export interface OpenExcel extends Omit<Bench, "model"> {
  actions: Actions;
  /** Messages since the last call. */
  messages(): string[];
  /** The workbook's model, with what the host numbers by itself left out. */
  model(): Promise<Snapshot>;
  settings: Map<string, unknown>;
  /** What of the settings the workbook keeps: as they were last saved. */
  saved: Map<string, unknown>;
  /** Changes the workbook as somebody else would; nothing follows afterwards, as it does after `run`. */
  edit(batch: (workbook: Excel.Workbook) => void): Promise<void>;
  /** False: the host refuses to keep settings. */
  savesSettings: boolean;
}

interface Executor {
  executeAsync(...message: unknown[]): Promise<unknown>;
}

/** Sets of the npm copy of the client; a test may give less. */
const newest = { ExcelApi: "1.15" };

/**
 * Opens an empty workbook.
 *
 * @param sets the requirement sets that the host claims
 * @param mode "readOnly" as Office says it
 * @param options more for the host, for example functions
 */
export async function openExcel(
  sets: Record<string, string> = newest,
  mode = "readWrite",
  options: Partial<HostOptions> = {},
): Promise<OpenExcel> {
  const open = bench(options);
  let executor: Executor | undefined;
  await open.run(async (context) => {
    executor = (context as unknown as { _requestExecutor: Executor })._requestExecutor;
  });
  const settings = new Map<string, unknown>();
  const self: OpenExcel = Object.assign(open, {
    settings,
    saved: new Map(),
    savesSettings: true,
    actions: createActions(),
    messages: () => open.sent.splice(0),
    async edit(batch: (workbook: Excel.Workbook) => void) {
      const context = new Excel.RequestContext();
      batch(context.workbook);
      await context.sync();
    },
    async model() {
      // Nobody may have waited for the last message.
      await open.rich.idle();
      await open.host.idle();
      // The host makes a sheet's state when that is first read.
      for (const { id } of open.host.snapshot().sheets) open.host.state.sheet(id);
      return plain(open.host.snapshot());
    },
  });
  const newContext = () => Object.assign(new open.Excel.RequestContext(), { _requestExecutor: executor });
  const given: object = {
    Excel: {
      RequestContext: function RequestContext() {
        return newContext();
      },
      // As of ExcelApi 1.20, which the client on npm does not know.
      async run<T>({ mergeUndoGroup }: { mergeUndoGroup?: boolean }, batch: (context: object) => Promise<T>) {
        const work = async () => {
          const context = newContext();
          const result = await batch(context);
          await context.sync();
          return result;
        };
        return mergeUndoGroup ? open.undoGroups.during(work) : work();
      },
    },
    Office: {
      context: {
        requirements: {
          isSetSupported: (set: string, version: string) =>
            set in sets && Number(version.split(".")[1]) <= Number(sets[set]?.split(".")[1]),
        },
        document: {
          mode,
          settings: {
            get: (key: string) => settings.get(key) ?? null,
            set: (key: string, value: unknown) => void settings.set(key, structuredClone(value)),
            remove: (key: string) => void settings.delete(key),
            saveAsync: (done: (result: { status: string }) => void) => {
              if (self.savesSettings) self.saved = new Map(structuredClone([...settings]));
              done({ status: self.savesSettings ? "succeeded" : "failed" });
            },
          },
        },
      },
    },
  };
  Object.assign(globalThis, given);
  return self;
}

/**
 * Saves the workbook, closes it and opens it again: the host's ids are new and the add-in starts again.
 *
 * @param open opens the empty workbook that the saved one takes the place of
 */
export async function reopen<Open extends OpenExcel>(
  before: OpenExcel,
  open: () => Promise<Open>,
): Promise<Open> {
  const snapshot = await before.model();
  before.dispose();
  const after = await open();
  for (const [key, value] of before.saved) {
    after.settings.set(key, value);
    after.saved.set(key, value);
  }
  await after.host.open(snapshot);
  return after;
}

/** What an act did; a problem fails the test. */
export function done(outcome: Outcome): Done {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.done;
}

/** The handle of what an act inserted; "": it has none. A problem fails the test. */
export const blockOf = (outcome: Outcome): string => done(outcome).block ?? "";

/** The blocks of the workbook, as the pane lists them. */
export async function listed({ actions }: OpenExcel): Promise<readonly Block[]> {
  const answer = await actions.blocks();
  if (!answer.ok) throw new Error(answer.problem.name);
  return answer.blocks;
}

/** The block that the pane lists first; fails the test where there is none. */
export async function firstBlock(excel: OpenExcel): Promise<Block> {
  const [block] = await listed(excel);
  if (!block) throw new Error("no block");
  return block;
}

/** What an act met; "none" where it was done. */
export const problemOf = (outcome: Outcome): string => (outcome.ok ? "none" : outcome.problem.name);

/** A snapshot as data that can be compared. */
function plain(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}
