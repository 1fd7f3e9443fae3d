import { eachTest, openExcel } from "../excel";
import { newSheet, summaries } from "../insertions";

const summary = summaries.quarter;

describe.each(["1.4", "1.6", "1.8", "1.11"])("an Excel with ExcelApi %s", (version) => {
  const excel = eachTest(() => openExcel({ ExcelApi: version }));
  const insert = () => excel.actions.insert(summary, newSheet, "en");

  test("gets the summary, without what it does not know, and nothing left after a failure.", async () => {
    await excel.refuses("busy", () => excel.failingAt(400, insert));
    await excel.insert(summary, newSheet);
    expect((await excel.model()).state.charts).toHaveLength(3);
  });

  test("says of a protected structure what it is.", async () => {
    await excel.edit(({ protection }) => protection.protect());
    await excel.refuses("workbook-protected", insert);
  });

  test("finds its block again, updates and removes it.", async () => {
    const before = await excel.model();
    const { block = "" } = await excel.insert(summary, newSheet);
    const again = await excel.insert(summary, newSheet, "zh");
    expect(again.text.en).toContain("Updated");
    await excel.remove(block);
    expect(await excel.model()).toEqual(before);
  });
});
