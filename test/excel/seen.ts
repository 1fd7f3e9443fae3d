import type { Snapshot } from "../../src/workbench/host";

/** The model as text without ids, which are new for all that is made again. */
export function seen({ sheets, state }: Snapshot): string {
  const ids = new Map(sheets.map(({ id }, index) => [id, `sheet ${index}`]));
  const text = JSON.stringify({
    sheets,
    charts: state.charts.map((chart) => ({
      ...chart,
      id: "",
      series: chart.series.map((series) => ({ ...series, id: "" })),
    })),
    tables: state.tables.map((table) => ({ ...table, id: "" })),
    names: state.names.map((name) => ({ ...name, id: "" })),
    sheetStates: Object.entries(state.sheets),
    rest: [state.properties, state.activeSheetId, state.selection],
  });
  const renamed = [...ids].reduce((all, [id, name]) => all.replaceAll(id, name), text);
  // Each insertion has a new id.
  return renamed.replaceAll(/(ECOM(?:_block_|_\w+_|\.block\.| \w+ )|\\"id\\":\\")[0-9a-z]{8}\b/g, "$1id");
}

/** The model without the host's ids, and without the order of charts, tables and names: both change when one is made again. */
export function look({ sheets, state }: Snapshot): unknown {
  const byName = <T extends { id: string; name: string }>(all: readonly T[]): Omit<T, "id">[] =>
    all.map((part) => ({ ...part, id: "" })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const charts = state.charts.map((chart) => ({
    ...chart,
    series: chart.series.map((series) => ({ ...series, id: "" })),
  }));
  return {
    sheets,
    state: {
      ...state,
      charts: byName(charts),
      tables: byName(state.tables),
      names: byName(state.names),
    },
  };
}

/** The model without the numbers that the host gives to names, in any order. */
export function withoutNameIds({ sheets, state }: Snapshot): Snapshot {
  const names = state.names
    .map((name) => ({ ...name, id: "" }))
    .sort((a, b) => `${a.sheetId}${a.name}`.localeCompare(`${b.sheetId}${b.name}`));
  return { sheets, state: { ...state, names } };
}

/** What is essential of a workbook: the formulas and values in its cells. */
export const essential = ({ sheets }: Snapshot): unknown =>
  sheets.map(({ name, cells }) => [
    name,
    Object.entries(cells).flatMap(([address, { formula, value }]) =>
      (formula ?? value) ? [[address, formula ?? value]] : [],
    ),
  ]);
