/** Common words for our names (Chinese anywhere in a text, English whole), longer before shorter ones. */
const chinese =
  "实物网零额=实物商品网上零售额 实物网零=实物商品网上零售额 网零总额=网上零售额 网零额=网上零售额 网零=网上零售额 网售=网上零售 " +
  "社消零总额=社零 社消零=社零 社消总额=社零 社消额=社零 社消=社零 社零总额=社零 社零额=社零 消费市场=社零 消费总额=社零 " +
  "快递件量=快递业务量 快件量=快递业务量 快递量=快递业务量 包裹量=快递业务量 包裹数=快递业务量 件量=快递业务量 快件=快递 快递营收=快递收入 " +
  "快递公司收入=快递收入 海外购=跨境电商进口 进口电商=跨境电商进口 出口电商=跨境电商出口 跨境出口=跨境电商出口 跨境进口=跨境电商进口 " +
  "跨境电子商务=跨境电商 跨境贸易=跨境电商 网红带货=直播电商 直播带货=直播电商 直播卖货=直播电商 直播销售=直播电商 电商直播用户=电商直播用户 " +
  "网民人数=网民规模 网民数量=网民规模 网民数=网民规模 上网人数=网民规模 网购人数=网购用户 网购用户数=网购用户 网购者=网购用户 " +
  "移动支付用户=网络支付用户 线上支付用户=网络支付用户 移动支付=网络支付 电商从业人员=电子商务从业人数 电商就业=就业 电商交易=电子商务交易 " +
  "闪购=即时零售 小时达=即时零售 半日达=即时零售 即时配送=即时零售 同城零售=即时零售 一带一路=丝路电商 扫地机器人=智能机器人 " +
  "线上订餐=外卖 网上订餐=外卖 点外卖=外卖 订餐=外卖 下沉市场=农村 农村电商=农村网络零售额 乡村电商=农村网络零售额 农村网购=农村网络零售额 " +
  "农产品上行=农产品网络零售额 农产品电商=农产品网络零售额 农产品网销=农产品网络零售额 西部电商=西部地区网络零售额 东部电商=东部地区网络零售额 " +
  "中部电商=中部地区网络零售额 东北电商=东北地区网络零售额 洗衣服务=洗衣 衣服=穿类 鞋服=穿类 服饰=穿类 吃的=吃类 穿的=穿类 用的=用类 " +
  "电商渗透率=网零占比 网络零售渗透率=网零占比 网上零售渗透率=网零占比 线上渗透率=网零占比 电商占比=网零占比 线上占比=网零占比 " +
  "电商零售额=网上零售额 演唱会=文娱 演出=文娱 洗护=洗衣 手环=智能穿戴 互联网渗透率=互联网普及率 医药电商=产业电商药品 农货=农产品 家用电器=家电 线上消费=网上零售额 互联网用户数=互联网用户 电脑=数码产品 手机流量=移动流量 上云=云计算 网络零售总额=网上零售额 日用品=用类";
const englishSynonyms =
  "ecommerce=e-commerce|e commerce=e-commerce|takeout=takeaway|take out=takeaway|belt and road=silk road|bri=silk road|" +
  "livestream=live|live stream=live|parcel volume=express volume|parcels volume=express volume|crossborder=cross-border|" +
  "farm goods=farm products|netizen number=internet users|mobile payment=online payment|web users=internet users|" +
  "q-commerce=quick commerce|smart phones=phones|courier income=express revenue|social retail=total retail|" +
  "fmcg=consumer goods|food delivery=online catering|household articles=daily use|rural e-commerce=rural online|brick and mortar=retail sales";
/** Words that mean a name only if nothing else is typed. */
export const alone: ReadonlyMap<string, string> = new Map([
  ["零售", "社会消费品零售总额"],
  ["零售额", "社会消费品零售总额"],
  ["跨境", "跨境电商"],
  ["电商", "网上零售额"],
  ["电子商务", "电子商务交易额"],
  ["网络零售", "网上零售额"],
  ["网络零售额", "网上零售额"],
  ["快递", "快递业务量"],
  ["快件", "快递业务量"],
  ["农产品", "农产品网络零售额"],
  ["retail", "retail sales"],
  ["ecommerce", "e-commerce sales"],
  ["e-commerce", "e-commerce sales"],
]);

const pairsOf = (text: string, separator: string): [string, string][] =>
  text.split(separator).map((pair) => pair.split("=") as [string, string]);

/** Words for measures, which are left out of a search. */
const measures =
  /同比|环比|增速|增长率|增长速度|增幅|增长(?!贡献)|累计值?|当月值?|当季值?|总规模|规模|走势|趋势|数据|情况|是?多少|销售?量$|\b(?:yoy|y\/y|year[- ]on[- ]year|growth(?: rate)?|ytd|year[- ]to[- ]date|cumulative|latest|data|statistics|figures?)\b/g;
const monthNumber = "(?:\\d{1,2}|[一二三四五六七八九十]{1,2})";
/** Periods, which are left out of a search. */
const periods = new RegExp(
  `(?:(?:19|20)\\d\\d|\\d\\d(?=年)|[今去前本当上]年|[〇零一二三四五六七八九]{2,4}(?=年))?年?(?:${monthNumber}月?[-—–~至到]${monthNumber}月|前${monthNumber}个?月|前?第?[一二三四1-4]季度|[上下]半年|全年|${monthNumber}月份?)|(?:19|20)\\d\\d年?|\\d\\d年|[今去前本当上]年|本月|上月|最新|最近|\\b(?:q[1-4]|h[12]|(?:first|second) (?:quarter|half)|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b`,
  "g",
);

const blanks = (text: string) =>
  text
    .replace(/[\s,、:]*$|^[\s,、:的]*/g, "")
    .replace(/\s+/g, " ")
    .trim();

/**
 * Translates a text into what to search for: the subject in our words, without periods and measures.
 * @param text lower case, see `clean`
 * @param known whether a word is in the data: 2026 is, in the name of an indicator that began then
 */
export function searchWords(text: string, known: (word: string) => boolean): string {
  const without = (now: string, form: RegExp) =>
    blanks(now.replace(form, (word) => (/^\d{4}$/.test(word) && known(word) ? word : " "))) || now;
  let now = without(without(text, periods), measures);
  const meaning = alone.get(now);
  if (meaning) return meaning;
  for (const [word, name] of pairsOf(chinese, " ")) {
    if (now.includes(word) && !(name.includes(word) && now.includes(name))) now = now.replace(word, name);
  }
  for (const [word, name] of pairsOf(englishSynonyms, "|"))
    now = now.replace(new RegExp(`\\b${word}\\b`), name);
  return now.replace(/跨境(?!电商)/, "跨境电商");
}
