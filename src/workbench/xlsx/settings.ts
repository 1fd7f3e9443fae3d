import type { Package } from "./package";
import { element, xmlPart } from "./xml";

/** The add-in of a workbook's settings, from its manifest. */
export interface SettingsOwner {
  id: string;
  version: string;
}

const office = "http://schemas.microsoft.com/office";

/**
 * Adds an add-in's settings to the package, where Excel stores them ([MS-OWEXML]): a web extension, and a list of
 * task panes with its pane closed. Nothing without settings.
 */
export function addSettings(
  file: Package,
  settings: Readonly<Record<string, string>>,
  owner: SettingsOwner,
): void {
  const entries = Object.entries(settings);
  if (entries.length === 0) return;
  const [panes, extension] = ["xl/webextensions/taskpanes.xml", "xl/webextensions/webextension1.xml"];
  file.relate("", "taskpanes", panes);
  const id = file.relate(panes, "webextension", extension);
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  file.add(
    panes,
    "taskpanes",
    xmlPart(
      element(
        "wetp:taskpanes",
        { "xmlns:wetp": `${office}/webextensions/taskpanes/2010/11` },
        element(
          "wetp:taskpane",
          { dockstate: "right", visibility: false, width: 350, row: 0 },
          element("wetp:webextensionref", { "xmlns:r": relationships, "r:id": id }),
        ),
      ),
    ),
  );
  file.add(
    extension,
    "webextension",
    xmlPart(
      element(
        "we:webextension",
        { "xmlns:we": `${office}/webextensions/webextension/2010/11`, id: `{${owner.id.toUpperCase()}}` },
        // As Excel refers to a sideloaded add-in.
        element("we:reference", {
          id: owner.id,
          version: owner.version,
          store: "developer",
          storeType: "Registry",
        }),
        element("we:alternateReferences"),
        element(
          "we:properties",
          {},
          ...entries.map(([name, value]) => element("we:property", { name, value })),
        ),
        element("we:bindings"),
        element("we:snapshot", { "xmlns:r": relationships }),
      ),
    ),
  );
}
