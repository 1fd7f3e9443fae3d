export type * from "./types";
import { WorkbookState } from "../state";
import { appContext, defaultRequirementSets } from "./appContext";
import { watchChanges } from "./changes";
import type { ChannelHooks } from "./channel";
import { Client } from "./client";
import { EventRaiser } from "./events";
import { FaultSwitches } from "./faults";
import type { MessageEntry } from "./functions/callMessages";
import { CustomFunctions } from "./functions/functions";
import { watchSheets } from "./grid/sheets";
import { Log } from "./log";
import { Model } from "./model";
import { openSnapshot } from "./opening";
import { RichApi } from "./rich";
import { takeSnapshot } from "./snapshot";
import { Habits } from "./strict/habits";
import type { Rule } from "./strict/rule";
import { rules } from "./strict/rules";
import { groupRuns, UndoGroups } from "./strict/undo";
import type { Runner } from "./strict/undo";
import { watchStructure } from "./structureSteps";
import { filterByHand, sortByHand } from "./tableFilters";
import { makeTable, watchTables } from "./tablesByHand";
import type { Host, HostOptions, Snapshot } from "./types";
import { watchTyping } from "./typing";

/** The type of a message that calls a function in a cell. */
const CALL = 1000;

/** What Office.js makes a refusal of `saveAsync` of. */
const SETTINGS_NOT_SAVED = 5002;

/** The host and its parts, for tests. */
export interface HostParts {
  host: Host;
  model: Model;
  rich: RichApi;
  functions: CustomFunctions;
  undoGroups: UndoGroups;
}

/** Starts the host: loads the pane's frame and answers its client until `dispose`. */
export function createHost(options: HostOptions): Host {
  return createParts(options).host;
}

/** As `createHost`, but gives the parts too. For tests, which look behind the client's back. */
export function createParts(options: HostOptions): HostParts {
  const log = new Log(options.onLog);
  const habits = habitsOf(options);
  const undoGroups = new UndoGroups();
  const faults = new FaultSwitches(habits);
  const state = new WorkbookState();
  const events = new EventRaiser();
  const locale = options.locale ?? "en-US";

  const functions = functionsOf(options, log, (entries) => client.call(entries));
  const model = new Model(options.univerAPI, state, events, functions, locale);
  model.isReadOnly = () => faults.readOnly || options.clientMode === "read";
  functions.attach(model);
  functions.ready = options.answer !== undefined;
  const stopWatching = watch(model, () => rich.running);

  const group = grouping(options, undoGroups);
  const rich = new RichApi(
    model,
    functions,
    faults,
    log,
    (half) => {
      group();
      client.hasStarted(half);
    },
    (wrote) => {
      // A batch of an add-in clears Excel's undo history.
      if (wrote) model.book.forgetSteps();
    },
    (visible) => options.onPane?.(visible),
    habits,
    undoGroups,
  );

  const hooks = channelHooks(options, model, rich, faults);
  const client = new Client(options.frame, options.addin.url, locale, log, events, hooks);
  client.open();
  const parts = { model, rich, functions, undoGroups };
  const host: Host = {
    state,
    faults,
    log: log.entries,
    ready: client.ready,
    get buttons() {
      return client.buttons;
    },
    pressButton: (actionId) => client.pressButton(actionId),
    ...cellsOf(parts),
    ...calculationOf(parts),
    makeTable: (cells) => makeTable(model, cells),
    filterTable: (...filter) => filterByHand(model, ...filter),
    sortTable: (...order) => sortByHand(model, ...order),
    snapshot: () => takeSnapshot(model),
    async open(snapshot) {
      await replaceWorkbook(parts, client, events, snapshot, options.answer !== undefined);
      await host.idle();
    },
    dispose() {
      client.dispose();
      stopWatching();
      functions.dispose();
      model.dispose();
    },
  };
  return { host, ...parts };
}

/**
 * The add-in's functions, whose calls are sent to the client, or answered by `options.answer`.
 * @param send sends a message to the client
 */
function functionsOf(
  { addin, answer, onCellMessage }: HostOptions,
  log: Log,
  send: (entries: readonly MessageEntry[]) => void,
): CustomFunctions {
  const functions = new CustomFunctions(addin.functions, addin.namespace, {
    send: (entries) => {
      if (!answer) return send(entries);
      // Later, as results of the client come.
      setTimeout(() => functions.deliver(answer(callsIn(entries))), 0);
    },
    log: log.add,
    cellMessage: (...cell) => onCellMessage?.(...cell),
  });
  return functions;
}

