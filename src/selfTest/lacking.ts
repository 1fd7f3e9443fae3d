import type { Text2 } from "../dataset";
import { needed } from "../excel";
import type { Ability } from "../excel";

/** A missing ability in a report: "print (ExcelApi 1.9)". */
export const lacking = (ability: Ability): string => `${ability} (${needed(ability)})`;

const abilityNames: Partial<Record<Ability, Text2>> = {
  cards: { en: "cards in cells", zh: "单元格卡片" },
  spills: { en: "formulas that spill", zh: "溢出公式" },
  names: { en: "names on sheets", zh: "工作表名称" },
  links: { en: "links on cells", zh: "单元格超链接" },
  print: { en: "page setup", zh: "页面设置" },
  freeze: { en: "frozen rows", zh: "冻结行" },
  gridlines: { en: "hidden grid lines", zh: "隐藏网格线" },
};

/** A missing ability in words: "page setup (ExcelApi 1.9)". */
export function lackingText(lacks: string): Text2 {
  const [ability = ""] = lacks.split(" ");
  const known = abilityNames[ability as Ability];
  const rest = lacks.slice(ability.length);
  return known ? { en: known.en + rest, zh: known.zh + rest } : { en: lacks, zh: lacks };
}
