import { figure, figureOf, figureText, ok, themeOf, type Observation } from "../../dataset";
import { ecomFunction, figureCell, type Cell } from "../answer";
import { indicator, period } from "../arguments/arguments";
import { chosenFigure } from "../arguments/chosen";
import { provenance, publisherOf } from "../provenance";

/**
 * CARD(indicator, [period]): an entity that opens as a card. Formulas read its fields (`=A1.growth`), and our other
 * functions its code and period.
 */
export const card = ecomFunction([indicator, period], ([indicator, wanted], { language, asof }) => {
  const answer = chosenFigure(indicator, wanted, asof);
  if (!answer.ok) return answer;
  const { period, measure, others } = answer.value;
  const growth = figure({ indicator, measure: "growth", period, asof });
  const otherSource = (observation: Observation) =>
    `${publisherOf(observation, language)}: ${figureText(figureOf(observation), language)} (${observation.vintage})`;
  const figures: Record<string, Cell> = {};
  if (measure !== "growth") figures["value"] = figureCell(answer.value, language);
  if (growth.ok) figures["growth"] = figureCell(growth.value, language);
  return ok({
    title: indicator.label[language],
    fields: {
      code: indicator.code,
      label: indicator.label[language],
      theme: themeOf(indicator)[language],
      ...figures,
      ...provenance(answer.value, language),
      others: others.map(otherSource).join("; "),
      description: indicator.description[language],
    },
  });
});
