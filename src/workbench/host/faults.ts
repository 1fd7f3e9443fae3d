import { Refusal } from "./errors";
import type { Faults } from "./types";

/** Excel on the web: 5 MB each way. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** What to make fail, for tests and for trying the add-in's failure messages. */
export class FaultSwitches implements Faults {
  editing = false;
  disconnected = false;
  readOnly = false;
  requestLimit = PAYLOAD_LIMIT;
  responseLimit = PAYLOAD_LIMIT;
  envelopeError = 0;
  /** Objects and members that were used since it was last cleared. */
  readonly used = new Set<string>();
  /** Members that are always refused, with their codes: "RangeFont.size". */
  private readonly refused = new Map<string, string>();
  private planned: { left: number; code: string; message: string | undefined } | undefined;

  failAction(k: number, code: string, message?: string): void {
    this.planned = { left: k, code, message };
  }

  /** Counts an action; throws if it is the one that has to fail. */
  countAction(): void {
    if (!this.planned) return;
    this.planned.left--;
    if (this.planned.left > 0) return;
    const { code, message } = this.planned;
    this.planned = undefined;
    throw new Refusal(code, message);
  }

  refuseMember(location: string, code: string): void {
    this.refused.set(location, code);
  }

  /** Called with each object and member that is used; throws if it is one that is always refused. */
  useMember(location: string): void {
    this.used.add(location);
    const code = this.refused.get(location);
    if (code !== undefined) throw new Refusal(code);
  }

  clear(): void {
    this.refused.clear();
    this.editing = false;
    this.disconnected = false;
    this.readOnly = false;
    this.requestLimit = PAYLOAD_LIMIT;
    this.responseLimit = PAYLOAD_LIMIT;
    this.envelopeError = 0;
    this.planned = undefined;
  }
}
