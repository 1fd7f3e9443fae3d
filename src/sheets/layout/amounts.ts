import { decimals, inUnit, unitLabel, unitName, unitPowers } from "../../dataset";
import type { Figure, Language, UnitName } from "../../dataset";

/** The units of amounts on Chinese sheets, as the statistics bureau prints them; never 万亿. */
const chinese: readonly (readonly [unit: UnitName, name: string])[] = [
  ["yi", "亿"],
  ["wan", "万"],
];

const formatMarks = { exact: "", approx: '"≈"', at_least: '">"' } as const;

/** The most decimals that are shown. */
const mostDecimals = 4;

/**
 * Whether a figure is an amount, which is shown in thousands, 亿 or trillions, unlike counts, rates and indices.
 * `inUnit` refuses all others.
 */
export const isAmount = (figure: Figure): boolean =>
  figure.observation.measure === "LEVEL" && inUnit(figure, "one").ok;

/**
 * The unit of amounts in the cells of a Chinese sheet: 亿 or 万. Formulas ask for it, so that cells hold numbers as
 * published.
 * @param largest the largest figure of the column
 * @returns undefined where cells hold base units that the number format scales: on English sheets, and for all but
 *   amounts
 */
export function cellUnit(largest: Figure | undefined, language: Language): UnitName | undefined {
  if (language !== "zh" || !largest || !isAmount(largest)) return undefined;
  return chinese.find(([unit]) => Math.abs(largest.value) >= 10 ** unitPowers[unit])?.[0];
}

/** The unit of a column's numbers: "亿元", "trillion yuan", "%". */
export function sheetUnit(largest: Figure, language: Language): string {
  const unit = cellUnit(largest, language);
  const name = chinese.find(([power]) => power === unit)?.[1];
  return name === undefined
    ? unitLabel(largest, language)
    : `${name}${unitName(largest.observation.unitMeasure).zh}`;
}

/** A figure as a number in a unit; in base units without one. */
export function numberIn(figure: Figure, unit: UnitName | undefined): number {
  const number = unit && inUnit(figure, unit);
  return number?.ok ? number.value : figure.value;
}

/**
 * The published decimals of an amount in a unit; for a computed figure, those of the amounts among its parts.
 */
export function decimalsIn({ observation, parts }: Figure, unit: UnitName): number {
  // Growth among the parts is left out: its decimals are those of a percentage.
  const amounts = parts.filter(({ measure }) => measure === "LEVEL");
  const places = (amounts.length > 0 ? amounts : [observation]).map(
    ({ obsValue, unitMult }) => unitPowers[unit] - unitMult + decimals(obsValue),
  );
  return Math.max(0, Math.min(mostDecimals, Math.max(...places)));
}

/** The decimals of a number format: ".00". */
export const zeros = (count: number): string => (count > 0 ? `.${"0".repeat(count)}` : "");

/**
 * The number format of an amount in a unit: thousands separated, no more decimals than published, and the mark of a
 * bound.
 * @param most the most decimals
 */
export function formatIn(figure: Figure, unit: UnitName, most = mostDecimals): string {
  const body = `#,##0${zeros(Math.min(most, decimalsIn(figure, unit)))}`;
  const mark = formatMarks[figure.qualifier];
  return mark === "" ? body : `${mark}${body};-${mark}${body}`;
}
