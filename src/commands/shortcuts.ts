/** A keyboard shortcut of the add-in. Excel shows its name where two shortcuts clash, and lets people change it. */
interface Shortcut {
  /** The action's id, as the commands associate it. Never changes. */
  action: string;
  /** In both languages: the file cannot be translated. */
  name: string;
  key: string;
}

/** Combinations that neither Excel, on any platform, nor typing uses. */
export const shortcuts: readonly Shortcut[] = [
  { action: "openPane", name: "Open ECOM 打开电商数据", key: "Ctrl+Alt+Shift+E" },
  { action: "insertSummary", name: "Insert summary 插入摘要", key: "Ctrl+Alt+Shift+I" },
  // Excel does not show an add-in's entries in the menu of a table's cells (OfficeDev/office-js #6612).
  { action: "source", name: "Source of this figure 此数据的来源", key: "Ctrl+Alt+Shift+S" },
];

/**
 * The file that the manifest's ExtendedOverrides names, as Microsoft's extended manifest schema wants it. Names are
 * in English, the fallback of the schema.
 * @see https://learn.microsoft.com/office/dev/add-ins/develop/extended-overrides
 */
export function shortcutsFile(): object {
  return {
    actions: shortcuts.map(({ action, name }) => ({ id: action, type: "ExecuteFunction", name })),
    shortcuts: shortcuts.map(({ action, key }) => ({ action, key: { default: key } })),
  };
}
