import { sentence } from "../dataset";
import type { Language, Reason, Text2 } from "../dataset";

/** A cell that is in the way or was changed. */
export interface FilledCell {
  /** "C4" */
  address: string;
  /** Its formula, or its value as text. */
  text: string;
}

/** A reason why a table cannot join the data: its cell, the problem, and what to do. */
export interface UserTableFinding {
  /** "C5" */
  readonly address: string;
  readonly text: Text2;
}

/** Why an action was not done. Unless the sentence says otherwise, the workbook is unchanged. */
export type Problem =
  /** Other content is in the way. `next` is the nearest free place on the sheet. */
  | {
      name: "filled-cells";
      sheet: string;
      /** The area that was needed. */
      address: string;
      count: number;
      /** The first of the cells in the way. */
      cells: readonly FilledCell[];
      next?: { sheet: string; address: string };
    }
  /** The user changed cells inside a block. Insert again with `changes` to keep or replace them. */
  | {
      name: "changed-inside";
      sheet: string;
      block: string;
      count: number;
      /** The first of them. A change without a cell, such as a chart's title, has an empty address. */
      cells: readonly FilledCell[];
      /** The block was to be removed or undone, not updated. */
      removing?: true;
      /** These changes cannot be kept, because their cells are not in the new block. */
      unplaced?: true;
    }
  /**
   * Rows are hidden where something is to be written. Insert again with `hidden` to show them. `rows`: "4:9, 12".
   * `filtered`: hidden by a filter.
   */
  | { name: "hidden-rows"; sheet: string; rows: string; filtered: boolean }
  /** The block's formulas were frozen. */
  | { name: "frozen"; sheet: string }
  /** The cell has changed since it was read. */
  | { name: "cell-changed"; sheet: string; address: string; text: string }
  | { name: "bad-formula" }
  | { name: "sheet-protected"; sheet: string }
  | { name: "workbook-protected" }
  | { name: "read-only" }
  | { name: "cell-edit" }
  | { name: "dialog-open" }
  | { name: "sheet-gone"; sheet: string }
  | { name: "block-gone" }
  | { name: "no-room"; sheet: string }
  | { name: "bad-address"; given: string }
  | { name: "name-taken"; given: string }
  | { name: "too-large" }
  | { name: "busy" }
  /** Excel did not answer. `unsure`: it may or may not have written. */
  | { name: "host-lost"; unsure?: true }
  | { name: "cancelled" }
  /** A file of the add-in could not be loaded. */
  | { name: "not-loaded" }
  | { name: "not-supported"; needs: string }
  /** The data have no figure. */
  | { name: "no-figure"; reason: Reason }
  | { name: "nothing-asked" }
  | { name: "setting-not-saved" }
  /** A user's table cannot join the data, no cell of a table was selected, or a table in use is gone. */
  | { name: "user-table"; table: string; sheet: string; findings: readonly UserTableFinding[] }
  | { name: "no-table" }
  | { name: "table-gone"; table: string }
  /** Some of our cells have no value yet: #BUSY!, #NAME?, #SPILL!. */
  | { name: "not-ready"; sheet: string; count: number; cells: readonly FilledCell[] }
  /** Excel refuses every frozen formula, perhaps because names or sheets in them are gone. */
  | { name: "formulas-refused"; sheet: string; count: number; cells: readonly FilledCell[] }
  /** There is nothing to freeze, thaw or repair. */
  | { name: "nothing-to-freeze" }
  | { name: "nothing-to-thaw" }
  | { name: "nothing-to-mend" }
  /** Excel refused for an unknown reason. */
  | { name: "refused"; code: string; message: string }
  /** Writing failed, and so did undoing it. Only this problem leaves something behind. */
  | { name: "not-put-back"; sheet: string; cause: Problem };

const unchanged = { en: "Nothing was changed.", zh: "工作簿未作任何更改。" };

/** One to three sentences: what happened, what was not changed, what to do. Workbook texts are quoted unchanged. */
export function problemText(problem: Problem, language: Language): string {
  return language === "zh" ? chinese(problem) : english(problem);
}

