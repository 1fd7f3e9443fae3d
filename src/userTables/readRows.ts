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

/** The longest name: longer ones would not fit into lists and headings. */
const LONGEST_NAME = 80;
/** The published measures; all others are derived from them. */
const publishedMeasures: readonly MeasureName[] = [
  ...(["level", "growth", "share", "count", "change", "contribution"] as const),
];

/**
 * A cell as text on one line, with full-width characters for those that have a meaning in the compact form. The bars
 * and tildes are the compact form's separators. "" for an empty cell.
 */
export const textOf = (value: unknown): string =>
  String(value ?? "")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .replace(/[|~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .trim();

/** The code of a user's indicator. No official code contains a colon. Quotes and backslashes would break formulas. */
export const codeOf = (name: string): string => `own:${name.replace(/["\\]/g, " ")}`;

const whyNoPeriod = { "no-year": "noYear", ambiguous: "ambiguous", relative: "relative" } as const;

/** Joins a year and the month, quarter or whole period in a column beside it. */
function joinedPeriod(year: unknown, part: unknown, date1904: boolean): unknown {
  const [yearText, rest] = [textOf(year), textOf(part)];
  if (rest === "") return year;
  const alone = parsePeriod(part, { date1904 });
  // Numbers up to 12 are months, not dates.
  const small = typeof part === "number" && part <= 12;
  if (!small && alone.ok && alone.value !== undefined) return part;
  return `${yearText.replace(/年度?$/, "")}年${rest}${/^\d+$/.test(rest) ? "月" : ""}`;
}

/** Names of bundled data, and of other tables in use with the name of the table. */
interface TakenNames {
  readonly official: ReadonlySet<string>;
  readonly others: readonly (readonly [table: string, names: ReadonlySet<string>])[];
}

/** A row below the headings, with its cells by field. */
interface Row {
  /** A cell's value; undefined without such a column. */
  readonly raw: (field: Field) => unknown;
  /** The value as text on one line. */
  readonly text: (field: Field) => string;
  /** A cell's address, or without such a column the address of the row's first cell. */
  readonly at: (field: Field) => string;
  readonly format: string;
  /** The month or quarter beside the year; undefined without such a column. */
  readonly partOfYear: { readonly cell: unknown } | undefined;
}

/** An indicator of the table: its name and cell at first occurrence, and later its measure and unit. */
interface Indicator {
  readonly name: string;
  readonly at: string;
  kind: string | undefined;
}

/** The measure of a row. */
interface Measured {
  readonly measure: MeasureName;
  /** Whether it is a published measure. */
  readonly published: boolean;
  /** Whether it has a unit; others are in percent or percentage points. */
  readonly amount: boolean;
}

/** Reads the rows of a table in order, checking each by itself and against the rows above. */
export class RowReader {
  readonly rows: UserRow[] = [];
  readonly findings: UserTableFinding[] = [];
  /** The number of rows without a figure. */
  without = 0;
  private readonly indicators = new Map<string, Indicator>();
  /** The names and codes in the rows above, with their cells. */
  private readonly cellOfName = new Map<string, string>();
  /** The cell of each figure, by indicator, measure, period and release date. */
  private readonly figures = new Map<string, string>();

  constructor(
    private readonly table: TableRead,
    private readonly columns: Columns,
    private readonly date1904: boolean,
    private readonly names: TakenNames,
  ) {}

  /** Reads a row (counted from 0 below the headings) into `rows`, or its problems into `findings`. */
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
    content: unknown,
    other: string | number = "",
  ): void {
    this.findings.push({ address, text: inBoth(wrong, shown(content), other) });
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
      this.cellOfName.get(key) ??
      this.cellOfName.get(code);
    if (name.length > LONGEST_NAME) this.add(indicator.at, "long", name, LONGEST_NAME);
    else if (official.has(key)) this.add(indicator.at, "official", name);
    else if (other) this.add(indicator.at, "taken", name, other);
    this.cellOfName.set(key, indicator.at).set(code, indicator.at);
    return indicator;
  }

  private readPeriod(row: Row): Period | undefined {
    const cell = row.partOfYear
      ? joinedPeriod(row.raw("period"), row.partOfYear.cell, this.date1904)
      : row.raw("period");
    const read = parsePeriod(cell, { date1904: this.date1904 });
    const period = read.ok && read.value !== "latest" ? read.value : undefined;
    if (!period) {
      const why = !read.ok && read.reason.name === "period-not-read" ? read.reason.why : undefined;
      this.add(row.at("period"), why ? whyNoPeriod[why] : "period", cell);
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

  /** The unit of a row: from its cell, its column of units, or the heading. */
  private readUnit(row: Row, value: ValueRead | undefined, { published, amount }: Measured): UserUnit {
    if (!value) this.add(row.at("value"), "value", row.raw("value"));
    const beside = readUnit(row.text("unit"));
    if (!beside) this.add(row.at("unit"), "unit", row.raw("unit"));
    // A unit in the heading applies to amounts, not to their growth.
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
    // 0.079 could be 7.9% or 0.079%, so it is refused.
    const bare = !amount && value !== undefined && !value.percent && unit.unit === "";
    const size = Math.abs(Number(value?.digits));
    if (bare && published && size > 0 && size < 1) this.add(row.at("value"), "asked", row.raw("value"));
    if (!amount && !/^(P[TP])?$/.test(unit.unit)) this.add(row.at("unit"), "amount", row.raw("unit"));
    if (amount) return unit;
    return { unit: unit.unit === "PP" && !value?.percent ? "PP" : "PT", power: 0 };
  }

  /** All rows of an indicator must have the same measure and unit, except growth. */
  private compareKind(row: Row, indicator: Indicator, kind: string, { measure, published }: Measured): void {
    if (measure === "growth" || !published) return;
    if (indicator.kind !== undefined && indicator.kind !== kind) {
      this.add(row.at("value"), "other", row.text("indicator"), indicator.at);
    }
    indicator.kind ??= kind;
  }

  /** The row's link, without characters that have a meaning in the compact form. */
  private readLink(row: Row): string {
    const link = String(row.raw("link") ?? "").trim();
    if (!/^(https?:\/\/\S+)?$/i.test(link)) this.add(row.at("link"), "link", link);
    return link.replaceAll("|", "%7C").replaceAll("~", "%7E");
  }

  /** The release date, or "". */
  private readReleased(row: Row): string {
    const day = parseAsof(row.raw("released"), { date1904: this.date1904 });
    if (!day.ok || day.value === "9999-12-31") this.add(row.at("released"), "date", row.raw("released"));
    return (day.ok && day.value) || "";
  }

  private findTwice(row: Row, figure: readonly [string, MeasureName, Period | undefined, string]): void {
    const [, , period] = figure;
    const key = figure.join("|");
    const before = this.figures.get(key);
    if (before && period) this.add(row.at("value"), "twice", "", before);
    this.figures.set(key, row.at("value"));
  }
}
