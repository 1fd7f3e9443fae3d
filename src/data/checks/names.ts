import { cell, finding, type Check, type Row } from "../table";

/** Normalises a name for comparison: width (NFKC), case, spaces, hyphens and underscores do not count. */
export const alike = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, "");

/**
 * No code, label or alias belongs to two indicators, and none is empty. Names are compared as users write them:
 * without case, width, blanks and signs (`alike`).
 */
export const names: Check = (tables) => {
  const owner = new Map<string, Row>();
  return tables.indicators.rows.flatMap((row) => {
    const known = [
      cell(row, "indicator_code"),
      cell(row, "label_en"),
      cell(row, "label_zh"),
      ...cell(row, "aliases").split(";"),
    ];
    return known.flatMap((name) => {
      const key = alike(name);
      if (key === "")
        return [finding(row, "names", "A name is empty.", "Write it, or delete the stray semicolon.")];
      const other = owner.get(key);
      if (other === undefined || other === row) {
        owner.set(key, row);
        return [];
      }
      return [
        finding(
          row,
          "names",
          `${JSON.stringify(name)} already leads to ${cell(other, "indicator_code")} (row ${other.row}).`,
          "Choose another name for one of the two.",
        ),
      ];
    });
  });
};
