/** A keyboard shortcut of the add-in. Excel shows its name where a shortcut clashes with another, and lets people change it. */
interface Shortcut {
  /** The action's id, as the commands associate it. Never changes. */
  action: string;
  /** In both languages at once: the file has no translations of its own. */
  name: string;
  key: string;
}

/** Excel has no such combination of its own, on any platform, and typing needs none with three modifiers. */
export const shortcuts: readonly Shortcut[] = [
  { action: "openPane", name: "Open ECOM 打开电商数据", key: "Ctrl+Alt+Shift+E" },
  { action: "insertSummary", name: "Insert summary 插入摘要", key: "Ctrl+Alt+Shift+I" },
  // Excel shows no entry of an add-in in the menu of a native table's cells (OfficeDev/office-js #6612).
  { action: "source", name: "Source of this figure 此数据的来源", key: "Ctrl+Alt+Shift+S" },
];

/**
 * The file that the manifest's ExtendedOverrides names, in the form of Microsoft's extended manifest schema.
 * @see https://learn.microsoft.com/office/dev/add-ins/develop/extended-overrides
 */
export function shortcutsFile(): object {
  return {
    actions: shortcuts.map(({ action, name }) => ({ id: action, type: "ExecuteFunction", name })),
    shortcuts: shortcuts.map(({ action, key }) => ({ action, key: { default: key } })),
  };
}
