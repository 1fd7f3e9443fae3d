import fc from "fast-check";
import {
  endOf,
  figure,
  indicatorOf,
  indicators,
  lengthOf,
  observationsOf,
  periodOf,
  type IndicatorCode,
  type MeasureName,
  type Period,
} from "../../../src/dataset";
import {
  bestFirst,
  csv,
  lastDayOf,
  monthsOf,
  nameOf,
  observations,
  sameFigure,
  valueOf,
  type CsvRow,
} from "../rows";

// What is answered to questions about figures, beside a plain reading of the tables.

/** The product's names of the table's measures. */
const measureOf: Record<string, MeasureName> = {
  LEVEL: "level",
  YOY_GROWTH: "growth",
  SHARE: "share",
  COUNT: "count",
  CHANGE: "change",
  CONTRIBUTION: "contribution",
};
const indicatorOfRow = (row: CsvRow) => indicatorOf(row.indicator_code as IndicatorCode);
const anyRow = fc.constantFrom(...observations);
const anyDay = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const chinese = new Map(csv("notes").map((row) => [row["note"], row["note_zh"]]));

/** A row as the product gives it back. */
const attributes = (row: CsvRow) => ({
  indicator: row.indicator_code,
  measure: row.measure,
  freq: row.freq,
  timePeriod: row.time_period,
  accumulation: row.accumulation,
  obsValue: row.obs_value,
  unitMeasure: row.unit_measure,
  unitMult: Number(row.unit_mult),
  qualifier: row.qualifier,
  status: row.obs_status,
  vintage: row.vintage,
  source: row.source_id,
  note: row.note ? { en: row.note, zh: chinese.get(row.note) } : undefined,
  period: nameOf(monthsOf(row)),
  known: lastDayOf(row.vintage ?? ""),
  added: row.added,
  withdrawn: undefined,
});

/** The answer to the question for a row's own figure. */
const askFor = (row: CsvRow, asof?: string) =>
  figure({
    indicator: indicatorOfRow(row),
    measure: measureOf[row.measure ?? ""],
    period: nameOf(monthsOf(row)) as Period,
    asof,
  });

test("Every one of the 1628 observations is among those of its indicator, with all its attributes.", () => {
  expect(observations).toHaveLength(1628);
  for (const row of observations) {
    expect(observationsOf(row.indicator_code as IndicatorCode)).toContainEqual(attributes(row));
  }
  expect(indicators.flatMap(({ code }) => observationsOf(code))).toHaveLength(1628);
});

test("Every observation can be asked for by its indicator, measure and period: it is the figure, or one of the others.", () => {
  for (const row of observations) {
    const result = askFor(row);
    expect(result.ok).toBe(true);
    if (result.ok) expect([result.value.observation, ...result.value.others]).toContainEqual(attributes(row));
  }
});

test("The figure of every cell is the first of a plain sort over all rows of the table, and its value exact.", () => {
  for (const row of observations) {
    const rows = sameFigure(row.indicator_code ?? "", row.measure ?? "", monthsOf(row));
    const [best] = bestFirst(rows) as [CsvRow];
    const result = askFor(row);
    if (!result.ok) throw new Error(result.reason.name);
    const { value } = result;
    expect(value.observation).toEqual(attributes(best));
    expect(value.value).toBe(valueOf(best));
    expect(value.others).toHaveLength(rows.length - 1);
    expect([value.derived, value.qualifier, value.provisional]).toEqual([
      false,
      best.qualifier,
      best.obs_status === "P",
    ]);
  }
});

test("As of any day the figure is the best of what was released by then, or there is none.", () => {
  fc.assert(
    fc.property(anyRow, anyDay, (row, asof) => {
      const known = sameFigure(row.indicator_code ?? "", row.measure ?? "", monthsOf(row)).filter(
        ({ vintage }) => lastDayOf(vintage ?? "") <= asof,
      );
      const result = askFor(row, asof);
      const [best] = bestFirst(known);
      if (best === undefined) {
        expect(result).toMatchObject({ ok: false, reason: { name: "not-yet-released", asof } });
      } else {
        expect(result).toMatchObject({ ok: true, value: { observation: attributes(best) } });
        if (result.ok) expect(result.value.others).toHaveLength(known.length - 1);
      }
    }),
    { numRuns: 1000 },
  );
});

test("A question about any period gets the figure of that very period or a reason, as a scan over the table says.", () => {
  const anyPeriod = fc
    .tuple(
      fc.integer({ min: 2013, max: 2027 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([year, a, b]) => periodOf(year, Math.min(a, b), Math.max(a, b)) ?? periodOf(year, 1, b))
    .map((period) => period as Period);
  const anyMeasure = fc.constantFrom(...Object.entries(measureOf));
  fc.assert(
    fc.property(
      fc.constantFrom(...indicators),
      anyMeasure,
      anyPeriod,
      (indicator, [measure, name], period) => {
        const year = Number(period.slice(0, 4));
        const last = endOf(period) - 12 * year;
        const first = last - lengthOf(period) + 1;
        const rows = sameFigure(indicator.code, measure, { year, first, last });
        const result = figure({ indicator, measure: name, period });
        expect(result.ok).toBe(rows.length > 0);
        if (result.ok) expect(result.value.value).toBe(valueOf(bestFirst(rows)[0] as CsvRow));
      },
    ),
    { numRuns: 3000 },
  );
});
