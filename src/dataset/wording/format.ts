import type { Unit } from "../../data/dataset";
import { decimals } from "../figures/decimal";
import type { Figure } from "../figures/types";
import type { Language, Text2 } from "./text";
import { unitWords } from "./unitWords";

/** How a figure is shown. */
type Style = "percent" | "points" | "index" | "amount";

/**
 * How a figure is shown. An index and computed growth by their measure, all others by the unit of the published
 * figure: "PT" is per cent, "PP" percentage points.
 */
export function styleOf(figure: Figure): Style {
  if (figure.measure === "index") return "index";
  if (figure.measure === "computed growth") return "percent";
  const unit = figure.observation.unitMeasure;
  return unit === "PT" ? "percent" : unit === "PP" ? "points" : "amount";
}

/** A scale for large amounts. */
interface Scale {
  readonly power: number;
  readonly name: string;
  /** The digits and commas of its number format, before its name. */
  readonly code: string;
}

// Commas in a number format divide by thousands only. For 亿 and 万 the number is divided by a million or a thousand,
// and a literal point is placed before its last two digits, or its last one: 0"."00,, shows 360,000,000 as 3.60.
const scales: Readonly<Record<Language, readonly Scale[]>> = {
  en: [
    { power: 12, name: " trillion", code: "#,##0.00,,,," },
    { power: 9, name: " billion", code: "#,##0.00,,," },
    { power: 6, name: " million", code: "#,##0.00,," },
  ],
  zh: [
    { power: 12, name: "万亿", code: "#,##0.00,,,," },
    { power: 8, name: "亿", code: "0\\.00,," },
    { power: 4, name: "万", code: "0\\.0," },
  ],
};

/**
 * The scale in which an amount is shown.
 * @returns undefined for small amounts, counts and everything else, which are shown without a scale
 */
function scaleOf(figure: Figure, language: Language): Scale | undefined {
  if (styleOf(figure) !== "amount" || figure.observation.measure === "COUNT") return undefined;
  const size = Math.abs(figure.value);
  return scales[language].find(({ power }) => size >= 10 ** power);
}

const marks = { exact: "", approx: "≈", at_least: ">" } as const;

/** The most decimals of a figure in a user's table, which may be calculated, with fifteen digits. */
const MOST_DECIMALS = 4;

/** Decimals of a percentage, percentage points or index: as published; one for derived figures. */
const places = (figure: Figure) => (figure.derived ? 1 : small(figure, 0));

/** Decimals of a figure without a scale: none for official amounts, those of the table for the user's. */
const small = ({ observation }: Figure, power = observation.unitMult) =>
  Math.min(MOST_DECIMALS, Math.max(0, decimals(observation.obsValue) - power));

const zeros = (count: number) => (count > 0 ? `.${"0".repeat(count)}` : "");

/**
 * Excel's number format for a figure. It scales the value, and marks it with ">" (more than) or "≈" (about); the
 * value itself is never rounded.
 * @example numberFormat(amount, "en") // "#,##0.00,,,,\" trillion\""
 */
export function numberFormat(figure: Figure, language: Language): string {
  const style = styleOf(figure);
  const scale = scaleOf(figure, language);
  const body =
    style === "percent"
      ? `0${zeros(places(figure))}%${figure.measure === "difference" ? (language === "zh" ? '"点"' : '" pts"') : ""}`
      : style === "index"
        ? "0.0"
        : style === "points"
          ? `0${zeros(places(figure))}"${language === "zh" ? "个百分点" : " pp"}"`
          : scale
            ? `${scale.code}"${scale.name}"`
            : `#,##0${zeros(small(figure))}`;
  const mark = marks[figure.qualifier];
  // The mark applies to the size: "nearly 30 percent less" is -≈30%.
  return mark === "" ? body : `"${mark}"${body};-"${mark}"${body}`;
}

