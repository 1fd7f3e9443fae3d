/** The client's numbers of event types; see `eventType` of its collections. */
const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  chartAdded: 50,
  chartDeleted: 52,
} as const;

type EventName = keyof typeof eventTypes;

/** The target id under which the client registers events of a collection of the workbook. */
export const WORKBOOK = "Workbook";

/** Knows which events the client listens to, and sends those to the channel. */
export class EventRaiser {
  /** Set by the host: sends one event to the client. */
  send: (type: number, targetId: string, message: object) => void = () => {};
  private readonly registered = new Map<string, number>();

  register(event: EventName, targetId: string): void {
    const key = `${eventTypes[event]} ${targetId}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(event: EventName, targetId: string): void {
    this.registered.delete(`${eventTypes[event]} ${targetId}`);
  }

  /** Forgets all listeners, when the client is gone. */
  forget(): void {
    this.registered.clear();
  }

  /** Whether the client listens; otherwise raising costs nothing. */
  wanted(event: EventName, ...targetIds: string[]): boolean {
    return targetIds.some((id) => this.registered.has(`${eventTypes[event]} ${id}`));
  }

  /** Sends the event to listeners of the workbook and of the targets. */
  raise(event: EventName, targetIds: readonly string[], message: object): void {
    for (const id of [WORKBOOK, ...targetIds]) {
      if (this.wanted(event, id)) this.send(eventTypes[event], id, message);
    }
  }
}

/** The two methods that register for an event, for a type's `call` list. */
export function eventMethods<Self>(
  member: string,
  event: EventName,
  targetOf: (self: Self) => string,
): Record<string, (self: Self, args: readonly unknown[], model: { events: EventRaiser }) => null> {
  return {
    [`_Register${member}`]: (self, _args, { events }) => {
      events.register(event, targetOf(self));
      return null;
    },
    [`_Unregister${member}`]: (self, _args, { events }) => {
      events.unregister(event, targetOf(self));
      return null;
    },
  };
}
