import {
  alike,
  kindOf,
  measureChoices,
  parseAsof,
  parsePeriod,
  readChoice,
  shown,
  type MeasureName,
  type Period,
} from "../dataset";
import { a1 } from "../workbook/a1";
import type { UserTableFinding } from "../workbook/problem";
import { readValue, type ValueRead } from "./cells";
import { inBoth } from "./findings";
import type { Columns } from "./headings";
import { wrongs, type Field } from "./texts";
import type { UserRow, TableRead } from "./types";
import { readUnit, type UserUnit } from "./units";

/** Longer names would not fit where names stand. */
const LONGEST_NAME = 80;
/** The measures that a source publishes; all others are derived from them. */
const publishedMeasures: readonly MeasureName[] = [
  ...(["level", "growth", "share", "count", "change", "contribution"] as const),
];

/** A cell as text on one line; the marks that part the compact form become their wide twins, which read alike. */
export const textOf = (value: unknown): string =>
  String(value ?? "")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .replace(/[|~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .trim();

/** The code of an own indicator: no official one has a colon in it. Marks of quotation would part formulas. */
export const codeOf = (name: string): string => `own:${name.replace(/["\\]/g, " ")}`;

const whyNoPeriod = { "no-year": "noYear", ambiguous: "ambiguous", relative: "relative" } as const;

/** A year and what stands beside it in a column of its own: a month, a quarter, or a whole period. */
function joinedPeriod(year: unknown, part: unknown, date1904: boolean): unknown {
  const [of, rest] = [textOf(year), textOf(part)];
  if (rest === "") return year;
  const alone = parsePeriod(part, { date1904 });
  // Small numbers are no dates: March.
  const small = typeof part === "number" && part <= 12;
  if (!small && alone.ok && alone.value !== undefined) return part;
  return `${of.replace(/年度?$/, "")}年${rest}${/^\d+$/.test(rest) ? "月" : ""}`;
}

/** Names that are taken already: those of the bundled data, and those of other tables in use, each with its table's name. */
interface TakenNames {
  readonly official: ReadonlySet<string>;
  readonly others: readonly (readonly [table: string, names: ReadonlySet<string>])[];
}

/** A row below the headings, its cells found by what they say. */
interface Row {
  /** A cell's value; undefined where the table has no such column. */
  readonly raw: (field: Field) => unknown;
  /** The same as text on one line. */
  readonly text: (field: Field) => string;
  /** A cell's address; that of the row's first cell where the table has no such column. */
  readonly at: (field: Field) => string;
  readonly format: string;
  /** Month or quarter beside the year; undefined: the table has no such column. */
  readonly partOfYear: { readonly cell: unknown } | undefined;
}

/** An indicator of the table: its name as it was first written, where, and its measure and unit once they are known. */
interface Indicator {
  readonly name: string;
  readonly at: string;
  kind: string | undefined;
}

/** What a row measures. */
interface Measured {
  readonly measure: MeasureName;
  /** A source may publish it. */
  readonly published: boolean;
  /** It has a unit of its own; all else is in percent or percentage points. */
  readonly amount: boolean;
}

/** Reads the rows of a table one after the other: each is judged by itself and beside those above it. */
export class RowReader {
  readonly rows: UserRow[] = [];
  readonly findings: UserTableFinding[] = [];
  /** How many rows say that there is no figure. */
  without = 0;
  private readonly indicators = new Map<string, Indicator>();
  /** Names and codes of the rows above, and where they stand. */
  private readonly taken = new Map<string, string>();
  /** Where the figure of an indicator, measure, period and date of release stands. */
  private readonly figures = new Map<string, string>();

  constructor(
    private readonly table: TableRead,
    private readonly columns: Columns,
    private readonly date1904: boolean,
    private readonly names: TakenNames,
  ) {}

  /** Reads a row, counted from 0 below the headings: into `rows`, or what keeps it from joining into `findings`. */
  read(cells: readonly unknown[], index: number): void {
    if (cells.every((cell) => textOf(cell) === "")) return;
    const row = this.rowOf(cells, index);
    const indicator = this.readIndicator(row);
    const period = this.readPeriod(row);
    const measured = this.readMeasure(row);
    const value = readValue(row.raw("value"), row.format);
    if (value?.digits === "") {
      this.without++;
      return;
    }
    const unit = this.readUnit(row, value, measured);
    this.compareKind(row, indicator, `${measured.measure} ${unit.unit}`, measured);
    const link = this.readLink(row);
    const released = this.readReleased(row);
    this.findTwice(row, [alike(row.text("indicator")), measured.measure, period, released]);
    if (period === undefined) return;
    this.rows.push({
      name: indicator.name,
      measure: measured.measure,
      value: value?.digits ?? "",
      source: row.text("source"),
      link,
      released,
      period,
      ...unit,
    });
  }

  private rowOf(cells: readonly unknown[], index: number): Row {
    const { of, partOfYear } = this.columns;
    const [top, left] = this.table.at;
    const raw = (field: Field): unknown => cells[of.get(field) ?? -1];
    return {
      raw,
      text: (field) => textOf(raw(field)),
      at: (field) => a1([top + index + 1, left + Math.max(0, of.get(field) ?? 0), 1, 1]),
      format: String(this.table.formats[index]?.[of.get("value") ?? -1]),
      partOfYear: partOfYear < 0 ? undefined : { cell: cells[partOfYear] },
    };
  }

  private add(
    address: string,
    wrong: keyof typeof wrongs,
    given: unknown,
    other: string | number = "",
  ): void {
    this.findings.push({ address, text: inBoth(wrong, shown(given), other) });
  }

  private readIndicator(row: Row): Indicator {
    const name = row.text("indicator");
    const [key, code] = [alike(name), alike(codeOf(name))];
    const known = this.indicators.get(key);
    if (known) return known;
    const indicator: Indicator = { name, at: row.at("indicator"), kind: undefined };
    if (key === "") {
      this.add(indicator.at, "name", "");
      return indicator;
    }
    this.indicators.set(key, indicator);
    const { official, others } = this.names;
    const other =
      others.find(([, has]) => has.has(key) || has.has(code))?.[0] ??
      this.taken.get(key) ??
      this.taken.get(code);
    if (name.length > LONGEST_NAME) this.add(indicator.at, "long", name, LONGEST_NAME);
    else if (official.has(key)) this.add(indicator.at, "official", name);
    else if (other) this.add(indicator.at, "taken", name, other);
    this.taken.set(key, indicator.at).set(code, indicator.at);
    return indicator;
  }

  private readPeriod(row: Row): Period | undefined {
    const written = row.partOfYear
      ? joinedPeriod(row.raw("period"), row.partOfYear.cell, this.date1904)
      : row.raw("period");
    const read = parsePeriod(written, { date1904: this.date1904 });
    const period = read.ok && read.value !== "latest" ? read.value : undefined;
    if (!period) {
      const why = !read.ok && read.reason.name === "period-not-read" ? read.reason.why : undefined;
      this.add(row.at("period"), why ? whyNoPeriod[why] : "period", written);
    } else if (kindOf(period) === "half") this.add(row.at("period"), "half", "");
    return period;
  }

  private readMeasure(row: Row): Measured {
    const chosen = readChoice(measureChoices, row.text("measure"));
    const measure = (chosen.ok && chosen.value) || "level";
    const published = publishedMeasures.includes(measure);
    if (!chosen.ok || !published) this.add(row.at("measure"), "measure", row.raw("measure"));
    return { measure, published, amount: measure === "level" || measure === "count" };
  }

  /** The unit of a row's figure: that of its cell, of its column of units, or of the heading. */
  private readUnit(row: Row, value: ValueRead | undefined, { published, amount }: Measured): UserUnit {
    if (!value) this.add(row.at("value"), "value", row.raw("value"));
    const beside = readUnit(row.text("unit"));
    if (!beside) this.add(row.at("unit"), "unit", row.raw("unit"));
    // A heading's unit is that of the amounts below it, not of the growth between them.
    const inHeading = amount || /^P[TP]$/.test(this.columns.unit?.unit ?? "") ? this.columns.unit : undefined;
    const inColumn = row.text("unit") === "" ? inHeading : beside;
    const inCell = value?.unit;
    if (inCell && inColumn && (inCell.unit !== inColumn.unit || inCell.power !== inColumn.power)) {
      const heading = String(this.table.headings[this.columns.of.get("value") ?? 0]);
      this.add(row.at("value"), "twoUnits", row.raw("value"), row.text("unit") || heading);
    }
    const unit = inCell ?? inColumn ?? { unit: "", power: 0 };
    const percent = value?.percent || /^P[TP]$/.test(unit.unit);
    if (amount && percent) this.add(row.at("value"), "percent", "");
    // Is 0.079 7.9% or 0.079%? Nobody can tell.
    const bare = !amount && value !== undefined && !value.percent && unit.unit === "";
    const size = Math.abs(Number(value?.digits));
    if (bare && published && size > 0 && size < 1) this.add(row.at("value"), "asked", row.raw("value"));
    if (!amount && !/^(P[TP])?$/.test(unit.unit)) this.add(row.at("unit"), "amount", row.raw("unit"));
    if (amount) return unit;
    return { unit: unit.unit === "PP" && !value?.percent ? "PP" : "PT", power: 0 };
  }

  /** All rows of an indicator are of one measure and unit, beside those of its growth. */
  private compareKind(row: Row, indicator: Indicator, kind: string, { measure, published }: Measured): void {
    if (measure === "growth" || !published) return;
    if (indicator.kind !== undefined && indicator.kind !== kind) {
      this.add(row.at("value"), "other", row.text("indicator"), indicator.at);
    }
    indicator.kind ??= kind;
  }

  /** The row's link, without the signs that part the compact form. */
  private readLink(row: Row): string {
    const link = String(row.raw("link") ?? "").trim();
    if (!/^(https?:\/\/\S+)?$/i.test(link)) this.add(row.at("link"), "link", link);
    return link.replaceAll("|", "%7C").replaceAll("~", "%7E");
  }

  /** The date of release, or "". */
  private readReleased(row: Row): string {
    const day = parseAsof(row.raw("released"), { date1904: this.date1904 });
    if (!day.ok || day.value === "9999-12-31") this.add(row.at("released"), "date", row.raw("released"));
    return (day.ok && day.value) || "";
  }

  private findTwice(row: Row, figure: readonly [string, MeasureName, Period | undefined, string]): void {
    const [, , period] = figure;
    const key = figure.join("|");
    const same = this.figures.get(key);
    if (same && period) this.add(row.at("value"), "twice", "", same);
    this.figures.set(key, row.at("value"));
  }
}
