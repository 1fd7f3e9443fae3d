/**
 * The requirement sets of Excel on the web. The client on npm ends at ExcelApi 1.15; above that this host supports
 * the data types that functions return. Versions are texts, because 1.20 as a number would be 1.2.
 */
export const defaultRequirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.20",
  CustomFunctionsRuntime: "1.4",
  SharedRuntime: "1.1",
  RibbonApi: "1.2",
  Settings: "1.1",
};

/**
 * The application context, for which the client asks first. Excel on the web gives settings as pairs of key and JSON
 * text.
 */
export function appContext(options: {
  locale: string;
  readOnly: boolean;
  requirementSets: Readonly<Record<string, string>>;
  settings: readonly [string, string][];
  addinName: string;
  docUrl: string;
}): object {
  return {
    _id: "workbench",
    _appName: 16,
    _appVersion: "16.00",
    _appUILocale: options.locale,
    _dataLocale: options.locale,
    _docUrl: options.docUrl,
    _clientMode: options.readOnly ? 0 : 1,
    _settings: options.settings,
    _reason: "inserted",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "00000000-0000-0000-0000-000000000000",
    _appInstanceId: "workbench",
    _addinName: options.addinName,
    _appDomains: [],
    // Every Excel has this internal requirement set of custom functions.
    _requirementMatrix: JSON.stringify({ CustomFunctions: "1.9", ...options.requirementSets }),
    _hostFullVersion: "16.0.0.0",
  };
}
