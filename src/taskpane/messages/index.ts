import type { Language } from "../../dataset";
import { en } from "./en";
import type { Messages } from "./messages";
import { zh } from "./zh";

export type { Messages } from "./messages";

/** The pane's texts in a language. Both have the same keys, which the type holds. */
export function messages(language: Language): Messages {
  return language === "zh" ? zh : en;
}
