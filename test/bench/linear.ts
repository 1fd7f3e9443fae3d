import {
  liveOfficial,
  indicators,
  observationsOf,
  sources,
  themes,
  toNumber,
  decimalOf,
  endOf,
} from "../../src/dataset";
import type { FunctionId } from "../../src/functions/implementations/all";

/** A row of a plain table, as a data sheet would hold it: texts and one number. */
interface PlainRow {
  readonly code: string;
  readonly measure: string;
  readonly period: string;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly released: string;
  readonly rank: number;
}

const rankOf = new Map(sources.map(({ id, rank }) => [id, rank]));

/** Every figure as a plain row, the better source first, so that the first that fits is the one to take. */
export const plainRows: readonly PlainRow[] = indicators
  .flatMap(({ code }) => observationsOf(code))
  .map((one) => ({
    code: one.indicator,
    measure: one.measure,
    period: one.period,
    end: endOf(one.period),
    value: toNumber(decimalOf(one)),
    unit: one.unitMeasure,
    source: one.source,
    released: one.vintage,
    rank: rankOf.get(one.source) ?? 9,
  }))
  .sort((a, b) => a.rank - b.rank || b.released.localeCompare(a.released));

/** Every name of every indicator, in small letters. */
const names = indicators.flatMap(({ code, label, aliases }) =>
  [code, label.en, label.zh, ...aliases].map((name) => ({ name: name.toLowerCase(), code })),
);

type Arguments = readonly unknown[];

const codeOf = (name: unknown) => names.find((one) => one.name === String(name).toLowerCase())?.code ?? "";
const find = (code: string, period: unknown, growth?: boolean) =>
  plainRows.find(
    (row) =>
      row.code === code &&
      row.period === period &&
      (growth ?? row.measure === "YOY_GROWTH") === (row.measure === "YOY_GROWTH"),
  );
const sourceOf = (id: string | undefined) => sources.find((source) => source.id === id);
const indicatorOf = (code: string) => indicators.find((one) => one.code === code);
const level = (code: string, period: unknown) =>
  plainRows.find((row) => row.code === code && row.period === period && row.measure !== "YOY_GROWTH")
    ?.value ?? NaN;

/**
 * The peer: what a short script over a plain table does for the same questions, a scan from the first row on. It
 * reads no other spelling of a period, and gives no number format, no source with a number and no sentence for an error:
 * it does less.
 */
export const linear: Readonly<Partial<Record<FunctionId, (args: Arguments) => unknown>>> = {
  GROWTH: ([name, period]) => find(codeOf(name), period, true)?.value,
  VALUE: ([name, period]) => find(codeOf(name), period, false)?.value,
  SERIES: ([name]) => {
    const code = codeOf(name);
    const growth = !plainRows.some((row) => row.code === code && row.measure !== "YOY_GROWTH");
    return plainRows
      .filter(
        (row) => row.code === code && (row.measure === "YOY_GROWTH") === growth && row.period.length === 4,
      )
      .sort((a, b) => a.end - b.end)
      .map((row) => [row.period, row.value]);
  },
  TABLE: ([given, periods]) =>
    (given as string[][]).flat().map((name) => {
      const code = codeOf(name);
      return [
        name,
        ...(periods as string[][]).flat().map((period) => find(code, period, true)?.value ?? null),
      ];
    }),
  RANK: ([theme, period, count]) =>
    plainRows
      .filter(
        (row) =>
          row.measure === "YOY_GROWTH" &&
          row.period === period &&
          (theme === null || indicatorOf(row.code)?.theme === theme),
      )
      .sort((a, b) => b.value - a.value)
      .slice(0, Number(count))
      .map((row, index) => [index + 1, indicatorOf(row.code)?.label.en, row.value, row.code]),
  CAGR: ([name, from, to]) => {
    const code = codeOf(name);
    // Levels of two bases make no growth: a year whose levels miss the published growth by more than half a point.
    for (let year = Number(from) + 1; year <= Number(to); year++) {
      const now = level(code, String(year)) / level(code, String(year - 1)) - 1;
      const published = find(code, String(year), true)?.value;
      if (!(published === undefined || Math.abs(now - published) <= 0.005)) return undefined;
    }
    return (level(code, to) / level(code, from)) ** (1 / (Number(to) - Number(from))) - 1;
  },
  FIND: ([text]) => {
    const asked = String(text).toLowerCase();
    return indicators
      .filter(({ label, description, aliases }) =>
        [label.en, label.zh, description.en, description.zh, ...aliases].some((one) =>
          one.toLowerCase().includes(asked),
        ),
      )
      .map(({ code, label, theme }) => [code, label.en, themes.find((one) => one.code === theme)?.label.en]);
  },
  INFO: ([name, , period]) => sourceOf(find(codeOf(name), period, true)?.source)?.url,
  CITE: ([name, period]) => {
    const source = sourceOf(find(codeOf(name), period, true)?.source);
    return `${source?.publisher}, ${source?.title}, ${source?.published}, ${source?.url}`;
  },
  CHECK: ([name, period, number]) => {
    const code = codeOf(name);
    return plainRows.some((row) => row.code === code && row.period === period && row.value === number);
  },
  EVENTS: ([theme, count]) =>
    liveOfficial.events
      .filter((one) => theme === null || one.theme === theme)
      .sort((a, b) => b.date.localeCompare(a.date))
      .slice(0, Number(count))
      .map((one) => [one.date, one.title.en, one.description.en, one.places, sourceOf(one.source)?.title]),
  CARD: ([name, period]) => {
    const code = codeOf(name);
    const row = find(code, period, true);
    return {
      label: indicatorOf(code)?.label.en,
      value: row?.value,
      period,
      unit: row?.unit,
      source: sourceOf(row?.source)?.url,
    };
  },
};
