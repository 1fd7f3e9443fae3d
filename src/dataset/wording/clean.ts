import { characters } from "../../data/compact/han";

/** Simplified characters whose traditional form differs, as far as they occur in our names or beside them. */
const twins =
  "亚布占来系个家亿优内两别动务参员单向国围圆报场块伙学实写宝将专对带币厂后径从应户采换据扩数于时会东条业乐标样机台欧况减测" +
  "济为无营为献现产产当发监码种称范纳纺结络给统丝经网线缩总织续习联台与举旧万药术补装规视订计讯设该说调请识变财贡货费贴贸资" +
  "卖购赛载辆转农进游运过达递还乡银销表链链镜长门开间关云电项头频题额类饮余馆马体发黄点";
/** Their traditional forms, each as the distance of its code point from the one before. */
const others =
  "-qJg5Co1y1f2t4Y3c1z12y5m54g7-8j6W8z226-83Mx6pIk35BH15fHj1z3i55DhHj3hBw1_7Qa4a2c4X6k3i9m6r4NAy1m2X5nBwAHpDx6d3-" +
  "5p2fAZ4a91p2c8d3vEoB3pCfAKl1H5B1X1Ve1q2FNu1cAz4hCD21YHvDkJf41o57i362Z1b2u1LCj4o1t816J138SP1iGIk1f3W4O136Ac1b4t" +
  "Bt1_3K-3PsC9B8f2s89g8e1EH1Hq4c1Ga4e9QrUR";

const simplifiedOf = new Map(
  characters(others).map((character, place) => [character, twins.charAt(place)] as const),
);
const traditionalCharacters = new RegExp(`[${[...simplifiedOf.keys()].join("")}]`, "g");

/** Invisible characters: marks of width, direction and joining, soft hyphens, variation selectors. */
const invisible = /[\p{Cf}\u034f\ufe00-\ufe0f]+/gu;
const blanks = /[\s\p{Cc}]+/gu;

/**
 * Normalises a text: half width (NFKC), no invisible characters, each run of blanks one space and none at the ends,
 * simplified Chinese.
 * @example clean("　２０２５年\u200b 網上零售額 ") // "2025年 网上零售额"
 */
export function clean(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(traditionalCharacters, (character) => simplifiedOf.get(character) ?? character)
    .replace(blanks, " ")
    .trim();
}

/**
 * Whether a text has no visible character. It stops at the first one.
 * @example isEmpty(" \u200b") // true
 */
export const isEmpty = (text: string): boolean => !/[^\s\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f]/u.test(text);
