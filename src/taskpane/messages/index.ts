import type { Language } from "../../dataset";
import { en } from "./en";
import { zh } from "./zh";

/** The pane's words in one language: each key a text, or a function of what fills its gap. */
export type Messages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...gap: infer Gap) => string
    ? (...gap: Gap) => string
    : string;
};

/** The words of a language. */
export function messages(language: Language): Messages {
  return language === "zh" ? zh : en;
}
