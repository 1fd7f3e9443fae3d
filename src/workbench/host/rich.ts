import { asOneOf, invalid } from "./errors";
import type { FaultSwitches } from "./faults";
import type { CustomFunctions } from "./functions/functions";
import type { Log } from "./log";
import type { QueryHooks } from "./members";
import type { Query } from "./message";
import type { Model } from "./model";
import { ref } from "./objects/define";
import { workbook } from "./objects/workbook";
import { processQuery, service } from "./query";
import type { Habits } from "./strict/habits";
import type { UndoGroups } from "./strict/undo";

/** The client's envelope errors that are raised here. */
const officeErrors = {
  invalidApiCallInContext: 5004,
  requestPayloadSizeLimitExceeded: 5103,
  responsePayloadSizeLimitExceeded: 5104,
};

/** The answer to a batch: a body, or an envelope error. */
export type RichAnswer = { body: string } | { error: number };

/**
 * The features of custom functions in Excel on the web: 1 splits large results, 2 waits 200 ms between messages with
 * results, not 500.
 */
const FEATURES = [1, 2];

/** Answers `context.sync()`: messages with actions, in the order of their arrival. */
export class RichApi {
  /** Whether a batch of the add-in is running. */
  running = false;
  /** Whether the running batch has changed something. */
  private wrote = false;
  private last: Promise<unknown> = Promise.resolve();
  private readonly hooks: QueryHooks;

  constructor(
    private readonly model: Model,
    private readonly functions: CustomFunctions,
    private readonly faults: FaultSwitches,
    private readonly log: Log,
    private readonly onReady: (half: "functions" | "actions") => void,
    private readonly afterBatch: (wrote: boolean) => void,
    private readonly showPane: (visible: boolean) => void,
    private readonly habits: Habits,
    private readonly undoGroups: UndoGroups,
  ) {
    const services = this.services();
    this.hooks = {
      root: ref(workbook, null),
      service: (name) => services[name],
      beforeAction: (serviceCall) => {
        if (!serviceCall) this.faults.countAction();
      },
      use: (use, carryOut) =>
        this.habits.through(use, carryOut, {
          model: this.model,
          grouped: this.undoGroups.isOpen,
          dataTypeAt: (...cell) => this.functions.behind(...cell)?.dataType,
        }),
      beforeWrite: () => {
        this.model.requireWritable();
        this.wrote = true;
      },
      unknownMember: (location) => {
        this.log.add({ kind: "unknown-member", text: `${location} is not known here.`, code: "ApiNotFound" });
      },
    };
  }

  /** Runs a batch after all earlier ones. */
  async execute(requestText: string): Promise<RichAnswer> {
    const answer = this.last.then(() => this.run(requestText));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Resolves when all batches so far are done. */
  async idle(): Promise<void> {
    await this.last;
  }

  private async run(requestText: string): Promise<RichAnswer> {
    if (this.faults.envelopeError !== 0) return { error: this.faults.envelopeError };
    const query = JSON.parse(requestText) as Query;
    if (this.faults.editing && !onlyServices(query)) return { error: officeErrors.invalidApiCallInContext };
    if (byteLength(requestText) > this.faults.requestLimit) {
      this.log.add({
        kind: "refusal",
        text: "The request is too large.",
        code: "RequestPayloadSizeLimitExceeded",
      });
      return { error: officeErrors.requestPayloadSizeLimitExceeded };
    }
    this.running = true;
    this.wrote = false;
    const answer = await processQuery(query, this.model, this.hooks).finally(() => {
      this.running = false;
    });
    if (answer.Error) {
      const { Code, Location, Message } = answer.Error;
      this.log.add({
        kind: "refusal",
        text: `${Location}: ${Code}. ${Message}`,
        code: Code,
        detail: answer.Error,
      });
    }
    this.afterBatch(this.wrote);
    const body = JSON.stringify(answer);
    if (byteLength(body) > this.faults.responseLimit) {
      this.log.add({
        kind: "refusal",
        text: "The answer is too large.",
        code: "ResponsePayloadSizeLimitExceeded",
      });
      return { error: officeErrors.responsePayloadSizeLimitExceeded };
    }
    return { body };
  }

  private services(): Record<string, ReturnType<typeof service>> {
    const { functions } = this;
    const results = (list: unknown): null => {
      if (!Array.isArray(list)) throw invalid();
      functions.deliver(list);
      return null;
    };
    return {
      "Microsoft.ExcelServices.CustomFunctions": service("CustomFunctions", {
        _SetOsfControlContainerReadyForCustomFunctions: () => {
          functions.ready = true;
          functions.flush();
          this.onReady("functions");
          return null;
        },
        _GetEnabledFeatures: () => FEATURES,
        SetInvocationArrayResults: (_self, [value]) => results(value),
        SetInvocationResults: (_self, [value]) => results(value),
      }),
      "Microsoft.AppRuntime.AppRuntimeService": service("AppRuntimeService", {
        // Office.addin.showAsTaskpane() and hide().
        SetAppRuntimeState: (_self, [state]) => {
          this.showPane(asOneOf(state, ["Visible", "Background"]) === "Visible");
          return null;
        },
      }),
      "Microsoft.InternalService.AddinInternalService": service("AddinInternalService", {
        NotifyActionHandlerReady: () => {
          this.onReady("actions");
          return null;
        },
      }),
    };
  }
}

const encoder = new TextEncoder();
const byteLength = (text: string): number =>
  text.length > 1_000_000 ? encoder.encode(text).length : text.length;

/** Whether a message uses only the client's own services: results of functions arrive even while the user types. */
function onlyServices(query: Query): boolean {
  return Object.values(query.ObjectPaths).every((path) => path.ObjectPathType !== 1);
}
