import type { CellRange, PageLayoutState } from "../../state";
import { asBoolean, asInteger, asNumber, asOneOf, asText, invalid, notFound } from "../errors";
import { MAX_COLUMNS } from "../grid/address";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import { range, rangeAreas } from "./kinds";
import { rangeArgument } from "./ranges";

const layoutOf = (model: Model, sheetId: string): PageLayoutState => model.state.sheet(sheetId).pageLayout;

function change(model: Model, sheetId: string, values: Partial<PageLayoutState>): void {
  Object.assign(layoutOf(model, sheetId), values);
  model.state.changed({ kind: "sheet", sheetId });
}

type Margins = "leftMargin" | "rightMargin" | "topMargin" | "bottomMargin";
const margins: Record<string, Margins> = {
  LeftMargin: "leftMargin",
  RightMargin: "rightMargin",
  TopMargin: "topMargin",
  BottomMargin: "bottomMargin",
};
/** Those that a saved file keeps. */
const paperSizes = ["Letter", "Tabloid", "Legal", "Executive", "A3", "A4", "A5", "B4", "B5"];

const margin = (value: unknown): number => {
  const points = asNumber(value);
  if (points < 0) throw invalid();
  return points;
};

/** Reads `PageLayout.zoom`; InvalidArgument for other members and numbers out of bounds. */
function zoomOf(value: unknown): PageLayoutState["zoom"] {
  if (typeof value !== "object" || value === null) throw invalid();
  const zoom: PageLayoutState["zoom"] = {};
  for (const [key, number] of Object.entries(value)) {
    if (number === null || number === undefined) continue;
    if (key === "scale") zoom.scale = asInteger(number, 10, 400);
    else if (key === "horizontalFitToPages" || key === "verticalFitToPages")
      zoom[key] = asInteger(number, 0, 32_767);
    else throw invalid();
  }
  return zoom;
}

/** Makes members that differ only in their key of the state. */
function each<Key extends string, T>(
  names: Readonly<Record<string, Key>>,
  make: (key: Key) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, make(key)]));
}

/** Page setup of a sheet. */
export const pageLayout: ObjectType<string> = {
  name: "PageLayout",
  get: {
    ...each(margins, (key) => (self: string, model: Model) => layoutOf(model, self)[key]),
    CenterHorizontally: (self, model) => layoutOf(model, self).centerHorizontally,
    Orientation: (self, model) => layoutOf(model, self).orientation,
    PaperSize: (self, model) => layoutOf(model, self).paperSize,
    Zoom: (self, model) => layoutOf(model, self).zoom,
  },
  set: {
    ...each(margins, (key) => (self: string, value: unknown, model: Model) => {
      change(model, self, { [key]: margin(value) });
    }),
    CenterHorizontally: (self, value, model) => {
      change(model, self, { centerHorizontally: asBoolean(value) });
    },
    Orientation: (self, value, model) => {
      change(model, self, { orientation: asOneOf(value, ["Portrait", "Landscape"]) });
    },
    PaperSize: (self, value, model) => {
      change(model, self, { paperSize: asOneOf(value, paperSizes) });
    },
    Zoom: (self, value, model) => {
      change(model, self, { zoom: zoomOf(value) });
    },
  },
  go: { HeadersFooters: (self) => ref(headersFooters, self) },
  call: {
    GetPrintAreaOrNullObject: (self, _args, model) => orNull(() => printArea(self, model)),
    GetPrintTitleRowsOrNullObject: (self, _args, model) => orNull(() => titleRows(self, model)),
  },
  act: {
    SetPrintArea: (self, [area], model) => {
      const areas = rangeAreas.handleOf(area) ?? [rangeArgument(area, self, model)];
      if (areas.some((other) => other.sheetId !== self)) throw invalid();
      change(model, self, { printArea: [...areas] });
    },
    SetPrintTitleRows: (self, [rows], model) => {
      const { row, rowCount } = rangeArgument(rows, self, model);
      change(model, self, { printTitleRows: { first: row, count: rowCount } });
    },
  },
};

function printArea(self: string, model: Model) {
  const areas: CellRange[] = layoutOf(model, self).printArea;
  if (areas.length === 0) throw notFound();
  return rangeAreas.of(areas);
}

function titleRows(self: string, model: Model) {
  const rows = layoutOf(model, self).printTitleRows;
  if (!rows) throw notFound();
  return range.of({
    sheetId: self,
    row: rows.first,
    rowCount: rows.count,
    column: 0,
    columnCount: MAX_COLUMNS,
  });
}

const headersFooters: ObjectType<string> = {
  name: "HeaderFooterGroup",
  go: { DefaultForAllPages: (self) => ref(headerFooter, self) },
};

const corners = { LeftFooter: "leftFooter", RightFooter: "rightFooter" } as const;

const headerFooter: ObjectType<string> = {
  name: "HeaderFooter",
  get: each(corners, (key) => (self: string, model: Model) => layoutOf(model, self).headersFooters[key]),
  set: each(corners, (key) => (self: string, value: unknown, model: Model) => {
    const text = asText(value);
    if (text.length > 255) throw invalid();
    change(model, self, { headersFooters: { ...layoutOf(model, self).headersFooters, [key]: text } });
  }),
};
