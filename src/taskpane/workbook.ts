// The page's last file: what works on the workbook. Figures are shown without waiting for it.
import { createActions } from "../excel";
import { paneLanguage } from "./language";
import { loadSelfTest } from "./lateFile";
import { pane } from "./taskpane";
import { followTheme } from "./theme/follow";

/** How long Excel may take to answer before the pane says that it waits, in milliseconds. */
const timeoutMs = 8000;

pane.store.set({ connection: "connecting" });
if (typeof Office === "undefined") pane.unconnected("outside");
else {
  connect().catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error);
    pane.store.set({ notice: { kind: "failed", text: (words) => words.unexpected(detail), buttons: [] } });
  });
}

/** Connects the pane to Excel, or tells that it is outside. */
async function connect(): Promise<void> {
  const timer = setTimeout(() => {
    if (pane.store.get().connection === "connecting") pane.unconnected("connecting");
  }, timeoutMs);
  const { host } = await Office.onReady();
  clearTimeout(timer);
  if (host !== Office.HostType.Excel) {
    pane.unconnected("outside");
    return;
  }
  if (Office.context.officeTheme) followTheme(Office.context.officeTheme);
  await pane.connect(createActions(), paneLanguage(Office.context.displayLanguage), loadSelfTest);
}