/**
 * A figure as text: "+7.4%", "3.62 trillion", "3.62万亿", ">200", "-≈30%". Growth and changes have a sign; an amount
 * has at most two decimals, and no more than were published.
 * @example figureText(amount, "en") // "3.62 trillion"
 * @example figureText(amount, "zh") // "3.62万亿"
 */
export function figureText(figure: Figure, language: Language): string {
  const style = styleOf(figure);
  const scale = scaleOf(figure, language);
  const shift = style === "percent" ? 2 : 0;
  const sign = figure.value < 0 ? "-" : figure.value > 0 && isChange(figure) ? "+" : "";
  const most = style !== "amount" ? places(figure) : scale ? 2 : small(figure);
  const size = moved(Math.abs(figure.value), shift - (scale?.power ?? 0));
  const least = style === "amount" ? (scale && !figure.derived ? published(figure, scale) : 0) : most;
  const number = digits(size, least, most);
  const difference = style === "percent" && figure.measure === "difference";
  const points = language === "zh" ? "个百分点" : " pp";
  const unit = difference || style === "points" ? points : style === "percent" ? "%" : (scale?.name ?? "");
  return `${sign}${marks[figure.qualifier]}${number}${unit}`;
}

/** Formats as `Intl.NumberFormat("en-US")` does, because creating the first formatter of a page is slow. */
function digits(value: number, least: number, most: number): string {
  const [whole = "", rest = ""] = moved(Math.round(moved(value, most)), -most)
    .toFixed(most)
    .split(".");
  const shownDecimals = rest.slice(0, least) + rest.slice(least).replace(/0+$/, "");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (shownDecimals && `.${shownDecimals}`);
}

/** The published decimals of an amount in a scale, at most two. */
function published({ observation }: Figure, scale: Scale): number {
  return Math.max(0, Math.min(2, scale.power - observation.unitMult + decimals(observation.obsValue)));
}

const moved = (value: number, power: number) => {
  const [digits = "0", exponent = "0"] = value.toExponential().split("e");
  return Number(`${digits}e${Number(exponent) + power}`);
};

/** A level with every digit that was printed, in a scale: "13,081.6 billion" is "13081.6 billion". */
export function printedText(figure: Figure): Text2 {
  const { obsValue, unitMult } = figure.observation;
  const text = (language: Language) => {
    const scale = scaleOf(figure, language);
    const power = unitMult - (scale?.power ?? 0);
    return `${moved(Number(obsValue), power).toFixed(Math.max(0, decimals(obsValue) - power))}${scale?.name ?? ""}`;
  };
  return { en: text("en"), zh: text("zh") };
}

/** A rate with a sign and one decimal, for sentences: "+0.1%". */
export const percentText = (rate: number): string =>
  `${rate < 0 ? "-" : "+"}${digits(Math.abs(rate) * 100, 1, 1)}%`;

function isChange({ measure }: Figure): boolean {
  return (
    measure === "growth" || measure === "computed growth" || measure === "change" || measure === "difference"
  );
}

/**
 * The name of a unit: "yuan", "元", "parcels"; a unit of a user's table is its own name.
 * @example unitName("CNY") // {"en":"yuan","zh":"元"}
 */
export function unitName(unit: Unit): Text2 {
  return unitWords[unit] ?? { en: unit, zh: unit };
}

/**
 * The unit of a figure's value, with its scale: "trillion yuan", "万亿元", "%", "countries".
 * @param figure gives the scale, by its size
 * @example unitLabel(amount, "en") // "trillion yuan"
 */
export function unitLabel(figure: Figure, language: Language): string {
  const style = styleOf(figure);
  if (style === "index") return language === "zh" ? "指数" : "index";
  const points = style === "points" || (style === "percent" && figure.measure === "difference");
  if (points) return unitWords.PP[language];
  if (style === "percent") return "%";
  const scale = scaleOf(figure, language)?.name.trim() ?? "";
  const name = unitName(figure.observation.unitMeasure)[language];
  return language === "zh" ? `${scale}${name}` : `${scale} ${name}`.trim();
}
