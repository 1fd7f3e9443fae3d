import { eachTest, openExcel } from "../excel";
import { at, expressChart as chart, newSheet, singles, summaries } from "../insertions";

const { formula } = singles;
const summary = summaries.quarter;

const excel = eachTest(openExcel);

describe("removing what was inserted", () => {
  test("keeps a sheet on which somebody has written.", async () => {
    const { block = "", sheet } = await excel.insert(summary, newSheet);
    await excel.enter("J3", "my note", sheet);
    await excel.remove(block);
    const filled = Object.entries(await excel.cells(sheet)).filter(([, { value }]) => value !== undefined);
    expect(filled).toEqual([["J3", expect.objectContaining({ value: "my note" })]]);
    const { charts, tables, names } = (await excel.model()).state;
    expect([charts, tables, names]).toEqual([[], [], []]);
  });

  test("does not take away cells that were written over since.", async () => {
    const { block = "" } = await excel.insert(formula, at("B3"));
    await excel.enter("B3", 5);
    await excel.refuses("changed-inside", () => excel.actions.remove(block));
  });

  test.each([
    ["beside them", at("B3")],
    ["on the sheet that was made for them", newSheet],
  ])("takes no chart and no table away that people made since %s", async (_where, place) => {
    const { block = "", sheet: name } = await excel.insert(formula, place);
    await excel.edit(({ worksheets }) => {
      const data = worksheets.getItem("Sheet1").getRange("M1:N3");
      data.values = [
        ["Year", "Sales"],
        ["a", 1],
        ["b", 2],
      ];
      data.worksheet.tables.add("M1:N3", true).name = "Theirs";
      worksheets.getItem(name).charts.add("ColumnClustered", data, "Columns").name = "Theirs";
    });
    const theirs = async () => {
      const { charts, tables } = (await excel.model()).state;
      return [charts.map((chart) => [chart.name, chart.sheetId]), tables];
    };
    const before = await theirs();
    expect(before).toMatchObject([{ length: 1 }, { length: 1 }]);
    // A removal that fails and restores the cells must not take them either.
    await excel.failingAt(8, () => excel.actions.remove(block));
    expect(await theirs()).toEqual(before);
    await excel.actions.remove(block);
    expect(await theirs()).toEqual(before);
    const formulas = Object.values(await excel.cells(name)).map((cell) => cell.formula ?? "");
    expect(formulas.filter((text) => /ECOM/.test(text))).toEqual([]);
  });

  test("twice says that it is gone.", async () => {
    const { block = "" } = await excel.insert(chart, at("B3"));
    await excel.remove(block);
    await excel.refuses("block-gone", () => excel.actions.remove(block));
  });
});
