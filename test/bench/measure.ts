/** How long a benchmark may take: a full run for BENCHMARKS.md, a quick one while developing. */
export interface Effort {
  /** How often each contestant has its turn. */
  readonly rounds: number;
  /** How long a turn lasts, roughly, in milliseconds of processor time; at least one piece of work. */
  readonly turn: number;
}

/** What `npm run bench` takes. */
export const full: Effort = { rounds: 15, turn: 20 };
/** What `npm run bench -- --quick` takes: enough to see whether it works. */
export const quick: Effort = { rounds: 3, turn: 4 };

/** A way of doing one piece of work; the ways of a race do the same piece. */
export type Work = () => unknown;

/** The last result; it is kept here, so that the compiler does not drop the work as useless. */
export let lastResult: unknown;

/** The middle one of some numbers (of two middle ones the mean); NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

/** Nanoseconds of processor time that some repetitions take: other programs on the machine do not count. */
function time(work: Work, times: number): number {
  const from = process.cpuUsage();
  for (let done = 0; done < times; done++) lastResult = work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) * 1000;
}

/** Milliseconds of work before timing begins: by then it is compiled. */
const WARM = 100;

/** Warms up, and finds how many repetitions last a turn. */
function repetitions(work: Work, { turn }: Effort): number {
  // The first time also makes indexes, so it is not counted.
  let total = time(work, 1) / 1e6;
  let times = 1;
  for (;;) {
    const taken = time(work, times) / 1e6;
    total += taken;
    const enough = taken >= turn / 2 && (taken < turn * 3 || times === 1);
    if (total >= WARM && enough) return times;
    times = taken < turn ? times * 2 : Math.max(1, Math.floor((times * turn) / taken));
  }
}

/**
 * Times several ways of the same work by turns (A B C A B C …), so that a busy moment of the machine strikes all.
 * @returns for each, the median time of one piece of work in nanoseconds of processor time
 */
export function race<Ways extends Readonly<Record<string, Work>>>(
  ways: Ways,
  effort: Effort,
): { [Name in keyof Ways]: number } {
  const entries = Object.entries<Work>(ways).map(([name, work]) => ({
    name,
    work,
    times: repetitions(work, effort),
    taken: [] as number[],
  }));
  for (let round = 0; round < effort.rounds; round++) {
    for (const { work, times, taken } of entries) taken.push(time(work, times) / times);
  }
  return Object.fromEntries(entries.map(({ name, taken }) => [name, median(taken)])) as {
    [Name in keyof Ways]: number;
  };
}

/**
 * As `race`, for work that takes its own measures, as in a browser: each turn gives numbers by name.
 * @returns for each way, the median of each number; the first turn of each warms up and does not count
 */
export async function raceOf<Name extends string, Measured extends Record<string, number>>(
  ways: Readonly<Record<Name, () => Promise<Measured>>>,
  rounds: number,
): Promise<Record<Name, Measured>> {
  const entries = (Object.entries(ways) as [Name, () => Promise<Measured>][]).map(([name, turn]) => ({
    name,
    turn,
    measured: [] as Measured[],
  }));
  for (let round = -1; round < rounds; round++) {
    for (const { turn, measured } of entries) {
      const numbers = await turn();
      if (round >= 0) measured.push(numbers);
    }
  }
  return Object.fromEntries(
    entries.map(({ name, measured }) => [
      name,
      Object.fromEntries(
        Object.keys(measured[0] ?? {}).map((key) => [key, median(measured.map((turn) => turn[key] ?? NaN))]),
      ),
    ]),
  ) as Record<Name, Measured>;
}
