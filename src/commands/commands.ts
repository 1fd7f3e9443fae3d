import { chartToInsert, summaryToInsert } from "../taskpane/defaults";
import { sourceOf } from "../taskpane/source";
import { pane } from "../taskpane/taskpane";

/** Runs a command in the pane, which shows the outcome. True: the pane is shown even if nothing went wrong. */
type Command = () => Promise<boolean>;

const acting = (act: () => Promise<unknown>) => async (): Promise<boolean> => {
  await act();
  return pane.store.get().notice?.kind !== "done";
};

/** The commands of ribbon, cell menu and shortcuts, by their action ids in the manifest and in the shortcuts file. */
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
 * Runs a command. After a failure the pane is shown, because the failure is reported there. `completed` is called
 * whatever happens: until then Excel treats the button as busy.
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
    // In some hosts only the user can open a pane. The message waits there.
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
