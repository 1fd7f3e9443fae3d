/** Event types of the client's source; see `eventType` of its collections. */
const eventTypes = { changed: 10, selectionChanged: 14 } as const;

type EventName = keyof typeof eventTypes;

/** The target id under which the client registers events of a collection of the workbook. */
const WORKBOOK = "Workbook";

/** Keeps what the client listens to and hands raised events to the channel. */
export class EventRaiser {
  /** Set by the host: sends one event to the client. */
  send: (type: number, targetId: string, message: object) => void = () => {};
  private readonly registered = new Set<EventName>();

  register(event: EventName): void {
    this.registered.add(event);
  }

  unregister(event: EventName): void {
    this.registered.delete(event);
  }

  /** The client is gone: nobody listens. */
  forget(): void {
    this.registered.clear();
  }

  /** True if somebody listens: raising costs nothing otherwise. */
  wanted(event: EventName): boolean {
    return this.registered.has(event);
  }

  /** Sends the event to those who listen. */
  raise(event: EventName, message: object): void {
    if (this.wanted(event)) this.send(eventTypes[event], WORKBOOK, message);
  }
}

/** The two methods by which a client registers for an event of all sheets, for their type's `call` list. */
export function eventMethods(
  member: string,
  event: EventName,
): Record<string, (self: null, args: readonly unknown[], model: { events: EventRaiser }) => null> {
  return {
    [`_Register${member}`]: (_self, _args, { events }) => {
      events.register(event);
      return null;
    },
    [`_Unregister${member}`]: (_self, _args, { events }) => {
      events.unregister(event);
      return null;
    },
  };
}
