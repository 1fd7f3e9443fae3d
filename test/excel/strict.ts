import type { OpenExcel } from "./excel";
import { openExcelWithFunctions } from "./functions";

/** The sets of the newest Excel, as far as they change what the add-in does. */
export const newestSets = { ExcelApi: "1.20", CustomFunctionsRuntime: "1.4" };

/** An empty workbook in an Excel that refuses all that Excel is documented, reported or believed to refuse; functions answer. */
export const openStrict = (
  sets: Record<string, string> = newestSets,
): Promise<OpenExcel & { silent: boolean }> => openExcelWithFunctions(sets, { rules: "strict" });
