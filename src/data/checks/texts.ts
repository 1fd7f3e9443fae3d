import { marks } from "../compact/marks";
import { cell, everyRow, finding, type Check } from "../table";

// What a spreadsheet would read as a formula.
const readsAsFormula = /^[=+\-@]/;
// Control characters and direction marks.
const hidden = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const han = /\p{Script=Han}/u;
const spacedHan = /\p{Script=Han} [\w=]|[\w%=] \p{Script=Han}/u;

/** Texts are clean: both languages, no stray spaces, nothing hidden, nothing that a cell would read as a formula. */
export const texts: Check = (tables) =>
  everyRow(tables).flatMap((row) =>
    Object.entries(row.cells).flatMap(([column, text]) => {
      const wrong = (message: string, mend: string) => [finding(row, "texts", `${column}: ${message}`, mend)];
      if (text !== text.trim() || text.includes("  ")) return wrong("stray spaces.", "Delete them.");
      if (hidden.test(text))
        return wrong("a hidden character.", "Delete line breaks, controls and marks of direction.");
      if (/[|~]/.test(text))
        return wrong("holds | or ~, which part the compact columns.", "Write / instead.");
      if (/[\u0100-\u07ff]/.test(text)) {
        return wrong(
          "holds a letter that stands for a Chinese one in the compact form.",
          "Write it in plain letters.",
        );
      }
      if (row.file === "sources" && [...marks].some((mark) => text.includes(mark))) {
        return wrong(
          `holds one of ${marks}, which stand for dates in the compact form.`,
          "Write it otherwise, or encoded.",
        );
      }
      if (column !== "obs_value" && readsAsFormula.test(text)) {
        return wrong(`begins with ${text[0]}.`, "Word it otherwise: a cell would take it for a formula.");
      }
      // A theme without a former name.
      if (column.startsWith("former_") && text === "" && cell(row, "renamed") === "") return [];
      if (/_(en|zh)$/.test(column) && text === "") return wrong("is empty.", "Both languages are needed.");
      if (/_zh$/.test(column) && row.file !== "relays" && !han.test(text)) {
        return wrong("holds no Chinese.", "Write it in Chinese.");
      }
      if (/_zh$/.test(column) && spacedHan.test(text)) return wrong("a space beside Chinese.", "Delete it.");
      return [];
    }),
  );

/** Required texts of an indicator beside its names: nature and basis. */
export const indicatorTexts: Check = (tables) =>
  tables.indicators.rows.flatMap((row) =>
    ["unit_notes", "basis"]
      .filter((column) => cell(row, column) === "")
      .map((column) =>
        finding(row, "texts", `${column} is empty.`, "Say how it is printed and who measures it how."),
      ),
  );
