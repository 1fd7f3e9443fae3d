import type { Outcome } from "../../workbook/outcome";
import { problemText } from "../../workbook/problem";
import type { Problem } from "../../workbook/problem";
import type { Notice, NoticeButton, State } from "../state";
import type { Controller } from "./controller";

/**
 * The message of a finished action, with "Go to" and "Undo" where possible. Undo removes a new block, and takes an
 * update back.
 */
export function doneNotice(
  { done }: Outcome & { ok: true },
  controller: Pick<Controller, "goTo" | "remove" | "update">,
): Notice {
  const { block, was } = done;
  const buttons: NoticeButton[] = [];
  if (done.address)
    buttons.push({
      label: (words) => (done.hidden ? words.showSheet : words.goTo),
      run: () => void controller.goTo(done.sheet, done.address, done.hidden),
    });
  if (block) buttons.push({ label: (words) => words.undo, run: () => void controller.remove(block) });
  if (was) buttons.push({ label: (words) => words.undo, run: () => void controller.update(was) });
  return { kind: "done", text: (_words, language) => done.text[language], buttons };
}

/** A message of a finished action without buttons. `text` is asked again when the pane's language changes. */
export const plainNotice = (text: Notice["text"]): Notice => ({ kind: "done", text, buttons: [] });

/** The message of a problem, with ways around it. `buttons` by default none. */
export const failedNotice = (problem: Problem, buttons: readonly NoticeButton[] = []): Notice => ({
  kind: "failed",
  text: (_words, language) => problemText(problem, language),
  buttons,
});

/**
 * The message why no workbook is connected. "outside" is a page outside Excel, "incomplete" one whose files did not
 * all load.
 */
export function notYet(connection: State["connection"]): Notice {
  const text: Notice["text"] = (words, language) => {
    if (connection === "incomplete") return problemText({ name: "not-loaded" }, language);
    return connection === "outside" ? words.outsideExcel : words.stillConnecting;
  };
  return { kind: connection === "incomplete" ? "failed" : "info", text, buttons: [] };
}
