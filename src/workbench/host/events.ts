/** The client's numbers of event types; see `eventType` of its collections. */
const eventTypes = { changed: 10, selectionChanged: 14 } as const;

type EventName = keyof typeof eventTypes;

/** The target id under which the client registers events of a collection of the workbook. */
const WORKBOOK = "Workbook";

/** Knows which events the client listens to, and sends those to the channel. */
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

  /** Forgets all listeners, when the client is gone. */
  forget(): void {
    this.registered.clear();
  }

  /** Whether the client listens; otherwise raising costs nothing. */
  wanted(event: EventName): boolean {
    return this.registered.has(event);
  }

  /** Sends the event to the client, if it listens. */
  raise(event: EventName, message: object): void {
    if (this.wanted(event)) this.send(eventTypes[event], WORKBOOK, message);
  }
}

/**
 * The two methods that register for an event of all sheets, for their type's `call` list. `member` is the name of the
 * event in the client's messages.
 */
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
