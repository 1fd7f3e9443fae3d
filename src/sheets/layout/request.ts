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
import type { AuthorTexts } from "../plan";

/** The request for a summary. */
export interface Request {
  period: Period;
  language: Language;
  live: boolean;
  /** The workbook's data date; later releases are ignored. Default: none. */
  asof?: string | undefined;
  /** The author's texts. */
  author?: AuthorTexts | undefined;
}

/** A figure as known at the data date; undefined where there is none. */
export function ask(
  indicator: Indicator | IndicatorCode,
  measure: MeasureName | undefined,
  period: Period,
  { asof }: Pick<Request, "asof">,
): Figure | undefined {
  const asked = typeof indicator === "string" ? indicatorOf(indicator) : indicator;
  const answer = measure && figure({ indicator: asked, measure, period, asof });
  return answer?.ok ? answer.value : undefined;
}

/** Numbers the sources in the order in which they are cited. */
export class SourceList {
  private readonly ids: SourceId[] = [];

  /** The number of a source, a new one for a new release. Several texts of one release share a number. */
  number(id: SourceId): number {
    const source = sourceOf(id);
    const index = this.ids.findIndex((known) => known === id || isSameRelease(sourceOf(known), source));
    const before = this.ids[index];
    if (before === undefined) return this.ids.push(id);
    if (isBetter(source, sourceOf(before))) this.ids[index] = id;
    return index + 1;
  }

  /** The numbers of figures' sources as a cell: 3, or "3, 17"; null without any. */
  cell(figures: readonly (Figure | undefined)[]): number | string | null {
    // A derived figure has the sources of all its parts.
    const numbers = figures.flatMap((shown) =>
      shown ? [shown.observation, ...shown.parts].map(({ source }) => this.number(source)) : [],
    );
    const distinct = [...new Set(numbers)];
    return distinct.length > 1 ? distinct.join(", ") : (distinct[0] ?? null);
  }

  get all(): readonly SourceId[] {
    return this.ids;
  }
}
