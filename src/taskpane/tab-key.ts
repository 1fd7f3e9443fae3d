/** What the Tab key may stop at, before asking each whether it does. */
const candidates = "a[href], button, input, select, textarea, [tabindex]";

/** A radio group is one stop: its chosen button. */
function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(":disabled") || element.getClientRects().length === 0)
    return false;
  return !(element instanceof HTMLInputElement && element.type === "radio") || element.checked;
}

/**
 * Leaves the Tab key to the browser inside the pane. In Excel on the web Office.js moves the focus itself, by a list of
 * elements that knows neither shadow trees nor radio groups, and takes a focused heading for the pane's end. At the first and
 * last stop it still gets the key, since only it can hand the focus over to Excel.
 */
export function keepTabKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [...document.querySelectorAll<HTMLElement>(candidates)].filter(isStop);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    // Office.js listens on the window, which the key does not reach now.
    if (event.target !== edge) event.stopPropagation();
  });
}
