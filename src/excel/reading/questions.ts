import { send } from "../session/batch";
import type { BatchObjects, Step } from "../session/batchObjects";
import type { Context } from "../session/context";

/** Queues a question; returns the function that reads the answer once Excel has answered. */
type Queue<T> = (objects: BatchObjects) => () => T;

/** Questions to Excel that go in one message. If Excel refuses one, only its own answer is missing. */
export interface Questions {
  /**
   * Asks for something that is required; a refusal is thrown by `answer`.
   *
   * @param what the member and kind of object
   * @param lesser asked instead where Excel refuses it
   */
  must<T>(what: string, queue: Queue<T>, lesser?: Queue<T>): () => T;
  /**
   * Asks for something optional.
   *
   * @param without the answer where Excel refuses the question; refused once, it is not asked again in this session
   * @param lesser asked instead before `without` is used
   */
  may<T>(what: string, without: T, queue: Queue<T>, lesser?: Queue<T>): () => T;
  /** Sends the questions so far. Throws what Office.js throws. */
  answer(context: Context): Promise<void>;
}

/**
 * Starts a set of questions. They are asked when `answer` sends them; reading one before throws "Not answered". A
 * refused `may` gives its `without`.
 */
export function questions(): Questions {
  let steps: Step[] = [];
  const ask = <T>(what: string, queues: readonly Queue<T>[], without?: { value: T }): (() => T) => {
    let read: (() => T) | undefined;
    const stepFor = (pending: readonly Queue<T>[], name: string): Step[] => {
      const [queue, ...lesser] = pending;
      if (!queue) return [];
      return [
        {
          part: without ? "view" : "cells",
          what: name,
          bytes: 300,
          run(objects) {
            const later = queue(objects);
            objects.answered(() => (read = later));
          },
          harmless: true,
          ...(lesser.length > 0 ? { otherwise: stepFor(lesser, `${name}, less`) } : {}),
        },
      ];
    };
    steps.push(...stepFor(queues, `ask ${what}`));
    return () => {
      if (read) return read();
      if (without) return without.value;
      throw new Error(`Not answered: ${what}.`);
    };
  };
  return {
    must: (what, queue, lesser) => ask(what, lesser ? [queue, lesser] : [queue]),
    may: (what, value, queue, lesser) => ask(what, lesser ? [queue, lesser] : [queue], { value }),
    async answer(context) {
      const asking = steps;
      steps = [];
      await send(context, asking, { asks: true });
    },
  };
}
