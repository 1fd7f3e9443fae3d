import type { Indicator } from "../../data/rows";
import type { Language } from "../wording/text";

const han = /\p{Script=Han}/u;

/**
 * The short name of an indicator, which formulas can use: its first alias in a language, else its label.
 * @example shortName(digital, "zh") // "数码"
 */
export function shortName({ aliases, label }: Indicator, language: Language): string {
  return aliases.find((name) => han.test(name) === (language === "zh")) ?? label[language];
}
