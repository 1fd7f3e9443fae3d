// The functions' bundle: the first code of the page, so that cells get their answers before the pane is there.
import type { EcomFunction, Answer } from "./answer";
import { ecomFunctions } from "./all";
import { fail } from "../dataset";
import { readRichness, toHost, type HostValue, type Richness } from "./edge";
import { readSettings, type Settings } from "./settings";

let known: Richness | undefined;

/** What the host can show does not change while it runs; it is asked once Office can answer. */
function richness(): Richness {
  if (known !== undefined) return known;
  const now = readRichness();
  if (
    typeof Office !== "undefined" &&
    (Office.context as unknown) &&
    (Office.context.requirements as unknown)
  ) {
    known = now;
  }
  return now;
}

/** Whatever goes wrong inside reaches the cell as an error with a sentence, never as a silent or raw failure. */
function answer(run: EcomFunction, args: readonly unknown[], settings: Settings): Answer {
  try {
    return run(args, settings);
  } catch {
    return fail({ name: "internal" });
  }
}

/** A function as Excel calls it: what the arguments are is judged inside. */
const forExcel =
  (run: EcomFunction) =>
  (...args: unknown[]): HostValue | HostValue[][] => {
    const settings = readSettings();
    const value = toHost(answer(run, args, settings), settings, richness());
    // INFO is declared to spill; where it answers with one field, that is a table of one cell.
    return run === ecomFunctions.INFO && !Array.isArray(value) ? [[value]] : value;
  };

for (const [id, run] of Object.entries(ecomFunctions)) CustomFunctions.associate(id, forExcel(run));
