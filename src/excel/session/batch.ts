import { batchObjects, isNeeded } from "./batchObjects";
import type { Step } from "./batchObjects";
import { can } from "./capabilities";
import type { Context } from "./context";
import { concernsWholeMessage } from "./errors";
import type { Part } from "./parts";
import { sendsPartByPart, isRefused, rememberRefusal } from "./refusals";
import { refusedStep } from "./refusedStep";

/** Options of sending. */
export interface Sending {
  /** Called before each message with the part done, 0 to 1; throws to stop. */
  before?: (part: number) => void;
  /** Gives more steps if something was left out, which note that in the block's record. */
  late?: (leftOut: ReadonlySet<Part>) => readonly Step[];
  /** Members to avoid, because they cannot be undone in a group. */
  avoid?: ReadonlySet<string>;
  /** Whether the steps only read, so that they can be sent again one by one. */
  asks?: boolean;
  /** Gets the parts that may have been changed. */
  touched?: Set<Part>;
}

/** Thrown if a message was refused and Excel does not tell at which step. */
export class UnknownStepRefused extends Error {
  override readonly name = "Unplaced";
  constructor(readonly reason: unknown) {
    super("Excel does not say at which action it stopped.");
  }
}

/** The most bytes in a message, well below the 5 MB that Excel on the web accepts (Office's resource limits). */
const bytesPerMessage = 900_000;
/** The most refusals of a part before the rest of it is left out: each costs a message. */
const mostRefusals = 2;

const holdScreen: Step = {
  part: "screen",
  what: "Application.suspendScreenUpdatingUntilNextSync",
  bytes: 100,
  run: ({ workbook }) => workbook.application.suspendScreenUpdatingUntilNextSync(),
  harmless: true,
};

/**
 * Splits steps into those to send, and the parts of steps that are left out because Excel has refused them before.
 * @param avoid members to avoid now
 */
export function withoutRefused(
  steps: readonly Step[],
  avoid: ReadonlySet<string> = new Set(),
): { steps: Step[]; leftOut: Set<Part> } {
  const leftOut = new Set<Part>();
  const cannot = ({ what }: Step) => isRefused(what) || avoid.has(what);
  const unitsLeft = new Set(
    steps.filter((step) => step.carries && !step.otherwise && cannot(step)).map(({ unit }) => unit),
  );
  const remaining = steps.flatMap((step): Step[] => {
    if (step.unit !== undefined && unitsLeft.has(step.unit)) {
      if (step.carries && !step.otherwise && cannot(step)) leftOut.add(step.part);
      return [];
    }
    if (!cannot(step)) return [step];
    if (step.otherwise) return [...step.otherwise];
    if (isNeeded(step)) return [step];
    if (!step.harmless) leftOut.add(step.part);
    return [];
  });
  return { steps: remaining, leftOut };
}

/**
 * Queues steps on any sheets and sends them, in one message or in one for each megabyte, with the screen held still.
 * A refused step of dressing is left out, and the steps after it are sent in another message.
 * @returns the parts of which something was left out
 * @throws what Office.js throws for an essential step, or for the whole message; `UnknownStepRefused` if the step is
 *   unknown
 */
export async function send(
  context: Context,
  allSteps: readonly Step[],
  sending: Sending = {},
): Promise<Set<Part>> {
  const sender = new Sender(allSteps, sending);
  for (let message = sender.next(); message; message = sender.next()) {
    try {
      const objects = batchObjects(context, (read) => message.answers.at(-1)?.push(read));
      for (const step of message.steps) {
        message.answers.push([]);
        step.run(objects);
      }
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one message a megabyte, or a refusal; nearly always one
      await context.sync();
      sender.carriedOut(message);
    } catch (error) {
      sender.refused(message, error);
    }
  }
  return sender.leftOut;
}

/** A message: its steps, and the functions that read their answers. */
interface Message {
  readonly steps: readonly Step[];
  /** The steps, without the one that holds the screen. */
  readonly batch: readonly Step[];
  readonly answers: (() => void)[][];
}

/** The steps still to send. */
class Sender {
  /** The parts of which something was left out. */
  readonly leftOut: Set<Part>;
  private queue: Step[];
  /** Whether something was left out that the block's record does not note yet. */
  private recordIsOld = false;
  /** Whether each step is sent in its own message, because Excel did not tell which question it refused. */
  private oneByOne = false;
  private sent = 0;
  private readonly refusals = new Map<Part, number>();

  constructor(
    allSteps: readonly Step[],
    private readonly sending: Sending,
  ) {
    const { steps, leftOut } = withoutRefused(allSteps, sending.avoid);
    this.queue = steps;
    this.leftOut = leftOut;
  }

