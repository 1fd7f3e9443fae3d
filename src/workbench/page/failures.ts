import { make, part, sentenceOf } from "./dom";
import type { Texts } from "./texts";

/**
 * Says when something of the page fails that nobody expected, and offers to save: the cells are still there even where the grid is no
 * longer drawn. `save` is what the button of the title bar does.
 */
export function watchFailures(texts: Texts, save: () => void): void {
  const notice = part("failure");
  const tell = (error: unknown) => {
    const button = make("button", { type: "button", class: "primary" }, texts("save"));
    button.addEventListener("click", save);
    notice.replaceChildren(make("span", {}, texts("failed", sentenceOf(error))), button);
    notice.hidden = false;
  };
  addEventListener("error", ({ error, message }) => {
    // What a browser says of its own layout is no failure of the page.
    if (!message.startsWith("ResizeObserver")) tell(error ?? message);
  });
  addEventListener("unhandledrejection", ({ reason }) => tell(reason));
}
