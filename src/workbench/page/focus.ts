import { ILayoutService } from "@univerjs/ui";
import type { Grid } from "./grid";

/** Moves the focus between the grid and the pane. */
interface FocusMoves {
  toPane: () => void;
  toGrid: () => void;
}

const focusable = "a[href], button:not([disabled]), input, select, textarea, [tabindex='0']";

/**
 * Moves the keyboard focus between grid and pane. The pane's document is looked up each time, because opening a
 * workbook replaces it.
 */
export function focusMoves({ univer }: Grid, frame: HTMLIFrameElement): FocusMoves {
  const layout = univer.__getInjector().get(ILayoutService);
  return {
    toPane: () => {
      frame.focus();
      const inside = frame.contentDocument;
      // The browser remembers the focus in the pane; at first it is on the first control.
      if (inside && (inside.activeElement === null || inside.activeElement === inside.body))
        inside.querySelector<HTMLElement>(focusable)?.focus();
    },
    toGrid: () => {
      frame.blur();
      layout.focus();
    },
  };
}

/**
 * Lets F6 move the focus from the grid into the open pane and back, as in Excel, and passes the pane's keys to
 * `listen`, so that shortcuts work there too. Each document in the frame needs its own listeners.
 */
export function followKeys(
  frame: HTMLIFrameElement,
  moves: FocusMoves,
  isOpen: () => boolean,
  listen: (target: Window) => void,
): void {
  const isF6 = (event: KeyboardEvent) =>
    event.key === "F6" && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
  const take = (event: KeyboardEvent, move: () => void) => {
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  addEventListener("keydown", (event) => isF6(event) && isOpen() && take(event, moves.toPane), {
    capture: true,
  });
  const followed = new WeakSet<Document>();
  const follow = () => {
    const inside = frame.contentWindow;
    if (!inside || inside.document.readyState !== "complete" || inside.location.href === "about:blank")
      return;
    if (followed.has(inside.document)) return;
    followed.add(inside.document);
    inside.addEventListener("keydown", (event) => isF6(event) && take(event, moves.toGrid), {
      capture: true,
    });
    listen(inside);
  };
  frame.addEventListener("load", follow);
  // The pane may have been loaded before; then its load event may still come.
  follow();
}
