/** VALUE of an indicator in a period, in a unit. */
export const value = (indicator: string, period: string, unit?: string) =>
  `=ECOM.VALUE("${indicator}","${period}"${unit ? `,"${unit}"` : ""})`;

/** GROWTH of an indicator in a period, on a basis. */
export const growth = (indicator: string, period: string, basis?: string) =>
  `=ECOM.GROWTH("${indicator}","${period}"${basis ? `,"${basis}"` : ""})`;

/** Formulas and values one below the other, from B2 on. */
export const below = (...cells: readonly (string | number)[]): Record<string, string | number> =>
  Object.fromEntries(cells.map((content, index) => [`B${index + 2}`, content]));
