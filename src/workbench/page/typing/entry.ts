import {
  CustomCommandExecutionError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
} from "@univerjs/core";
import type { DocumentDataModel, ICellData, Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import { IEditorBridgeService, SetCellEditVisibleOperation } from "@univerjs/sheets-ui";
import { KeyCode } from "@univerjs/ui";
import { covers } from "../../cellRange";
import type { FunctionsMetadata, Host } from "../../host";
import { arityOf } from "../../host/functions/lifting";
import type { Arity } from "../../host/grid/formula";
import { elementById } from "../dom";
import type { Grid } from "../grid";
import type { Texts } from "../texts";
import { readFormula } from "./formula";
import type { TypedWorld } from "./formula";

interface Place {
  sheetId: string;
  row: number;
  column: number;
}

/**
 * Enters formulas as Excel does. What is no formula, or one that the grid cannot calculate, is refused with a
 * sentence and stays in the editor. Full-width signs of a Chinese keyboard are read too.
 */
export function checkTyping(
  grid: Grid,
  host: Host,
  { functions }: FunctionsMetadata,
  namespace: string,
  texts: Texts,
): void {
  const injector = grid.univer.__getInjector();
  const editor = injector.get(IEditorBridgeService);
  const arities: Arities = new Map(
    functions.map((known) => [`${namespace}.${known.name}`.toUpperCase(), arityOf(known)]),
  );
  const line = elementById("refused");
  const say = (sentence: string) => {
    line.textContent = sentence;
    line.hidden = sentence === "";
  };
  let entered: (Place & { formula: string }) | undefined;

  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetCellEditVisibleOperation.id) return;
    const { visible, keycode } = params as { visible: boolean; keycode?: KeyCode };
    say("");
    entered = undefined;
    const at = editor.getEditLocation();
    if (visible || keycode === KeyCode.ESC || !editor.isVisible().visible || !at) return;
    const place = { sheetId: at.sheetId, row: at.row, column: at.column };
    const typed = typedText(grid);
    const plainText = host.numberFormatAt(place.sheetId, place.row, place.column) === "@";
    if (!/^[=＝]./.test(typed) || plainText || typed === formulaAt(grid, place)) return;
    const read = readFormula(typed, worldAt(place, grid, host, arities));
    if ("formula" in read) {
      entered = { ...place, formula: read.formula };
      return;
    }
    say(texts(`refused-${read.reason}`, read.detail));
    throw new CustomCommandExecutionError("The formula was refused.");
  });

  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1,
    handler: (cell, { subUnitId, row, col }, next) => {
      const { sheetId, row: inRow, column, formula } = entered ?? {};
      const same = cell && sheetId === subUnitId && inRow === row && column === col;
      return next(same && formula !== undefined ? withFormula(cell, formula) : cell);
    },
  });
}

/** How many arguments each function of the add-in takes, by its full name in upper case. */
type Arities = ReadonlyMap<string, Arity>;

/** The text in the editor, with line breaks as cells have them. */
function typedText(grid: Grid): string {
  const instances = grid.univer.__getInjector().get(IUniverInstanceService);
  const document = instances.getUnit<DocumentDataModel>(
    DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
    UniverInstanceType.UNIVER_DOC,
  );
  return (document?.getBody()?.dataStream ?? "").replace(/\r\n$/, "").replaceAll("\r", "\n");
}

/** What a formula typed into a cell may refer to. */
const worldAt = (place: Place, grid: Grid, host: Host, arities: Arities): TypedWorld => ({
  hasSheet: (name) => sheetNames(grid).has(name.toLowerCase()),
  columnsOf: (name) => {
    const wanted = name.toLowerCase();
    const table = host.state.data.tables.find((candidate) => candidate.name.toLowerCase() === wanted);
    return table?.columns.map((column) => column.name);
  },
  tableHere: host.state.tablesOf(place.sheetId).find(({ range }) => covers(range, place))?.name,
  arity: (name) => arities.get(name),
});

function withFormula(cell: ICellData, f: string): ICellData {
  return { ...cell, f, v: null, si: null, p: null, t: undefined as Nullable<ICellData["t"]> };
}

function sheetNames({ univerAPI }: Grid): ReadonlySet<string> {
  const sheets = univerAPI.getActiveWorkbook()?.getSheets() ?? [];
  return new Set(sheets.map((sheet) => sheet.getSheetName().toLowerCase()));
}

function formulaAt({ univerAPI }: Grid, { sheetId, row, column }: Place): string | undefined {
  return univerAPI.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getRange(row, column).getFormula();
}
