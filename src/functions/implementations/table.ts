import {
  byEnd,
  figure,
  findIndicator,
  measureChoices,
  ok,
  parsePeriod,
  periodParts,
  row,
  shown,
  valueMeasure,
  type Figure,
  type Indicator,
  type Language,
  type MeasureName,
  type Period,
} from "../../dataset/first";
import { cellOf, commonSize, ecomFunction, type Cell } from "../answer";
import { cells, choice, flag } from "../arguments/arguments";
import { measureHeading } from "../headings";
import { refuse, type Outcome, type Refusal } from "../outcome";
import { periodCell } from "../periodCell";
import { unitOfValue } from "../provenance";

/** The most cells of an answer: more would exceed the 5 MB of a message to Excel on the web. */
const MOST_CELLS = 50_000;

/** The most unknown names before the whole is refused: suggesting names for each would take seconds. */
const MOST_UNKNOWN = 500;

/** The name of a row or column as it was written, and what it means. */
interface Named<T> {
  readonly written: Outcome<unknown>;
  readonly meant: Outcome<T>;
}

/** Reads the names in a range, each text once. Refuses if all, or more than `MOST_UNKNOWN`, are unknown. */
function named<T>(
  cells: readonly Outcome<unknown>[],
  read: (value: unknown) => Outcome<T>,
): Outcome<readonly Named<T>[]> {
  const before = new Map<unknown, Outcome<T>>();
  let unknown = 0;
  let first: Refusal | undefined;
  const list: Named<T>[] = [];
  for (const written of cells) {
    const known = written.ok ? before.get(written.value) : written;
    const outcome = known ?? read(written.ok ? written.value : undefined);
    if (written.ok && known === undefined) {
      before.set(written.value, outcome);
      if (!outcome.ok && ++unknown > MOST_UNKNOWN) return outcome;
    }
    if (!outcome.ok) first ??= outcome.reason;
    list.push({ written, meant: outcome });
  }
  return first !== undefined && list.every(({ meant }) => !meant.ok) ? refuse(first) : ok(list);
}

/** A row's label. For chained levels it names the base year, which may differ from row to row. */
function labelOf({ label }: Indicator, answers: readonly Outcome<Figure>[], language: Language): string {
  const figure = answers.map(valueOf).find((value) => value?.measure === "chained");
  const year = figure && periodParts(figure.observation.period).year;
  if (year === undefined) return label[language];
  return language === "zh" ? `${label.zh}（按${year}年口径）` : `${label.en} (on the basis of ${year})`;
}

const valueOf = (outcome: Outcome<Figure>) => (outcome.ok ? outcome.value : undefined);

/** The heading cell for a name that was not understood: its text, or the error that it holds. */
const headingCell = (written: Outcome<unknown>, reason: Refusal): Cell =>
  written.ok ? shown(written.value) : { reason };

/** The latest period among the figures of some indicators; of several that end together the longest. */
function latestOf(
  indicators: readonly Indicator[],
  measure: MeasureName,
  asof: string | undefined,
): Period | undefined {
  const periods = indicators.flatMap((indicator) => {
    const base = measure === "index" ? valueMeasure(indicator) : measure;
    const latest = base && figure({ indicator, measure: base, period: "latest", asof });
    return latest?.ok ? [latest.value.period] : [];
  });
  return periods.sort(byEnd).pop();
}

/** The corner of the table: the measure, and the unit if all figures have the same. */
function cornerOf(
  figures: readonly (Figure | undefined)[],
  measure: MeasureName,
  language: Language,
): string {
  const present = figures.flatMap((value) => (value ? [value] : []));
  const units = new Set(present.map((value) => unitOfValue(value, language)));
  const [first] = present;
  const commonUnit = measure === "index" || units.size !== 1 ? undefined : [...units][0];
  return measureHeading(measure, language, first?.observation.unitMeasure, commonUnit);
}

/**
 * TABLE(indicators, [periods], [measure], [headers]): a cross table with a row for each indicator and a column for
 * each period, in the order given, with duplicates and without blanks; labels come first. A cell without a figure is
 * an error with its reason. The whole is an error only if no indicator or no period is understood.
 */
export const table = ecomFunction(
  [cells("indicators"), cells("periods"), choice(measureChoices), flag("headers", true)],
  ([indicatorNames, periodNames, chosen, headers], settings) => {
    const { language, asof } = settings;
    if (indicatorNames.length === 0) return refuse({ name: "missing-argument", argument: "indicators" });
    const cellCount = indicatorNames.length * Math.max(1, periodNames.length);
    if (cellCount > MOST_CELLS) return refuse({ name: "too-many-cells", asked: cellCount, most: MOST_CELLS });

    const names = named(indicatorNames, (value) => findIndicator(value, undefined, "indicators"));
    if (!names.ok) return names;
    const times = named(
      periodNames.length > 0 ? periodNames : [ok(settings.period)],
      (value): Outcome<Period | "latest"> => {
        const period = parsePeriod(value, settings, "periods");
        return period.ok ? ok(period.value ?? settings.period) : period;
      },
    );
    if (!times.ok) return times;
    const measure = chosen ?? "growth";
    const rows = names.value;
    const asLatest = latestOf(
      rows.flatMap(({ meant }) => (meant.ok ? [meant.value] : [])),
      measure,
      asof,
    );
    const columns = times.value.map(({ written, meant }) =>
      meant.ok && meant.value === "latest" && asLatest
        ? { written, meant: ok(asLatest) }
        : { written, meant },
    );
    const periods = columns.flatMap(({ meant }) => (meant.ok ? [meant.value] : []));
    const answers = new Map<Indicator, readonly Outcome<Figure>[]>();
    for (const { meant } of rows) {
      if (!meant.ok || answers.has(meant.value)) continue;
      const ofRow = row(meant.value, periods, measure, asof).values();
      answers.set(
        meant.value,
        columns.map(({ meant }) => (meant.ok ? (ofRow.next().value as Outcome<Figure>) : meant)),
      );
    }
    const size = commonSize([...answers.values()].flat().map(valueOf));
    const body = rows.map(({ written, meant }): readonly Cell[] => {
      if (!meant.ok) {
        const { reason } = meant;
        return [headingCell(written, reason), ...columns.map(() => ({ reason }))];
      }
      const figures = answers.get(meant.value) ?? [];
      const scale = size ?? commonSize(figures.map(valueOf));
      return [
        labelOf(meant.value, figures, language),
        ...figures.map((outcome) => cellOf(outcome, language, scale)),
      ];
    });
    if (!headers) return ok(body);
    const corner = cornerOf([...answers.values()].flat().map(valueOf), measure, language);
    const top = columns.map(({ written, meant }) => {
      if (!meant.ok) return headingCell(written, meant.reason);
      return meant.value === "latest" ? meant.value : periodCell(meant.value, settings);
    });
    return ok([[corner, ...top], ...body]);
  },
);
