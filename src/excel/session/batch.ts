import { can } from "./capabilities";
import type { Context } from "./context";
import { batchObjects, isNeeded } from "./batchObjects";
import type { Step } from "./batchObjects";
import { concernsWholeMessage } from "./errors";
import type { Part } from "./parts";
import { sendsPartByPart, isRefused, rememberRefusal } from "./refusals";
import { refusedStep } from "./refusedStep";

/** How steps are sent. */
export interface Sending {
  /** Called before each message with the part done; throws to stop. */
  before?: (part: number) => void;
  /** What must follow where something was left out that stood in the plan: how the block's record says so. */
  late?: (left: ReadonlySet<Part>) => readonly Step[];
  /** Ways that are not to be used now: members that cannot be undone in a group. */
  avoid?: ReadonlySet<string>;
  /** Steps that only ask: they can be asked again one by one. */
  asks?: boolean;
  /** Gets the parts that were touched, as far as is known. */
  touched?: Set<Part>;
}

/** A message was refused, and Excel does not say where it stopped. */
export class UnknownStepRefused extends Error {
  override readonly name = "Unplaced";
  constructor(readonly reason: unknown) {
    super("Excel does not say at which action it stopped.");
  }
}

/** Well below the 5 MB that Excel on the web takes: about a megabyte a message. */
const bytesPerMessage = 900_000;
/** So often a part may be refused before the rest of it is left out, too: each refusal costs a message. */
const mostRefusals = 2;

const holdScreen: Step = {
  part: "screen",
  what: "Application.suspendScreenUpdatingUntilNextSync",
  bytes: 100,
  run: ({ workbook }) => workbook.application.suspendScreenUpdatingUntilNextSync(),
  harmless: true,
};

/**
 * What will be left out of these steps because Excel has refused it before, and what remains to be sent.
 *
 * @param avoid ways that are not to be used now
 */
export function withoutRefused(
  steps: readonly Step[],
  avoid: ReadonlySet<string> = new Set(),
): { steps: Step[]; left: Set<Part> } {
  const left = new Set<Part>();
  const cannot = ({ what }: Step) => isRefused(what) || avoid.has(what);
  const gone = new Set(
    steps.filter((one) => one.carries && !one.otherwise && cannot(one)).map(({ unit }) => unit),
  );
  const remaining = steps.flatMap((one): Step[] => {
    if (one.unit !== undefined && gone.has(one.unit)) {
      if (one.carries && !one.otherwise && cannot(one)) left.add(one.part);
      return [];
    }
    if (!cannot(one)) return [one];
    if (one.otherwise) return [...one.otherwise];
    if (isNeeded(one)) return [one];
    if (!one.harmless) left.add(one.part);
    return [];
  });
  return { steps: remaining, left };
}

/**
 * Queues steps on any sheets and sends them: in one message, or in one a megabyte, the screen held still. A refused step of
 * dressing is left out, and what stands behind it is sent in another message.
 *
 * @returns the parts of which something was left out
 * @throws what Office.js throws for an essential step, or for the whole message; `Unplaced` where it is not known which
 */
export async function send(
  context: Context,
  given: readonly Step[],
  { before, late, avoid, asks = false, touched }: Sending = {},
): Promise<Set<Part>> {
  const known = withoutRefused(given, avoid);
  const { left } = known;
  let queue = known.steps;
  let fresh = false;
  let alone = false;
  let done = 0;
  const refusals = new Map<Part, number>();
  const touch = (steps: readonly Step[]): void => {
    for (const { harmless, part } of steps) if (!harmless) touched?.add(part);
  };
  /** What is to be sent in place of a refused step and all that stands behind it. */
  const leaveOut = (step: Step, rest: readonly Step[]): Step[] => {
    rememberRefusal(step.what);
    const after = withoutRefused(rest, avoid).steps;
    if (step.otherwise) return [...withoutRefused(step.otherwise, avoid).steps, ...after];
    if (step === holdScreen) left.add(step.part);
    // What only asks leaves nothing out.
    if (step.harmless) return after;
    left.add(step.part);
    fresh = true;
    const count = (refusals.get(step.part) ?? 0) + 1;
    refusals.set(step.part, count);
    const remaining = step.carries ? after.filter(({ unit }) => unit !== step.unit) : after;
    const wanted = !asks && count >= mostRefusals ? withoutPart(remaining, step.part) : remaining;
    return [...(step.carries ?? []), ...wanted];
  };
  while (queue.length > 0) {
    before?.(done / (done + queue.length));
    let batch = batchOf(queue, alone ? "step" : !asks && sendsPartByPart() ? "part" : "all");
    if (fresh && late && batch.length === queue.length) {
      fresh = false;
      batch = [...batch, ...late(left)];
      queue = batch;
    }
    const holds = !asks && can("screenHold") && !isRefused(holdScreen.what);
    const message = holds ? [holdScreen, ...batch] : batch;
    const answers: (() => void)[][] = [];
    try {
      const desk = batchObjects(context, (read) => answers.at(-1)?.push(read));
      for (const step of message) {
        answers.push([]);
        step.run(desk);
      }
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one message a megabyte, or a refusal; nearly always one
      await context.sync();
      for (const read of answers.flat()) read();
      touch(batch);
      queue = queue.slice(batch.length);
      done += batch.length;
    } catch (error) {
      if (concernsWholeMessage(error)) {
        touch(batch);
        throw error;
      }
      const at = message.length === 1 ? 0 : refusedStep(error, message);
      const step = message[at ?? -1];
      if (at === undefined || !step) {
        touch(batch);
        if (asks) alone = true;
        else if (!sendsPartByPart()) throw new UnknownStepRefused(error);
        else if (batch.some(isNeeded)) throw error;
        else {
          for (const { part } of batch) left.add(part);
          fresh = true;
          queue = [...batch.flatMap(({ carries = [] }) => carries).slice(0, 1), ...queue.slice(batch.length)];
        }
        continue;
      }
      for (const read of answers.slice(0, at).flat()) read();
      touch(message.slice(0, at));
      const position = holds ? at - 1 : at;
      if (isNeeded(step) && !step.otherwise) throw error;
      if (!isNeeded(step)) touch([step]);
      done += at;
      queue = leaveOut(step, queue.slice(position + 1));
    }
  }
  return left;
}

/** The steps that go in the next message: as many as a message holds, those of one part or thing, or one. */
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

/** What remains where the rest of a part is left out, and with it whatever cannot stand without it. */
function withoutPart(steps: readonly Step[], part: Part): Step[] {
  const goes = (step: Step) => step.part === part && !step.otherwise && !isNeeded(step);
  const gone = new Set(steps.filter((step) => step.carries && goes(step)).map(({ unit }) => unit));
  return steps.filter((step) => !goes(step) && !(step.unit !== undefined && gone.has(step.unit)));
}
