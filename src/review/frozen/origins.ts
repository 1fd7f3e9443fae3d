import { liveStore } from "../../dataset";
import type { Settings } from "../../functions/settings";
import { evaluate } from "../comparability/evaluate";
import type { Lookup, ShownFigure } from "../comparability/evaluate";
import type { Origin } from "./record";

/** The answers of our calls in a formula at the time of freezing. */
export interface Answered {
  origins: readonly Origin[];
  /** Number formats of the answer, by row and column ("0,1"); empty where the formula calculates with it. */
  formats: ReadonlyMap<string, string>;
}

/** Evaluates our calls in a formula again. Calls whose arguments only Excel knows are left out. */
export function answered(formula: string, lookup: Lookup, settings: Settings): Answered {
  const calls = evaluate(formula, lookup, settings);
  const [first] = calls;
  const whole = first !== undefined && formula.slice(1).trim() === callText(formula, first.call);
  return {
    origins: calls.flatMap((call) => (call ? originsOf(call.figures, call.sources) : [])),
    formats: new Map(
      whole ? first.figures.map(({ row, column, format = "General" }) => [`${row},${column}`, format]) : [],
    ),
  };
}

const callText = (formula: string, { start, end }: { start: number; end: number }): string =>
  formula.slice(start, end);

/** One for each indicator and source, with its periods in order of appearance; sources without a figure at the end. */
function originsOf(figures: readonly ShownFigure[], named: readonly string[]): Origin[] {
  const groups = new Map<string, { origin: Origin; periods: string[] }>();
  for (const { figure } of figures) {
    const { indicator, period, observation, parts } = figure;
    for (const { source, vintage } of [observation, ...parts]) {
      const key = `${indicator.code} ${source}`;
      const group = groups.get(key) ?? { origin: [indicator.code, "", source, vintage], periods: [] };
      if (!group.periods.includes(period)) group.periods.push(period);
      groups.set(key, group);
    }
  }
  const origins = [...groups.values()].map(({ origin: [code, , source, released], periods }): Origin => [
    code,
    periods.join(", "),
    source,
    released,
  ]);
  const known = new Set(origins.map(([, , source]) => source));
  const spoken = liveStore.sources.filter(({ id }) => named.includes(id) && !known.has(id));
  return [...origins, ...spoken.map(({ id, published }): Origin => ["", "", id, published])];
}
