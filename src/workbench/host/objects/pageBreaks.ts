import { cellAt } from "../../cellRange";
import { invalid, notFound } from "../errors";
import type { Model } from "../model";
import { ref } from "./define";
import type { ObjectType } from "./define";
import { range } from "./kinds";
import type { Ref } from "./kinds";
import { rangeArgument } from "./ranges";

/** The rows after a page break, in order. */
const breaksOf = (sheetId: string, model: Model): number[] => model.state.sheet(sheetId).pageLayout.rowBreaks;

function set(sheetId: string, rows: readonly number[], model: Model): void {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  model.state.sheet(sheetId).pageLayout.rowBreaks = sorted;
  model.state.changed({ kind: "sheet", sheetId });
}

interface BreakHandle {
  sheetId: string;
  row: number;
}

const pageBreak: ObjectType<BreakHandle> = {
  name: "PageBreak",
  check: ({ sheetId, row }, model) => {
    if (!breaksOf(sheetId, model).includes(row)) throw notFound();
  },
  id: ({ row }) => row,
  get: { RowIndex: ({ row }) => row, ColumnIndex: () => 0 },
  call: {
    GetCellAfterBreak: ({ sheetId, row }) => range.of(cellAt(sheetId, row, 0)),
  },
  act: {
    Delete: ({ sheetId, row }, _args, model) => {
      set(
        sheetId,
        breaksOf(sheetId, model).filter((other) => other !== row),
        model,
      );
    },
  },
};

/** The horizontal page breaks that were set on a sheet (ExcelApi 1.9). */
export const horizontalPageBreaks: ObjectType<string> = {
  name: "PageBreakCollection",
  items: (self, model) => breaksOf(self, model).map((row) => ref(pageBreak, { sheetId: self, row })),
  item: (self, index, model): Ref => {
    const row = typeof index === "number" ? breaksOf(self, model)[index] : undefined;
    if (row === undefined) throw notFound();
    return ref(pageBreak, { sheetId: self, row });
  },
  act: {
    Add: (self, [after], model) => {
      const { row } = rangeArgument(after, self, model);
      // No page break precedes the first row.
      if (row === 0) throw invalid();
      set(self, [...breaksOf(self, model), row], model);
      return ref(pageBreak, { sheetId: self, row });
    },
  },
};
