import type { Grid } from "./grid";

/** Excel keeps this name for its own sheet of tracked changes. */
const kept = "history";

/** Milliseconds after which a pressed tab is taken along by the mouse. */
const longPress = 500;

const tab = "[data-u-comp=slide-tab-item]";

/**
 * Mends the grid's tabs (Univer 0.25.1): the name "History" is refused as one that is taken, a pasted name keeps its blanks, and a tab
 * that was let go of is not dragged any more.
 */
export function mendTabs({ univerAPI }: Grid): void {
  const book = univerAPI.getActiveWorkbook()?.getWorkbook();
  if (book) {
    const taken = book.checkSheetName.bind(book);
    book.checkSheetName = (name) => name.trim().toLowerCase() === kept || taken(name);
  }
  pasteWhole();
  letGo();
}

function pasteWhole(): void {
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
 * A double press opens the name for editing, and its second half starts the clock of a long press that nothing stops. Who had typed the new
 * name within half a second had the tab taken out of its place, and when its sheet was removed the whole grid with it.
 */
function letGo(): void {
  let clocks: number[] = [];
  const plain = window.setTimeout;
  const counting = ((handler: TimerHandler, delay?: number, ...given: unknown[]) => {
    const clock = plain(handler, delay, ...given);
    if (delay === longPress) clocks.push(clock);
    return clock;
  }) as typeof window.setTimeout;
  const end = () => {
    if (window.setTimeout === counting) window.setTimeout = plain;
  };
  const down = ({ target }: PointerEvent) => {
    if (!(target instanceof Element) || !target.closest(tab)) return;
    window.setTimeout = counting;
    plain(end, 0);
  };
  const up = () => {
    clocks.forEach((clock) => clearTimeout(clock));
    clocks = [];
  };
  addEventListener("pointerdown", down, { capture: true });
  addEventListener("pointerdown", end);
  for (const kind of ["pointerup", "pointercancel"] as const) addEventListener(kind, up, { capture: true });
}
