import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { ecomFunctions } from "../../src/functions";
import type { FunctionId } from "../../src/functions/implementations/all";
import { defaultSettings } from "../../src/functions/settings";
import { built } from "../built";
import { linear } from "./linear";
import { race, type Work } from "./measure";
import { questions } from "./questions";
import { rounded, times, type Benchmark } from "./report";

type Registered = Map<string, (...args: unknown[]) => unknown>;

/** Runs the product's own bundle in a stand-in for an Excel with data types. */
function bundleWithHost(): Registered {
  const registered: Registered = new Map();
  class HostError extends Error {
    constructor(
      readonly code: string,
      message: string,
    ) {
      super(message);
    }
  }
  const settings = new Map<string, unknown>();
  Object.assign(globalThis, {
    self: globalThis,
    CustomFunctions: {
      associate: (id: string, run: (...args: unknown[]) => unknown) => registered.set(id, run),
      Error: HostError,
      ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" },
    },
    Office: {
      context: {
        displayLanguage: "en-US",
        document: { settings: { get: (key: string) => settings.get(key) ?? null } },
        requirements: { isSetSupported: () => true },
      },
    },
  });
  for (const file of ["functions.js", "details.js"]) runInThisContext(readFileSync(built(file), "utf8"));
  return registered;
}

/** One call after another, from the first question again when all were asked. */
function inTurn(list: readonly (readonly unknown[])[], call: (args: readonly unknown[]) => unknown): Work {
  let next = 0;
  return () => {
    const args = list[next] as readonly unknown[];
    next = (next + 1) % list.length;
    return call(args);
  };
}

/** Only answers are timed: a refused question is a fault of the benchmark. */
function mustAnswer(id: FunctionId): void {
  const refused = questions[id].find((args) => !ecomFunctions[id](args, defaultSettings).ok);
  if (refused !== undefined) throw new Error(`${id}(${JSON.stringify(refused)}) is refused.`);
}

export const benchmark: Benchmark = async (effort) => {
  const registered = bundleWithHost();
  const rows = (Object.keys(ecomFunctions) as FunctionId[]).map((id) => {
    const list = questions[id];
    mustAnswer(id);
    const edge = registered.get(id);
    if (edge === undefined) throw new Error(`dist/functions.js registers no ${id}.`);
    const scan = linear[id];
    const taken = race(
      {
        inside: inTurn(list, (args) => ecomFunctions[id](args, defaultSettings)),
        edge: inTurn(list, (args) => edge(...args)),
        ...(scan && { scan: inTurn(list, scan) }),
      },
      effort,
    );
    const second = (nanoseconds: number) => rounded(1e9 / nanoseconds, 2);
    return [
      id,
      second(taken.inside),
      second(taken.edge),
      second(taken.scan ?? NaN),
      times((taken.scan ?? NaN) / taken.inside),
      times((taken.scan ?? NaN) / taken.edge),
    ];
  });
  return {
    title: "Calls a second",
    body: [
      "Each function in Node.js on questions as they stand in sheets, some hundred for those of one figure: the function " +
        "itself (`ecomFunctions`), the shipped bundle as Excel calls it (`dist/functions.js` with a host that knows " +
        "numbers with properties, so that every number brings its format, source, period and caveats), and the peer: a " +
        "scan over plain rows, which gives the bare number only. The last two columns say how many times as fast as " +
        "the scan. VERSION has no peer.",
      {
        head: [
          "function",
          "function, calls/s",
          "as Excel calls it, calls/s",
          "linear scan, calls/s",
          "function ÷ scan",
          "as Excel calls it ÷ scan",
        ],
        rows,
      },
    ],
  };
};
