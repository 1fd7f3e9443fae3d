import { unzigzag, zigzag, type Coder } from "./coder";

/** A row of observations.csv in numbers: places in the lists that stand beside the compact figures. */
export interface Figure {
  readonly measure: number;
  readonly unit: number;
  /** Last month, counted from the year 0. */
  readonly end: number;
  /** Place of frequency and accumulation in the list of forms. */
  readonly form: number;
  /** Months from the first to the last, of what is counted since a month; else 0. */
  readonly stretch: number;
  /** The number as printed, without its point, and how many digits stood behind it: 10.8930 is 108930 with 4. */
  readonly whole: number;
  readonly decimals: number;
  readonly mult: number;
  readonly qualifier: number;
  readonly status: number;
  readonly vintage: string;
  readonly source: number;
  /** 0: none. */
  readonly note: number;
  readonly added: number;
  /** 0: it counts; else one more than the place of the version. */
  readonly withdrawn: number;
}

/** What both sides know before. */
export interface Known {
  /** The powers of ten that `mult` is a place of. */
  readonly powers: readonly number[];
  /** Whether a measure is of amounts, which add up over months. */
  readonly amounts: readonly boolean[];
  /** Whether a form counts from January. */
  readonly cumulative: readonly boolean[];
  /** The usual forms: of a month alone, of January to a month, of a year. */
  readonly usual: readonly [month: number, sum: number, year: number];
  /** The form that is counted since another month than January. */
  readonly since: number;
  /** The newest version. */
  readonly newest: number;
  /** The date of each source, in the order in which the figures name them. */
  readonly published: readonly string[];
  readonly indicators: number;
}

