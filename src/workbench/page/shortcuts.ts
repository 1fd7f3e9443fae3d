/** The part of a shortcuts file that the workbench reads. */
export interface ShortcutsFile {
  actions: { id: string; name: string }[];
  shortcuts: { action: string; key: { default: string } }[];
}

const modifiers = { ctrl: "ctrlKey", alt: "altKey", shift: "shiftKey" } as const;

/**
 * Whether a key event is a combination such as "Ctrl+Alt+Shift+E". It compares the key's position, because Alt
 * changes its character.
 */
export function isPressed(
  combination: string,
  event: Pick<KeyboardEvent, "ctrlKey" | "altKey" | "shiftKey" | "metaKey" | "code">,
): boolean {
  const parts = combination.toLowerCase().split("+");
  const key = parts.at(-1) ?? "";
  return (
    !event.metaKey &&
    Object.entries(modifiers).every(([name, property]) => event[property] === parts.includes(name)) &&
    event.code.toLowerCase() === `key${key}`
  );
}

/**
 * Runs the add-in's actions by their shortcuts while the window (the page's or the pane's) has the focus. Before the
 * grid gets the key, which then does nothing else. `run` gets the action's name for users and its id.
 */
export function listenForShortcuts(
  { actions, shortcuts }: ShortcutsFile,
  run: (label: string, action: string) => void,
  target: Window = window,
): void {
  target.addEventListener(
    "keydown",
    (event) => {
      const shortcut = shortcuts.find(({ key }) => isPressed(key.default, event));
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      run(actions.find(({ id }) => id === shortcut.action)?.name ?? shortcut.action, shortcut.action);
    },
    { capture: true },
  );
}

/** Runs `make` by Excel's two shortcuts for a table; browsers take Ctrl+T unless the page is installed as an app. */
export function listenForTableKeys(make: () => void): void {
  const shortcuts = ["Ctrl+T", "Ctrl+L"].map((combination) => ({
    action: "",
    key: { default: combination },
  }));
  listenForShortcuts({ actions: [], shortcuts }, make);
}
