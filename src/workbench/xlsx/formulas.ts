/**
 * Functions that came after Excel 2007 carry a prefix in the file. Those that a workbook with this add-in
 * may hold; a function left out here would show as #NAME? until it is entered again. From the list in [MS-XLSX]
 * 2.2.2, "future functions".
 */
const future = new Set(
  (
    "ACOT AGGREGATE ARABIC BASE BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT COVARIANCE.P COVARIANCE.S DAYS " +
    "DROP EXPAND FILTERXML FLOOR.MATH FORECAST.ETS FORECAST.LINEAR FORMULATEXT HSTACK IFNA IFS ISFORMULA " +
    "ISOMITTED ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL NUMBERVALUE PDURATION " +
    "PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG " +
    "RANK.EQ REDUCE RRI SCAN SEQUENCE SHEET SHEETS SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN " +
    "TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR"
  ).split(" "),
);
const futureOfSheets = new Set(["FILTER", "SORT"]);

/**
 * A formula as the file holds it: without "=", the add-in's functions as Excel stores them (`ECOM.GROWTH(` becomes
 * `_xldudf_ECOM_GROWTH(`), newer functions with their prefix, `A1#` as ANCHORARRAY. Text in quotes and sheet names
 * stay as they are.
 */
export function fileFormula(formula: string, namespace: string): string {
  const body = formula.replace(/^=/, "");
  const own = `${namespace.toUpperCase()}.`;
  return body
    .replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_\\][\w.\\]*(?=\()/g, (token) => {
      if (token.startsWith('"') || token.startsWith("'")) return token;
      const name = token.toUpperCase();
      if (name.startsWith(own)) return `_xldudf_${name.replaceAll(".", "_")}`;
      if (future.has(name)) return `_xlfn.${name}`;
      return futureOfSheets.has(name) ? `_xlfn._xlws.${name}` : token;
    })
    .replace(
      /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'!|[\w.]+!)?\$?[A-Za-z]{1,3}\$?\d+)#/g,
      (token, anchor?: string) => (anchor === undefined ? token : `_xlfn.ANCHORARRAY(${anchor})`),
    );
}
