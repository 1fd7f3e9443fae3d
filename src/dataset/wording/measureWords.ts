import type { Unit } from "../../data/dataset";
import type { MeasureName } from "../figures/measures";
import type { Language, Text2 } from "./text";

/** The names of measures. */
export const measureWords: Readonly<Record<MeasureName, Text2>> = {
  level: { en: "level", zh: "数值" },
  growth: { en: "growth", zh: "同比增速" },
  share: { en: "share", zh: "占比" },
  count: { en: "count", zh: "数量" },
  change: { en: "change", zh: "变化" },
  contribution: { en: "contribution", zh: "贡献" },
  "computed growth": { en: "computed growth", zh: "计算增速" },
  difference: { en: "difference on a year earlier", zh: "同比增减" },
  index: { en: "index", zh: "指数" },
  chained: { en: "level on one basis", zh: "同口径数值" },
  single: { en: "single month or quarter", zh: "当月或当季值" },
};

/**
 * The name of a measure; a level of money is 总额 in Chinese.
 * @param unit of the figure; default: not money
 * @example measureWord("growth", "zh") // "同比增速"
 */
export function measureWord(measure: MeasureName, language: Language, unit?: Unit): string {
  return measure === "level" && unit === "CNY" && language === "zh"
    ? "总额"
    : measureWords[measure][language];
}
