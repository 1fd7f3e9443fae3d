export type Token =
  /** A power of ten; a `small` one may precede a large one: hundred million, 百亿. */
  | { readonly is: "scale"; readonly power: number; readonly small: boolean }
  | { readonly is: "yuan" | "foreign" | "percent" | "points" | "counted" };

const scale = (power: number, small = false): Token => ({ is: "scale", power, small });
const yuanToken: Token = { is: "yuan" };
const foreignToken: Token = { is: "foreign" };
const countToken: Token = { is: "counted" };

/** English words, each with an optional plural "s" or point after an abbreviation where the pattern has one. */
const english: readonly (readonly [words: string, token: Token])[] = [
  ["one|ones|unit|units", scale(0, true)],
  ["tens?", scale(1, true)],
  ["hundreds?", scale(2, true)],
  ["thousands?|thsd|thou", scale(3, true)],
  ["k", scale(3)],
  ["wan", scale(4)],
  ["millions?|mn|mln|mil|mio|m|mm", scale(6)],
  ["yi", scale(8)],
  ["billions?|bn|bln|bil|b", scale(9)],
  ["trillions?|tn|trn|tln|t", scale(12)],
  ["yuans?|cny|rmb|cnh|renminbi|chinese yuan|kuai", yuanToken],
  [
    "usd|us dollars?|us|dollars?|eur|euros?|gbp|pounds?|sterling|jpy|yen|hkd|hk dollars?|hk|krw|won|inr|rupees?|twd|ntd|nt|sgd|aud|cad|chf|francs?|rub|roubles?|rubles?|thb|baht|vnd|dong|myr|ringgit|brl|mxn|aed",
    foreignToken,
  ],
  ["percent|per cent|percentage|pct", { is: "percent" }],
  ["pps?|ppts?|(?:percentage|percent|pct\\.?) (?:points?|pts)|p\\.p\\.", { is: "points" }],
  [
    "persons?|people|pieces?|pcs|parcels?|items?|packages?|orders?|users?|times|countries|events|enterprises|firms|platforms|agreements|measures|households",
    countToken,
  ],
];

const chineseTokens: readonly (readonly [words: string, token: Token])[] = [
  ["人民币元|元人民币|人民币|元|圆|块钱|块", yuanToken],
  [
    "美元|美金|欧元|英镑|日元|日圆|港元|港币|韩元|韩币|新台币|台币|卢布|卢比|新加坡元|新元|澳元|加元|瑞郎|泰铢|越南盾|林吉特|外币",
    foreignToken,
  ],
  ["百分之|百分比|百分数", { is: "percent" }],
  ["个百分点|百分点", { is: "points" }],
  [
    "人次|人|件|个|场|家|项|台|部|辆|单|票|包|次|户|条|批|种|类|套|只|份|国家|企业|平台|举措|意向",
    countToken,
  ],
  ["万亿", scale(12)],
  ["亿", scale(8)],
  ["万", scale(4)],
  ["千", scale(3, true)],
  ["百", scale(2, true)],
  ["十", scale(1, true)],
];

const signTokens: readonly (readonly [words: string, token: Token])[] = [
  ["%", { is: "percent" }],
  ["cn¥|rmb¥|¥|￥", yuanToken],
  ["us\\$|hk\\$|nt\\$|s\\$|a\\$|c\\$|\\$|€|£|₩|₹|₽|฿", foreignToken],
  ["'?0{3}s?", scale(3, true)],
  ["100(?!\\d)", scale(2, true)],
  ["10(?!\\d)", scale(1, true)],
  ["1,?000(?!\\d)", scale(3, true)],
  ["10,?000(?!\\d)", scale(4)],
  ["100,?000,?000(?!\\d)", scale(8)],
  ["(?:10\\^|1e)4(?!\\d)", scale(4)],
  ["(?:10\\^|1e)6(?!\\d)", scale(6)],
  ["(?:10\\^|1e)8(?!\\d)", scale(8)],
  ["(?:10\\^|1e)9(?!\\d)", scale(9)],
  ["1(?!\\d)", scale(0, true)],
];

type Form = readonly [form: RegExp, token: Token];
const formsOf = (boundary: string): readonly Form[] =>
  [
    ...signTokens,
    ...chineseTokens,
    ...english.map(([words, token]) => [`(?:${words})${boundary}\\.?`, token] as const),
  ].map(([words, token]) => [new RegExp(`^(?:${words})`), token] as const);
/** Patterns for words that end where their letters end, and for words that are joined to others: "bnyuan". */
const forms = { whole: formsOf("(?![a-z])"), glued: formsOf("") };

/** Small English words and signs between others. */
const joints = /^(?:(?:of|in|the|a)(?![a-z])|[\s/,:·()[\]-]+)/;

/**
 * Cuts a unit into known words.
 * @param text lower case, half width
 * @param words whether English words must be whole or may be joined together
 * @returns the words, and the rest from the first unknown one on
 */
export function unitTokens(
  text: string,
  words: "whole" | "glued",
): { readonly tokens: readonly Token[]; readonly rest: string } {
  const tokens: Token[] = [];
  let rest = text;
  while (rest !== "") {
    const joint = joints.exec(rest);
    if (joint) {
      rest = rest.slice(joint[0].length);
      continue;
    }
    // The longest word is taken: 万亿 before 万, percentage points before percent.
    let longest: { length: number; token: Token } | undefined;
    for (const [form, token] of forms[words]) {
      const length = form.exec(rest)?.[0].length ?? 0;
      if (length > (longest?.length ?? 0)) longest = { length, token };
    }
    if (!longest) break;
    tokens.push(longest.token);
    rest = rest.slice(longest.length);
  }
  return { tokens, rest };
}
