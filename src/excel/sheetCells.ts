/* eslint-disable office-addins/call-sync-before-read --
   the rules look for the sync between load and reading in the text; here `queue` returns the function that reads. */
import { isFormula } from "../report/plan";
import { placeKey } from "../report/comparability/cells";
import type { CompareScope } from "../report/actions";
import type { ChartLine, SheetCells } from "../report/comparability/cells";
import { parseA1 } from "./address";
import { changedCells, chartName, idOf, parseRecord, recordKey } from "./block";
import type { BlockRecord } from "./block";
import { can } from "./host";
import type { Context } from "./host";
import { planFor } from "./insert";
import { settingRecord } from "./settings";
import type { Area } from "../report/plan";

/**
 * Reads what stands on sheets, in two messages: which sheets and charts there are, then their cells, blocks of ours, and what the
 * charts draw. Hidden sheets are read too.
 */
export async function readSheets(context: Context, scope: CompareScope): Promise<SheetCells[]> {
  const { worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  // A second load would replace the items of the first.
  if (can("chartSources")) {
    if (scope === "sheet") active.load("name,charts/items/name,charts/items/series/items/axisGroup");
    else worksheets.load("items/name,items/charts/items/name,items/charts/items/series/items/axisGroup");
  } else if (scope === "sheet") active.load("name");
  else worksheets.load("items/name");
  await context.sync();
  const finish = (scope === "sheet" ? [active] : worksheets.items).map((sheet) => queueSheet(sheet, true));
  await context.sync();
  return finish.map((read) => read());
}

/**
 * Asks for one sheet's content; returns the function that reads the answer.
 *
 * @param withCharts its charts and their series are loaded: asks what they draw
 */
export function queueSheet(sheet: Excel.Worksheet, withCharts = false): () => SheetCells {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address,formulas,values");
  if (can("names")) sheet.names.load("items/name,items/value");
  if (can("sheetProperties")) sheet.customProperties.load("items/key,items/value");
  const charts =
    withCharts && can("chartSources")
      ? sheet.charts.items.map(({ name, series }) => ({
          name,
          series: series.items.map((one) => ({
            values: one.getDimensionDataSourceString("Values"),
            secondary: one.axisGroup === "Secondary",
          })),
        }))
      : [];
  return () => {
    if (used.isNullObject) return { sheet: sheet.name, at: [0, 0], formulas: [], values: [] };
    const [top = 0, left = 0] = parseA1(used.address)?.area ?? [];
    const formulas = used.formulas as unknown[][];
    const blocks = blocksOf(sheet).map(({ record, area }) => {
      return { record, area, changed: changedIn(record, area, formulas, [top, left]) };
    });
    const own = new Set(
      blocks.flatMap(({ record }) => record.charts.map(({ id }) => chartName(record.id, id))),
    );
    return {
      sheet: sheet.name,
      at: [top, left],
      formulas,
      values: used.values as unknown[][],
      blocks,
      behind: new Map(blocks.flatMap(formulasBehind)),
      // What a chart of ours draws and how was thought about when it was made.
      charts: charts
        .filter(({ name }) => !own.has(name))
        .map(({ name, series }) => ({
          name,
          series: series.map(({ values, secondary }): ChartLine => ({ values: values.value, secondary })),
        })),
    };
  };
}

function blocksOf(sheet: Excel.Worksheet): { record: BlockRecord; area: Area }[] {
  if (!can("names")) return [];
  return sheet.names.items.flatMap(({ name, value }) => {
    const id = idOf(name);
    const area = typeof value === "string" ? parseA1(value)?.area : undefined;
    if (id === undefined || !area) return [];
    const key = recordKey(id).toLowerCase();
    const text = can("sheetProperties")
      ? sheet.customProperties.items.find((property) => property.key.toLowerCase() === key)?.value
      : settingRecord(id);
    const record = text === undefined ? undefined : parseRecord(text);
    return record ? [{ record, area }] : [];
  });
}

/** The cells of a block that somebody changed; what lies outside of the used range is empty. */
function changedIn(
  record: BlockRecord,
  [row, column, rows, columns]: Area,
  formulas: readonly (readonly unknown[])[],
  [top, left]: readonly [number, number],
): Set<string> {
  const inside = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => formulas[row + r - top]?.[column + c - left] ?? ""),
  );
  const changed = changedCells(record, inside, [row, column]);
  return new Set(
    changed.flatMap(({ address }) => {
      const area = parseA1(address)?.area;
      return area ? [placeKey(area[0], area[1])] : [];
    }),
  );
}

/** For a block of values the formulas that the same block has when it is live: it stands in the same cells. */
function formulasBehind({
  record,
  area,
  changed,
}: {
  record: BlockRecord;
  area: Area;
  changed: ReadonlySet<string>;
}): [string, string][] {
  if (record.insertion.kind === "sources") return [];
  const live = planFor({ ...record.insertion, live: true }, record.language);
  if (!live.ok || live.value.rows !== record.rows || live.value.columns !== record.columns) return [];
  return live.value.cells.flatMap(({ at, rows }) =>
    rows.flatMap((cells, r) =>
      cells.flatMap((cell, c): [string, string][] => {
        const key = placeKey(area[0] + at[0] + r, area[1] + at[1] + c);
        return isFormula(cell) && !changed.has(key) ? [[key, cell.formula]] : [];
      }),
    ),
  );
}
