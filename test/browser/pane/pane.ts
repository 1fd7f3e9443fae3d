import type { Frame, Locator } from "playwright-core";

/** Words of the pane that tests press and read, by role and name as people and screen readers find them. */
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
    search: addin.locator("search input"),
    results: addin.locator(".results .result"),
    tab: (name) => addin.locator("[role=tab]", { hasText: name }),
    button: (name) => addin.locator("button", { hasText: name }),
    notice: addin.locator(".notice-text"),
  };
}
