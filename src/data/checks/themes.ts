import { cell, finding, type Check, type Row } from "../table";
import { alike } from "./names";

/**
 * No word belongs to two themes, none is empty, and the former theme of an indicator still exists. Words are labels,
 * aliases and former labels, compared by `alike`.
 */
export const themeWords: Check = (tables) => {
  const owner = new Map<string, Row>();
  const words = tables.themes.rows.flatMap((row) => {
    const aliases = cell(row, "aliases").split(";");
    const names = ["theme", "label_en", "label_zh", "former_en", "former_zh"].map((column) =>
      cell(row, column),
    );
    return [...names.filter((name) => name !== ""), ...aliases].flatMap((name) => {
      const key = alike(name);
      if (key === "")
        return [finding(row, "themes", "A word is empty.", "Write it, or delete the semicolon.")];
      const other = owner.get(key);
      owner.set(key, row);
      if (other === undefined || other === row) return [];
      const first = cell(other, "theme");
      return [
        finding(
          row,
          "themes",
          `${JSON.stringify(name)} leads to ${first} too.`,
          "Take it from one of the two.",
        ),
      ];
    });
  });
  const known = new Set(tables.themes.rows.map((row) => cell(row, "theme")));
  const moved = tables.former.rows
    .filter((row) => cell(row, "field") === "theme" && !known.has(cell(row, "name")))
    .map((row) =>
      finding(
        row,
        "themes",
        `${cell(row, "name")} is no row of themes.csv.`,
        "A theme stays for ever: formulas name it.",
      ),
    );
  return [...words, ...moved];
};
