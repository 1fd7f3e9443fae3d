import { make, elementById, sentenceOf } from "./dom";
import type { Texts } from "./texts";

/**
 * Reports unexpected errors of the page, and offers to save, because the cells still exist even if the grid is no
 * longer drawn. `save` is what the title bar's button does.
 */
export function watchFailures(texts: Texts, save: () => void): void {
  const notice = elementById("failure");
  let shown = "";
  const show = (error: unknown) => {
    const sentence = texts("failed", sentenceOf(error));
    // An error in drawing repeats many times a second; the button must not change under the mouse.
    if (!notice.hidden && sentence === shown) return;
    shown = sentence;
    const button = make("button", { type: "button", class: "primary" }, texts("save"));
    button.addEventListener("click", save);
    notice.replaceChildren(make("span", {}, sentence), button);
    notice.hidden = false;
  };
  addEventListener("error", ({ error, message }) => {
    // A browser's messages about its own layout are no errors of the page.
    if (!message.startsWith("ResizeObserver")) show(error ?? message);
  });
  addEventListener("unhandledrejection", ({ reason }) => show(reason));
}
