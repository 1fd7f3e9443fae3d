import { readXlsx } from "hucre/xlsx";
import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";
import { paneParts } from "./pane/pane";

/** Formulas of ours: spilled, nested, in a table's column, on two sheets. */
async function furnish({ addin, idle }: Workbench): Promise<void> {
  await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").formulas = [['=ECOM.SERIES("physical","growth","2023","2025")']];
      sheet.getRange("D1").formulas = [['=IF(ECOM.GROWTH("digital","2025-Q1")>0,"up","down")']];
      sheet.getRange("D2").formulas = [['=ECOM.VALUE("total","2025-Q1")']];
      sheet.getRange("F1:F3").values = [["Growth"], ["x"], ["y"]];
      sheet.tables.add("F1:F3", true).name = "Mine";
      sheet.getRange("F2:F3").formulas = [
        ['=ECOM.GROWTH("digital","2025-Q1")'],
        ['=ECOM.GROWTH("entertainment","2025-Q1")'],
      ];
      const other = context.workbook.worksheets.add("Other");
      other.getRange("B2").formulas = [['=ECOM.GROWTH("dining","2025-Q1")']];
      await context.sync();
    }),
  );
  await idle();
}

const snapshot = ({ page }: Workbench) => page.evaluate(() => window.workbench!.host.snapshot());

describe("freezing from the pane", () => {
  test("gives values that look the same, a file without a formula of ours, and thawing gives all back.", async () => {
    const workbench = await openWorkbench();
    await furnish(workbench);
    const pane = paneParts(workbench.addin);
    const before = await snapshot(workbench);
    const shown = [await workbench.texts("A1:F4", "Sheet1"), await workbench.texts("B2", "Other")];
    expect(shown[0]?.[1]).toEqual(["2023", "8.4%", "", "3.62tn", "", "7.4%"]);

    await pane.tab("Check").click();
    await pane.button(/^Freeze$/).click();
    await workbench.addin.locator(".notice-text", { hasText: "Frozen: 6 formulas on 2 sheets" }).waitFor();
    await workbench.idle();
    expect([await workbench.texts("A1:F4", "Sheet1"), await workbench.texts("B2", "Other")]).toEqual(shown);

    const waiting = workbench.page.waitForEvent("download");
    await workbench.page.locator("#save").click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
    const { sheets } = await readXlsx(new Uint8Array(Buffer.concat(chunks)), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(["Sheet1", "Other", "ECOM sources"]);
    expect(
      sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].flatMap((cell) => cell.formula ?? [])),
    ).toEqual([]);
    expect(sheets[0]?.rows[1]?.slice(0, 6)).toEqual(["2023", 0.084, null, 3624200000000, null, 0.074]);
    expect(sheets[2]?.tables?.[0]).toMatchObject({ name: "ECOM_sources" });

    await pane.button(/^Thaw$/).click();
    await workbench.addin.locator(".notice-text", { hasText: "Thawed: 6 formulas are back." }).waitFor();
    await workbench.idle();
    expect(await snapshot(workbench)).toEqual(before);
  });
});
