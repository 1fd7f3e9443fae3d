import type { Text2 } from "../../dataset";

export type Happened = "inserted" | "updated" | "same";

const beginnings: Readonly<Record<Happened, Text2>> = {
  inserted: { en: "Inserted", zh: "已插入" },
  updated: { en: "Updated", zh: "已更新" },
  same: { en: "Already there and up to date", zh: "已是最新" },
};

/** One sentence for the pane: what was done, and where. */
export function doneText(happened: Happened, name: Text2, sheet: string, address: string): Text2 {
  const { en, zh } = beginnings[happened];
  return {
    en: `${en}: ${name.en}, at ${address} on “${sheet}”.`,
    zh: `${zh}：${name.zh}，位于“${sheet}”的${address}。`,
  };
}

/** The sentence about a removed block or cells. `address` is one cell or area, without the sheet's name. */
export const removedText = (sheet: string, address: string): Text2 => ({
  en: `Removed from ${address} on “${sheet}”.`,
  zh: `已从“${sheet}”的${address}移除。`,
});

/** The sentence about kept cells of the user's; undefined for none. */
export function keptText({ length }: readonly unknown[]): Text2 | undefined {
  if (length === 0) return undefined;
  return {
    en: length === 1 ? "Your cell in it was kept." : `Your ${length} cells in it were kept.`,
    zh: `其中您改动的${length}个单元格已保留。`,
  };
}

export const hiddenText: Text2 = { en: "The sheet is hidden.", zh: "该工作表已隐藏。" };

/** The sentence that the user's sorting is lost. */
export const sortedText: Text2 = {
  en: "Its table is no longer sorted as you had it: sort it again.",
  zh: "表格已不再按您的方式排序，请重新排序。",
};

/** The sentence about an undone update or removal. `address` as in `removedText`. */
export const backText = (sheet: string, address: string): Text2 => ({
  en: `Taken back: ${address} on “${sheet}” is as it was.`,
  zh: `已撤消：“${sheet}”的${address}已恢复原样。`,
});
