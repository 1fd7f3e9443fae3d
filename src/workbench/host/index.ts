export type * from "./types";
import { WorkbookState } from "../state";
import { appContext, defaultRequirementSets } from "./appContext";
import { watchChanges } from "./changes";
import { Channel } from "./channel";
import { EventRaiser } from "./events";
import { FaultSwitches } from "./faults";
import { CustomFunctions } from "./functions/functions";
import { watchSheets } from "./grid/sheets";
import { Log } from "./log";
import { Model } from "./model";
import { openSnapshot } from "./opening";
import { RichApi } from "./rich";
import { takeSnapshot } from "./snapshot";
import { filterByHand, sortByHand } from "./tableFilters";
import { makeTable, watchTables } from "./tablesByHand";
import { watchStructure } from "./structureSteps";
import { Habits } from "./strict/habits";
import type { Rule } from "./strict/rule";
import { rules } from "./strict/rules";
import { groupRuns, UndoGroups } from "./strict/undo";
import type { Runner } from "./strict/undo";
import type { Host, HostOptions } from "./types";
import { watchTyping } from "./typing";

/** The host and what tests of its parts need beside. */
export interface HostParts {
  host: Host;
  model: Model;
  rich: RichApi;
  functions: CustomFunctions;
  undoGroups: UndoGroups;
}

/** Starts the host: names and loads the pane's frame and answers its client until `dispose`. */
export function createHost(options: HostOptions): Host {
  return createParts(options).host;
}

/** As `createHost`, with the parts in hand. */
export function createParts(options: HostOptions): HostParts {
  const log = new Log(options.onLog);
  const chosen = options.rules ?? [];
  const given = chosen === "strict" ? [] : chosen.filter((one): one is Rule => typeof one === "object");
  const named = rules.filter(({ name }) => chosen === "strict" || chosen.includes(name));
  const habits = new Habits([...named, ...given]);
  for (const { member, code } of options.refused ?? []) habits.refuse(member, code);
  const undoGroups = new UndoGroups();
  const faults = new FaultSwitches(habits);
  const state = new WorkbookState();
  const events = new EventRaiser();
  const locale = options.locale ?? "en-US";
  const actions = { started: false };
  /** Clients whose runs are grouped: one a start of the add-in. */
  const wrapped = new WeakSet<Runner>();
  let markReady: () => void = () => {};
  const start = (): Promise<void> => new Promise((resolve) => (markReady = resolve));
  const ready = start();
  let channel: Channel | undefined;

  const functions = new CustomFunctions(
    options.addin.functions,
    options.addin.namespace,
    options.emptyCell === 0 ? 0 : null,
    {
      send: (entries) => {
        const { answer } = options;
        if (!answer) return void channel?.send(entries);
        const calls = entries
          .filter(([, type]) => type === 1000)
          .map(([, , , message]) => JSON.parse(message) as [number, string, unknown[]]);
        // Later, as the client's results come.
        setTimeout(() => functions.deliver(answer(calls)), 0);
      },
      log: log.add,
      cellMessage: (...cell) => options.onCellMessage?.(...cell),
    },
  );
  const model = new Model(options.univerAPI, state, events, functions, locale);
  model.isReadOnly = () => faults.readOnly || options.clientMode === "read";
  functions.attach(model);
  functions.ready = options.answer !== undefined;
  const stopWatching = watchChanges(model, () => rich.running);
  const stopTyping = watchTyping(model);
  const stopSheets = watchSheets(model);
  const stopTables = watchTables(model);
  const stopStructure = watchStructure(model);

  const rich = new RichApi(
    model,
    functions,
    faults,
    log,
    (half) => {
      const client = (options.frame?.contentWindow as { Excel?: Runner } | null | undefined)?.Excel;
      if (client && !wrapped.has(client)) {
        wrapped.add(client);
        groupRuns(client, undoGroups);
      }
      if (half === "actions") actions.started = true;
      else markReady();
    },
    (wrote) => {
      // Excel keeps no undo step across an add-in's batch.
      if (wrote) model.book.forgetSteps();
    },
    (visible) => options.onPane?.(visible),
    habits,
    undoGroups,
  );

  let nextMessage = 1_000_000;
  events.send = (type, targetId, message) => {
    const text = JSON.stringify(message);
    if (channel?.send([[65_536, type, targetId, text, nextMessage++, false]])) {
      log.add({ kind: "event", text: `event ${type} ${text}` });
    }
  };

  if (options.frame) {
    channel = new Channel(options.frame, log, {
      appContext: () =>
        appContext({
          locale,
          readOnly: options.clientMode === "read",
          requirementSets: options.requirementSets ?? defaultRequirementSets,
          settings: Object.entries(state.data.settings),
          addinName: options.addin.namespace,
          docUrl: "https://localhost/Book1.xlsx",
        }),
      execute: (body) => rich.execute(body),
      saveSettings: (properties) => {
        if (model.isReadOnly()) return 5002;
        state.data.settings = Object.fromEntries(properties);
        state.changed({ kind: "settings" });
        return 0;
      },
      loadSettings: () => Object.entries(state.data.settings),
      isSilent: () => faults.disconnected,
    });
    channel.open(options.addin.url, locale);
  }

  const host: Host = {
    state,
    faults,
    log: log.entries,
    ready,
    pressButton: (actionId, argument) => {
      if (!actions.started) return Promise.reject(new Error("The add-in has not started its buttons yet."));
      const message = JSON.stringify([actionId, JSON.stringify(argument ?? {})]);
      const sent = channel?.send([[2, 1000, "", message, nextMessage++, false]]) === true;
      log.add({ kind: "event", text: `button ${actionId}` });
      return sent ? Promise.resolve() : Promise.reject(new Error("The add-in does not listen."));
    },
    messageAt: (...cell) => functions.messageAt(...cell),
    dataTypeAt: (...cell) => functions.behind(...cell)?.dataType,
    valueAt: (...cell) => {
      const { type, value } = model.cells.at(...cell);
      return type === "Empty" ? null : value;
    },
    textAt: (...cell) => model.cells.text(...cell),
    numberFormatAt: (...cell) => model.cells.shownFormat(...cell),
    idle: async () => {
      do {
        await model.calculation.settle();
        if (functions.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      } while (model.calculation.pending || functions.waiting > 0);
    },
    recalculate: async () => {
      functions.recalculateAll();
      await host.idle();
    },
    makeTable: (cells) => makeTable(model, cells),
    filterTable: (...filter) => filterByHand(model, ...filter),
    sortTable: (...order) => sortByHand(model, ...order),
    snapshot: () => takeSnapshot(model),
    open: async (snapshot) => {
      channel?.close();
      await rich.idle();
      actions.started = false;
      functions.ready = options.answer !== undefined;
      events.forget();
      await openSnapshot(model, snapshot);
      model.book.forgetSteps();
      const started = start();
      channel?.open(options.addin.url, locale);
      if (channel) await started;
      await host.idle();
    },
    dispose: () => {
      channel?.dispose();
      stopWatching();
      stopTyping();
      stopSheets();
      stopTables();
      stopStructure();
      functions.dispose();
      model.dispose();
    },
  };
  return { host, model, rich, functions, undoGroups };
}
