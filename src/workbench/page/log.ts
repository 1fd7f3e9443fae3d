import type { LogEntry } from "../host";
import { make, elementById } from "./dom";
import type { Texts } from "./texts";

/** The drawer at the foot of the page that lists the messages between client and host. */
interface LogDrawer {
  add: (entry: LogEntry) => void;
}

/** The most lines; the oldest are dropped. */
const mostLines = 500;

/** Makes the drawer and its button in the status bar, which counts refusals and unknown members. */
export function createLog(texts: Texts): LogDrawer {
  const drawer = elementById("drawer");
  const list = elementById<"ol">("log");
  const button = elementById<"button">("logbutton");
  const onlyProblems = make("input", { type: "checkbox" });
  const close = make("button", { type: "button", class: "quiet" }, texts("closeLog"));
  const clear = make("button", { type: "button", class: "quiet" }, texts("clearLog"));
  const counts = { all: 0, refusals: 0, unknown: 0 };

  const show = (visible: boolean) => {
    drawer.hidden = !visible;
    button.setAttribute("aria-expanded", String(visible));
    list.scrollTop = list.scrollHeight;
  };
  const count = () => {
    const words = [`${texts("log")} (${counts.all})`];
    if (counts.refusals) words.push(`${counts.refusals} ${texts("refusals")}`);
    if (counts.unknown) words.push(`${counts.unknown} ${texts("unknown")}`);
    button.textContent = words.join(" · ");
    button.classList.toggle("warn", counts.unknown > 0);
  };
  const empty = () => {
    list.replaceChildren(make("li", { class: "empty" }, texts("logEmpty")));
    Object.assign(counts, { all: 0, refusals: 0, unknown: 0 });
    count();
  };

  elementById("drawerbar").append(
    make("strong", {}, texts("logTitle")),
    make("label", {}, onlyProblems, texts("logOnly")),
    clear,
    close,
  );
  onlyProblems.addEventListener("change", () => list.classList.toggle("only", onlyProblems.checked));
  clear.addEventListener("click", empty);
  close.addEventListener("click", () => show(false));
  button.addEventListener("click", () => show(drawer.hidden !== false));
  empty();

  return {
    add: (entry) => {
      if (counts.all === 0) list.replaceChildren();
      counts.all++;
      if (entry.kind === "refusal" || entry.kind === "problem") counts.refusals++;
      if (entry.kind === "unknown-member") counts.unknown++;
      const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 30;
      list.append(line(entry));
      while (list.childElementCount > mostLines) list.firstElementChild?.remove();
      if (atEnd) list.scrollTop = list.scrollHeight;
      count();
    },
  };
}

/** The line of an entry. */
function line(entry: LogEntry): HTMLElement {
  const time = make("time", {}, `${(entry.at / 1000).toFixed(2)} s`);
  const item = make(
    "li",
    { class: entry.kind },
    time,
    make("b", {}, entry.kind),
    make("span", {}, entry.text),
  );
  if (entry.code) item.append(make("code", {}, entry.code));
  return item;
}
