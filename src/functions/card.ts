import { figure, ok, themes, valueMeasure } from "../dataset";
import { figureCell, type Cell, type EcomFunction } from "./answer";
import { readIndicator, readPeriod } from "./arguments";
import { chosenFigure } from "./chosen";
import { provenance } from "./provenance";

/** CARD(indicator, [period]): an entity that opens as a card, its fields for formulas: `=A1.Growth`. */
export const card: EcomFunction = ([indicator, period], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const { language, asof } = settings;
  const chosen = chosenFigure(found.value, asked.value ?? settings.period, asof);
  if (!chosen.ok) return chosen;
  const { label, theme, description, code } = found.value;
  const at = chosen.value.period;
  const measure = valueMeasure(found.value);
  const value = measure && figure({ indicator: found.value, measure, period: at, asof });
  const growth = figure({ indicator: found.value, measure: "growth", period: at, asof });
  const fields: Record<string, Cell> = { Code: code, Label: label[language] };
  fields["Theme"] = themes.find((one) => one.code === theme)?.label[language] ?? theme;
  if (value?.ok) fields["Value"] = figureCell(value.value, language);
  if (growth.ok) fields["Growth"] = figureCell(growth.value, language);
  return ok({
    title: label[language],
    fields: { ...fields, ...provenance(chosen.value, language), Description: description[language] },
  });
};
