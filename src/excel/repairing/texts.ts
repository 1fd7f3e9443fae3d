import type { Language, Text2 } from "../../dataset";
import type { FreezeScope } from "../../workbook/api";
import type { Skipped } from "../../workbook/outcome";

export const isProtected: Text2 = {
  en: "The sheet is protected: unprotect it (Review, Unprotect Sheet), then try again.",
  zh: "工作表受保护：请先撤消工作表保护（“审阅”选项卡），再重试。",
};

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? one : `${count} ${more}`;

/** The most reasons in a sentence. */
const reasons = 2;

/** What was skipped, and why, as the end of a sentence. */
function leftText(all: readonly Skipped[]): Text2 {
  if (all.length === 0) return { en: "", zh: "" };
  const places = all.map(({ sheet, address }) => (address ? `${sheet} ${address}` : `“${sheet}”`));
  const shown = places.slice(0, 3).join(", ") + (places.length > 3 ? " …" : "");
  const reasonsIn = (language: Language, between: string) =>
    [...new Set(all.map((skipped) => skipped.why[language]))].slice(0, reasons).join(between);
  return {
    en: ` Not touched: ${shown}. ${reasonsIn("en", " ")}`,
    zh: `未改动：${shown}。${reasonsIn("zh", "")}`,
  };
}

/**
 * The message about frozen formulas. `list` is the name of the sheet that lists them; `skipped` are those left as
 * formulas, with their reasons.
 */
export function frozenText(
  scope: FreezeScope,
  formulas: number,
  sheets: number,
  list: string,
  skipped: readonly Skipped[],
): Text2 {
  const rest = leftText(skipped);
  const next =
    scope === "copy"
      ? {
          en: " Now save a copy for others (File, Save a Copy); then press Undo, or Thaw, and your formulas are back.",
          zh: "现在请另存一份副本给他人（“文件”>“另存副本”），然后按“撤消”或“解冻”即可恢复公式。",
        }
      : { en: "", zh: "" };
  return {
    en: `Frozen: ${counted(formulas, "1 formula", "formulas")} on ${counted(sheets, "1 sheet", "sheets")}, listed on “${list}”.${next.en}${rest.en}`,
    zh: `已冻结${sheets}个工作表中的${formulas}个公式，清单见“${list}”。${next.zh}${rest.zh}`,
  };
}

/** The message about thawed formulas. `skipped` are those that stay frozen, with their reasons. */
export function thawedText(formulas: number, skipped: readonly Skipped[]): Text2 {
  const rest = leftText(skipped);
  return {
    en: `Thawed: ${counted(formulas, "1 formula is", "formulas are")} back.${rest.en}`,
    zh: `已解冻，恢复了${formulas}个公式。${rest.zh}`,
  };
}

/**
 * A frozen formula was skipped, because its cells have changed. `formula` is told, so that the user can enter it by
 * hand; also below.
 */
export const isChanged = (formula: string): Text2 => ({
  en: `It was changed since it was frozen. The formula was ${formula}`,
  zh: `冻结后已被改动。原公式为${formula}`,
});

/** Excel refuses a frozen formula, perhaps because it names a deleted sheet. It can be thawed again later. */
export const isRefused = (formula: string): Text2 => ({
  en: `Excel does not take its formula now; it stays frozen. The formula is ${formula}`,
  zh: `Excel现在不接受其公式，故仍保持冻结。公式为${formula}`,
});

/** The cells of a frozen formula are gone. Its record is forgotten. */
export const isDeleted = (formula: string): Text2 => ({
  en: `Its cells were deleted. The formula was ${formula}`,
  zh: `其单元格已被删除。原公式为${formula}`,
});

/** The finding no longer holds. */
export const isMoved: Text2 = {
  en: "It is no longer as it was found: look again.",
  zh: "已与检查时不同：请重新检查。",
};

/** The message about repaired findings. `skipped` are those that could not be repaired, with their reasons. */
export function mendedText(count: number, skipped: readonly Skipped[]): Text2 {
  const rest = leftText(skipped);
  return { en: `Mended: ${count}.${rest.en}`, zh: `已修复${count}处。${rest.zh}` };
}