/** A problem in English: what happened, what is as before, and what to do. */
function english(problem: Problem): string {
  const asBefore = unchanged.en;
  switch (problem.name) {
    case "filled-cells": {
      const cells = problem.count === 1 ? "1 filled cell is" : `${problem.count} filled cells are`;
      const elsewhere = problem.next ? ` The next free place is ${problem.next.address}.` : "";
      return `${cells} in the way in ${problem.address} of “${problem.sheet}”. ${asBefore}${elsewhere} Choose another place or a new sheet.`;
    }
    case "changed-inside": {
      const cells = problem.count === 1 ? "1 cell" : `${problem.count} cells`;
      const cellTexts = problem.cells.map(({ address, text }) =>
        address ? `${address}${text ? ` (${shortText(text)})` : ""}` : shortText(text),
      );
      const more = problem.count > cellTexts.length ? ` and ${problem.count - cellTexts.length} more` : "";
      const list = `${cellTexts.join(", ")}${more}`;
      if (problem.unplaced)
        return `${cells} of yours on “${problem.sheet}” ${problem.count === 1 ? "has" : "have"} no place in what would stand there: ${list}. ${asBefore} Copy what you need to another place, then replace; or choose another period.`;
      return problem.removing
        ? `You changed ${cells} of this block on “${problem.sheet}” since it was inserted: ${list}. ${asBefore}`
        : `You changed ${cells} of this block on “${problem.sheet}” since it was inserted: ${list}. ${asBefore} Keep yours and update the rest, or replace them.`;
    }
    case "hidden-rows": {
      const many = /[:,]/.test(problem.rows);
      const rows = `${many ? "Rows" : "Row"} ${problem.rows} of “${problem.sheet}” ${many ? "are" : "is"} hidden`;
      return problem.filtered
        ? `${rows} by a filter, and Excel misplaces what is written across such rows. ${asBefore} Show all rows, or choose another place.`
        : `${rows}: what would stand there could not be seen. ${asBefore} Show all rows, or choose another place.`;
    }
    case "frozen":
      return `This block on “${problem.sheet}” is frozen. ${asBefore} Thaw it (Check, Thaw), then try again.`;
    case "cell-changed":
      return `${problem.address} on “${problem.sheet}” was changed since it was read: it now holds ${problem.text || "nothing"}. ${asBefore} Select the cell again.`;
    case "bad-formula":
      return `Excel does not take this as a formula. ${asBefore} Look for a missing bracket, quotation mark or argument.`;
    case "sheet-protected":
      return `The sheet “${problem.sheet}” is protected. ${asBefore} Unprotect it (Review, Unprotect Sheet), then try again.`;
    case "workbook-protected":
      return `The workbook's structure is protected, so no sheet can be added or deleted. ${asBefore} Unprotect it (Review, Protect Workbook), then try again.`;
    case "read-only":
      return `This workbook is open for reading only. ${asBefore} Save a copy or open it for editing.`;
    case "cell-edit":
      return `A cell is being edited. ${asBefore} Press Enter or Esc in the cell, then try again.`;
    case "dialog-open":
      return `A dialog is open in Excel. ${asBefore} Close it, then try again.`;
    case "sheet-gone":
      return `The sheet “${problem.sheet}” is no longer in the workbook. ${asBefore} Choose another place.`;
    case "block-gone":
      return `What was inserted is no longer in the workbook. ${asBefore} Insert it again.`;
    case "no-room":
      return `There is not enough room up to the edge of “${problem.sheet}”. ${asBefore} Select a cell further up or to the left, or insert on a new sheet.`;
    case "bad-address":
      return `“${problem.given}” is not the address of a cell. ${asBefore} Write it like B2.`;
    case "name-taken":
      return `The name “${problem.given}” is already used in this workbook. ${asBefore} Rename or delete the other one, then try again.`;
    case "too-large":
      return `This is more than Excel takes at once. ${asBefore} Choose fewer indicators or a shorter span.`;
    case "busy":
      return `Excel is still busy with the step before. ${asBefore} Try again in a moment.`;
    case "host-lost":
      return `The connection to Excel was lost. ${
        problem.unsure
          ? "Whether it was done is not known: look at the sheet, and take it back with Excel's Undo."
          : asBefore
      } Try again; if that does not help, open the workbook again.`;
    case "cancelled":
      return `Cancelled. ${asBefore}`;
    case "not-loaded":
      return `A part of the add-in could not be loaded. ${asBefore} Close the pane and open it again.`;
    case "not-supported":
      return `This Excel is too old for it (it needs ${problem.needs}). ${asBefore}`;
    case "no-figure":
      return `${sentence(problem.reason, "en")} ${asBefore}`;
    case "nothing-asked":
      return `No indicator is chosen. ${asBefore} Choose at least one.`;
    case "not-ready": {
      const cells = problem.cells.map(({ address, text }) => `${address} (${text})`).join(", ");
      return `${problem.count === 1 ? "A formula has" : `${problem.count} formulas have`} no value yet on “${problem.sheet}”: ${cells}. ${asBefore} Wait until they are calculated, or look at them under Check, then try again.`;
    }
    case "formulas-refused": {
      const cells = problem.cells.map(({ address, text }) => `${address} (${text})`).join(", ");
      return `Excel does not take ${problem.count === 1 ? "the formula" : `the ${problem.count} formulas`} of “${problem.sheet}” now: ${cells}. ${asBefore} See whether a sheet or a name in it was deleted.`;
    }
    case "nothing-to-freeze":
      return `There is no ECOM formula here. ${asBefore}`;
    case "nothing-to-thaw":
      return `Nothing is frozen here. ${asBefore}`;
    case "nothing-to-mend":
      return `Nothing of this can be mended here. ${asBefore}`;
    case "setting-not-saved":
      return "The setting could not be saved in this workbook and is as it was. Save the workbook, then try again.";
    case "user-table": {
      const count = problem.findings.length;
      return `“${problem.table}” did not join: ${count === 1 ? "1 thing needs" : `${count} things need`} a change, see Settings. ${asBefore}`;
    }
    case "no-table":
      return `The selected cell is in no Excel table. ${asBefore} Select a cell of one (Insert, Table makes one), then try again.`;
    case "table-gone":
      return `There is no table “${problem.table}” in this workbook now. ${asBefore} Remove it here, or use the table under its new name.`;
    case "refused":
      return `Excel refused: ${problem.message || problem.code} (${problem.code}). ${asBefore}`;
    case "not-put-back":
      return `${withoutUnchanged(english(problem.cause), asBefore)} What was begun on “${problem.sheet}” could not be taken back: use Excel's Undo, or delete it.`;
  }
}

