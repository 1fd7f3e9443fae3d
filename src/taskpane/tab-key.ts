/** Elements that may be stops of the Tab key. */
const candidates = "a[href], button, input, select, textarea, [tabindex]";

/** A radio group is one stop: its chosen button. */
function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(":disabled") || element.getClientRects().length === 0)
    return false;
  return !(element instanceof HTMLInputElement && element.type === "radio") || element.checked;
}

/**
 * Keeps the Tab key from Office.js inside the pane. In Excel on the web Office.js moves the focus itself, by a list
 * that ignores shadow trees and radio groups and takes a focused heading for the pane's end. At the first and last
 * stop it still gets the key, because only it can move the focus to Excel.
 */
export function keepTabKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [...document.querySelectorAll<HTMLElement>(candidates)].filter(isStop);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    // Office.js listens on the window, which the event no longer reaches.
    if (event.target !== edge) event.stopPropagation();
  });
}
