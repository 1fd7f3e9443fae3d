import {
  dataset,
  isUserIndicator,
  shownTitle,
  sourceOf,
  unitName,
  type Figure,
  type Language,
  type Observation,
} from "../dataset/first";

const words = {
  exact: { en: "exact", zh: "精确" },
  approx: { en: "about", zh: "约" },
  at_least: { en: "more than", zh: "超过" },
  official: { en: "official", zh: "官方公布" },
  own: { en: "own data", zh: "自有数据" },
  derived: { en: "derived", zh: "推算" },
  provisional: { en: "provisional", zh: "初步数" },
  index: { en: "index", zh: "指数" },
} as const;

/** The unit of a figure's value: a base unit such as yuan, or "%" for a fraction. */
export function unitOfValue({ measure, observation }: Figure, language: Language): string {
  if (measure === "index") return words.index[language];
  return measure === "computed growth" ? "%" : unitName(observation.unitMeasure)[language];
}

/** The publisher's name. Whoever passed the figure on is its `relay`. */
export function publisherOf(observation: Observation, language: Language): string {
  return sourceOf(observation.source).publisherLabel[language];
}

/**
 * The origin of a figure, by field. Field names are English in every language and never change, because formulas such
 * as `=A1.publisher` hold them. Unknown values are "", and the user's figures have no version.
 */
export function provenance(figure: Figure, language: Language): Record<string, string> {
  const { observation, indicator, period, qualifier, derived, provisional } = figure;
  const byUser = isUserIndicator(indicator);
  const caveats = figure.caveats.map((caveat) => caveat[language]);
  return {
    period,
    unit: unitOfValue(figure, language),
    status: words[derived ? "derived" : byUser ? "own" : "official"][language],
    qualifier: words[qualifier][language],
    publisher: publisherOf(observation, language),
    release: shownTitle(sourceOf(observation.source), language),
    released: observation.vintage,
    link: sourceOf(observation.source).url,
    relay: sourceOf(observation.source).relayLabel[language],
    basis: indicator.basis[language],
    caveat: (provisional ? [words.provisional[language], ...caveats] : caveats).join("; "),
    version: byUser ? "" : dataset.version,
  };
}
