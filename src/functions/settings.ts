import { DEFAULT_REFERENCE, parseAsof, parsePeriod, type Language, type Period } from "../dataset";

/** What a workbook has settled for the functions. */
export interface Settings {
  /** The reference period: what a formula without a period answers for. */
  period: Period | "latest";
  /** The data date, YYYY-MM-DD: releases after it are not known; undefined: all are. */
  asof: string | undefined;
  language: Language;
  /** Plain numbers always, whatever the host could show. */
  plain: boolean;
  /** Whether dates count from 1904. */
  date1904: boolean;
}

/** The settings that stand in a workbook, by key. */
export const settingKeys = {
  period: "ECOM.period",
  asof: "ECOM.asof",
  language: "ECOM.language",
  plain: "ECOM.plain",
  date1904: "ECOM.date1904",
} as const;

/** What is read of Office, so that a host without it, or one that is not ready, gives the defaults. */
interface OfficeContext {
  document?: { settings?: { get(key: string): unknown } };
  displayLanguage?: string;
}

function context(): OfficeContext | undefined {
  return typeof Office === "undefined" ? undefined : (Office.context as OfficeContext | undefined);
}

/**
 * Reads the settings of the workbook, at once. What is missing, unreadable or no valid value counts as the default:
 * 2025-Q1, no data date, the display language, rich numbers, the 1900 date system.
 */
export function readSettings(): Settings {
  const office = context();
  const get = (key: string): unknown => {
    try {
      return office?.document?.settings?.get(key);
    } catch {
      // Office throws while the document is not ready; the default answers then, and the pane recalculates later.
      return undefined;
    }
  };
  const given = get(settingKeys.period);
  const period = given === undefined || given === null ? undefined : parsePeriod(given);
  const date = get(settingKeys.asof);
  const asof = date === undefined || date === null ? undefined : parseAsof(date);
  const language = get(settingKeys.language) ?? office?.displayLanguage;
  return {
    period: (period?.ok && period.value) || DEFAULT_REFERENCE,
    asof: asof?.ok ? asof.value : undefined,
    language: typeof language === "string" && language.toLowerCase().startsWith("zh") ? "zh" : "en",
    plain: get(settingKeys.plain) === true,
    date1904: get(settingKeys.date1904) === true,
  };
}
