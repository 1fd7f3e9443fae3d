import type { Workbench } from "../../browser";

declare global {
  interface Window {
    restoreTime?: (() => void) | undefined;
  }
}

/** A reason for Excel to refuse. */
export interface Cause {
  name: string;
  /** Makes the host fail for this reason. */
  begin(workbench: Workbench): Promise<unknown>;
  /** Ends the reason. */
  end(workbench: Workbench): Promise<unknown>;
  /** What the sentence must say beside that nothing was changed: what happened, and what to do. */
  says: Record<"en" | "zh", readonly [what: string, next: string]>;
}

type Fault = "editing" | "disconnected" | "envelopeError" | "requestLimit" | "responseLimit";

const set =
  (fault: Fault, value: boolean | number) =>
  ({ page }: Workbench) =>
    page.evaluate(([name, to]) => Object.assign(window.workbench!.host.faults, { [name]: to }), [
      fault,
      value,
    ] as const);
const clear = ({ page }: Workbench) => page.evaluate(() => window.workbench!.host.faults.clear());

/** Protects the first sheet or the structure, or ends that, as somebody else would. */
const protect =
  (what: "sheet" | "structure", on: boolean) =>
  ({ addin }: Workbench) =>
    addin.evaluate(
      ([which, protecting]) =>
        Excel.run(async ({ workbook }) => {
          const { protection } = which === "sheet" ? workbook.worksheets.getFirst() : workbook;
          if (protecting) protection.protect();
          else protection.unprotect();
          await workbook.context.sync();
        }),
      [what, on] as const,
    );

/** Lets the minute that the pane waits for an answer pass at once. */
const hurry = ({ addin }: Workbench) =>
  addin.evaluate(() => {
    if (window.restoreTime) return;
    const real = window.setTimeout;
    const timeoutMs = 60_000;
    const hurried = (run: TimerHandler, after?: number, ...given: unknown[]) =>
      real(run, after === timeoutMs ? 1 : after, ...given);
    window.setTimeout = hurried as typeof setTimeout;
    window.restoreTime = () => {
      window.setTimeout = real;
      window.restoreTime = undefined;
    };
  });
/** Time passes as usual again. */
const restoreTime = ({ addin }: Workbench) => addin.evaluate(() => window.restoreTime?.());

const envelope = (name: string, number: number, says: Cause["says"]): Cause => ({
  name,
  begin: set("envelopeError", number),
  end: clear,
  says,
});

const lost: Cause["says"] = {
  en: ["The connection to Excel was lost.", "Try again; if that does not help, open the workbook again."],
  zh: ["与Excel的连接已断开。", "请重试；如仍不成功，请重新打开工作簿。"],
};
const tooLarge: Cause["says"] = {
  en: ["more than Excel takes at once", "Choose fewer"],
  zh: ["内容超出Excel一次可接受的大小", "请减少"],
};

/** Reasons that stop any action. */
export const conversation: readonly Cause[] = [
  {
    name: "a cell that is being edited",
    begin: set("editing", true),
    end: clear,
    says: {
      en: ["A cell is being edited.", "Press Enter or Esc in the cell, then try again."],
      zh: ["有单元格正在编辑。", "请在单元格中按Enter或Esc后重试。"],
    },
  },
  {
    name: "a host that does not answer",
    async begin(workbench) {
      await hurry(workbench);
      await set("disconnected", true)(workbench);
    },
    async end(workbench) {
      await clear(workbench);
      await restoreTime(workbench);
    },
    says: lost,
  },
  envelope("a session that timed out", 5012, lost),
  envelope("a modal dialog", 5016, {
    en: ["A dialog is open in Excel.", "Close it, then try again."],
    zh: ["Excel中有对话框未关闭。", "请关闭后重试。"],
  }),
  envelope("the activity limit", 5102, {
    en: ["Excel is still busy with the step before.", "Try again in a moment."],
    zh: ["Excel仍在处理上一步操作。", "请稍后重试。"],
  }),
  { name: "a request that is too large", begin: set("requestLimit", 150), end: clear, says: tooLarge },
  { name: "an answer that is too large", begin: set("responseLimit", 30), end: clear, says: tooLarge },
];

/** Reasons that stop actions on the first sheet. */
export const protectedSheet: Cause = {
  name: "a protected sheet",
  begin: protect("sheet", true),
  end: protect("sheet", false),
  says: {
    en: ["The sheet “Sheet1” is protected.", "Unprotect it (Review, Unprotect Sheet), then try again."],
    zh: ["工作表“Sheet1”受保护。", "请先撤消工作表保护（“审阅”选项卡），再重试。"],
  },
};

/** Reasons that stop actions that add or delete a sheet. */
export const protectedStructure: Cause = {
  name: "a protected structure",
  begin: protect("structure", true),
  end: protect("structure", false),
  says: {
    en: [
      "The workbook's structure is protected, so no sheet can be added or deleted.",
      "Unprotect it (Review, Protect Workbook), then try again.",
    ],
    zh: ["工作簿结构受保护，不能添加或删除工作表。", "请先取消保护工作簿（“审阅”选项卡），再重试。"],
  },
};

/** What every sentence must say. */
export const unchanged = { en: "Nothing was changed.", zh: "工作簿未作任何更改。" };

/** A workbook that was opened for reading. */
export const readOnlySays: Cause["says"] = {
  en: ["This workbook is open for reading only.", "Save a copy or open it for editing."],
  zh: ["此工作簿以只读方式打开。", "请另存副本或以编辑方式打开。"],
};
