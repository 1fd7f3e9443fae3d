import type { Language } from "../dataset";

/** Chinese for all of its regions, English for everybody else. */
export function paneLanguage(tag: string): Language {
  return /^zh\b/i.test(tag) ? "zh" : "en";
}

/** The language as a page says it. */
export const htmlLang = (language: Language): string => (language === "zh" ? "zh-CN" : "en");
