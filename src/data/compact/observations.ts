import type { Indicator, ObservationRow, Source, Text2 } from "../rows";
import { cells } from "./cells";
import { reader } from "./coder";
import { walk, type Figure } from "./figures";
import { knownFrom, readLists } from "./lists";
import type { Packed } from "./pack";

/** The tables that figures refer to. */
interface OtherTables {
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly notes: readonly Text2[];
}

/** Gives the rows of an indicator, by its index. */
type Rows = (place: number) => ObservationRow[];

const two = (n: number) => String(n).padStart(2, "0");
const monthName = (month: number) => `${Math.floor((month - 1) / 12)}-${two(((month - 1) % 12) + 1)}`;

/** A period in the form of the tables. */
function timePeriod(freq: string, { end, stretch }: Figure): string {
  const year = String(Math.floor((end - 1) / 12));
  if (freq === "A") return year;
  if (freq === "Q") return `${year}-Q${(((end - 1) % 12) + 1) / 3}`;
  return stretch > 0 ? `${monthName(end - stretch)}/${monthName(end)}` : monthName(end);
}

/** The number as printed: 27 with two decimals is 0.27. */
function printed({ whole, decimals }: Figure): string {
  if (decimals === 0) return String(whole);
  const figures = String(Math.abs(whole)).padStart(decimals + 1, "0");
  const point = figures.length - decimals;
  return `${whole < 0 ? "-" : ""}${figures.slice(0, point)}.${figures.slice(point)}`;
}

/** The figures of the bundled data, as `walk` wrote them. All are read when the first is asked for. */
export function writtenRows(packed: Packed, { indicators, sources, notes }: OtherTables): Rows {
  const lists = readLists(packed["observations.lists"] ?? "");
  const dates = sources.map(({ published }) => published);
  const series = walk(
    reader(packed["observations.figures"] ?? ""),
    knownFrom(lists, dates, indicators.length),
  );
  return (place) =>
    (series[place] ?? []).map((figure) => {
      const [freq = "", accumulation] = lists.form[figure.form]?.split(",") ?? [];
      return {
        indicator: indicators[place]?.code,
        measure: lists.measure[figure.measure],
        freq,
        timePeriod: timePeriod(freq, figure),
        accumulation,
        obsValue: printed(figure),
        unitMeasure: lists.unit[figure.unit],
        unitMult: Number(lists.mult[figure.mult]),
        qualifier: lists.qualifier[figure.qualifier],
        status: lists.status[figure.status],
        vintage: figure.vintage,
        source: sources[figure.source]?.id,
        note: notes[figure.note - 1],
        added: lists.version[figure.added],
        withdrawn: lists.version[figure.withdrawn - 1],
      } as ObservationRow;
    });
}

/**
 * The figures of a table with plain columns, as workbooks keep tables of the user's. `OtherTables` are the same
 * workbook table's indicators and sources. Texts are taken as they are: the store judges them.
 */
export function plainRows(packed: Packed, { indicators, sources }: OtherTables): Rows {
  const ids = sources.map(({ id }) => id).join("|");
  const columns = ["kind", "year", "rest", "value", "source", "vintage"].map((name) =>
    cells(`${packed[`observations.${name}`] ?? ""}${name === "source" ? ids : ""}`),
  );
  const starts = [0];
  for (const count of cells(packed["observations.count"] ?? ""))
    starts.push((starts[starts.length - 1] ?? 0) + Number(count));
  const observation = (place: number, index: number): ObservationRow => {
    const [kind = "", year = "", rest = "", value, source, vintage] = columns.map((column) => column[index]);
    const [measure, unit, mult, qualifier, status] = kind.split(",");
    const [freq, within = "", accumulation] = rest.split(",");
    return {
      indicator: indicators[place]?.code,
      measure,
      freq,
      timePeriod: year + within,
      accumulation,
      obsValue: value,
      unitMeasure: unit,
      unitMult: Number(mult),
      qualifier,
      status,
      vintage,
      source,
      note: undefined,
      added: "",
      withdrawn: undefined,
    } as ObservationRow;
  };
  return (place) => {
    const [start = 0, end = 0] = [starts[place], starts[place + 1]];
    return Array.from({ length: end - start }, (_, index) => observation(place, start + index));
  };
}
