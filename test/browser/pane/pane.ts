import type { Frame, FrameLocator, Locator } from "playwright-core";

/**
 * Words of the pane that tests press and read, by role and name as people and screen readers find them. Only the message has
 * neither: it is spoken when it comes, wherever a person is.
 */
export interface PaneParts {
  search: Locator;
  results: Locator;
  /** The tab of a view. */
  tab(name: string): Locator;
  button(name: string | RegExp): Locator;
  /** The figures that the pane begins with: a button each. */
  keyFigures: Locator;
  /** One of a few things side by side, or a template. */
  choice(name: string): Locator;
  /** What stands behind the selected cell. */
  selected: Locator;
  /** The message after an act. */
  notice: Locator;
  /** The message after an act that failed: it is spoken at once. */
  failed: Locator;
}

/** The parts of the pane in its frame. */
export function paneParts(addin: Frame | FrameLocator): PaneParts {
  return {
    search: addin.getByRole("search").getByRole("textbox"),
    // The list that the heading of how many were found names.
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
