import { pane } from "../taskpane/taskpane";
import { chartToInsert, summaryToInsert } from "../taskpane/defaults";
import { sourceOf } from "../taskpane/source";

/** What a button does, through the pane, which shows what came of it. True: the pane comes forward in any case. */
type Command = () => Promise<boolean>;

const acting = (act: () => Promise<unknown>) => async (): Promise<boolean> => {
  await act();
  return pane.store.get().notice?.kind !== "done";
};

/** The commands of ribbon, cell menu and shortcuts, by the action ids of the manifest and of the shortcuts' file. */
const commands: Readonly<Record<string, Command>> = {
  openPane: () => Promise.resolve(true),
  insertSummary: acting(() =>
    pane.controller.insert(summaryToInsert(pane.store.get()), { kind: "new-sheet" }),
  ),
  insertChart: acting(() => pane.controller.insert(chartToInsert(pane.store.get()), { kind: "selection" })),
  freeze: acting(() => pane.controller.freeze("selection")),
  async check() {
    pane.store.set({ tab: "check" });
    await pane.controller.examine();
    await pane.controller.compare();
    return true;
  },
  async source() {
    await sourceOf(pane);
    return true;
  },
};

/**
 * Runs a command. A failure brings the pane forward, or nobody would see it.
 * Excel counts the button as busy until `completed` is called, so that it is called whatever happens.
 */
async function run(command: Command, event: Partial<Office.AddinCommands.Event> | null): Promise<void> {
  try {
    await pane.connected;
    if (await command()) await showPane();
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
