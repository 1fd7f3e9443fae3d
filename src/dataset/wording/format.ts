import type { Unit } from "../../data/dataset";
import { decimals } from "../figures/decimal";
import type { Figure } from "../figures/types";
import type { Language, Text2 } from "./text";
import { unitWords } from "./unitWords";

/** How a figure is shown: a percentage, percentage points, an index, an amount in a scale, or a plain count. */
type Style = "percent" | "points" | "index" | "amount";

/** How a figure is shown. */
export function styleOf(figure: Figure): Style {
  if (figure.measure === "index") return "index";
  if (figure.measure === "computed growth") return "percent";
  const unit = figure.observation.unitMeasure;
  return unit === "PT" ? "percent" : unit === "PP" ? "points" : "amount";
}

/** A scale in which large amounts are read. `code` is how a number format divides by it. */
interface Scale {
  readonly power: number;
  readonly name: string;
  /** Digits and commas of the number format, before the name. */
  readonly code: string;
}

// Commas divide by thousands only. For 亿 and 万 the number is divided by a million or a thousand, and a point that
// is only text stands before its last two digits, or its last: 0"."00,, shows 360,000,000 as 3.60.
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
 * The scale in which an amount is read.
 * @returns undefined for small numbers, counts and everything that is no amount: shown as they are
 */
function scaleOf(figure: Figure, language: Language): Scale | undefined {
  if (styleOf(figure) !== "amount" || figure.observation.measure === "COUNT") return undefined;
  const size = Math.abs(figure.value);
  return scales[language].find(({ power }) => size >= 10 ** power);
}

const marks = { exact: "", approx: "≈", at_least: ">" } as const;

/** Own figures may be calculated, with fifteen digits: no more decimals than this are shown. */
const MOST_DECIMALS = 4;

/** Decimals of a percentage, percentage points or index: as published; derived ones one. */
const places = (figure: Figure) => (figure.derived ? 1 : small(figure, 0));

/** Decimals of a figure that is shown as it is: official amounts are whole, own ones as they stand in their table. */
const small = ({ observation }: Figure, power = observation.unitMult) =>
  Math.min(MOST_DECIMALS, Math.max(0, decimals(observation.obsValue) - power));

const zeros = (count: number) => (count > 0 ? `.${"0".repeat(count)}` : "");

/**
 * Excel's number format for a figure. It shows the value in a scale and says with ">" or "≈" that it is a bound or
 * about; it never rounds the value itself.
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
  // The mark speaks of the size: "nearly 30 percent less" is -≈30%.
  return mark === "" ? body : `"${mark}"${body};-"${mark}"${body}`;
}

/**
 * A figure for people: "+7.4%", "3.62 trillion", "3.62万亿", ">200", "-≈30%".
 * Growth and changes bear their sign; an amount has at most two decimals and no more than were published.
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

/** As `Intl.NumberFormat("en-US")` writes it; the first formatter of a page costs more than all that the pane shows first. */
function digits(value: number, least: number, most: number): string {
  const [whole = "", rest = ""] = moved(Math.round(moved(value, most)), -most)
    .toFixed(most)
    .split(".");
  const kept = rest.slice(0, least) + rest.slice(least).replace(/0+$/, "");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (kept && `.${kept}`);
}

/** Decimals that a published amount has in a scale, at most two. */
function published({ observation }: Figure, scale: Scale): number {
  return Math.max(0, Math.min(2, scale.power - observation.unitMult + decimals(observation.obsValue)));
}

const moved = (value: number, power: number) => {
  const [digits = "0", exponent = "0"] = value.toExponential().split("e");
  return Number(`${digits}e${Number(exponent) + power}`);
};

/** A level as it was printed, every digit, in a scale: "13,081.6 billion" is "13081.6 billion". */
export function printedText(figure: Figure): Text2 {
  const { obsValue, unitMult } = figure.observation;
  const text = (language: Language) => {
    const scale = scaleOf(figure, language);
    const power = unitMult - (scale?.power ?? 0);
    return `${moved(Number(obsValue), power).toFixed(Math.max(0, decimals(obsValue) - power))}${scale?.name ?? ""}`;
  };
  return { en: text("en"), zh: text("zh") };
}

/** A rate with a sign and one decimal, as sentences name it: "+0.1%". */
export const percentText = (rate: number): string =>
  `${rate < 0 ? "-" : "+"}${digits(Math.abs(rate) * 100, 1, 1)}%`;

function isChange({ measure }: Figure): boolean {
  return (
    measure === "growth" || measure === "computed growth" || measure === "change" || measure === "difference"
  );
}

/**
 * The name of a unit: "yuan", "元", "parcels".
 * @example unitName("CNY") // {"en":"yuan","zh":"元"}
 */
export function unitName(unit: Unit): Text2 {
  // What own data count in has the user's word for it.
  return unitWords[unit] ?? { en: unit, zh: unit };
}

/**
 * The unit of a figure's value as people read it, scale and all: "trillion yuan", "万亿元", "%", "countries".
 * @param figure the figure whose scale is taken
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
