import type { Frame, FrameLocator, Locator } from "playwright-core";

/**
 * The parts of the pane that tests press and read, by role and name, as people and screen readers find them. Only the
 * message has neither: screen readers speak it when it comes.
 */
export interface PaneParts {
  search: Locator;
  results: Locator;
  /** The tab of a view. */
  tab(name: string): Locator;
  button(name: string | RegExp): Locator;
  /** The buttons of the key figures with which the pane begins. */
  keyFigures: Locator;
  /** One of several options side by side, or a template. */
  choice(name: string): Locator;
  /** The section about the selected cell. */
  selected: Locator;
  /** The message after an action. */
  notice: Locator;
  /** The message after a failed action, which screen readers speak at once. */
  failed: Locator;
}

/** The parts of the pane in its frame. */
export function paneParts(addin: Frame | FrameLocator): PaneParts {
  return {
    search: addin.getByRole("search").getByRole("textbox"),
    // The list of results is named by the heading that says how many were found.
    results: addin
      .getByRole("region", { name: /^\d+( indicators?|个指标)$/ })
      .getByRole("listitem")
      .getByRole("button"),
    tab: (name) => addin.getByRole("tab", { name }),
    button: (name) => addin.getByRole("button", { name }),
    keyFigures: addin
      .getByRole("region", { name: /key figures|主要数据/i })
      .getByRole("listitem")
      .getByRole("button"),
    choice: (name) => addin.getByRole("radio", { name }),
    selected: addin.getByRole("region", {
      name: /^(Source of this figure|Why this error|此数据的来源|为何出错)/,
    }),
    notice: addin.locator(".notice-text"),
    failed: addin.getByRole("alert"),
  };
}
