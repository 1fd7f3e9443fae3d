import type { Grid } from "./grid";

/** Excel reserves this name for its sheet of tracked changes. */
const reservedName = "history";

/** The milliseconds after which a pressed tab is dragged. */
const longPress = 500;

const tab = "[data-u-comp=slide-tab-item]";

/**
 * Corrects the grid's tabs (Univer 0.25.1): the reserved name "History" is refused, a pasted name keeps its blanks,
 * and a released tab is no longer dragged.
 */
export function mendTabs({ univerAPI }: Grid): void {
  const book = univerAPI.getActiveWorkbook()?.getWorkbook();
  if (book) {
    const isTaken = book.checkSheetName.bind(book);
    book.checkSheetName = (name) => name.trim().toLowerCase() === reservedName || isTaken(name);
  }
  pasteNamesWhole();
  endDragging();
}

/** Pastes a sheet's name as plain text on one line. */
function pasteNamesWhole(): void {
  const paste = (event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (!clipboardData || !(target instanceof HTMLElement)) return;
    if (!target.isContentEditable || !target.closest(tab)) return;
    event.preventDefault();
    event.stopPropagation();
    const text = clipboardData.getData("text/plain").replace(/\s+/g, " ").trim();
    const selection = getSelection();
    selection?.deleteFromDocument();
    selection?.getRangeAt(0).insertNode(document.createTextNode(text));
    selection?.collapseToEnd();
    target.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  document.addEventListener("paste", paste, { capture: true });
}

/**
 * A double click opens the name for editing, and its second half starts a timer for dragging that nothing stops. If
 * the name was typed within half a second, the tab was taken out of its place, and removing the sheet broke the grid.
 */
function endDragging(): void {
  let timers: number[] = [];
  const setTimer = window.setTimeout;
  const setAndRemember = ((handler: TimerHandler, delay?: number, ...args: unknown[]) => {
    const timer = setTimer(handler, delay, ...args);
    if (delay === longPress) timers.push(timer);
    return timer;
  }) as typeof window.setTimeout;
  const end = () => {
    if (window.setTimeout === setAndRemember) window.setTimeout = setTimer;
  };
  const onPointerDown = ({ target }: PointerEvent) => {
    if (!(target instanceof Element) || !target.closest(tab)) return;
    window.setTimeout = setAndRemember;
    setTimer(end, 0);
  };
  const up = () => {
    timers.forEach((timer) => clearTimeout(timer));
    timers = [];
  };
  addEventListener("pointerdown", onPointerDown, { capture: true });
  addEventListener("pointerdown", end);
  for (const kind of ["pointerup", "pointercancel"] as const) addEventListener(kind, up, { capture: true });
}
