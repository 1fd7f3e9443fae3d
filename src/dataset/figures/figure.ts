import { liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import { derive } from "./derived";
import { isDerived } from "./measures";
import { DEFAULT_REFERENCE, periodsOf, published, valueMeasure, whyNot, withoutMeasure } from "./published";
import type { Figure, Question } from "./types";

/**
 * Answers a question with one figure.
 * @returns a reason where there is none; another period's figure is never given
 * @example figure({ indicator: digital, measure: "growth" }) // "+7.4%"
 */
export function figure(question: Question, store: Store = liveStore): Result<Figure> {
  const { indicator, asof } = question;
  const measure = question.measure ?? valueMeasure(indicator, store) ?? "growth";
  const wanted = question.period ?? question.reference ?? DEFAULT_REFERENCE;
  if (isDerived(measure)) return derive(indicator, measure, wanted, asof, store);
  const period = wanted === "latest" ? periodsOf(indicator, measure, asof, store).pop() : wanted;
  if (period === undefined) {
    // If no figure is known yet, the reason names the first one to come.
    const first = periodsOf(indicator, measure, undefined, store)[0];
    return fail(
      first === undefined
        ? withoutMeasure(indicator, measure, store)
        : whyNot(indicator, measure, first, asof, store),
    );
  }
  const printed = published(indicator, measure, period, asof, store);
  return printed === undefined ? fail(whyNot(indicator, measure, period, asof, store)) : ok(printed);
}