  /** The next message; undefined once all is sent. */
  next(): Message | undefined {
    if (this.queue.length === 0) return undefined;
    const { before, late, asks = false } = this.sending;
    before?.(this.sent / (this.sent + this.queue.length));
    let batch = batchOf(this.queue, this.oneByOne ? "step" : !asks && sendsPartByPart() ? "part" : "all");
    if (this.recordIsOld && late && batch.length === this.queue.length) {
      this.recordIsOld = false;
      batch = [...batch, ...late(this.leftOut)];
      this.queue = batch;
    }
    const holds = !asks && can("screenHold") && !isRefused(holdScreen.what);
    return { steps: holds ? [holdScreen, ...batch] : batch, batch, answers: [] };
  }

  carriedOut({ batch, answers }: Message): void {
    for (const read of answers.flat()) read();
    this.touch(batch);
    this.queue = this.queue.slice(batch.length);
    this.sent += batch.length;
  }

  /** Leaves out the refused step, or throws. */
  refused(message: Message, error: unknown): void {
    const { steps, batch, answers } = message;
    if (concernsWholeMessage(error)) {
      this.touch(batch);
      throw error;
    }
    const at = steps.length === 1 ? 0 : refusedStep(error, steps);
    const step = steps[at ?? -1];
    if (at === undefined || !step) {
      this.refusedSomewhere(batch, error);
      return;
    }
    for (const read of answers.slice(0, at).flat()) read();
    this.touch(steps.slice(0, at));
    if (isNeeded(step) && !step.otherwise) throw error;
    if (!isNeeded(step)) this.touch([step]);
    this.sent += at;
    const position = at - (steps.length - batch.length);
    this.queue = this.inPlaceOf(step, this.queue.slice(position + 1));
  }

  /** Excel does not tell which step it refused: sends smaller messages from now on, or leaves out the whole part. */
  private refusedSomewhere(batch: readonly Step[], error: unknown): void {
    this.touch(batch);
    if (this.sending.asks) {
      this.oneByOne = true;
      return;
    }
    if (!sendsPartByPart()) throw new UnknownStepRefused(error);
    if (batch.some(isNeeded)) throw error;
    for (const { part } of batch) this.leftOut.add(part);
    this.recordIsOld = true;
    const carried = batch.flatMap(({ carries = [] }) => carries).slice(0, 1);
    this.queue = [...carried, ...this.queue.slice(batch.length)];
  }

  /** The steps to send instead of a refused step and all after it. */
  private inPlaceOf(step: Step, rest: readonly Step[]): Step[] {
    const { avoid, asks } = this.sending;
    rememberRefusal(step.what);
    const after = withoutRefused(rest, avoid).steps;
    if (step.otherwise) return [...withoutRefused(step.otherwise, avoid).steps, ...after];
    if (step === holdScreen) this.leftOut.add(step.part);
    // A refused question leaves nothing out.
    if (step.harmless) return after;
    this.leftOut.add(step.part);
    this.recordIsOld = true;
    const count = (this.refusals.get(step.part) ?? 0) + 1;
    this.refusals.set(step.part, count);
    const remaining = step.carries ? after.filter(({ unit }) => unit !== step.unit) : after;
    const wanted = !asks && count >= mostRefusals ? withoutPart(remaining, step.part) : remaining;
    return [...(step.carries ?? []), ...wanted];
  }

  private touch(steps: readonly Step[]): void {
    for (const { harmless, part } of steps) if (!harmless) this.sending.touched?.add(part);
  }
}

/** The steps of the next message: as many as fit, those of one part or object, or one. */
export function batchOf(queue: readonly Step[], by: "all" | "part" | "step"): Step[] {
  const batch: Step[] = [];
  let bytes = 0;
  const about = ({ unit, part }: Step) => unit ?? part;
  for (const step of queue) {
    const [first] = batch;
    if (first) {
      if (by === "step" || bytes + step.bytes > bytesPerMessage) break;
      if (by === "part" && about(first) !== about(step)) break;
    }
    batch.push(step);
    bytes += step.bytes;
  }
  return batch;
}

/** The steps that remain if the rest of a part is left out, with everything that depends on it. */
function withoutPart(steps: readonly Step[], part: Part): Step[] {
  const belongs = (step: Step) => step.part === part && !step.otherwise && !isNeeded(step);
  const unitsLeft = new Set(steps.filter((step) => step.carries && belongs(step)).map(({ unit }) => unit));
  return steps.filter((step) => !belongs(step) && !(step.unit !== undefined && unitsLeft.has(step.unit)));
}
