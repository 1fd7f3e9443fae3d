import type { OpenExcel } from "./excel";

/** Somebody else's content on the first sheet: cells, looks, sizes, a table and a chart around B6. */
export function furnish(excel: OpenExcel): Promise<void> {
  return excel.edit((workbook) => {
    const sheet = workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [["Mine"], [1], [2]];
    sheet.getRange("M1:N3").values = [
      ["Year", "Sales"],
      ["a", 1],
      ["b", 2],
    ];
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("B2:C4").format.fill.color = "#FFEECC";
    sheet.getRange("B7:C9").format.fill.color = "#EEFFCC";
    sheet.getRange("B8").numberFormat = [["0.00"]];
    sheet.getRange("C:C").format.columnWidth = 90;
    sheet.getRange("8:8").format.rowHeight = 31;
    sheet.tables.add("M1:N3", true).name = "Theirs";
    sheet.charts.add("ColumnClustered", sheet.getRange("M1:N3"), "Columns").name = "Theirs";
  });
}
