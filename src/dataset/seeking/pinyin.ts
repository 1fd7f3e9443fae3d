import { initial } from "../indicators/search";

/** The pinyin syllables of all characters in our names, without tones, each before its characters. */
const table =
  "ba八bai百ban伴bao宝bei北ben本bi比bing冰bo播bu部cai材can餐参ce测chan产chang厂场cheng成chi吃chu出chuan穿ci次cong从cun村cuo措" +
  "da大dai戴带dan单dao到de的deng登di地递dian电店点dong动东dui对e额fa发fang纺fei费fen分fu服付ge骼gong工贡gou购gu骨guan关馆gui规" +
  "guo国果hang行he和合hu互户huan换hui会惠huo活伙ji机即计寄及jia家jian柬监jiao交jie接jin金进jing镜境jiu旧就ju具居举据kou口" +
  "kua跨kuai快la拉lai来lei类li理力lian链联liang量ling零liu流lu路luo络lü旅率ma码马mao贸min民mo模nan南nei内neng能nong农pei配" +
  "piao票pin品ping平pu埔普qi器企qiu球qu区quan全ren人ru入sai赛shan山shang上商she社sheng生shi实视事时shou售手收shu数si丝suan算" +
  "tai台tang糖tao套ti体tong通统wai外wang网wei微wen文wu务物xi洗系习西xian线献xiang箱相项向xiao消销小效xie鞋xin新xue学xun讯" +
  "ya亚yan眼yao药腰要ye业yi以衣意移易yin银饮ying营yong用you游邮yu娱育与yue越yun运云zai在zeng增zhai寨zhan占zhang长zheng政" +
  "zhi智直织支zhong重中zhu珠助主zhuan转专zi字子zong总zuo作";

let syllables: Map<string, string> | undefined;

/** The pinyin of a character; its first letter only, if it is not in our names. */
export function syllable(character: string): string {
  if (!syllables) {
    syllables = new Map();
    for (const [, spelling = "", characters = ""] of table.matchAll(/([a-zü]+)([^a-zü]+)/g))
      for (const one of characters) syllables.set(one, spelling.replace("ü", "v"));
  }
  return syllables.get(character) ?? initial(character);
}

/**
 * A Chinese word in full pinyin. Without tones and spaces; a character that is not in our names gives its first
 * letter only.
 */
export const spelling = (word: string): string => [...word].map(syllable).join("");

/** Merges sounds that many speakers do not distinguish: zh and z, ng and n. */
const softened = (spelling: string) =>
  spelling
    .replace(/([zcs])h/g, "$1")
    .replace(/ng$/, "n")
    .replace("v", "u");

const han = /\p{Script=Han}+/gu;
/** State of this module: the syllables of names that were searched. */
const syllablesOf = new Map<string, readonly string[]>();

/** The syllables of a name's Chinese characters, ignoring signs between them. */
function spellings(name: string): readonly string[] {
  let spelt = syllablesOf.get(name);
  if (!spelt) syllablesOf.set(name, (spelt = [...(name.match(han) ?? []).join("")].map(syllable)));
  return spelt;
}

/**
 * The number of characters, from one on, that a spelling covers with some first letters of each: kd, kuaid and kuaidi
 * cover 快递.
 * @returns 0 where it does not fit
 */
function covers(typed: string, from: number, spelt: readonly string[]): number {
  const at = (place: number, letter: number): number => {
    if (letter === typed.length) return place - from;
    const spellings = spelt[place];
    if (spellings === undefined) return 0;
    let matching = 0;
    while (matching < spellings.length && spellings[matching] === typed[letter + matching]) matching++;
    // The longest first, because most people write whole syllables.
    for (; matching > 0; matching--) {
      const end = at(place + 1, letter + matching);
      if (end > 0) return end;
    }
    return 0;
  };
  return at(from, 0);
}

/** How well letters match a name, wherever in it they begin; 0 for no match. */
function scoreOf(typed: string, spelt: readonly string[]): number {
  let best = 0;
  for (let from = 0; from < spelt.length; from++) {
    const characters = covers(typed, from, spelt);
    if (characters === 0) continue;
    const share = characters / spelt.length;
    // Whole syllables score higher than initials, and the beginning of a name higher than the middle.
    const letters = Math.min(3, typed.length / characters);
    best = Math.max(best, 12 * share * letters * (from === 0 ? 1.5 : 1) + (share === 1 ? 12 : 0));
  }
  return best;
}

/** The letters of a text that may be pinyin; "" for other texts, such as kuài or "ai2". */
export function pinyinIn(text: string): string {
  const letters = text.toLowerCase().replace(/[\s'’-]+/g, "");
  return /^[a-z]{2,40}$/.test(letters) ? letters : "";
}

/**
 * Scores how well letters spell a name in pinyin, by initials, whole syllables or both; 0 for no match.
 * @param typed letters, see `pinyinIn`
 */
export function pinyinScore(typed: string, name: string): number {
  const spelt = spellings(name);
  if (spelt.length === 0) return 0;
  const exact = scoreOf(typed, spelt);
  if (exact > 0 || typed.length < 4) return exact;
  return scoreOf(softenedAll(typed), spelt.map(softened)) / 2;
}

const softenedAll = (typed: string) =>
  typed
    .replace(/([zcs])h/g, "$1")
    .replace(/ng(?![aeiou])/g, "n")
    .replace(/v/g, "u");
