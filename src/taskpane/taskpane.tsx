import { render } from "preact";
import { App } from "./app";
import { firstRunRead, isFirstRun } from "./first-run";
import { paneLanguage } from "./language";
import { createPane } from "./pane";
import { keepShortlist, readShortlist, withRecent } from "./remembered";
import { keepTabKey } from "./tab-key";
import { followTheme } from "./theme/follow";
import "./styles/taskpane.css";

/** The page's pane, which the ribbon's commands use too. */
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
render(<App store={pane.store} controller={pane.controller} onFirstRunRead={firstRunRead} />, root);

// By then the page's last file has run, or failed to load.
addEventListener("load", () => {
  if (pane.store.get().connection === "loading") pane.unconnected("incomplete");
});
