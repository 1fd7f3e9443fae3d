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

/** A workbook's settings for the functions. */
export interface Settings {
  /** The reference period, used by formulas that name none. Default 2025-Q1. */
  readonly period: Period | "latest";
  /** The data date (YYYY-MM-DD): later releases are ignored. Default: none. */
  readonly asof: string | undefined;
  /** The version of the data: 0.1.0 for a data date without a version. Default: the newest. */
  readonly version: string | undefined;
  /** Default: the language of Office. */
  readonly language: Language;
  /**
   * Whether cells name periods in Chinese. Only the workbook's own setting counts: otherwise a colleague's Excel
   * would change texts that lookups search for. Default false.
   */
  readonly chinesePeriods: boolean;
  /** Whether answers are plain numbers on every host. Default false. */
  readonly plain: boolean;
  /** Whether the workbook counts dates from 1904. Default false. */
  readonly date1904: boolean;
}

/** The keys of the settings in the workbook. They never change. */
export const settingKeys = {
  period: "ECOM.period",
  asof: "ECOM.asof",
  version: "ECOM.version",
  language: "ECOM.language",
  plain: "ECOM.plain",
  date1904: "ECOM.date1904",
  own: "ECOM.own",
} as const;

/** The defaults. */
export const defaultSettings: Settings = {
  period: DEFAULT_REFERENCE,
  asof: undefined,
  version: undefined,
  language: "en",
  chinesePeriods: false,
  plain: false,
  date1904: false,
};

/** The two parts of Office.context that are read; either may be missing until Office is ready. */
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
    // Office throws while the document is not ready. The default applies, and the pane recalculates later.
    return undefined;
  }
}

/** The version that the workbook keeps: only one with a data date keeps any. */
function versionWith(asof: string | undefined): string | undefined {
  if (asof === undefined) return undefined;
  const version = get("version");
  return typeof version === "string" && isVersion(version) ? version : FIRST_VERSION;
}

/**
 * Sets the data that answer (the live store) as the workbook's settings want them: its version, and the user's tables
 * that it keeps. Call it before asking for a workbook's figures; it is free if nothing changed.
 * @example followWorkbook() // undefined
 */
export function followWorkbook({ version } = readSettings()): void {
  try {
    joinTables(get("own"), version);
  } catch {
    // Only a damaged or hand-made setting gets here. The official data answer without it.
  }
}

/**
 * Reads the workbook's settings from memory. Missing and invalid values count as the default.
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
