// Only the pane needs this, so the domain's index does not export it, and the functions' bundle does not contain it.
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

/** Data at a day: what was released up to `asof` (YYYY-MM-DD; default: everything). */
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
function isSameFigure(a: Figure | undefined, b: Figure | undefined): boolean {
  const [x, y] = [a?.observation, b?.observation];
  if (x === undefined || y === undefined) return x === y;
  return (
    a?.value === b?.value && x.qualifier === y.qualifier && x.status === y.status && x.source === y.source
  );
}

/** The same thing in two views, with the names of each. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** An indicator that moves to another theme, with the names of both themes. */
interface Moved extends Pair<Text2> {
  readonly indicator: Indicator;
}

/** The entries of both lists that share a code. */
function pairs<T extends { readonly code: string }>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  return before.flatMap((item) => {
    const other = after.find(({ code }) => code === item.code);
    return other ? [{ before: item, after: other }] : [];
  });
}

/**
 * The indicators, or themes, whose names differ between two views in a language. Each pair holds the earlier and the
 * later row of one code; codes in one view only are left out.
 */
export function renamed<T extends Indicator | ThemeRow>(
  before: readonly T[],
  after: readonly T[],
  language: Language,
): Pair<T>[] {
  return pairs(before, after).filter((pair) => pair.before.label[language] !== pair.after.label[language]);
}

/** The indicators that are under another theme in the second view: lists, ranks and theme sheets change. */
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

/**
 * Whether an update adds the lines of INFO's card, and the rows of FIND, that 0.2.0 brought. False for two views of
 * the same version, and when a workbook goes back to an older one.
 */
export const addsToCards = (before: Store, after: Store): boolean =>
  isSince("0.2.0", after) && !isSince("0.2.0", before);

/** Periods for which computed growth, and all else computed across them, is refused after an update. */
interface Refused {
  readonly indicator: Indicator;
  readonly periods: readonly Period[];
}

/** Growth that is computed in the first view and refused in the second: rough levels, two bases, or a break. */
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
 * What "Update data" would change: every published figure whose value, qualifier, status or source differs.
 * @param before the data that the workbook was made with
 * @param after the data that it would be updated to
 * @param only the indicators to look at; default all of both views
 */
export function changes(before: View, after: View, only?: readonly Indicator[]): Change[] {
  const [old, now] = [before.store ?? liveStore, after.store ?? liveStore];
  const among = only ?? [
    ...new Map(
      [...old.indicators, ...now.indicators].map((indicator) => [indicator.code, indicator]),
    ).values(),
  ];
  const has = (store: Store, indicator: Indicator) =>
    store.indicators.some((candidate) => candidate.code === indicator.code);
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
        const periodsOnce = [
          ...new Map(periods.map((period) => [keyOf(indicator, period), period])).values(),
        ].sort(byEnd);
        return periodsOnce.flatMap((period) => {
          const [a, b] = views.map(({ store, asof, there }) =>
            there ? published(indicator, measure, period, asof, store) : undefined,
          );
          if (isSameFigure(a, b)) return [];
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
