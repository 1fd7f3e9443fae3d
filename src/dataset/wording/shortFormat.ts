import { decimals } from "../figures/decimal";
import type { Figure } from "../figures/types";
import { numberFormat, styleOf } from "./format";
import type { Language } from "./text";

/** The half-width characters that fit into a column of Excel's standard width (8.43). */
const WIDTH = 8;

/** A scale for large amounts: its divisor, its name, and the decimals that it can have. */
interface Scale {
  readonly power: number;
  readonly name: string;
  /** The power of ten from which it is used. */
  readonly from: number;
  /** The format with so many decimals; undefined where it cannot have them. */
  readonly code: (places: number) => string | undefined;
}

const dot = (places: number) => (places > 0 ? `.${"0".repeat(places)}` : "");
const byThousands = (commas: number) => (places: number) => `#,##0${dot(places)}${",".repeat(commas)}`;
const only = (wanted: number, code: string) => (places: number) => (places === wanted ? code : undefined);

// Commas in a number format divide by thousands only. For 亿 and 万 the number is divided by a million or a thousand,
// and a literal point is placed before its last two digits, or its last one; so these always have two decimals, or
// one. Where fewer were published, another scale is used.
const scales: Readonly<Record<Language, readonly Scale[]>> = {
  en: [
    { power: 12, from: 12, name: "tn", code: byThousands(4) },
    { power: 9, from: 9, name: "bn", code: byThousands(3) },
    { power: 6, from: 6, name: "m", code: byThousands(2) },
  ],
  zh: [
    { power: 12, from: 12, name: "万亿", code: byThousands(4) },
    { power: 8, from: 8, name: "亿", code: only(2, "0\\.00,,") },
    { power: 12, from: 11, name: "万亿", code: byThousands(4) },
    { power: 6, from: 8, name: "百万", code: (places) => (places === 0 ? "0,," : undefined) },
    { power: 9, from: 9, name: "十亿", code: byThousands(3) },
    { power: 4, from: 4, name: "万", code: only(1, "0\\.0,") },
    { power: 0, from: 4, name: "", code: only(0, "0") },
  ],
};

const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);

/** The width of a formatted number, in half-width characters. */
function shownWidth(value: number, power: number, places: number, code: string, name: string): number {
  const number = (Math.abs(value) / 10 ** power).toFixed(places);
  const integer = number.split(".")[0] ?? "";
  const commas = code.includes("#,##0") ? Math.floor((integer.length - 1) / 3) : 0;
  return number.length + commas + (value < 0 ? 1 : 0) + widthOf(name);
}

const marks = { exact: "", approx: "≈", at_least: ">" } as const;

/**
 * Excel's number format for a figure in a cell: an amount has as many digits as fit with its unit into a column of
 * standard width, at most two decimals and no more than were published. Other figures are formatted by
 * `numberFormat`.
 * @param size the amount whose scale is used, if the figure fits; default its own
 * @example shortFormat(amount, "en") // "#,##0.00,,,,\"tn\""
 */
export function shortFormat(figure: Figure, language: Language, size = figure.value): string {
  const { observation, derived, qualifier, value } = figure;
  const plain = styleOf(figure) !== "amount" || observation.measure === "COUNT";
  if (plain) return numberFormat(figure, language);
  const mark = marks[qualifier];
  const formatFor = (amount: number): string | undefined => {
    for (const { power, from, name, code } of scales[language]) {
      if (Math.abs(amount) < 10 ** from) continue;
      const most = derived ? 2 : Math.min(2, power - observation.unitMult + decimals(observation.obsValue));
      for (let places = Math.max(0, most); places >= 0; places--) {
        const format = code(places);
        const width = format ? shownWidth(value, power, places, format, name) + mark.length : Infinity;
        // A number below one in a scale needs a decimal.
        const says = Math.abs(value) >= 10 ** power || places > 0 || value === 0;
        if (format && width <= WIDTH && says) return name === "" ? format : `${format}"${name}"`;
      }
    }
    return undefined;
  };
  const body = formatFor(size) ?? formatFor(value);
  if (body === undefined) return numberFormat(figure, language);
  return mark === "" ? body : `"${mark}"${body};-"${mark}"${body}`;
}
