/**
 * Traditional characters with their simplified twins, pair by pair: those that occur in our names and words, and in what is
 * written beside them.
 */
const pairs =
  "業业專专東东絲丝個个為为爲为舉举義义烏乌樂乐習习鄉乡書书於于雲云亞亚產产産产億亿從从價价優优夥伙會会傳传體体餘余來来側侧儲储" +
  "關关蘭兰內内寫写農农況况減减劃划別别製制辦办務务動动勢势勞劳華华協协單单賣卖佔占衛卫廠厂參参發发變变臺台檯台葉叶後后問问員员" +
  "圍围國国園园場场報报塊块處处復复複复頭头學学寶宝實实審审對对將将爾尔層层屆届師师幣币帶带廣广應应庫库開开異异張张當当錄录徑径" +
  "態态總总戰战戶户擴扩據据擇择換换揮挥數数無无舊旧時时顯显術术機机權权條条標标樣样檢检歐欧歷历氣气漢汉匯汇滙汇測测濟济點点熱热" +
  "營营狀状獻献環环現现電电療疗監监盤盘碼码確确種种稱称積积穩稳節节簡简糧粮類类紀纪納纳紙纸紡纺線线組组細细織织紹绍經经結结給给" +
  "絡络統统繼继續续編编縮缩網网羅罗聯联職职臨临藥药蘇苏範范補补裝装裡里見见規规視视覽览觀观計计訂订認认訊讯記记議议許许設设評评" +
  "話话該该詳详語语誤误說说請请調调談谈證证識识譯译讀读財财貢贡責责敗败貨货質质購购貼贴貿贸費费資资賽赛趨趋車车軟软輕轻載载較较" +
  "輛辆轉转達达過过運运還还進进遠远連连遞递選选遊游醫医銀银銷销鋪铺鏈链鍊链鏡镜長长門门閃闪間间聞闻際际險险頁页項项預预頻频題题" +
  "額额風风飲饮館馆馬马黃黄萬万與与兩两稅税週周傢家採采係系並并佈布錶表啟启啓启衝冲圓圆徵征術术髮发嚮向淨净緊紧離离穀谷隨随導导";

const simplified = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));
const traditional = new RegExp(`[${[...simplified.keys()].join("")}]`, "g");

/** Marks that nobody sees: of width, direction and joining, soft hyphens, and those that choose the look of the sign before. */
const invisible = /[\p{Cf}\u034f\ufe00-\ufe0f]+/gu;
const blanks = /[\s\p{Cc}]+/gu;

/**
 * A text as its words are read: in half width (NFKC), without marks that nobody sees, every run of blanks one space, none
 * around it, Chinese in simplified characters.
 * @example clean("　２０２５年\u200b 網上零售額 ") // "2025年 网上零售额"
 */
export function clean(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(traditional, (one) => simplified.get(one) ?? one)
    .replace(blanks, " ")
    .trim();
}

/**
 * Whether nothing can be seen of a text. A long text that begins with blanks is looked at no further than needed.
 * @example isEmpty(" \u200b") // true
 */
export const isEmpty = (text: string): boolean => !/[^\s\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f]/u.test(text);
