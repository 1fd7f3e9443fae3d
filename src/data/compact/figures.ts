import { unzigzag, zigzag, type Coder } from "./coder";

/** A row of observations.csv in numbers: indexes into the lists beside the compact figures. */
export interface Figure {
  readonly measure: number;
  readonly unit: number;
  /** The last month, in months since year 0. */
  readonly end: number;
  /** The index of frequency and accumulation in the list of forms. */
  readonly form: number;
  /** With accumulation `since`, the months from the first to the last; else 0. */
  readonly stretch: number;
  /** The number as printed without its point, and its number of decimals: 10.8930 is 108930 with 4. */
  readonly whole: number;
  readonly decimals: number;
  readonly mult: number;
  readonly qualifier: number;
  readonly status: number;
  readonly vintage: string;
  readonly source: number;
  /** The index of the note plus 1; 0 for none. */
  readonly note: number;
  readonly added: number;
  /** The index of the version plus 1; 0 if not withdrawn. */
  readonly withdrawn: number;
}

/** What writer and reader both know. */
export interface Known {
  /** The powers of ten, by `mult`. */
  readonly powers: readonly number[];
  /** Whether a measure is an amount, which adds up over months. */
  readonly amounts: readonly boolean[];
  /** Whether a form counts from January. */
  readonly cumulative: readonly boolean[];
  /** The usual forms: single month, cumulative months, year. */
  readonly usual: readonly [month: number, sum: number, year: number];
  /** The form counted from another month than January. */
  readonly since: number;
  /** The newest version. */
  readonly newest: number;
  /** The date of each source, in the order in which the figures use them. */
  readonly published: readonly string[];
  readonly indicators: number;
}

