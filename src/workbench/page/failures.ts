import { make, part, sentenceOf } from "./dom";
import type { Texts } from "./texts";

/**
 * Says when something of the page fails that nobody expected, and offers to save: the cells are still there even where the grid is no
 * longer drawn. `save` is what the button of the title bar does.
 */
export function watchFailures(texts: Texts, save: () => void): void {
  const notice = part("failure");
  let told = "";
  const tell = (error: unknown) => {
    const sentence = texts("failed", sentenceOf(error));
    // What fails whenever the grid is drawn fails many times a second: the button is not to change under the mouse.
    if (!notice.hidden && sentence === told) return;
    told = sentence;
    const button = make("button", { type: "button", class: "primary" }, texts("save"));
    button.addEventListener("click", save);
    notice.replaceChildren(make("span", {}, sentence), button);
    notice.hidden = false;
  };
  addEventListener("error", ({ error, message }) => {
    // What a browser says of its own layout is no failure of the page.
    if (!message.startsWith("ResizeObserver")) tell(error ?? message);
  });
  addEventListener("unhandledrejection", ({ reason }) => tell(reason));
}