/** A problem in Chinese, see `english`. */
function chinese(problem: Problem): string {
  const asBefore = unchanged.zh;
  switch (problem.name) {
    case "filled-cells": {
      const elsewhere = problem.next ? `最近的空白位置是${problem.next.address}。` : "";
      return `“${problem.sheet}”的${problem.address}中有${problem.count}个单元格已有内容。${asBefore}${elsewhere}请另选位置或插入到新工作表。`;
    }
    case "changed-inside": {
      const cellTexts = problem.cells.map(({ address, text }) =>
        address ? `${address}${text ? `（${shortText(text)}）` : ""}` : shortText(text),
      );
      const list = `${cellTexts.join("、")}${problem.count > cellTexts.length ? `等` : ""}`;
      if (problem.unplaced)
        return `“${problem.sheet}”上您改动的${problem.count}个单元格在新内容中没有对应位置：${list}。${asBefore}请先把需要的内容复制到别处再替换，或另选时期。`;
      return problem.removing
        ? `“${problem.sheet}”上的插入内容有${problem.count}个单元格被改动：${list}。${asBefore}`
        : `“${problem.sheet}”上的插入内容有${problem.count}个单元格被改动：${list}。${asBefore}可保留您的改动并更新其余内容，或予以替换。`;
    }
    case "hidden-rows": {
      const rows = `“${problem.sheet}”的第${problem.rows.replaceAll(", ", "、").replaceAll(":", "—")}行`;
      return problem.filtered
        ? `${rows}被筛选隐藏，Excel跨隐藏行写入时会错位。${asBefore}请显示所有行，或另选位置。`
        : `${rows}已隐藏，写入的内容将无法看到。${asBefore}请显示所有行，或另选位置。`;
    }
    case "frozen":
      return `“${problem.sheet}”上的这项插入内容已冻结。${asBefore}请先解冻（“检查”>“解冻”），再重试。`;
    case "cell-changed":
      return `“${problem.sheet}”的${problem.address}在读取后已被更改，现为：${problem.text || "空"}。${asBefore}请重新选择该单元格。`;
    case "bad-formula":
      return `Excel不接受此公式。${asBefore}请检查是否缺少括号、引号或参数。`;
    case "sheet-protected":
      return `工作表“${problem.sheet}”受保护。${asBefore}请先撤消工作表保护（“审阅”选项卡），再重试。`;
    case "workbook-protected":
      return `工作簿结构受保护，不能添加或删除工作表。${asBefore}请先取消保护工作簿（“审阅”选项卡），再重试。`;
    case "read-only":
      return `此工作簿以只读方式打开。${asBefore}请另存副本或以编辑方式打开。`;
    case "cell-edit":
      return `有单元格正在编辑。${asBefore}请在单元格中按Enter或Esc后重试。`;
    case "dialog-open":
      return `Excel中有对话框未关闭。${asBefore}请关闭后重试。`;
    case "sheet-gone":
      return `工作簿中已没有工作表“${problem.sheet}”。${asBefore}请另选位置。`;
    case "block-gone":
      return `插入的内容已不在工作簿中。${asBefore}请重新插入。`;
    case "no-room":
      return `到“${problem.sheet}”的边缘空间不够。${asBefore}请选择靠上或靠左的单元格，或插入到新工作表。`;
    case "bad-address":
      return `“${problem.given}”不是单元格地址。${asBefore}请写成B2的形式。`;
    case "name-taken":
      return `此工作簿已使用名称“${problem.given}”。${asBefore}请重命名或删除原有名称后重试。`;
    case "too-large":
      return `内容超出Excel一次可接受的大小。${asBefore}请减少指标或缩短时间范围。`;
    case "busy":
      return `Excel仍在处理上一步操作。${asBefore}请稍后重试。`;
    case "host-lost":
      return `与Excel的连接已断开。${
        problem.unsure ? "不知操作是否已完成：请查看工作表，可用Excel的“撤消”撤回。" : asBefore
      }请重试；如仍不成功，请重新打开工作簿。`;
    case "cancelled":
      return `已取消。${asBefore}`;
    case "not-loaded":
      return `加载项的部分文件未能加载。${asBefore}请关闭窗格后重新打开。`;
    case "not-supported":
      return `此版本的Excel不支持该操作（需要${problem.needs}）。${asBefore}`;
    case "no-figure":
      return `${sentence(problem.reason, "zh")}${asBefore}`;
    case "nothing-asked":
      return `尚未选择指标。${asBefore}请至少选择一个。`;
    case "not-ready": {
      const cells = problem.cells.map(({ address, text }) => `${address}（${text}）`).join("、");
      return `“${problem.sheet}”上有${problem.count}个公式尚无结果：${cells}。${asBefore}请等待计算完成，或在“检查”中查看，然后重试。`;
    }
    case "formulas-refused": {
      const cells = problem.cells.map(({ address, text }) => `${address}（${text}）`).join("、");
      return `Excel现在不接受“${problem.sheet}”上的${problem.count}个公式：${cells}。${asBefore}请检查其中的工作表或名称是否已被删除。`;
    }
    case "nothing-to-freeze":
      return `此处没有ECOM公式。${asBefore}`;
    case "nothing-to-thaw":
      return `此处没有已冻结的公式。${asBefore}`;
    case "nothing-to-mend":
      return `其中没有可以修复的内容。${asBefore}`;
    case "setting-not-saved":
      return "设置未能保存到此工作簿，仍保持原样。请先保存工作簿，再重试。";
    case "user-table":
      return `“${problem.table}”未加入：有${problem.findings.length}处需要修改，见“设置”。${asBefore}`;
    case "no-table":
      return `所选单元格不在Excel表格中。${asBefore}请选择表格中的单元格（“插入”>“表格”可创建），再重试。`;
    case "table-gone":
      return `此工作簿中已没有表“${problem.table}”。${asBefore}请在此移除，或以新名称使用该表。`;
    case "refused":
      return `Excel拒绝了操作：${problem.message || problem.code}（${problem.code}）。${asBefore}`;
    case "not-put-back":
      return `${withoutUnchanged(chinese(problem.cause), asBefore)}“${problem.sheet}”上已开始的内容未能撤回：请用Excel的“撤消”，或手动删除。`;
  }
}

/** A cell's text, shortened for a sentence. */
const shortText = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

/** The cause's sentence without its promise that nothing was changed. */
function withoutUnchanged(text: string, promise: string): string {
  return text
    .replace(promise, "")
    .replace(/\s{2,}/g, " ")
    .trim();
}
