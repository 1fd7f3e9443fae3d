import { Refusal } from "./errors";
import type { Habits } from "./strict/habits";
import type { Faults } from "./types";

/** The limit of Excel on the web for a message: 5 MB each way. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Makes the host fail, for tests and for trying the add-in's messages. */
export class FaultSwitches implements Faults {
  editing = false;
  disconnected = false;
  readOnly = false;
  requestLimit = PAYLOAD_LIMIT;
  responseLimit = PAYLOAD_LIMIT;
  envelopeError = 0;
  private planned: { left: number; code: string; message: string | undefined } | undefined;

  constructor(private readonly habits: Habits) {}

  get used(): Set<string> {
    return this.habits.used;
  }

  refuse(member: string, code: string): void {
    this.habits.refuse(member, code);
  }

  failAction(k: number, code: string, message?: string): void {
    this.planned = { left: k, code, message };
  }

  /** Counts an action; throws if it is to fail. */
  countAction(): void {
    if (!this.planned) return;
    this.planned.left--;
    if (this.planned.left > 0) return;
    const { code, message } = this.planned;
    this.planned = undefined;
    throw new Refusal(code, message);
  }

  clear(): void {
    this.editing = false;
    this.disconnected = false;
    this.readOnly = false;
    this.requestLimit = PAYLOAD_LIMIT;
    this.responseLimit = PAYLOAD_LIMIT;
    this.envelopeError = 0;
    this.planned = undefined;
    this.habits.clear();
  }
}
