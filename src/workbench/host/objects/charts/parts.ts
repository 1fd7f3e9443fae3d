import type { ChartState, FillState, FontState, LineState, TitleState } from "../../../state";
import { asBoolean, asNumber, asOneOf, asText, invalid, notFound } from "../../errors";
import { readColor } from "../../grid/colors";
import { requireUnprotected } from "../../grid/guard";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import type { Ref } from "../kinds";

/** A part of a chart: the chart's id, and how to find the part in it (ItemNotFound if it is gone). */
export interface ChartPart<T> {
  chart: string;
  find: (chart: ChartState, model: Model) => T;
}

/** The chart of a handle, or ItemNotFound if it was deleted. Charts of a deleted sheet are gone too. */
export function chartOf(model: Model, id: string): ChartState {
  const chart = model.state.data.charts.find((candidate) => candidate.id === id);
  if (!chart || !model.book.has(chart.sheetId)) throw notFound();
  return chart;
}

/** The state of a part of a chart; ItemNotFound if the chart or the part is gone. */
export const partOf = <T>(self: ChartPart<T>, model: Model): T =>
  self.find(chartOf(model, self.chart), model);

/** Changes a part and notifies whoever draws it. Objects on a protected sheet do not change. */
export function changePart<T>(
  self: ChartPart<T>,
  model: Model,
  change: (part: T, chart: ChartState) => void,
): void {
  const chart = chartOf(model, self.chart);
  requireUnprotected(model, chart.sheetId, "allowEditObjects");
  change(self.find(chart, model), chart);
  model.state.changed({ kind: "charts", sheetId: chart.sheetId, id: chart.id });
}

/** An object for a part inside a part. */
export const refWithin = <T, Inner>(
  type: ObjectType<ChartPart<Inner>>,
  self: ChartPart<T>,
  inner: (part: T) => Inner,
): Ref => ref(type, within(self, inner));

/** A part inside a part. `inner` finds it in the state of the outer one. */
export const within = <T, Inner>(self: ChartPart<T>, inner: (part: T) => Inner): ChartPart<Inner> => ({
  chart: self.chart,
  find: (chart, model) => inner(self.find(chart, model)),
});

type Members<T> = Required<Pick<ObjectType<ChartPart<T>>, "get" | "set">>;

/**
 * Properties that are members of the part's state: each protocol name with its key and check, and what is shown for ""
 * and 0 where they say "automatic". The check returns the value to store, or throws InvalidArgument.
 */
export function members<T extends object>(fields: {
  [name: string]: {
    [Key in keyof T]: [key: Key, check: (value: unknown) => T[Key], automatic?: T[Key]];
  }[keyof T];
}): Members<T> {
  const get: Record<string, (self: ChartPart<T>, model: Model) => unknown> = {};
  const set: Record<string, (self: ChartPart<T>, value: unknown, model: Model) => void> = {};
  for (const [name, [key, check, automatic]] of Object.entries(fields)) {
    get[name] = (self, model) => {
      const value = partOf(self, model)[key];
      return automatic === undefined ? value : value || automatic;
    };
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

/** Sets the text of a title, wherever the title is kept; a text makes it appear. */
export const setTitle =
  <T>(titleOf: (part: T) => TitleState) =>
  (self: ChartPart<T>, value: unknown, model: Model): void => {
    const text = asText(value);
    changePart(self, model, (part) => {
      Object.assign(titleOf(part), { text, automatic: false, visible: true });
    });
  };

type Filled = { fill?: FillState };
const fill: ObjectType<ChartPart<Filled>> = {
  name: "ChartFill",
  check: partOf,
  act: {
    SetSolidColor: (self, [color], model) => {
      const rgb = readColor(color);
      changePart(self, model, (part) => {
        part.fill = { kind: "solid", color: rgb };
      });
    },
  },
};

/** The members of a format of which the part keeps only what was set: how each is read, its default and its check. */
function formatPart<Key extends string, Format extends object>(
  key: Key,
  fields: {
    [name: string]: { [M in keyof Format]-?: [M, Format[M], (value: unknown) => Format[M]] }[keyof Format];
  },
): Members<{ [K in Key]?: Format }> {
  type Holder = { [K in Key]?: Format };
  const get: Record<string, (self: ChartPart<Holder>, model: Model) => unknown> = {};
  const set: Record<string, (self: ChartPart<Holder>, value: unknown, model: Model) => void> = {};
  for (const [name, [member, usual, check]] of Object.entries(fields)) {
    get[name] = (self, model) => (partOf(self, model)[key] as Format | undefined)?.[member] ?? usual;
    set[name] = (self, value, model) => {
      const checked = check(value);
      changePart(self, model, (part) => {
        part[key] = { ...part[key], [member]: checked } as Holder[Key];
      });
    };
  }
  return { get, set };
}

const line: ObjectType<ChartPart<{ line?: LineState }>> = {
  ...formatPart<"line", LineState>("line", {
    Color: ["color", "#000000", readColor],
    Weight: ["weight", 0.75, numberFrom(0, 1584)],
  }),
  name: "ChartLineFormat",
  check: partOf,
};

const border: ObjectType<ChartPart<{ border?: LineState }>> = {
  ...formatPart<"border", LineState>("border", {
    LineStyle: [
      "lineStyle",
      "Automatic",
      (value) => asOneOf<NonNullable<LineState["lineStyle"]>>(value, ["None", "Continuous", "Automatic"]),
    ],
  }),
  name: "ChartBorder",
  check: partOf,
};

const font: ObjectType<ChartPart<{ font?: FontState }>> = {
  ...formatPart<"font", FontState>("font", {
    Size: ["size", 10, numberFrom(1, 409)],
    Color: ["color", "#595959", readColor],
    Bold: ["bold", false, asBoolean],
  }),
  name: "ChartFont",
  check: partOf,
};

/** A format object with any of fill, border, font and line. `name` is its class in Office.js, `has` its members. */
export function formatType<
  Kept extends { fill?: FillState; border?: LineState; font?: FontState; line?: LineState },
>(name: string, ...has: ("Fill" | "Border" | "Font" | "Line")[]): ObjectType<ChartPart<Kept>> {
  const all = {
    Fill: (self: ChartPart<Kept>) => ref(fill, self),
    Border: (self: ChartPart<Kept>) => ref(border, self),
    Font: (self: ChartPart<Kept>) => ref(font, self),
    Line: (self: ChartPart<Kept>) => ref(line, self),
  };
  return { name, check: partOf, go: Object.fromEntries(has.map((format) => [format, all[format]])) };
}
