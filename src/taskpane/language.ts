import type { Language } from "../dataset";

/**
 * Chinese for every Chinese language tag, English for all others. `tag` is Office's display language, such as
 * "zh-TW".
 */
export function paneLanguage(tag: string): Language {
  return /^zh\b/i.test(tag) ? "zh" : "en";
}

/** The language as a BCP 47 tag for `lang`. Screen readers choose their voice, and browsers their glyphs, by it. */
export const htmlLang = (language: Language): string => (language === "zh" ? "zh-CN" : "en");
