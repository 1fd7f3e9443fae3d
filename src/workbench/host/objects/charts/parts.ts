import type { ChartState, FillState, FontState, LineState, PartFormat } from "../../../state";
import { asBoolean, asNumber, asOneOf, asText, invalid, notFound } from "../../errors";
import { readColor } from "../../grid/colors";
import { requireUnprotected } from "../../grid/guard";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";

/** A part of a chart: the chart's id and how to find the part in it. Throws ItemNotFound where it is gone. */
export interface Part<T> {
  chart: string;
  find: (chart: ChartState, model: Model) => T;
}

/** The chart of a handle, or ItemNotFound if it was deleted. */
export function chartOf(model: Model, id: string): ChartState {
  const chart = model.state.data.charts.find((one) => one.id === id);
  if (!chart || !model.book.has(chart.sheetId)) throw notFound();
  return chart;
}

export const partOf = <T>(self: Part<T>, model: Model): T => self.find(chartOf(model, self.chart), model);

/** Changes a part and tells who draws it. Objects of a protected sheet do not change. */
export function changePart<T>(
  self: Part<T>,
  model: Model,
  change: (part: T, chart: ChartState) => void,
): void {
  const chart = chartOf(model, self.chart);
  requireUnprotected(model, chart.sheetId, "allowEditObjects");
  change(self.find(chart, model), chart);
  model.state.changed({ kind: "charts", sheetId: chart.sheetId, id: chart.id });
}

/** A part inside a part. */
export const within = <T, Inner>(self: Part<T>, inner: (part: T) => Inner): Part<Inner> => ({
  chart: self.chart,
  find: (chart, model) => inner(self.find(chart, model)),
});

type Members<T> = Required<Pick<ObjectType<Part<T>>, "get" | "set">>;

/**
 * Properties that are members of the part's state: protocol name to key and check. The check gives the value
 * to keep or throws InvalidArgument.
 */
export function members<T extends object>(fields: {
  [name: string]: { [Key in keyof T]: [key: Key, check: (value: unknown) => T[Key]] }[keyof T];
}): Members<T> {
  const get: Record<string, (self: Part<T>, model: Model) => unknown> = {};
  const set: Record<string, (self: Part<T>, value: unknown, model: Model) => void> = {};
  for (const [name, [key, check]] of Object.entries(fields)) {
    get[name] = (self, model) => partOf(self, model)[key];
    set[name] = (self, value, model) => {
      const checked = check(value);
      changePart(self, model, (part) => {
        part[key] = checked;
      });
    };
  }
  return { get, set };
}

/** A check for `members`: one of these names. */
export const oneOf =
  (...names: string[]) =>
  (value: unknown): string =>
    asOneOf(value, names);

/** A check for `members`: a number within bounds. */
export const numberFrom =
  (least: number, most: number) =>
  (value: unknown): number => {
    const number = asNumber(value);
    if (number < least || number > most) throw invalid();
    return number;
  };

/** A check for `members`: a number, or "" (or null) for automatic. */
export const numberOrAutomatic = (value: unknown): number | null =>
  value === "" || value === null ? null : asNumber(value);

const lineStyles = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Grey25",
  "Grey50",
  "Grey75",
  "Automatic",
  "RoundDot",
];

type Filled = { fill?: FillState };
const fill: ObjectType<Part<Filled>> = {
  name: "ChartFill",
  check: partOf,
  act: {
    Clear: (self, _args, model) => {
      changePart(self, model, (part) => {
        part.fill = { kind: "none" };
      });
    },
    SetSolidColor: (self, [color], model) => {
      const rgb = readColor(color);
      changePart(self, model, (part) => {
        part.fill = { kind: "solid", color: rgb };
      });
    },
  },
};

/** Reads and sets one line; the part holds it under `key`. */
function lineType<Key extends "line" | "border">(
  name: string,
  key: Key,
): ObjectType<Part<{ [K in Key]?: LineState }>> {
  type Lined = { [K in Key]?: LineState };
  const change = (self: Part<Lined>, model: Model, values: LineState) => {
    changePart(self, model, (part) => {
      part[key] = { ...part[key], ...values } as Lined[Key];
    });
  };
  const lineOf = (self: Part<Lined>, model: Model): LineState => partOf(self, model)[key] ?? {};
  return {
    name,
    check: partOf,
    get: {
      Color: (self, model) => lineOf(self, model).color ?? "#000000",
      LineStyle: (self, model) => lineOf(self, model).lineStyle ?? "Automatic",
      Weight: (self, model) => lineOf(self, model).weight ?? 0.75,
    },
    set: {
      Color: (self, value, model) => {
        change(self, model, { color: readColor(value) });
      },
      LineStyle: (self, value, model) => {
        change(self, model, { lineStyle: asOneOf(value, lineStyles) });
      },
      Weight: (self, value, model) => {
        change(self, model, { weight: numberFrom(0, 1584)(value) });
      },
    },
    act: {
      Clear: (self, _args, model) => {
        change(self, model, { lineStyle: "None" });
      },
    },
  };
}

const line = lineType("ChartLineFormat", "line");
const border = lineType("ChartBorder", "border");

type Fonted = { font?: FontState };
const changeFont = (self: Part<Fonted>, model: Model, values: FontState) => {
  changePart(self, model, (part) => {
    part.font = { ...part.font, ...values };
  });
};
const fontOf = (self: Part<Fonted>, model: Model): FontState => partOf(self, model).font ?? {};

const font: ObjectType<Part<Fonted>> = {
  name: "ChartFont",
  check: partOf,
  get: {
    Name: (self, model) => fontOf(self, model).name ?? "Calibri",
    Size: (self, model) => fontOf(self, model).size ?? 10,
    Color: (self, model) => fontOf(self, model).color ?? "#595959",
    Bold: (self, model) => fontOf(self, model).bold ?? false,
    Italic: (self, model) => fontOf(self, model).italic ?? false,
    Underline: (self, model) => fontOf(self, model).underline ?? "None",
  },
  set: {
    Name: (self, value, model) => {
      changeFont(self, model, { name: asText(value) });
    },
    Size: (self, value, model) => {
      changeFont(self, model, { size: numberFrom(1, 409)(value) });
    },
    Color: (self, value, model) => {
      changeFont(self, model, { color: readColor(value) });
    },
    Bold: (self, value, model) => {
      changeFont(self, model, { bold: asBoolean(value) });
    },
    Italic: (self, value, model) => {
      changeFont(self, model, { italic: asBoolean(value) });
    },
    Underline: (self, value, model) => {
      changeFont(self, model, { underline: asOneOf(value, ["None", "Single"]) });
    },
  },
};

/** A format object with some of fill, border, font and line. */
export function formatType<
  Kept extends { fill?: FillState; border?: LineState; font?: FontState; line?: LineState },
>(name: string, ...has: ("Fill" | "Border" | "Font" | "Line")[]): ObjectType<Part<Kept>> {
  const all = {
    Fill: (self: Part<Kept>) => ref(fill, self),
    Border: (self: Part<Kept>) => ref(border, self),
    Font: (self: Part<Kept>) => ref(font, self),
    Line: (self: Part<Kept>) => ref(line, self),
  };
  return { name, check: partOf, go: Object.fromEntries(has.map((one) => [one, all[one]])) };
}

/** Fill, border and font together, as titles, legends and labels have them. */
export const boxFormat = (name: string): ObjectType<Part<PartFormat>> =>
  formatType<PartFormat>(name, "Fill", "Border", "Font");
