import { CellValueType, ICommandService, InterceptorEffectEnum } from "@univerjs/core";
import type { IStyleData } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { Grid } from "../grid";
import { fitted } from "./fitting";

/** The pixels of a cell's width that are not for its number. */
const padding = 5;
/** How many measured widths are remembered before all are forgotten. */
const mostWidths = 20_000;

/** The commands that need a number's full text, ids of Univer. */
const fullTextCommands = new Set([
  "sheet.command.set-col-auto-width",
  "univer.command.copy",
  "univer.command.cut",
  "sheet.command.copy",
  "sheet.command.cut",
]);

/**
 * Shows numbers that do not fit into their cells as Excel does: in General with fewer digits, else as ####. The
 * cells' content stays.
 */
export function showWideNumbers(grid: Grid): void {
  const injector = grid.univer.__getInjector();
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return;
  const widths = new Map<string, number>();
  const measure = (font: string) => (text: string) => {
    const key = `${font}|${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size > mostWidths) widths.clear();
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
  // While such a command runs, the cells give their full text.
  let commandsRunning = 0;
  const commands = injector.get(ICommandService);
  commands.beforeCommandExecuted(({ id }) => void (fullTextCommands.has(id) && commandsRunning++));
  commands.onCommandExecuted(({ id }) => void (fullTextCommands.has(id) && commandsRunning--));

  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: "wide-numbers",
    // The grid calls interceptors by descending priority: this one measures what number formats (10) and data types
    // (0) show.
    priority: -0.5,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { row, col, worksheet, workbook, rawData }, next) => {
      const shown = next(cell);
      const value = shown?.v;
      if (
        commandsRunning > 0 ||
        !shown ||
        value === undefined ||
        value === null ||
        shown.t !== CellValueType.NUMBER
      )
        return shown;
      const style: IStyleData = workbook.getStyles().getStyleByCell(rawData) ?? {};
      if (style.tr?.a || worksheet.getMergedCell(row, col)) return shown;
      const { ff: usual = "Calibri", fs: size = 11 } = workbook.getConfig().defaultStyle as IStyleData;
      const weight = style.bl === 1 || shown.themeStyle?.bl === 1 ? "bold " : "";
      const font = `${weight}${style.fs ?? size}pt "${style.ff ?? usual}"`;
      const pattern = style.n?.pattern ?? "";
      const general =
        typeof value === "number" ||
        ((pattern === "" || pattern === "General") && value === String(rawData?.v));
      const room = worksheet.getColumnWidth(col) - padding;
      const text = fitted(String(value), general ? Number(value) : undefined, room, measure(font));
      return text === String(value) ? shown : { ...shown, v: text };
    },
  });
}
