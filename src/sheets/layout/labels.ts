import { decimals, isUserIndicator, numberFormat } from "../../dataset";
import type { Figure, Indicator, Language, UnitName } from "../../dataset";
import { cellUnit, decimalsIn, formatIn, isAmount, numberIn, sheetUnit, zeros } from "./amounts";
import { cutTo } from "./textWidth";

/** Words that labels in charts of online sales leave out, so that they are short. */
const shorter: Record<Language, readonly (readonly [RegExp, string])[]> = {
  en: [
    [/ \((?:until|from) \d{4}\)$/, ""],
    [/^National online/, "Online"],
    [/^Total retail sales of consumer goods and services$/, "Total retail, goods and services"],
    [/^Total retail sales of consumer goods$/, "Total retail sales"],
    [/^Online retail sales of physical goods/, "Physical goods"],
    [/^Online retail sales of goods and services$/, "Online goods and services"],
    [/^Online retail sales of services$/, "Services sold online"],
    [/^Online retail sales of agricultural products$/, "Farm products online"],
    [/^Share of online physical goods.*$/, "Physical goods’ share of retail"],
    [/^Online retail growth, (.*)$/, "Online retail, $1"],
    [/^Online sales: /, ""],
    [/, online sales$/, ""],
    [/^Trade-in sales: /, "Trade-in: "],
    [/^Industrial \(B2B\) e-commerce: /, "B2B: "],
    [/^Sales of /, ""],
    [/ ordered online$/, ""],
    [/^Cross-border e-commerce imports and exports$/, "Cross-border e-commerce"],
  ],
  zh: [
    [/^社会消费品零售总额$/, "社零总额"],
    // 洗衣 alone could mean washing machines.
    [/^网上销售：(洗衣|家政|理发)$/, "$1服务"],
    [/^网上销售：/, ""],
    [/^实物商品网上零售额：/, "实物网零："],
    [/销售额$/, ""],
  ],
};

/** A label in charts: at most 34 characters (17 Chinese ones). */
export function shortLabel(indicator: Indicator, language: Language): string {
  let label = indicator.label[language];
  for (const [pattern, instead] of shorter[language]) label = label.replace(pattern, instead);
  return cutTo(label.charAt(0).toUpperCase() + label.slice(1), 34);
}

/**
 * A figure's number format with the sign of growth: "+5.7%", "-0.1%".
 * @param format the one without the sign; default `numberFormat`
 */
export function signedFormat(
  figure: Figure,
  language: Language,
  format = numberFormat(figure, language),
): string {
  const [positive = format] = format.split(";");
  // "≈-30%": the mark precedes the sign.
  const [, mark = "", number = ""] = /^("[≈>]")?(.*)$/.exec(positive) ?? [];
  return `${mark}+${number};${mark}-${number};${positive}`;
}

/**
 * A figure's number format without its scale's name, for columns whose heading has the unit: "3.62", not "3.62
 * trillion".
 */
export function bareFormat(figure: Figure, language: Language): string {
  // The quoted marks ">" and "≈" and the point of Chinese scales stay, as does "%".
  const withoutUnit = numberFormat(figure, language).replace(/"([^"]*)"/g, (quoted, text: string) =>
    /[>≈.]|pts|^点/.test(text) ? quoted : "",
  );
  // The two decimals of a scale may be more than were published.
  const scale = /\.00(,{2,4})/.exec(withoutUnit)?.[1]?.length;
  const unit = ({ 2: "million", 3: "billion", 4: "trillion" } as const)[scale ?? 0];
  return unit ? withoutUnit.replace(/\.00(?=,)/g, zeros(Math.min(2, decimalsIn(figure, unit)))) : withoutUnit;
}

/** The unit of a chart's axis or a table's column. */
export interface Scale {
  /** "trillion yuan", "%" */
  label: string;
  /** The number format of numbers in the unit. */
  format: string;
  /** Whether numbers are divided by a power of ten (amounts). */
  scaled: boolean;
  /** A figure as a number in the unit; percentages stay fractions. */
  of: (figure: Figure) => number;
  /** The format of one figure, with no more decimals than it was published with. */
  formatOf: (figure: Figure) => string;
  /** The unit of the cells, where the sheet's cells have one; absent: formulas give base units. */
  unit?: UnitName | undefined;
}

const unitPowers: readonly (readonly [UnitName, number])[] = [
  ["trillion", 1e12],
  ["billion", 1e9],
  ["million", 1e6],
];

/** The most decimals in a scale. */
const mostRead: Record<Language, number> = { en: 2, zh: 4 };

/** One scale for figures of one measure, by the largest. At least one figure is needed. */
export function scaleFor(figures: readonly Figure[], language: Language): Scale {
  const largest = figures.reduce((most, figure) =>
    Math.abs(figure.value) > Math.abs(most.value) ? figure : most,
  );
  const label = sheetUnit(largest, language);
  // Small amounts of a user's table may have different decimals; the column shows the most.
  const places = ({ observation, indicator }: Figure) =>
    isUserIndicator(indicator) ? decimals(observation.obsValue) : 0;
  const finest = figures.reduce((most, figure) => (places(figure) > places(most) ? figure : most), largest);
  const unscaled: Scale = {
    label,
    format: bareFormat({ ...finest, value: largest.value, qualifier: "exact" }, language),
    scaled: false,
    of: ({ value }) => value,
    formatOf: (figure) => bareFormat({ ...figure, value: largest.value }, language),
  };
  const unit =
    language === "zh"
      ? cellUnit(largest, language)
      : isAmount(largest)
        ? unitPowers.find(([, size]) => Math.abs(largest.value) >= size)?.[0]
        : undefined;
  if (unit === undefined) return unscaled;
  const most = mostRead[language];
  const usual = figures.reduce((fine, figure) =>
    decimalsIn(figure, unit) > decimalsIn(fine, unit) ? figure : fine,
  );
  return {
    label,
    format: formatIn({ ...usual, qualifier: "exact" }, unit, most),
    scaled: true,
    of: (figure) => numberIn(figure, unit),
    formatOf: (figure) => formatIn(figure, unit, most),
    ...(language === "zh" ? { unit } : {}),
  };
}
