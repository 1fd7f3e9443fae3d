import { asText, invalid, Refusal } from "../errors";
import { requireOpenStructure } from "../grid/guard";
import type { Model } from "../model";
import type { ObjectType } from "./define";

const switches = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];

/** Reads `WorksheetProtectionOptions`; what is missing is forbidden. */
function readOptions(wanted: unknown): Record<string, boolean | string> {
  const options: Record<string, boolean | string> = {};
  for (const name of switches) options[name] = false;
  options["selectionMode"] = "Normal";
  if (wanted === undefined || wanted === null) return options;
  if (typeof wanted !== "object") throw invalid();
  for (const [name, value] of Object.entries(wanted)) {
    if (name === "selectionMode" && (value === "Normal" || value === "Unlocked" || value === "None"))
      options[name] = value;
    else if (switches.includes(name) && typeof value === "boolean") options[name] = value;
    else throw invalid();
  }
  return options;
}

const password = (value: unknown): string => (value === undefined || value === null ? "" : asText(value));

/** Protection of a sheet. */
export const protection: ObjectType<string> = {
  name: "WorksheetProtection",
  get: {
    Protected: (self, model) => model.state.sheet(self).protection.protected,
  },
  act: {
    Protect: (self, [options, secret], model) => {
      if (model.state.sheet(self).protection.protected) throw new Refusal("AccessDenied");
      set(self, { protected: true, password: password(secret), options: readOptions(options) }, model);
    },
    Unprotect: (self, [secret], model) => {
      const now = model.state.sheet(self).protection;
      if (!now.protected) return;
      if (now.password !== "" && now.password !== password(secret)) throw new Refusal("AccessDenied");
      set(self, { protected: false, password: "", options: {} }, model);
    },
  },
};

function set(
  sheetId: string,
  value: Model["state"]["data"]["sheets"][string]["protection"],
  model: Model,
): void {
  model.state.sheet(sheetId).protection = value;
  model.state.changed({ kind: "sheet", sheetId });
}

/** Protection of the workbook's structure. */
export const workbookProtection: ObjectType<null> = {
  name: "WorkbookProtection",
  get: { Protected: (_self, model) => model.state.data.structure.protected },
  act: {
    Protect: (_self, [secret], model) => {
      requireOpenStructure(model);
      setStructure({ protected: true, password: password(secret) }, model);
    },
    Unprotect: (_self, [secret], model) => {
      const now = model.state.data.structure;
      if (!now.protected) return;
      if (now.password !== "" && now.password !== password(secret)) throw new Refusal("AccessDenied");
      setStructure({ protected: false, password: "" }, model);
    },
  },
};

function setStructure(value: Model["state"]["data"]["structure"], model: Model): void {
  model.state.data.structure = value;
  model.state.changed({ kind: "structure" });
}
