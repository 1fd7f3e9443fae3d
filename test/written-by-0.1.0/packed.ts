import type { Snapshot, SnapshotCell, SnapshotSheet } from "../../src/workbench/host";
import { cellName, parseLocal } from "../../src/workbench/host/grid/address";
import type { SheetState } from "../../src/workbench/state";

/** What a cell holds: a value alone, or what there is beside it. */
type Content = string | number | boolean | Omit<SnapshotCell, "style" | "numberFormat">;

/** A sheet of a snapshot whose cell styles are stored apart: each once, with the ranges that have it. */
interface PackedSheet extends Omit<SnapshotSheet, "cells"> {
  cells: Record<string, Content>;
  /** A style and its ranges: "A1:G3 B5". */
  styles: [style: unknown, ranges: string][];
  /** Ranges by number format. */
  numberFormats: Record<string, string>;
}

/** A snapshot of a workbook in a form that people can read: complete, and with few repetitions. */
export interface PackedSnapshot {
  sheets: PackedSheet[];
  state: Omit<Snapshot["state"], "sheets" | "charts"> & {
    /** Charts; `{ part: n }` stands for a part that several of them share. */
    charts: unknown[];
    chartParts: unknown[];
    /** By the id of the sheet, what differs from `everySheet`. */
    sheets: Record<string, Partial<SheetState>>;
    /** The state of a sheet that says nothing else. */
    everySheet: SheetState;
  };
}

/** The snapshot that was packed. */
export function unpacked({ sheets, state }: PackedSnapshot): Snapshot {
  const { everySheet, sheets: states, charts, chartParts, ...rest } = state;
  return {
    sheets: sheets.map(({ cells, styles, numberFormats, ...sheet }) => {
      const all: Record<string, SnapshotCell> = {};
      const cell = (address: string): SnapshotCell => (all[address] ??= {});
      for (const [address, content] of Object.entries(cells))
        Object.assign(cell(address), typeof content === "object" ? content : { value: content });
      for (const [style, ranges] of styles)
        for (const address of addressesIn(ranges)) cell(address).style = style;
      for (const [format, ranges] of Object.entries(numberFormats))
        for (const address of addressesIn(ranges)) cell(address).numberFormat = format;
      return { ...sheet, cells: all };
    }),
    state: {
      ...rest,
      charts: JSON.parse(JSON.stringify(charts), (_key, value: unknown) =>
        isPart(value) ? structuredClone(chartParts[value.part]) : value,
      ) as Snapshot["state"]["charts"],
      sheets: Object.fromEntries(
        Object.entries(states).map(([id, own]) => [id, { ...structuredClone(everySheet), ...own }]),
      ),
    },
  };
}

const isPart = (value: unknown): value is { part: number } =>
  typeof value === "object" && value !== null && "part" in value && typeof value.part === "number";

/** The addresses of "A1:G3 B5", one a cell. */
const addressesIn = (ranges: string): string[] =>
  ranges.split(" ").flatMap((range) => {
    const { row, column, rowCount, columnCount } = parseLocal(range) ?? none;
    return Array.from({ length: rowCount * columnCount }, (_, index) =>
      cellName(row + Math.floor(index / columnCount), column + (index % columnCount)),
    );
  });

const none = { row: 0, column: 0, rowCount: 0, columnCount: 0 };
