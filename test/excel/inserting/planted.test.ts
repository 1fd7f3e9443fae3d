import type { Insertion } from "../../../src/workbook/insertion";
import type { Outcome } from "../../../src/workbook/outcome";
import { dealt } from "../../dealt";
import { eachTest, openExcel } from "../excel";
import { inPeriod, newSheet, over, singles, summaries } from "../insertions";

/** No act of the pane loses what people put into an inserted block without a question, and each act can be taken back. */
const excel = eachTest(openExcel);

const blocks: readonly (readonly [string, Insertion])[] = [
  ["quarter", { ...summaries.quarter, live: false }],
  ["retail", { ...summaries.retail, live: false }],
  ["services", { ...summaries.services, live: false }],
  ["own", { ...summaries.own, live: false }],
  ["table of several", { ...singles["table of several"], live: false }],
  ["chart of one", singles["chart of one"]],
];

/** Each plants something and gives a text of it that stands nowhere else in the workbook. */
const plants: Readonly<Record<string, (sheet: Excel.Worksheet, cell: string, chart?: string) => string>> = {
  value: (sheet, cell) => {
    sheet.getRange(cell).values = [["Mine 4711"]];
    return "Mine 4711";
  },
  formula: (sheet, cell) => {
    sheet.getRange(cell).formulas = [["=4712+1"]];
    return "=4712+1";
  },
  colour: (sheet, cell) => {
    sheet.getRange(cell).format.fill.color = "#FFEE01";
    return "#FFEE01";
  },
  format: (sheet, cell) => {
    sheet.getRange(cell).numberFormat = [['0.000"mine"']];
    return '0.000"mine"';
  },
  "a column beside": (sheet) => {
    sheet.getRange("Z3:Z6").values = [["Column 4713"], [1], [2], [3]];
    return "Column 4713";
  },
  "a row inside": (sheet, cell) => {
    const row = cell.replace(/\D/g, "");
    sheet.getRange(`${row}:${row}`).insert("Down");
    sheet.getRange(`B${row}`).values = [["Row 4714"]];
    return "Row 4714";
  },
  "a name of the sheet": (sheet) => {
    sheet.name = "Sheet 4715";
    return "Sheet 4715";
  },
  "a title of a chart": (sheet, _cell, chart) => {
    if (chart === undefined) return "";
    sheet.charts.getItem(chart).title.text = "Title 4716";
    return "Title 4716";
  },
};

/** Cells of ours on a sheet, spread over it. */
async function places(sheet: string): Promise<string[]> {
  const cells = await excel.cells(sheet);
  const filled = Object.keys(cells).filter(
    (address) => !/^(A1|B3)$/.test(address) && String(cells[address]?.value ?? "") !== "",
  );
  return [0.3, 0.8].map((part) => filled[Math.floor(filled.length * part)] ?? "A2");
}

/** Planted texts that the workbook no longer holds. */
async function lost(tokens: readonly string[]): Promise<readonly string[]> {
  const workbook = JSON.stringify(await excel.model()).toLowerCase();
  return tokens.filter((token) => !workbook.includes(JSON.stringify(token).slice(1, -1).toLowerCase()));
}

/** Whole pages take long: they get only what concerns pages, all at once. */
const onPages = ["value", "colour", "a row inside", "a title of a chart"];

describe.each(dealt(blocks, 4))("in “%s”", (_name, insertion) => {
  test.each(
    insertion.kind === "summary"
      ? [[onPages.join(", "), onPages]]
      : Object.keys(plants).map((kind) => [kind, [kind]]),
  )("%s is not lost without a question.", async (_kind, kinds) => {
    const { sheet } = await excel.insert(insertion, newSheet);
    const chart = (await excel.model()).state.charts[0]?.name;
    const [upper = "", lower = ""] = await places(sheet);
    const tokens: string[] = [];
    for (const kind of kinds as readonly string[])
      // An inserted row moves all below it, so it is planted once.
      for (const cell of kind.startsWith("a ") ? [upper] : [upper, lower])
        await excel.editSheet(sheet, (page) => {
          const token = plants[kind]?.(page, cell, chart) ?? "";
          if (!tokens.includes(token)) tokens.push(token);
        });
    expect(await lost(tokens)).toEqual([]);
    const block = await excel.firstBlock();
    const later = inPeriod(insertion, "2025-08 YTD");
    const act = (what: Insertion, language: "en" | "zh", changes?: "keep" | "replace"): Promise<Outcome> =>
      excel.actions.insert(what, over(block.id), language, changes ? { changes } : {});

    // Asked without a choice, then with "keep": nothing is done, or the planted text is still there.
    for (const changes of [undefined, "keep"] as const)
      for (const [what, language] of [
        [insertion, "zh"],
        [later, "en"],
      ] as const) {
        const outcome = await act(what, language, changes);
        if (!outcome.ok) expect(outcome.problem.name).toBe("changed-inside");
        expect({ changes, language, lost: await lost(tokens) }).toEqual({ changes, language, lost: [] });
      }
    // Told to replace, and taken back.
    const replaced = await act(inPeriod(insertion, "2025-Q1"), "zh", "replace");
    if (replaced.ok && replaced.done.block && (await lost(tokens)).length > 0) {
      await excel.remove(replaced.done.block);
      expect(await lost(tokens)).toEqual([]);
    }
    // Removed: asked first; and taken back.
    const removed = await excel.actions.remove(block.id);
    if (!removed.ok) expect(removed.problem.name).toBe("changed-inside");
    if (removed.ok && (await lost(tokens)).length > 0) {
      // Only the name of the sheet goes with the sheet, and comes back with it.
      expect(kinds).toEqual(["a name of the sheet"]);
      await excel.remove(removed.done.block ?? "");
      expect(await lost(tokens)).toEqual([]);
    } else if (!removed.ok) {
      const taken = await excel.remove(block.id, { changes: "replace" });
      await excel.remove(taken.block ?? "");
      expect(await lost(tokens)).toEqual([]);
    }
  });
});
