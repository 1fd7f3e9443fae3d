import { elementById } from "./dom";
import type { Texts } from "./texts";

/** The task pane beside the grid. Closing only hides it: the shared runtime in it keeps running, as Excel's does. */
export interface Pane {
  frame: HTMLIFrameElement;
  open: () => void;
  close: () => void;
  isOpen: () => boolean;
}

/** Excel's pane is 350 pixels wide at first, and at least 320. */
const width = { initial: 350, least: 320, most: 450, step: 10 };

/**
 * Makes the pane's bar, its closing, and its resizing by mouse or arrow keys. `open`: whether it shows at first. Its
 * width stays within bounds and is told to screen readers.
 */
export function createPane(texts: Texts, open: boolean): Pane {
  const pane = elementById("pane");
  const splitter = elementById("splitter");
  const frame = elementById<"iframe">("frame");
  const close = elementById<"button">("closepane");
  close.title = texts("closePane");
  close.setAttribute("aria-label", texts("closePane"));
  frame.title = texts("pane");
  splitter.setAttribute("aria-label", texts("resizePane"));
  splitter.setAttribute("aria-valuemin", String(width.least));
  splitter.setAttribute("aria-valuemax", String(width.most));

  let now = width.initial;
  const resize = (wanted: number) => {
    now = Math.min(width.most, Math.max(width.least, Math.round(wanted)));
    pane.style.width = `${now}px`;
    splitter.setAttribute("aria-valuenow", String(now));
  };
  const show = (visible: boolean) => {
    pane.hidden = !visible;
    splitter.hidden = !visible;
  };
  splitter.addEventListener("pointerdown", (press) => {
    splitter.setPointerCapture(press.pointerId);
    const [from, before] = [press.clientX, now];
    const move = (event: PointerEvent) => resize(before + from - event.clientX);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener("lostpointercapture", () => splitter.removeEventListener("pointermove", move), {
      once: true,
    });
  });
  splitter.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: width.step, ArrowRight: -width.step }[event.key];
    if (step) resize(now + step);
  });
  close.addEventListener("click", () => show(false));
  resize(width.initial);
  show(open);
  return { frame, open: () => show(true), close: () => show(false), isOpen: () => !pane.hidden };
}
