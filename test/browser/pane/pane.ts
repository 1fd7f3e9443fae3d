import type { Frame, Locator } from "playwright-core";

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
  /** The message after an act. */
  notice: Locator;
}

/** The parts of the pane in its frame. */
export function paneParts(addin: Frame): PaneParts {
  return {
    search: addin.getByRole("search").getByRole("textbox"),
    // The list that the heading of how many were found names.
    results: addin
      .getByRole("region", { name: /^\d+( indicators?|个指标)$/ })
      .getByRole("listitem")
      .getByRole("button"),
    tab: (name) => addin.getByRole("tab", { name }),
    button: (name) => addin.getByRole("button", { name }),
    notice: addin.locator(".notice-text"),
  };
}
