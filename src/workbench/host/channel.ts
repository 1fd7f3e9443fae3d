import type { Log } from "./log";
import type { RichAnswer } from "./rich";

/** A message of the client, as in its envelope. */
interface ClientMessage {
  _messageType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _actionType: number;
  _data: unknown;
}

/** What the channel needs of the host. */
export interface ChannelHooks {
  appContext(): object;
  execute(body: string): Promise<RichAnswer>;
  saveSettings(properties: readonly [string, string][]): number;
  loadSettings(): [string, string][];
  isSilent(): boolean;
}

const request = 0;
const response = 1;
const actionTypes = { invoke: 0, register: 1, unregister: 2 };
const dispatch = { loadSettings: 75, saveSettings: 76, richApi: 93 };
/** The client's error code ooeOperationNotSupported. */
const NOT_SUPPORTED = 5000;
const CONVERSATION = "workbench";

/** The conversation with the client in the frame, by window messages with JSON text. */
export class Channel {
  private readonly registered = new Set<string>();
  private place: { parent: ParentNode & Node; next: ChildNode | null } | undefined;
  private readonly listener = (event: MessageEvent<unknown>): void => {
    this.receive(event);
  };

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly log: Log,
    private readonly hooks: ChannelHooks,
  ) {
    window.addEventListener("message", this.listener);
  }

  /** Loads the pane, with a window name that tells the client its host. */
  open(url: string, locale: string): void {
    // A frame takes its window's name when it is added to the page, not when the attribute changes.
    this.close();
    // The client prefers settings that it cached for the session over those of the workbook, even after another was
    // opened.
    sessionStorage.removeItem(`${CONVERSATION}CachedSessionSettings`);
    this.frame.name = JSON.stringify({
      baseFrameName: "workbench",
      hostInfo: `Excel$Web$16.00$${locale}$telemetry$$disableLogging$3`,
      xdmInfo: `${CONVERSATION}|1|${window.location.origin}`,
      serializerVersion: 1,
    });
    this.frame.src = url;
    this.place?.parent.insertBefore(this.frame, this.place.next);
  }

  /** Removes the pane; its open requests are never answered. */
  close(): void {
    const { parentNode: parent, nextSibling: next } = this.frame;
    if (parent) this.place = { parent, next };
    this.frame.remove();
    this.registered.clear();
  }

  dispose(): void {
    window.removeEventListener("message", this.listener);
    this.frame.src = "about:blank";
  }

  /** Sends entries of a `richApiMessage` event: calls of functions, of buttons, and workbook events. */
  send(entries: readonly unknown[]): boolean {
    if (!this.registered.has("richApiMessage") || this.hooks.isSilent()) return false;
    this.post("richApiMessage", undefined, { ArrayData: entries }, 1);
    return true;
  }

  private receive(event: MessageEvent<unknown>): void {
    if (event.source !== this.frame.contentWindow || typeof event.data !== "string") return;
    let message: ClientMessage;
    try {
      message = JSON.parse(event.data) as ClientMessage;
    } catch {
      this.log.add({ kind: "problem", text: "A message of the pane is no JSON text.", detail: event.data });
      return;
    }
    if (message._messageType !== request || message._conversationId !== CONVERSATION) return;
    if (this.hooks.isSilent()) {
      this.log.add({ kind: "request", text: `${message._actionName} (not answered: disconnected)` });
      return;
    }
    void this.answer(message);
  }

  private async answer(message: ClientMessage): Promise<void> {
    const { _actionName: name, _actionType: type } = message;
    if (type === actionTypes.register || type === actionTypes.unregister) {
      if (type === actionTypes.register) this.registered.add(name);
      else this.registered.delete(name);
      this.log.add({
        kind: "request",
        text: `${type === actionTypes.register ? "listens to" : "ignores"} ${name}`,
      });
      this.post(name, message._correlationId, { Version: 1, Error: 0 });
      return;
    }
    switch (name) {
      case "ContextActivationManager_getAppContextAsync":
        this.log.add({ kind: "request", text: "asks who the host is" });
        this.post(name, message._correlationId, this.hooks.appContext());
        return;
      case "ContextActivationManager_notifyHost":
        this.post(name, message._correlationId, null);
        return;
      case "executeMethod":
        await this.executeMethod(message);
        return;
      default:
        this.log.add({ kind: "unknown-member", text: `${name} is not known here.`, code: "ApiNotFound" });
        this.post(name, message._correlationId, { Version: 1, Error: NOT_SUPPORTED });
    }
  }

  private async executeMethod(message: ClientMessage): Promise<void> {
    const { _actionName: name, _correlationId: id } = message;
    const data = message._data as {
      ArrayData?: unknown[];
      DdaMethod?: { DispatchId?: number };
      DdaSettingsMethod?: { Properties?: [string, string][] };
    };
    switch (data.DdaMethod?.DispatchId) {
      case dispatch.richApi: {
        const body = String(data.ArrayData?.[4] ?? "");
        this.log.add({ kind: "request", text: `batch of ${body.length} characters`, detail: body });
        const answer = await this.hooks.execute(body);
        if (this.hooks.isSilent()) return;
        if ("error" in answer) {
          this.log.add({
            kind: "refusal",
            text: `envelope error ${answer.error}`,
            code: String(answer.error),
          });
          this.post(name, id, { Version: 1, Error: answer.error });
          return;
        }
        this.log.add({
          kind: "reply",
          text: `answer of ${answer.body.length} characters`,
          detail: answer.body,
        });
        const headers = ["Content-Type", "application/json"];
        this.post(name, id, { Version: 1, Error: 0, Data: [200, headers, answer.body] });
        return;
      }
      case dispatch.saveSettings: {
        const error = this.hooks.saveSettings(data.DdaSettingsMethod?.Properties ?? []);
        this.log.add({ kind: "request", text: "saves the document settings" });
        this.post(name, id, { Version: 1, Error: error });
        return;
      }
      case dispatch.loadSettings:
        this.post(name, id, {
          Version: 1,
          Error: 0,
          Properties: { Settings: this.hooks.loadSettings().map(([Name, Value]) => ({ Name, Value })) },
        });
        return;
      default: {
        const dispatchId = String(data.DdaMethod?.DispatchId);
        this.log.add({
          kind: "unknown-member",
          text: `Dispatch id ${dispatchId} is not known here.`,
          code: "ApiNotFound",
        });
        this.post(name, id, { Version: 1, Error: NOT_SUPPORTED });
      }
    }
  }

  private post(name: string, correlationId: number | undefined, data: unknown, responseType = 0): void {
    const envelope = {
      _messageType: response,
      _actionName: name,
      _conversationId: CONVERSATION,
      _correlationId: correlationId ?? -1,
      _origin: window.location.origin,
      _errorCode: 0,
      _responseType: responseType,
      _data: data,
      _serializerVersion: 1,
    };
    this.frame.contentWindow?.postMessage(JSON.stringify(envelope), window.location.origin);
  }
}
