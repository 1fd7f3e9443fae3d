import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from "@univerjs/core";
import { IEditorService } from "@univerjs/docs-ui";
import type { Grid } from "./grid";

/**
 * Keeps the caret in the formula bar if editing starts there. Univer's cell editor opens at the same time and takes
 * the keyboard, so that typed text was lost.
 */
export function keepCaret({ univer }: Grid): void {
  const editors = univer.__getInjector().get(IEditorService);
  document.addEventListener("focusin", ({ target }) => {
    const inCell =
      target instanceof HTMLElement && target.id === `__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`;
    if (!inCell || editors.getFocusId() !== DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY) return;
    editors.getFocusEditor()?.focus();
  });
}
