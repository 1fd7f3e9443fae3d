import { childOf, childrenOf, textOf } from "./elements";
import type { OpenedPackage } from "./package";

/** The settings of the add-in with this id in a file; empty without any. */
export function readSettings(file: OpenedPackage, addinId: string): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const panes of file.relations("", "webextensiontaskpanes")) {
    for (const { target } of file.relations(panes.target, "webextension")) {
      const root = file.xml(target);
      if (textOf(childOf(root, "reference"), "id")?.toLowerCase() !== addinId.toLowerCase()) continue;
      for (const property of childrenOf(childOf(root, "properties"), "property"))
        settings[textOf(property, "name") ?? ""] = textOf(property, "value") ?? "";
    }
  }
  return settings;
}