/** Kinds of numbers. `CHANGE` is four kinds: of percentages and amounts, and of months alone and sums. */
const [RUNS, RUN, START, STEP, SOURCE, ODD, FORM, VERSION, DATE, MULT, STATUS, NOTE, DECIMALS, CHANGE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;
/** What of a figure is not as expected, as bits of `ODD`. */
const [ODD_NOTE, ODD_MULT, ODD_FORM, ODD_DECIMALS, ODD_VERSION, ODD_VINTAGE, ODD_STATUS] = [
  1, 2, 4, 8, 16, 32, 64,
] as const;

/** No series begins before. */
const FIRST_MONTH = 2010 * 12;
/** Percentages have up to two decimals, amounts more but large powers: in hundredths all are whole numbers. */
const FINEST = 2;
const POWERS = Array.from({ length: 20 }, (_, exponent) => Number(`1e${exponent}`));

/** What is remembered of a source: how its last figure stood there. */
interface Memory {
  vintage: string;
  version: number;
  /** By measure: the power of ten and the note of its last figure. */
  readonly mults: (number | undefined)[];
  readonly notes: (number | undefined)[];
}

/**
 * Goes through the figures of every indicator: with a writer and the figures, writes them; with a reader, reads them. What a
 * figure is likely to be follows from those before: the period goes on, the source is that of the same period elsewhere, the
 * date and the notes are those of the source, a level is the level before and the month. Only what is otherwise is said.
 * @param given by indicator, in this order: by measure, months alone before sums, by end (see `pack.ts`)
 */
export function walk({ number }: Coder, known: Known, given?: readonly (readonly Figure[])[]): Figure[][] {
  const { powers, amounts, cumulative, usual, since, newest, published, indicators } = known;
  const memories = published.map((vintage): Memory => ({ vintage, version: newest, mults: [], notes: [] }));
  /** By month: the sources of figures that end with it, the last first. */
  const sourcesOf: number[][] = [];
  /** By power of ten: the decimals of the last amount. */
  const decimalsOfMult: number[] = [];
  let [sources, notes] = [0, 0];

  function sourceOf(end: number, wanted: number | undefined): number {
    const before = (sourcesOf[end - FIRST_MONTH] ??= []);
    const at = wanted === undefined ? -1 : before.indexOf(wanted);
    // Behind those before: the next of all that was not named yet, or one that was.
    const other = wanted === undefined || wanted === sources ? 0 : wanted + 1;
    const place = number(SOURCE, at === -1 ? before.length + other : at);
    const [first] = before;
    if (place === 0 && first !== undefined) return first;
    const source = before[place] ?? (place === before.length ? sources : place - before.length - 1);
    sources = Math.max(sources, source + 1);
    sourcesOf[end - FIRST_MONTH] = [source, ...before.filter((one) => one !== source)];
    return source;
  }

  function dateOf(end: number, wanted: string | undefined): string {
    const parts = wanted?.split("-").map(Number);
    const year = Math.floor((end - 1) / 12);
    const length = number(DATE, parts && parts.length - 1);
    let date = String(year + number(DATE, parts && (parts[0] ?? 0) - year));
    for (let part = 1; part <= length; part++)
      date += `-${String(number(DATE, parts?.[part])).padStart(2, "0")}`;
    return date;
  }

  /** The figures of one series: of one measure, months alone or sums, oldest first. */
  function series(
    measure: number,
    unit: number,
    sums: 0 | 1,
    alone: number[],
    rows: readonly Figure[] | undefined,
  ): Figure[] {
    const count = number(RUN, rows?.length);
    const amount = amounts[measure] === true;
    const made: Figure[] = [];
    let old: Figure | undefined;
    let size = 0;
    for (let index = 0; index < count; index++) {
      const row = rows?.[index];
      const end: number =
        old === undefined
          ? FIRST_MONTH + number(START, row && row.end - FIRST_MONTH)
          : old.end + number(STEP, row && row.end - old.end);
      const source = sourceOf(end, row?.source);
      const memory = memories[source] as Memory;
      const likelyForm = sums === 0 ? usual[0] : end % 12 === 0 ? usual[2] : usual[1];
      const likelyMult: number = memory.mults[measure] ?? old?.mult ?? 0;
      const likelyNote = memory.notes[measure] ?? old?.note ?? 0;
      const likelyDecimals =
        (amount ? decimalsOfMult[row?.mult ?? likelyMult] : old?.decimals) ?? (amount ? 0 : 1);
      const odd = number(
        ODD,
        row &&
          (row.note === likelyNote ? 0 : ODD_NOTE) +
            (row.mult === likelyMult ? 0 : ODD_MULT) +
            (row.form === likelyForm ? 0 : ODD_FORM) +
            (row.decimals === likelyDecimals ? 0 : ODD_DECIMALS) +
            (row.added === memory.version && row.withdrawn === 0 ? 0 : ODD_VERSION) +
            (row.vintage === memory.vintage ? 0 : ODD_VINTAGE) +
            (row.qualifier === 0 && row.status === 0 ? 0 : ODD_STATUS),
      );
      const form = odd & ODD_FORM ? number(FORM, row?.form) : likelyForm;
      const stretch = form === since ? number(FORM, row?.stretch) : 0;
      const added = odd & ODD_VERSION ? number(VERSION, row?.added) : memory.version;
      const withdrawn = odd & ODD_VERSION ? number(VERSION, row?.withdrawn) : 0;
      const vintage = odd & ODD_VINTAGE ? dateOf(end, row?.vintage) : memory.vintage;
      const mult = odd & ODD_MULT ? number(MULT, row?.mult) : likelyMult;
      const qualifier = odd & ODD_STATUS ? number(STATUS, row?.qualifier) : 0;
      const status = odd & ODD_STATUS ? number(STATUS, row?.status) : 0;
      // 0 is the next note that was not named yet.
      const other = odd & ODD_NOTE ? number(NOTE, row && (row.note === notes + 1 ? 0 : row.note + 1)) : 0;
      const note = !(odd & ODD_NOTE) ? likelyNote : other === 0 ? notes + 1 : other - 1;
      notes = Math.max(notes, note);

      const usualDecimals = (amount ? decimalsOfMult[mult] : old?.decimals) ?? (amount ? 0 : 1);
      const decimals = odd & ODD_DECIMALS ? number(DECIMALS, row?.decimals) : usualDecimals;
      const ofUnit = POWERS[(powers[mult] ?? 0) - decimals + FINEST] ?? 1;
      // A level since January is the level before and the month; the first of a year begins anew.
      let guess = size;
      if (amount && sums === 1) {
        const before = old === undefined ? 0 : old.end;
        if (Math.floor((before - 1) / 12) !== Math.floor((end - 1) / 12)) guess = 0;
        else if (before !== end) guess += alone[end - FIRST_MONTH] ?? 0;
      }
      const near = Math.round(guess / ofUnit);
      const change = number(CHANGE + (amount ? 2 : 0) + sums, row && zigzag(row.whole - near));
      const whole = near + unzigzag(change);
      size = whole * ofUnit;
      if (sums === 0) alone[end - FIRST_MONTH] = size;
      if (amount) decimalsOfMult[mult] = decimals;
      memory.vintage = vintage;
      memory.version = added;
      memory.mults[measure] = mult;
      memory.notes[measure] = note;
      old = {
        measure,
        unit,
        end,
        form,
        stretch,
        whole,
        decimals,
        mult,
        qualifier,
        status,
        vintage,
        source,
        note,
        added,
        withdrawn,
      };
      made.push(old);
    }
    return made;
  }

  return Array.from({ length: indicators }, (_, place) => {
    const rows = given?.[place];
    const measures = rows && [...new Set(rows.map((row) => row.measure))];
    return Array.from({ length: number(RUNS, measures?.length) }, (__, index) => {
      const measure = number(RUNS, measures?.[index]);
      const own = rows?.filter((row) => row.measure === measure);
      const unit = number(RUNS, own?.[0]?.unit);
      const alone: number[] = [];
      return ([0, 1] as const).flatMap((sums) =>
        series(
          measure,
          unit,
          sums,
          alone,
          own?.filter((row) => Number(cumulative[row.form]) === sums),
        ),
      );
    }).flat();
  });
}
