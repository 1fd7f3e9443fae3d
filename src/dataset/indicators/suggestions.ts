import type { Indicator } from "../../data/rows";
import { liveStore } from "../liveStore";
import type { Store } from "../store";
import { alike, type Language, type Text2 } from "../wording/text";
import { distance } from "./distance";
import { LONGEST, names } from "./indicator";
import { seek } from "./search";
import { shortName } from "./shortName";

const han = /\p{Script=Han}/u;

/** An indicator's name in both languages: the matched one, and the short name in the other language. */
function inBoth(indicator: Indicator, written = ""): Text2 {
  const inLanguage: Language = han.test(written) ? "zh" : "en";
  const nameIn = (language: Language) =>
    written !== "" && language === inLanguage ? written : shortName(indicator, language);
  return { en: nameIn("en"), zh: nameIn("zh") };
}

/**
 * Suggests names for an unknown one, nearest first, each of another indicator. A short Chinese word is searched for
 * before it counts as mistyped, because one changed character makes another word.
 * @param text what was written
 * @param count at most so many, default 3
 * @example suggestions("refridgerators", 1)[0].en // "refrigerators"
 */
export function suggestions(text: string, count = 3, store: Store = liveStore): Text2[] {
  const key = alike(text.slice(0, LONGEST));
  if (key === "") return [];
  const fromSearch = (): Text2[] => seek(text, count, store).map((indicator) => inBoth(indicator));
  const sought = han.test(key) ? fromSearch() : [];
  if (sought.length > 0) return sought;
  const most = Math.min(4, Math.max(1, Math.floor(key.length / 3)));
  const near: { name: string; indicator: Indicator; size: number; steps: number }[] = [];
  for (const candidate of names(store).all) {
    const steps = distance(key, candidate.key, most);
    if (steps <= most)
      near.push({ name: candidate.name, indicator: candidate.indicator, size: candidate.key.length, steps });
  }
  near.sort((a, b) => a.steps - b.steps || a.size - b.size);
  const chosen = new Map<Indicator, string>();
  for (const { indicator, name } of near) if (!chosen.has(indicator)) chosen.set(indicator, name);
  if (chosen.size === 0) return han.test(key) ? [] : fromSearch();
  return [...chosen].slice(0, count).map(([indicator, name]) => inBoth(indicator, name));
}
