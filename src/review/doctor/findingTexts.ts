import { dataset } from "../../dataset";
import type { Text2 } from "../../dataset";

/**
 * The text of finding "old-frozen". `count` is the number of formulas, `version` the data's version in their record.
 */
export const oldFrozen = (count: number, version: string): Text2 => ({
  en: `${count === 1 ? "1 formula was" : `${count} formulas were`} frozen from data ${version}; the add-in now holds ${dataset.version}. To renew them, thaw and freeze again.`,
  zh: `有${count}个公式冻结自数据${version}，加载项现为${dataset.version}。如需更新，请先解冻再冻结。`,
});

/** The text of finding "old-block". `version` is that in the block's record. */
export const oldBlock = (version: string): Text2 => ({
  en: `It was inserted from data ${version}; the add-in now holds ${dataset.version}. Mending updates it in its place, as far as the workbook's data date allows.`,
  zh: `插入时的数据为${version}，加载项现为${dataset.version}。修复会在原处更新（以工作簿的数据日期为限）。`,
});

/** The text of finding "marker-gone". */
export const markerGone: Text2 = {
  en: "Something was inserted here and its cells, or the hidden name over them, were deleted: it can no longer be updated. Mending removes the record that was left behind.",
  zh: "曾在此插入内容，但其单元格或隐藏名称已被删除，无法再更新。修复会清除遗留的记录。",
};

/** The text of finding "part-gone". */
export const partGone: Text2 = {
  en: "A table or chart of what was inserted here was deleted. Mending makes it again.",
  zh: "此处插入内容中的表格或图表已被删除。修复会重新生成。",
};
