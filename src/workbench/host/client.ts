import { Channel } from "./channel";
import type { ChannelHooks } from "./channel";
import type { EventRaiser } from "./events";
import type { MessageEntry } from "./functions/callMessages";
import type { Log } from "./log";

/** Categories of the client's messages. */
const BUTTON = 2;
const EVENT = 65_536;
/** The type of a message that calls a button's function. */
const CALL = 1000;

/** The add-in's client in the pane's frame. Without a frame nothing is sent. */
export class Client {
  private readonly channel: Channel | undefined;
  private nextMessage = 1_000_000;
  private started: Promise<void>;
  private markStarted: () => void = () => {};
  /** Resolves when the client has named the functions of its buttons. */
  buttons: Promise<void>;
  private markButtons: () => void = () => {};

  /**
   * Listens to the client, which `open` loads.
   * @param address of the pane
   * @param locale of the interface, such as "en-US"
   */
  constructor(
    frame: HTMLIFrameElement | null,
    private readonly address: string,
    private readonly locale: string,
    private readonly log: Log,
    events: EventRaiser,
    hooks: ChannelHooks,
  ) {
    this.started = this.nextStart();
    this.buttons = this.nextButtons();
    if (frame) this.channel = new Channel(frame, log, hooks);
    events.send = (type, targetId, message) => this.sendEvent(type, targetId, message);
  }

  /** Resolves when the loaded client can be called for functions. */
  get ready(): Promise<void> {
    return this.started;
  }

  /** Loads the pane. */
  open(): void {
    this.channel?.open(this.address, this.locale);
  }

  /** Removes the pane. */
  close(): void {
    this.channel?.close();
    this.buttons = this.nextButtons();
  }

  /** Loads the pane again after `close`; resolves when it has started. */
  async reopen(): Promise<void> {
    this.started = this.nextStart();
    this.open();
    if (this.channel) await this.started;
  }

  /** Called when a part of the client has started. */
  hasStarted(half: "functions" | "actions"): void {
    if (half === "actions") this.markButtons();
    else this.markStarted();
  }

  /** Sends calls of functions. */
  call(entries: readonly MessageEntry[]): void {
    this.channel?.send(entries);
  }

  /** Calls a button's function; see `Host.pressButton`. */
  async pressButton(actionId: string): Promise<void> {
    await this.buttons;
    const sent = this.send(BUTTON, CALL, "", JSON.stringify([actionId, "{}"]));
    this.log.add({ kind: "event", text: `button ${actionId}` });
    if (!sent) throw new Error("The add-in does not listen.");
  }

  dispose(): void {
    this.channel?.dispose();
  }

  private sendEvent(type: number, targetId: string, message: object): void {
    const text = JSON.stringify(message);
    if (this.send(EVENT, type, targetId, text))
      this.log.add({ kind: "event", text: `event ${type} ${text}` });
  }

  /** Sends a message; false if the client does not listen. */
  private send(category: number, type: number, targetId: string, message: string): boolean {
    return this.channel?.send([[category, type, targetId, message, this.nextMessage++, false]]) === true;
  }

  private nextStart(): Promise<void> {
    return new Promise((resolve) => (this.markStarted = resolve));
  }

  private nextButtons(): Promise<void> {
    return new Promise((resolve) => (this.markButtons = resolve));
  }
}
