import type { ExcelReport } from "../workbook/selfTest";

/** The requirement sets of interest, and the newest version to look for. */
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

/** The newest supported version of each set; missing for unsupported sets. */
export function requirementSets(): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const [set, newest] of Object.entries(looked)) {
    for (let minor = newest; minor > 0; minor -= 1) {
      // A text, because 1.20 as a number would be 1.2.
      if (!Office.context.requirements.isSetSupported(set, `1.${minor}`)) continue;
      facts[set] = `1.${minor}`;
      break;
    }
  }
  return facts;
}

/** What Office says of itself: platform, version and display language; "" for what it does not tell. */
export function excelFacts(): ExcelReport["excel"] {
  const { diagnostics, displayLanguage } = Office.context as Partial<Office.Context>;
  return {
    platform: String(diagnostics?.platform ?? ""),
    version: String(diagnostics?.version ?? ""),
    language: displayLanguage ?? "",
  };
}
