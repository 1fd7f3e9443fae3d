import { argumentWord, sentence, type Language } from "../dataset";
import type { Refusal } from "./outcome";

/**
 * A refusal in one sentence of at most 200 characters: what is wrong with which argument, and what would work.
 * @example refusalText(parsePeriod("next year").reason, "zh") // "时期（period）“next year”会随日期变动：请写2025年、2025年一季度、2025年3月、2025年1—8月或最新。"
 */
export function refusalText(reason: Refusal, language: Language): string {
  switch (reason.name) {
    case "range-given":
      return language === "zh"
        ? `${argumentWord(reason.argument, language)}是一个区域：请只填一个值，或只引用一个单元格。`
        : `${reason.argument} is a range: give one value or one cell.`;
    case "too-many-cells":
      return language === "zh"
        ? `结果将有${reason.asked}个单元格，上限为${reason.most}个：请减少指标（indicators）或时期（periods）。`
        : `The result would have ${reason.asked} cells, more than ${reason.most}: give fewer indicators or periods.`;
    case "too-many-names":
      return language === "zh"
        ? `共${reason.asked}个指标，上限为${reason.most}个：请减少指标（indicators）。`
        : `There are ${reason.asked} indicators, more than ${reason.most}: give fewer indicators.`;
    default:
      return sentence(reason, language);
  }
}