/**
 * Opens another workbook: ends the client, waits for its batches, and starts it again over the new cells.
 * @param answersItself whether functions are answered without the client, and so are ready at once
 */
async function replaceWorkbook(
  { model, rich, functions }: Pick<HostParts, "model" | "rich" | "functions">,
  client: Client,
  events: EventRaiser,
  snapshot: Snapshot,
  answersItself: boolean,
): Promise<void> {
  client.close();
  await rich.idle();
  functions.ready = answersItself;
  events.forget();
  await openSnapshot(model, snapshot);
  model.book.forgetSteps();
  await client.reopen();
}

/** The rules that are imitated, and the members that are always refused. */
function habitsOf({ rules: chosen = [], refused = [] }: HostOptions): Habits {
  const ownRules = chosen === "strict" ? [] : chosen.filter((rule): rule is Rule => typeof rule === "object");
  const namedRules = rules.filter(({ name }) => chosen === "strict" || chosen.includes(name));
  const habits = new Habits([...namedRules, ...ownRules]);
  for (const { member, code } of refused) habits.refuse(member, code);
  return habits;
}

/** The calls in a message, for tests that answer them. */
function callsIn(entries: readonly MessageEntry[]): [number, string, unknown[]][] {
  return entries
    .filter(([, type]) => type === CALL)
    .map(([, , , message]) => JSON.parse(message) as [number, string, unknown[]]);
}

/**
 * Follows changes in the grid, by the add-in or by hand.
 * @param isOurs whether a batch of the add-in is running
 * @returns stops following
 */
function watch(model: Model, isOurs: () => boolean): () => void {
  const stops = [
    watchChanges(model, isOurs),
    watchTyping(model),
    watchSheets(model),
    watchTables(model),
    watchStructure(model),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Makes `Excel.run` of the client in the frame open undo groups, once for each client: each start of the add-in loads
 * a new one.
 */
function grouping({ frame }: HostOptions, undoGroups: UndoGroups): () => void {
  const grouped = new WeakSet<Runner>();
  return () => {
    const client = (frame?.contentWindow as { Excel?: Runner } | null | undefined)?.Excel;
    if (!client || grouped.has(client)) return;
    grouped.add(client);
    groupRuns(client, undoGroups);
  };
}

/** The channel's requests, answered. */
function channelHooks(
  options: HostOptions,
  model: Model,
  rich: RichApi,
  faults: FaultSwitches,
): ChannelHooks {
  const { state } = model;
  return {
    appContext: () =>
      appContext({
        locale: options.locale ?? "en-US",
        readOnly: options.clientMode === "read",
        requirementSets: options.requirementSets ?? defaultRequirementSets,
        settings: Object.entries(state.data.settings),
        addinName: options.addin.namespace,
        docUrl: "https://localhost/Book1.xlsx",
      }),
    execute: (body) => rich.execute(body),
    saveSettings: (properties) => {
      if (model.isReadOnly()) return SETTINGS_NOT_SAVED;
      state.data.settings = Object.fromEntries(properties);
      state.changed({ kind: "settings" });
      return 0;
    },
    loadSettings: () => Object.entries(state.data.settings),
    isSilent: () => faults.disconnected,
  };
}

/** Reads cells for the page and tests. */
function cellsOf({
  model,
  functions,
}: Omit<HostParts, "host">): Pick<
  Host,
  "messageAt" | "dataTypeAt" | "valueAt" | "textAt" | "numberFormatAt"
> {
  return {
    messageAt: (...cell) => functions.messageAt(...cell),
    dataTypeAt: (...cell) => functions.behind(...cell)?.dataType,
    valueAt: (...cell) => {
      const { type, value } = model.cells.at(...cell);
      return type === "Empty" ? null : value;
    },
    textAt: (...cell) => model.cells.text(...cell),
    numberFormatAt: (...cell) => model.cells.shownFormat(...cell),
  };
}

/** Waits for formulas, or recalculates them all. */
function calculationOf({ model, functions }: Omit<HostParts, "host">): Pick<Host, "idle" | "recalculate"> {
  const idle = async () => {
    do {
      await model.calculation.settle();
      if (functions.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    } while (model.calculation.pending || functions.waiting > 0);
  };
  return {
    idle,
    recalculate: async () => {
      functions.recalculateAll();
      await idle();
    },
  };
}
