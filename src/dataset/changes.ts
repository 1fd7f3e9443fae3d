// Only the pane needs this, so it is not exported by the room's index: the functions' bundle stays without it.
import {
  liveStore,
  byEnd,
  figure,
  isDerived,
  isSince,
  keyOf,
  measureNames,
  periodsOf,
  published,
  valueMeasure,
  type Figure,
  type Indicator,
  type Language,
  type MeasureName,
  type Period,
  type Store,
  type Text2,
  type ThemeRow,
} from "./index";

/** The data as of a day: everything released up to `asof`, or everything. */
interface View {
  readonly store?: Store;
  readonly asof?: string | undefined;
}

/** A published figure that differs between two views, or is in one of them only. */
export interface Change {
  readonly indicator: Indicator;
  readonly measure: MeasureName;
  readonly period: Period;
  readonly before?: Figure;
  readonly after?: Figure;
}

/** Whether two figures have the same value and source. */
function same(a: Figure | undefined, b: Figure | undefined): boolean {
  const [x, y] = [a?.observation, b?.observation];
  if (x === undefined || y === undefined) return x === y;
  return (
    a?.value === b?.value && x.qualifier === y.qualifier && x.status === y.status && x.source === y.source
  );
}

/** The same thing in both views, each with its own names. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** An indicator under another theme, and what the two are called. */
interface Moved extends Pair<Text2> {
  readonly indicator: Indicator;
}

/** What stands in both lists under the same code. */
function pairs<T extends { readonly code: string }>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  return before.flatMap((one) => {
    const other = after.find(({ code }) => code === one.code);
    return other ? [{ before: one, after: other }] : [];
  });
}

/** The indicators, or the themes, of both views whose names differ in a language: headings, lists and cards give them. */
export function renamed<T extends Indicator | ThemeRow>(
  before: readonly T[],
  after: readonly T[],
  language: Language,
): Pair<T>[] {
  return pairs(before, after).filter((pair) => pair.before.label[language] !== pair.after.label[language]);
}

/** The indicators of both views that stand under another theme, in lists, ranks and on theme sheets. */
export function moved(before: Store, after: Store): Moved[] {
  const labelIn = ({ themes }: Store, { theme }: Indicator) =>
    (themes.find(({ code }) => code === theme) as ThemeRow).label;
  return pairs(before.indicators, after.indicators)
    .filter((pair) => pair.before.theme !== pair.after.theme)
    .map((pair) => ({
      indicator: pair.after,
      before: labelIn(before, pair.before),
      after: labelIn(after, pair.after),
    }));
}

/** Whether a card of INFO gets the lines, and FIND the rows, that came with 0.2.0. */
export const tellsMore = (before: Store, after: Store): boolean =>
  isSince("0.2.0", after) && !isSince("0.2.0", before);

/**
 * Periods of an indicator for which computed growth is refused after an update. Everything else computed across them is
 * refused as well.
 */
interface Refused {
  readonly indicator: Indicator;
  readonly periods: readonly Period[];
}

/**
 * What can be computed in the earlier view and not in the later one: levels too rough, on two bases, or with a break
 * between.
 */
export function refused(before: View, after: View): Refused[] {
  const [old, now] = [before.store ?? liveStore, after.store ?? liveStore];
  return old.indicators.flatMap((indicator) => {
    const base = valueMeasure(indicator, old);
    if (base !== "level" && base !== "count") return [];
    const computed = (period: Period, { asof }: View, store: Store) =>
      figure({ indicator, measure: "computed growth", period, asof }, store);
    const periods = periodsOf(indicator, base, before.asof, old).filter(
      (period) => computed(period, before, old).ok && !computed(period, after, now).ok,
    );
    return periods.length > 0 ? [{ indicator: now.indicator(indicator.code), periods }] : [];
  });
}

/**
 * What "Update data" would change: every published figure whose chosen value, qualifier, status or source differs.
 * @param before what the workbook was made with
 * @param after what it would be updated to
 * @param only the indicators to look at; default all of both views
 */
export function changes(before: View, after: View, only?: readonly Indicator[]): Change[] {
  const [old, now] = [before.store ?? liveStore, after.store ?? liveStore];
  const among = only ?? [
    ...new Map([...old.indicators, ...now.indicators].map((one) => [one.code, one])).values(),
  ];
  const has = (store: Store, indicator: Indicator) =>
    store.indicators.some((one) => one.code === indicator.code);
  return among.flatMap((indicator) => {
    const views = ([before, after] as const).map((view, index) => ({
      asof: view.asof,
      store: index === 0 ? old : now,
      there: has(index === 0 ? old : now, indicator),
    }));
    return measureNames
      .filter((measure) => !isDerived(measure))
      .flatMap((measure) => {
        const periods = views.flatMap(({ store, asof, there }) =>
          there ? periodsOf(indicator, measure, asof, store) : [],
        );
        const each = [...new Map(periods.map((period) => [keyOf(indicator, period), period])).values()].sort(
          byEnd,
        );
        return each.flatMap((period) => {
          const [a, b] = views.map(({ store, asof, there }) =>
            there ? published(indicator, measure, period, asof, store) : undefined,
          );
          if (same(a, b)) return [];
          return [
            {
              indicator,
              measure,
              period,
              ...(a ? { before: a } : {}),
              ...(b ? { after: b } : {}),
            } satisfies Change,
          ];
        });
      });
  });
}
