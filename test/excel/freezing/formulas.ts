import type { OpenExcel } from "../excel";

/** A formula that answers 7.4 %. */
export const growth = '=ECOM.GROWTH("digital","2025-Q1")';

/** Formulas of every kind on two sheets, among other people's cells. */
export async function enterFormulas(excel: OpenExcel): Promise<void> {
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [["digital"], ["2025-Q1"], ["mine"]];
    sheet.getRange("C1:C10").formulas = [
      [growth],
      ["=ECOM.GROWTH(A1,A2)"],
      ['=IF(C1>0,ROUND(ECOM.VALUE("total","2025-Q1","billion")*2,1),"none")'],
      ['=ECOM.INFO("digital","source","2025-Q1")'],
      ['=ECOM.GROWTH("no such thing")'],
      ['=ECOM.GROWTH("digital","1999-Q1")'],
      ['=ECOM.CHECK("total","2025-Q1",3.6)'],
      ["=C1*2"],
      ['=IF(A9="","",ECOM.GROWTH(A9))'],
      ['=ECOM.CARD("digital","2025-Q1")'],
    ];
    sheet.getRange("C2").numberFormat = [["0.000%"]];
    sheet.getRange("E1").formulas = [['=ECOM.SERIES("physical","growth","2023","2025")']];
    sheet.getRange("H1:H3").values = [["Growth"], ["x"], ["y"]];
    sheet.tables.add("H1:H3", true).name = "Mine";
    sheet.getRange("H2:H3").formulas = [[growth], ['=ECOM.GROWTH("entertainment","2025-Q1")']];
    sheet.getRange("J1:K2").merge(false);
    sheet.getRange("J1").formulas = [['=ECOM.VALUE("total","2025-Q1")']];
    const other = workbook.worksheets.add("Second, sheet");
    other.getRange("B2").formulas = [['=ECOM.TABLE({"digital","entertainment"},{"2025-Q1"})']];
    other.getRange("B9").formulas = [["=SUM(Sheet1!C1:C2)"]];
  });
  await excel.host.idle();
}
