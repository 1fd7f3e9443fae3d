import { render } from "preact";
import { createActions, giveUp } from "../excel";
import { App } from "./app";
import { createPane, paneLanguage } from "./pane";
import { firstRunRead, isFirstRun, keepShortlist, readShortlist, withRecent } from "./remembered";
import { keepTabKey } from "./tab-key";
import { followTheme } from "./theme/follow";
import "./styles/taskpane.css";

/** How long Excel may take to answer before the pane says that it waits. */
const patience = 8000;

/** The pane of this page; the ribbon's commands act through it. */
export const pane = createPane(paneLanguage(navigator.language), isFirstRun());
pane.store.set(readShortlist());
let { pinned, indicator: opened } = pane.store.get();
pane.store.subscribe(() => {
  const state = pane.store.get();
  const another = state.indicator !== undefined && state.indicator !== opened;
  if (!another && state.pinned === pinned) return;
  ({ pinned, indicator: opened } = state);
  const recent = another && opened ? withRecent(state.recent, opened) : state.recent;
  keepShortlist(pinned, recent);
  pane.store.set({ recent });
});
const root = document.getElementById("pane");
if (!root) throw new Error("taskpane.html has no element #pane");
followTheme(undefined);
keepTabKey();
root.textContent = "";
render(<App store={pane.store} acts={pane.acts} onFirstRunRead={firstRunRead} />, root);

// By then the page's last file has run, or it will not.
addEventListener("load", giveUp);

if (typeof Office === "undefined") outside();
else {
  connect().catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error);
    pane.store.set({ notice: { kind: "failed", text: (words) => words.unexpected(detail), buttons: [] } });
  });
}

/** Looking figures up works without Excel; the pane says what does not. */
function outside(): void {
  pane.store.set({
    connection: "outside",
    notice: { kind: "info", text: (words) => words.outsideExcel, buttons: [] },
  });
}

async function connect(): Promise<void> {
  const timer = setTimeout(() => {
    if (pane.store.get().connection === "connecting") {
      pane.store.set({ notice: { kind: "info", text: (words) => words.stillConnecting, buttons: [] } });
    }
  }, patience);
  const { host } = await Office.onReady();
  clearTimeout(timer);
  if (host !== Office.HostType.Excel) {
    outside();
    return;
  }
  if (Office.context.officeTheme) followTheme(Office.context.officeTheme);
  await pane.connect(createActions(), paneLanguage(Office.context.displayLanguage));
}
