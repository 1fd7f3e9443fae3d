import type { Text2 } from "../../dataset";
import { followWorkbook } from "../../functions";
import type { Outcome } from "../../workbook/outcome";
import { send } from "../session/batch";
import type { Step } from "../session/batchObjects";
import { runInContext } from "../session/context";
import { problemOf, isUnanswered } from "../session/errors";
import { sayWithout } from "../session/parts";
import { dataDateKeys, remember, save, setDataDate, setOrRemove } from "../session/settings";

const savedMessage: Text2 = { en: "Saved in this workbook.", zh: "已保存到此工作簿。" };

/**
 * Saves a setting, then recalculates everything, because Excel does not know that functions depend on it.
 * @param value undefined removes it
 * @param done what the outcome says
 */
export async function saveSetting(
  key: string,
  value: unknown,
  timeoutMs: number,
  done: { sheet: string; address: string; text: Text2 } = { sheet: "", address: "", text: savedMessage },
): Promise<Outcome> {
  const putBack = remember([key, ...dataDateKeys]);
  if (key === "ECOM.asof") setDataDate(value);
  else setOrRemove(key, value);
  if (!(await save(timeoutMs))) {
    putBack();
    return { ok: false, problem: { name: "setting-not-saved" } };
  }
  try {
    const leftOut = await runInContext(timeoutMs, (context) => send(context, [recalculate]));
    // If no formula has read the settings yet, this joins the user's tables and sets the workbook's version of the
    // data.
    followWorkbook();
    return { ok: true, done: { ...done, text: sayWithout(done.text, leftOut) } };
  } catch (error) {
    const problem = problemOf(error, { sheet: "", newSheet: false });
    putBack();
    return { ok: false, problem: (await save(timeoutMs)) ? problem : isUnanswered };
  }
}

const recalculate: Step = {
  part: "recalculation",
  what: "Application.calculate",
  bytes: 200,
  run: ({ workbook }) => workbook.application.calculate("Full"),
};
