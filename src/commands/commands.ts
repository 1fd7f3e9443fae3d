import type { Insertion, Place } from "../report/actions";
import { pane } from "../taskpane/taskpane";
import { chartToInsert, summaryToInsert } from "../taskpane/defaults";

/** What a ribbon button inserts, and where; the pane's state says which indicator and period. */
type Command = () => readonly [Insertion, Place];

/** The ribbon's buttons by the action ids of the manifest. */
const commands: Readonly<Record<string, Command>> = {
  insertSummary: () => [summaryToInsert(pane.store.get()), { kind: "new-sheet" }],
  insertChart: () => [chartToInsert(pane.store.get()), { kind: "selection" }],
};

/**
 * Runs a button's act through the pane, which shows what was done. A failure brings the pane forward, or nobody would see it.
 * Excel counts the button as busy until `completed` is called, so that it is called whatever happens.
 */
async function run(command: Command, event: Partial<Office.AddinCommands.Event> | null): Promise<void> {
  try {
    await pane.connected;
    await pane.acts.insert(...command());
    if (pane.store.get().notice?.kind !== "done") await showPane();
  } finally {
    // A host that calls the function by its id alone passes no such event.
    event?.completed?.();
  }
}

async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch {
    // Some hosts let only the user open a pane. The message stays in it until then.
  }
}

if (typeof Office !== "undefined") {
  void Office.onReady(() => {
    for (const [id, command] of Object.entries(commands)) {
      Office.actions.associate(
        id,
        (event: Partial<Office.AddinCommands.Event> | null) => void run(command, event),
      );
    }
  });
}
