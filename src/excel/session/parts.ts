import type { Text2 } from "../../dataset";

/**
 * The parts of a writing. The cells, and the marker by which a block is found again, are essential: they are written
 * completely, or everything is undone. The rest is dressing: what Excel refuses of it is left out and reported.
 */
const names = {
  cells: { en: "cells", zh: "单元格" },
  marker: { en: "the marker", zh: "标记" },
  "number formats": { en: "number formats", zh: "数字格式" },
  looks: { en: "cell styles", zh: "单元格样式" },
  sizes: { en: "column widths and row heights", zh: "列宽和行高" },
  merges: { en: "merged cells", zh: "合并单元格" },
  links: { en: "links", zh: "超链接" },
  table: { en: "the table format", zh: "表格格式" },
  chart: { en: "charts", zh: "图表" },
  "chart details": { en: "details of charts", zh: "图表细节" },
  filters: { en: "filters", zh: "筛选" },
  print: { en: "page setup", zh: "页面设置" },
  view: { en: "view settings", zh: "视图设置" },
  "name comments": { en: "comments of names", zh: "名称备注" },
  screen: { en: "a still screen while writing", zh: "写入时保持屏幕静止" },
  recalculation: { en: "recalculation", zh: "重新计算" },
} as const satisfies Record<string, Text2>;

/** A part of a writing. */
export type Part = keyof typeof names;

/** All parts, in the order in which they are reported. */
const allParts = Object.keys(names) as readonly Part[];

/** All parts, if it is unknown which were changed. */
export const everything: ReadonlySet<Part> = new Set(allParts);

/**
 * Whether everything must be undone if Excel refuses this part. Everything else is dressing, which may be left out.
 */
export const isEssential = (part: Part): boolean => part === "cells" || part === "marker";

/**
 * The sentence about parts that were left out, to follow another; empty for none.
 * @example withoutText(new Set(["print"])).en // " Without page setup: Excel refused it."
 */
export function withoutText(leftOut: ReadonlySet<Part>): Text2 {
  const ordered = allParts.filter((part) => leftOut.has(part));
  if (ordered.length === 0) return { en: "", zh: "" };
  const english = ordered.map((part) => names[part].en);
  const last = english.pop() ?? "";
  const list = english.length > 0 ? `${english.join(", ")} and ${last}` : last;
  return {
    en: ` Without ${list}: Excel refused it.`,
    zh: `未包含${ordered.map((part) => names[part].zh).join("、")}：Excel拒绝了这部分操作。`,
  };
}

/** A sentence, followed by the one about parts that were left out. Unchanged if nothing was left out. */
export function sayWithout(text: Text2, leftOut: ReadonlySet<Part>): Text2 {
  const without = withoutText(leftOut);
  return { en: text.en + without.en, zh: text.zh + without.zh };
}
