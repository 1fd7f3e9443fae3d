import { createActions } from "../../src/excel";
import type { HostOptions, Snapshot } from "../../src/workbench/host";
import type { Actions } from "../../src/workbook/api";
import { bench } from "../workbench/client";
import type { Bench } from "../workbench/client";
import { workbookOf } from "./workbook";
import type { Workbook } from "./workbook";

/** An Excel is opened for nearly every test; a busy machine takes minutes for what a free one does in seconds. */
jest.setTimeout(240_000);

/** The actions on Microsoft's client, speaking to the workbench's host: no page, but the same messages as in Excel. */
export interface OpenExcel extends Omit<Bench, "model">, Workbook {
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
  /** True: functions, where there are any, answer no more. */
  silent: boolean;
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
  const self = Object.assign(open, {
    settings,
    saved: new Map<string, unknown>(),
    savesSettings: true,
    silent: false,
    actions: createActions(),
    messages: () => open.sent.splice(0),
    async edit(batch: (workbook: Excel.Workbook) => void) {
      const context = new Excel.RequestContext();
      batch(context.workbook);
      await context.sync();
    },
    async model() {
      // The last message may still be under way.
      await open.rich.idle();
      await open.host.idle();
      // The host makes a sheet's state on the first reading.
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
  return Object.assign(self, workbookOf(self));
}

/**
 * Saves the workbook, closes it and opens it again: the host's ids are new and the add-in starts again.
 *
 * @param open opens the empty workbook that the saved one takes the place of
 */
async function reopen(before: OpenExcel, open: () => Promise<OpenExcel>): Promise<OpenExcel> {
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

/** What `eachTest` adds to the Excel of the test that runs. */
export interface Again {
  /** Saves the workbook, closes it and opens it again: the host's ids are new and the add-in starts again. */
  reopen(): Promise<void>;
  /** Closes the workbook and opens an empty one, in another Excel if `open` opens one. */
  openAnother(open?: () => Promise<OpenExcel>): Promise<void>;
}

/**
 * The Excel of the test that runs: opened before each test of a file or `describe`, and closed after it.
 *
 * @param open opens an Excel with a workbook; without it each test opens its own by `openAnother`
 * @param prepare puts into the workbook what each test needs there
 */
export function eachTest(
  open?: () => Promise<OpenExcel>,
  prepare: (excel: OpenExcel) => Promise<unknown> = async () => undefined,
): OpenExcel & Again {
  let current: OpenExcel | undefined;
  let opener = open;
  const opened = (): OpenExcel => {
    if (!current) throw new Error("No Excel was opened.");
    return current;
  };
  const again: Again = {
    async reopen() {
      if (opener) current = await reopen(opened(), opener);
    },
    async openAnother(other = open) {
      current?.dispose();
      opener = other;
      current = await other?.();
    },
  };
  beforeEach(async () => {
    opener = open;
    current = await open?.();
    if (current) await prepare(current);
  });
  afterEach(() => current?.dispose());
  return new Proxy({} as OpenExcel & Again, {
    get: (_, key) => Reflect.get(key in again ? again : opened(), key) as unknown,
    set: (_, key, value) => Reflect.set(opened(), key, value),
  });
}

/** A snapshot as data that can be compared. */
function plain(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}
