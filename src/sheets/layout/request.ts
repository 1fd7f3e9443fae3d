import { figure, indicatorOf, isBetter, isSameRelease, sourceOf } from "../../dataset";
import type {
  Figure,
  Indicator,
  IndicatorCode,
  Language,
  MeasureName,
  Period,
  SourceId,
} from "../../dataset";

/** What a summary is made for. */
export interface Request {
  period: Period;
  language: Language;
  live: boolean;
  /** The workbook's data date; releases after it are not known. */
  asof?: string | undefined;
}

/** A figure as known on the request's day; undefined where there is none. */
export function ask(
  indicator: Indicator | IndicatorCode,
  measure: MeasureName | undefined,
  period: Period,
  { asof }: Pick<Request, "asof">,
): Figure | undefined {
  const of = typeof indicator === "string" ? indicatorOf(indicator) : indicator;
  const answer = measure && figure({ indicator: of, measure, period, asof });
  return answer?.ok ? answer.value : undefined;
}

/** Numbers of sources in the order in which they are named. */
export class SourceList {
  private readonly ids: SourceId[] = [];

  /** The number of a source; a new one gets the next. A release that was read in several texts has one. */
  number(id: SourceId): number {
    const source = sourceOf(id);
    const index = this.ids.findIndex((one) => one === id || isSameRelease(sourceOf(one), source));
    const before = this.ids[index];
    if (before === undefined) return this.ids.push(id);
    if (isBetter(source, sourceOf(before))) this.ids[index] = id;
    return index + 1;
  }

  /** The numbers of some figures' sources as a cell: 3, or "3, 17". */
  cell(figures: readonly (Figure | undefined)[]): number | string | null {
    // What was computed has the sources of all its parts.
    const numbers = figures.flatMap((one) =>
      one ? [one.observation, ...one.parts].map(({ source }) => this.number(source)) : [],
    );
    const distinct = [...new Set(numbers)];
    return distinct.length > 1 ? distinct.join(", ") : (distinct[0] ?? null);
  }

  get all(): readonly SourceId[] {
    return this.ids;
  }
}
