import {
  cite,
  dataset,
  isDerived,
  periodLabel,
  sourceOf,
  unitName,
  type Figure,
  type Language,
} from "../dataset";

const words = {
  exact: { en: "exact", zh: "精确" },
  approx: { en: "about", zh: "约" },
  at_least: { en: "more than", zh: "超过" },
  official: { en: "official", zh: "官方公布" },
  derived: { en: "derived from published figures", zh: "由公布数据推算" },
  provisional: { en: "provisional", zh: "初步数" },
} as const;

/**
 * Where a figure comes from, by field. The names of fields are English in both languages: formulas such as
 * `=A1.Publisher` hold them, and must go on working when the workbook's language changes.
 */
export function provenance(figure: Figure, language: Language): Record<string, string> {
  const { observation, indicator, period } = figure;
  const source = sourceOf(observation.source);
  const kind = isDerived(figure.measure) || figure.derived ? "derived" : "official";
  const caveats = figure.caveats.map((caveat) => caveat[language]);
  if (figure.provisional) caveats.unshift(words.provisional[language]);
  return {
    Publisher: source.publisherLabel[language],
    Source: cite(source, "text", language),
    Link: source.url,
    Released: observation.vintage,
    Period: periodLabel(period, language, indicator.nature),
    Unit: unitName(observation.unitMeasure)[language],
    Qualifier: words[figure.qualifier][language],
    Basis: indicator.basis,
    Caveat: caveats.join("; "),
    Dataset: dataset.version,
    Status: words[kind][language],
  };
}
