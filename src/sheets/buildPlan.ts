import { fail, indicatorOf } from "../dataset";
import type { Result } from "../dataset";
import type { Insertion } from "../workbook/insertion";
import type { Circumstances } from "./circumstances";
import type { Plan } from "./plan";
import { singlePlan } from "./single/single";
import { sourcesPlan } from "./single/sources";
import { customPlan } from "./templates/custom/custom";
import { quarterPlan } from "./templates/quarter/quarter";
import { retailPlan } from "./templates/retail/retail";
import { services, tradein } from "./templates/theme/pages";
import { themePlan } from "./templates/theme/theme";

/**
 * The plan for an insertion, or the reason why the data have no figure for it. Pure: the same insertion, data and
 * circumstances give the same plan. An indicator of a table that was removed since gives "unknown-indicator".
 */
export function buildPlan(insertion: Insertion, circumstances: Circumstances): Result<Plan> {
  const { language, asof, author } = circumstances;
  if (insertion.kind === "sources") return sourcesPlan(insertion, language);
  // A table of the user's may have been removed since.
  const unknown = (insertion.kind === "summary" ? insertion.own : insertion)?.indicators.find(
    (code) => !indicatorOf(code),
  );
  if (unknown) return fail({ name: "unknown-indicator", given: unknown, suggestions: [] });
  if (insertion.kind !== "summary") return singlePlan(insertion, circumstances);
  const { period, live } = insertion;
  const request = { period, language, live, asof, author };
  switch (insertion.template) {
    case "quarter":
      return quarterPlan(request);
    case "retail":
      return retailPlan(request);
    case "tradein":
      return themePlan(tradein, request);
    case "services":
      return themePlan(services, request);
    case "own":
      return customPlan(insertion.own, request);
  }
}
