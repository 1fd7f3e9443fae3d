import { breaks, kindOf, periodParts, sourceOf, valueMeasure, type Figure } from "../../dataset";
import type { Messages } from "../messages";

/** What a reader must know before using a figure, most important first; the note of its row comes last. */
export function caveatsOf(figure: Figure, words: Messages, language: "en" | "zh"): string[] {
  const { indicator, observation, period, measure } = figure;
  const { first, last } = periodParts(period);
  const caveats: (string | false)[] = [
    figure.derived && words.caveatDerived,
    figure.provisional && words.caveatProvisional,
    figure.qualifier === "at_least" && words.caveatAtLeast,
    figure.qualifier === "approx" && words.caveatApprox,
    indicator.nature !== "stock" &&
      first === 1 &&
      last > 1 &&
      kindOf(period) === "ytd" &&
      words.caveatCumulative,
    ...breaks.filter((entry) => entry.indicator === indicator.code).map((entry) => entry.text[language]),
    measure === "growth" && valueMeasure(indicator) === "level" && words.caveatComparable,
    // The ministry also republishes other bodies' figures.
    sourceOf(observation.source).publisher === ministry &&
      /^MOFCOM/.test(indicator.basis.en) &&
      measure === "growth" &&
      words.caveatMonitoring,
  ];
  return [...caveats.filter((text) => text !== false), ...figure.caveats.map((caveat) => caveat[language])];
}

/** The ministry's figures are from monitored platforms, whose sample varies. */
const ministry = "Ministry of Commerce of China";
