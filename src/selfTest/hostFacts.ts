import type { ExcelReport } from "../workbook/selfTest";

/** Requirement sets that the add-in or its makers ask about, and the newest version that is looked for. */
const looked: Readonly<Record<string, number>> = {
  ExcelApi: 30,
  ExcelApiOnline: 1,
  ExcelApiDesktop: 9,
  CustomFunctionsRuntime: 9,
  SharedRuntime: 5,
  RibbonApi: 5,
  KeyboardShortcuts: 3,
  ContextMenuApi: 3,
};

/** The newest version of each set that this Excel says it has; sets that it lacks are missing. */
export function requirementSets(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [set, newest] of Object.entries(looked)) {
    for (let minor = newest; minor > 0; minor -= 1) {
      // As text: the number 1.20 would be 1.2.
      if (!Office.context.requirements.isSetSupported(set, `1.${minor}`)) continue;
      found[set] = `1.${minor}`;
      break;
    }
  }
  return found;
}

/** What Office says about itself. */
export function excelFacts(): ExcelReport["excel"] {
  const { diagnostics, displayLanguage } = Office.context as Partial<Office.Context>;
  return {
    platform: String(diagnostics?.platform ?? ""),
    version: String(diagnostics?.version ?? ""),
    language: displayLanguage ?? "",
  };
}
