import { fail, indicatorOf } from "../../dataset";
import type { Result } from "../../dataset";
import type { Insertion, SingleKind } from "../../workbook/insertion";
import type { Circumstances } from "../circumstances";
import type { Plan } from "../plan";
import { cardPlan } from "./card";
import { formulaPlan, seriesPlan, valuePlan } from "./cells";
import type { Single } from "./cells";
import { tablePlan } from "./table";

/** The plan of a single insertion of one or several indicators; the reason if no figure is known. */
export function singlePlan(
  insertion: Insertion & { kind: SingleKind },
  circumstances: Circumstances,
): Result<Plan> {
  const { kind, period, measure } = insertion;
  const codes = [...new Set(insertion.indicators)];
  if (codes.length === 0) return fail({ name: "missing-argument", argument: "indicator" });
  const usually = kind === "formula" || kind === "series" || kind === "card";
  const single: Single = {
    ...circumstances,
    indicators: codes.map(indicatorOf),
    period,
    measure,
    dates: insertion.dates,
    freq: insertion.freq,
    live: insertion.live ?? usually,
  };
  switch (kind) {
    case "formula":
      return formulaPlan(single);
    case "value":
      return valuePlan(single);
    case "series":
      return seriesPlan(single);
    case "table":
      return tablePlan(single, false);
    case "chart":
      return tablePlan(single, true);
    case "card":
      return cardPlan(single);
  }
}
