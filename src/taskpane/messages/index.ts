import type { Language } from "../../dataset";
import { en } from "./en";
import type { Messages } from "./messages";
import { zh } from "./zh";

export type { Messages } from "./messages";

/** The pane's texts in a language. */
export function messages(language: Language): Messages {
  return language === "zh" ? zh : en;
}
