import { LocaleType, LogLevel, mergeLocales, Univer, UniverInstanceType } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import sheetsFormula from "@univerjs/sheets-formula/locale/en-US";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import sheets from "@univerjs/sheets/locale/en-US";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";

/** Univer without a page: a workbook of one sheet, as the workbench starts it. */
export function headlessGrid(): { univer: Univer; univerAPI: FUniver } {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(sheets, sheetsFormula) },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: "workbook",
    name: "Book1",
    sheetOrder: ["sheet1"],
    defaultStyle: { ff: "Calibri", fs: 11 },
    sheets: {
      sheet1: {
        id: "sheet1",
        name: "Sheet1",
        rowCount: 1000,
        columnCount: 26,
        defaultColumnWidth: 64,
        defaultRowHeight: 20,
      },
    },
  });
  return { univer, univerAPI: FUniver.newAPI(univer) };
}
