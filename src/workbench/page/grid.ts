import "@univerjs/design/lib/index.css";
import "@univerjs/ui/lib/index.css";
import "@univerjs/docs-ui/lib/index.css";
import "@univerjs/sheets-ui/lib/index.css";
import "@univerjs/sheets-formula-ui/lib/index.css";
import {
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import type { IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import designEn from "@univerjs/design/locale/en-US";
import designZh from "@univerjs/design/locale/zh-CN";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsUiEn from "@univerjs/docs-ui/locale/en-US";
import docsUiZh from "@univerjs/docs-ui/locale/zh-CN";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import "@univerjs/docs-ui/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-formula-ui/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-ui/facade";
import "@univerjs/ui/facade";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import sheetsFormulaUiEn from "@univerjs/sheets-formula-ui/locale/en-US";
import sheetsFormulaUiZh from "@univerjs/sheets-formula-ui/locale/zh-CN";
import sheetsFormulaEn from "@univerjs/sheets-formula/locale/en-US";
import sheetsFormulaZh from "@univerjs/sheets-formula/locale/zh-CN";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUiEn from "@univerjs/sheets-ui/locale/en-US";
import sheetsUiZh from "@univerjs/sheets-ui/locale/zh-CN";
import sheetsEn from "@univerjs/sheets/locale/en-US";
import sheetsZh from "@univerjs/sheets/locale/zh-CN";
import { UniverUIPlugin } from "@univerjs/ui";
import uiEn from "@univerjs/ui/locale/en-US";
import uiZh from "@univerjs/ui/locale/zh-CN";
import type { Locale } from "./options";

/**
 * Messages about a sheet's name that exists or is reserved by Excel, and about a number stored as text, for which
 * Univer (0.25.1) has none.
 */
const ourTexts: Record<Locale, { taken: string; title: string; numberAsText: string }> = {
  "en-US": {
    taken: "That name is taken, or Excel keeps it for a sheet of its own. Please enter another name.",
    title: "Number stored as text",
    numberAsText: "This number is kept as text, and formulas do not calculate with it.",
  },
  "zh-CN": {
    taken: "该名称已被使用，或为 Excel 保留，请输入其他名称。",
    title: "以文本形式存储的数字",
    numberAsText: "此数字以文本形式存储，公式不会将其作为数字计算。",
  },
};

function withOurTexts(texts: typeof sheetsUiEn, locale: Locale): typeof sheetsUiEn {
  const sheetsUi = texts["sheets-ui"];
  const { taken, title, numberAsText } = ourTexts[locale];
  const sheetConfig = { ...sheetsUi.sheetConfig, sheetNameAlreadyExistsError: taken };
  const info = { ...sheetsUi.info, error: title, forceStringInfo: numberAsText };
  return { "sheets-ui": { ...sheetsUi, sheetConfig, info } };
}

/** The running grid: Univer, and its facade for host, charts and tests. */
export interface Grid {
  univer: Univer;
  univerAPI: FUniver;
}

/**
 * Starts Univer in `container` with a workbook of one empty sheet: formula bar, sheet tabs, status figures and zoom,
 * without its toolbar, which the ribbon replaces. Places on the screen are unknown until the grid is `drawn`.
 */
export function createGrid(container: HTMLElement, locale: Locale): Grid & { drawn: Promise<void> } {
  const univer = new Univer({
    locale: locale === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        designEn,
        uiEn,
        docsUiEn,
        sheetsEn,
        withOurTexts(sheetsUiEn, "en-US"),
        sheetsFormulaEn,
        sheetsFormulaUiEn,
      ),
      [LocaleType.ZH_CN]: mergeLocales(
        designZh,
        uiZh,
        docsUiZh,
        sheetsZh,
        withOurTexts(sheetsUiZh, "zh-CN"),
        sheetsFormulaZh,
        sheetsFormulaUiZh,
      ),
    },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: false, footer: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, { footer: { menus: false } });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, emptyBook(locale));
  return {
    univer,
    univerAPI: FUniver.newAPI(univer),
    drawn: univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered),
  };
}

/** One sheet of 1000 rows and 26 columns with Excel's default sizes (64 by 20 pixels) and font. */
function emptyBook(locale: Locale): Partial<IWorkbookData> {
  const name = "Sheet1";
  return {
    id: "workbook",
    name: locale === "zh-CN" ? "工作簿1" : "Book1",
    sheetOrder: ["sheet1"],
    defaultStyle: { ff: "Calibri", fs: 11 },
    sheets: {
      sheet1: {
        id: "sheet1",
        name,
        rowCount: 1000,
        columnCount: 26,
        defaultColumnWidth: 64,
        defaultRowHeight: 20,
      },
    },
  };
}