/** The kinds of numbers. `CHANGE` has four: of percentages and amounts, of single months and cumulative ones. */
const [RUNS, RUN, START, STEP, SOURCE, ODD, FORM, VERSION, DATE, MULT, STATUS, NOTE, DECIMALS, CHANGE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;
/** The bits of `ODD`: what differs from what is expected. */
const [ODD_NOTE, ODD_MULT, ODD_FORM, ODD_DECIMALS, ODD_VERSION, ODD_VINTAGE, ODD_STATUS] = [
  1, 2, 4, 8, 16, 32, 64,
] as const;

/** No series begins earlier, in months since year 0. */
const FIRST_MONTH = 2010 * 12;
/** In hundredths all are whole: percentages have up to two decimals, finer amounts large powers of ten. */
const FINEST = 2;
const POWERS = Array.from({ length: 20 }, (_, exponent) => Number(`1e${exponent}`));

/** What the last figure of a source was like. */
interface Memory {
  vintage: string;
  version: number;
  /** By measure, the power of ten and the note of its last figure. */
  readonly mults: (number | undefined)[];
  readonly notes: (number | undefined)[];
}

/** The state of writer and reader: the lists, and what came before. */
interface Walk extends Known, Coder {
  /** By source. */
  readonly memories: readonly Memory[];
  /** By last month, the sources of its figures, latest first. */
  readonly sourcesOf: number[][];
  /** By power of ten, the decimals of the last amount. */
  readonly decimalsOf: number[];
  /** The numbers of sources and notes used so far. */
  sources: number;
  notes: number;
}

/** The figures of one measure, of single months (0) or cumulative (1), oldest first. */
interface Series {
  readonly measure: number;
  readonly unit: number;
  readonly sums: 0 | 1;
  /** Whether it is of amounts rather than percentages. */
  readonly amount: boolean;
  /** By month, the size of the single month. */
  readonly alone: number[];
  /** The previous figure, and its size in hundredths of the unit. */
  old: Figure | undefined;
  size: number;
}

/**
 * Codes the figures of all indicators: writes `runs`, or reads them. Each figure is predicted from earlier ones: the
 * period continues, the source is the one of the same period elsewhere, date and notes are those of the source, a
 * cumulative level is the one before plus the month. Only differences are coded.
 * @param runs by indicator, sorted by measure, single months before cumulative ones, and end (see `pack.ts`)
 */
export function walk({ number }: Coder, known: Known, runs?: readonly (readonly Figure[])[]): Figure[][] {
  const { amounts, cumulative, newest, published, indicators } = known;
  const memories = published.map((vintage): Memory => ({ vintage, version: newest, mults: [], notes: [] }));
  const at: Walk = { ...known, number, memories, sourcesOf: [], decimalsOf: [], sources: 0, notes: 0 };
  return Array.from({ length: indicators }, (_, place) => {
    const rows = runs?.[place];
    const measures = rows && [...new Set(rows.map((row) => row.measure))];
    return Array.from({ length: number(RUNS, measures?.length) }, (__, index) => {
      const measure = number(RUNS, measures?.[index]);
      const measured = rows?.filter((row) => row.measure === measure);
      const unit = number(RUNS, measured?.[0]?.unit);
      const common = { measure, unit, amount: amounts[measure] === true, alone: [] };
      return ([0, 1] as const).flatMap((sums) => {
        const run = measured?.filter((row) => Number(cumulative[row.form]) === sums);
        const series: Series = { ...common, sums, old: undefined, size: 0 };
        return Array.from({ length: number(RUN, run?.length) }, (___, one) => figure(at, series, run?.[one]));
      });
    }).flat();
  });
}

/** Codes the next figure of a series: writes `row`, or reads it. */
function figure(at: Walk, series: Series, row: Figure | undefined): Figure {
  const { number } = at;
  const { measure, unit, amount, old } = series;
  const end = endOf(at, old, row);
  const source = sourceOf(at, end, row?.source);
  const memory = at.memories[source] as Memory;
  const usualDecimals = (power: number) =>
    (amount ? at.decimalsOf[power] : old?.decimals) ?? (amount ? 0 : 1);
  const likely: Likely = {
    form: at.usual[series.sums === 0 ? 0 : end % 12 === 0 ? 2 : 1],
    mult: memory.mults[measure] ?? old?.mult ?? 0,
    note: memory.notes[measure] ?? old?.note ?? 0,
  };
  const odd = number(ODD, row && oddOf(row, likely, usualDecimals(row.mult), memory));
  const form = odd & ODD_FORM ? number(FORM, row?.form) : likely.form;
  const stretch = form === at.since ? number(FORM, row?.stretch) : 0;
  const added = odd & ODD_VERSION ? number(VERSION, row?.added) : memory.version;
  const withdrawn = odd & ODD_VERSION ? number(VERSION, row?.withdrawn) : 0;
  const vintage = odd & ODD_VINTAGE ? dateOf(at, end, row?.vintage) : memory.vintage;
  const mult = odd & ODD_MULT ? number(MULT, row?.mult) : likely.mult;
  const qualifier = odd & ODD_STATUS ? number(STATUS, row?.qualifier) : 0;
  const status = odd & ODD_STATUS ? number(STATUS, row?.status) : 0;
  const note = odd & ODD_NOTE ? noteOf(at, row?.note) : likely.note;
  const decimals = odd & ODD_DECIMALS ? number(DECIMALS, row?.decimals) : usualDecimals(mult);

  const ofUnit = POWERS[(at.powers[mult] ?? 0) - decimals + FINEST] ?? 1;
  const whole = wholeOf(at, series, Math.round(likelySize(series, end) / ofUnit), row?.whole);
  const size = whole * ofUnit;
  if (series.sums === 0) series.alone[end - FIRST_MONTH] = size;
  if (amount) at.decimalsOf[mult] = decimals;
  memory.vintage = vintage;
  memory.version = added;
  memory.mults[measure] = mult;
  memory.notes[measure] = note;
  at.notes = Math.max(at.notes, note);
  series.size = size;
  series.old = {
    ...{ measure, unit, end, form, stretch, whole, decimals, mult },
    ...{ qualifier, status, vintage, source, note, added, withdrawn },
  };
  return series.old;
}

/** The prediction of a figure. */
type Likely = Pick<Figure, "form" | "mult" | "note">;

/** The differences from the prediction, as bits. */
function oddOf(row: Figure, likely: Likely, decimals: number, { version, vintage }: Memory): number {
  return (
    (row.note === likely.note ? 0 : ODD_NOTE) +
    (row.mult === likely.mult ? 0 : ODD_MULT) +
    (row.form === likely.form ? 0 : ODD_FORM) +
    (row.decimals === decimals ? 0 : ODD_DECIMALS) +
    (row.added === version && row.withdrawn === 0 ? 0 : ODD_VERSION) +
    (row.vintage === vintage ? 0 : ODD_VINTAGE) +
    (row.qualifier === 0 && row.status === 0 ? 0 : ODD_STATUS)
  );
}

/** Codes a figure's last month, as months after that of the figure before. */
function endOf({ number }: Walk, old: Figure | undefined, row: Figure | undefined): number {
  return old === undefined
    ? FIRST_MONTH + number(START, row && row.end - FIRST_MONTH)
    : old.end + number(STEP, row && row.end - old.end);
}

/** Codes a figure's source, as an index among the sources of figures with the same last month. */
function sourceOf(at: Walk, end: number, wanted: number | undefined): number {
  const before = (at.sourcesOf[end - FIRST_MONTH] ??= []);
  const known = wanted === undefined ? -1 : before.indexOf(wanted);
  // After those: the next source not used yet, or one that was.
  const step = wanted === undefined || wanted === at.sources ? 0 : wanted + 1;
  const place = at.number(SOURCE, known === -1 ? before.length + step : known);
  const [first] = before;
  if (place === 0 && first !== undefined) return first;
  const source = before[place] ?? (place === before.length ? at.sources : place - before.length - 1);
  at.sources = Math.max(at.sources, source + 1);
  at.sourcesOf[end - FIRST_MONTH] = [source, ...before.filter((one) => one !== source)];
  return source;
}

/** Codes a release date, its year relative to the period's. */
function dateOf({ number }: Walk, end: number, wanted: string | undefined): string {
  const parts = wanted?.split("-").map(Number);
  const year = Math.floor((end - 1) / 12);
  const length = number(DATE, parts && parts.length - 1);
  let date = String(year + number(DATE, parts && (parts[0] ?? 0) - year));
  for (let part = 1; part <= length; part++)
    date += `-${String(number(DATE, parts?.[part])).padStart(2, "0")}`;
  return date;
}

/** Codes an unexpected note: 0 is the next one not used yet. */
function noteOf({ number, notes }: Walk, wanted: number | undefined): number {
  const place = number(NOTE, wanted === undefined ? undefined : wanted === notes + 1 ? 0 : wanted + 1);
  return place === 0 ? notes + 1 : place - 1;
}

/** The predicted size: for a cumulative level the level before plus the month. */
function likelySize({ amount, sums, old, size, alone }: Series, end: number): number {
  if (!amount || sums === 0) return size;
  const before = old === undefined ? 0 : old.end;
  // The first level of a year starts from 0.
  if (Math.floor((before - 1) / 12) !== Math.floor((end - 1) / 12)) return 0;
  return before === end ? size : size + (alone[end - FIRST_MONTH] ?? 0);
}

/** Codes the digits of a figure, as the difference from the predicted ones. */
function wholeOf({ number }: Walk, { amount, sums }: Series, likely: number, wanted: number | undefined) {
  const change = number(
    CHANGE + (amount ? 2 : 0) + sums,
    wanted === undefined ? undefined : zigzag(wanted - likely),
  );
  return likely + unzigzag(change);
}
