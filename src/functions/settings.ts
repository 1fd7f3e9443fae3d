import {
  DEFAULT_REFERENCE,
  FIRST_VERSION,
  isVersion,
  joinTables,
  parseAsof,
  parsePeriod,
  type Language,
  type Period,
} from "../dataset/first";

/** What a workbook has settled for the functions. */
export interface Settings {
  /** The reference period: what a formula without a period answers for. Default 2025-Q1. */
  readonly period: Period | "latest";
  /** The data date (YYYY-MM-DD): releases after it are not known. Default: none, all are. */
  readonly asof: string | undefined;
  /** The version of the data that the workbook was made with; a data date without one: 0.1.0. Default: the newest. */
  readonly version: string | undefined;
  /** Default: the language that Office is shown in. */
  readonly language: Language;
  /**
   * Whether cells name periods in Chinese: only where the workbook itself says that it is Chinese. A colleague's Excel must not
   * change keys that other formulas look for. Default false.
   */
  readonly chinesePeriods: boolean;
  /** Whether numbers are plain always, whatever the host could show. Default false. */
  readonly plain: boolean;
  /** Whether the workbook counts dates from 1904. Default false. */
  readonly date1904: boolean;
}

/** The settings that stand in a workbook, by key. The keys never change. */
export const settingKeys = {
  period: "ECOM.period",
  asof: "ECOM.asof",
  version: "ECOM.version",
  language: "ECOM.language",
  plain: "ECOM.plain",
  date1904: "ECOM.date1904",
  own: "ECOM.own",
} as const;

/** What holds where nothing is set. */
export const defaultSettings: Settings = {
  period: DEFAULT_REFERENCE,
  asof: undefined,
  version: undefined,
  language: "en",
  chinesePeriods: false,
  plain: false,
  date1904: false,
};

/** The two things of Office that are read, each of which may not be there yet. */
interface OfficeContext {
  readonly document?: { readonly settings?: { get(key: string): unknown } };
  readonly displayLanguage?: string;
}

const officeContext = (): OfficeContext | undefined =>
  typeof Office === "undefined" ? undefined : (Office.context as OfficeContext | undefined);

function get(key: keyof typeof settingKeys): unknown {
  try {
    return officeContext()?.document?.settings?.get(settingKeys[key]);
  } catch {
    // Office throws while the document is not ready; the default answers then, and the pane recalculates later.
    return undefined;
  }
}

/** Only a workbook with a data date keeps a version: without one it goes with the newest data. */
function versionWith(asof: string | undefined): string | undefined {
  if (asof === undefined) return undefined;
  const version = get("version");
  return typeof version === "string" && isVersion(version) ? version : FIRST_VERSION;
}

/**
 * Lets those data answer (the live store) that the workbook says: its version, and the user's own tables that it keeps.
 * Whoever asks for figures of a workbook calls it first; the same as before costs nothing.
 * @example followWorkbook() // undefined
 */
export function followWorkbook({ version } = readSettings()): void {
  try {
    joinTables(get("own"), version);
  } catch {
    // What is sealed like own data and is none was written by nobody's act: the official data answer without it.
  }
}

/**
 * Reads the settings of the workbook, at once and from memory. What is missing, unreadable or no valid value counts as
 * the default. It changes nothing.
 * @example readSettings().asof // undefined
 */
export function readSettings(): Settings {
  const date1904 = get("date1904") === true;
  const period = parsePeriod(get("period"), { date1904 });
  const asof = parseAsof(get("asof"), { date1904 });
  const chosen = get("language");
  const language = chosen ?? officeContext()?.displayLanguage;
  const day = asof.ok ? asof.value : undefined;
  return {
    period: (period.ok && period.value) || defaultSettings.period,
    asof: day,
    version: versionWith(day),
    language: typeof language === "string" && /^zh/i.test(language) ? "zh" : "en",
    chinesePeriods: typeof chosen === "string" && /^zh/i.test(chosen),
    plain: get("plain") === true,
    date1904,
  };
}
