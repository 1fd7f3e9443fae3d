import {
  alike,
  liveStore,
  measureChoices,
  official,
  parseAsof,
  parsePeriod,
  periodParts,
  kindOf,
  readChoice,
  shown,
  type Period,
  type Store,
  type Text2,
} from "../dataset";
import { a1 } from "../workbook/a1";
import type { OwnFinding } from "../workbook/problem";
import { fill } from "../dataset/wording/text";
import { readValue } from "./cells";
import { namesOf, readHeadings, type HeadingsWrong } from "./headings";
import { wrongs, type Field } from "./texts";
import type { OwnRow, TableRead } from "./types";
import { readUnit } from "./units";

/** No workbook keeps more rows of own data in one table: its settings are read whole whenever it is opened. */
export const MOST_ROWS = 2000;
/** Longer names would not fit where names stand. */
const LONGEST_NAME = 80;

/** A cell as text on one line; the marks that part the compact form become their wide twins, which read alike. */
export const textOf = (value: unknown): string =>
  String(value ?? "")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .replace(/[|~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .trim();

/** The code of an own indicator: no official one has a colon in it. Marks of quotation would part formulas. */
export const codeOf = (name: string): string => `own:${name.replace(/["\\]/g, " ")}`;

/** All names by which a part of the data finds its indicators. */
const namesIn = ({ indicators }: Store): ReadonlySet<string> =>
  new Set(
    indicators.flatMap(({ code, label, aliases }) => [code, label.en, label.zh, ...aliases].map(alike)),
  );

/** What is wrong with the headings, in one sentence. */
function headingsText(found: HeadingsWrong): Text2 {
  switch (found.wrong) {
    case "missing": {
      const names = found.fields.map(namesOf);
      return {
        en: fill(wrongs.heading.en, names.map(({ en }) => en).join(", ")),
        zh: fill(wrongs.heading.zh, names.map(({ zh }) => zh).join("、")),
      };
    }
    case "side":
      return inBoth("side", shown(found.first), shown(found.last));
    case "both": {
      const { en, zh } = namesOf(found.field);
      const [a, b] = found.names.map(shown);
      return {
        en: fill(wrongs.both.en, a ?? "", b ?? "", en),
        zh: fill(wrongs.both.zh, a ?? "", b ?? "", zh),
      };
    }
    case "unit":
      return inBoth("unit", shown(found.given), "");
  }
}

const inBoth = (wrong: keyof typeof wrongs, ...values: (string | number)[]): Text2 => ({
  en: fill(wrongs[wrong].en, ...values),
  zh: fill(wrongs[wrong].zh, ...values),
});

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

/**
 * Reads a table of the user's: all of it, or what keeps it from joining.
 * @param date1904 whether the workbook counts days from 1904
 * @param replaced names of tables in use that this one takes the place of: their indicators may be the same
 * @returns the rows with a figure, and how many say that there is none
 */
export function readTable(
  table: TableRead,
  date1904: boolean,
  replaced: readonly string[] = [],
): { ok: true; rows: readonly OwnRow[]; without: number } | { ok: false; findings: readonly OwnFinding[] } {
  const findings: OwnFinding[] = [];
  const [top, left] = table.at;
  const place = (row: number, column = 0) => a1([top + row, left + column, 1, 1]);
  const add = (
    address: string,
    wrong: keyof typeof wrongs,
    given: unknown = "",
    other: string | number = "",
  ) => {
    findings.push({ address, text: inBoth(wrong, shown(given), other) });
  };

  const columns = readHeadings(table.headings);
  if ("wrong" in columns) {
    const address = place(0, "column" in columns ? columns.column : 0);
    return { ok: false, findings: [{ address, text: headingsText(columns) }] };
  }
  if (table.rows.length > MOST_ROWS) {
    add(place(0), "many", table.rows.length, MOST_ROWS);
    return { ok: false, findings };
  }

  const officialNames = namesIn(official);
  const others = (liveStore.parts ?? [])
    .filter((one) => one !== official && ![table.name, ...replaced].map(textOf).includes(one.version))
    .map((one) => [`“${one.version}”`, namesIn(one)] as const);
  /** By name alike: the name as it was first written, where, and its measure and unit. */
  const names = new Map<string, { name: string; at: string; kind: string | undefined }>();
  /** Names and codes alike, and where they stand. */
  const taken = new Map<string, string>();
  const figures = new Map<string, string>();
  const rows: OwnRow[] = [];
  let without = 0;
  table.rows.forEach((cells, index) => {
    const raw = (field: Field): unknown => cells[columns.of.get(field) ?? -1];
    const text = (field: Field) => textOf(raw(field));
    const at = (field: Field) => place(index + 1, Math.max(0, columns.of.get(field) ?? 0));
    if (cells.every((cell) => textOf(cell) === "")) return;

    const given = text("indicator");
    const [key, code] = [alike(given), alike(codeOf(given))];
    const known = names.get(key);
    const entry = known ?? { name: given, at: at("indicator"), kind: undefined };
    if (key === "") add(at("indicator"), "name");
    else if (!known) {
      names.set(key, entry);
      const other =
        others.find(([, has]) => has.has(key) || has.has(code))?.[0] ?? taken.get(key) ?? taken.get(code);
      if (given.length > LONGEST_NAME) add(entry.at, "long", given, LONGEST_NAME);
      else if (officialNames.has(key)) add(entry.at, "official", given);
      else if (other) add(entry.at, "taken", given, other);
      taken.set(key, entry.at).set(code, entry.at);
    }

    const written =
      columns.partOfYear < 0
        ? raw("period")
        : joinedPeriod(raw("period"), cells[columns.partOfYear], date1904);
    const period = parsePeriod(written, { date1904 });
    const when = period.ok && period.value !== "latest" ? period.value : undefined;
    if (!when) {
      const why = !period.ok && period.reason.name === "period-not-read" ? period.reason.why : undefined;
      add(at("period"), why ? whyNoPeriod[why] : "period", written);
    } else if (kindOf(when) === "half") add(at("period"), "half");

    const chosen = readChoice(measureChoices, text("measure"));
    const measure = (chosen.ok && chosen.value) || "level";
    const published = ["level", "growth", "share", "count", "change", "contribution"].includes(measure);
    if (!chosen.ok || !published) add(at("measure"), "measure", raw("measure"));

    const number = readValue(raw("value"), String(table.formats[index]?.[columns.of.get("value") ?? -1]));
    if (number?.digits === "") {
      without++;
      return;
    }
    if (!number) add(at("value"), "value", raw("value"));
    const read = readUnit(text("unit"));
    if (!read) add(at("unit"), "unit", raw("unit"));
    const amount = measure === "level" || measure === "count";
    // A heading's unit is that of the amounts below it, not of the growth between them.
    const inHeading = amount || /^P[TP]$/.test(columns.unit?.unit ?? "") ? columns.unit : undefined;
    const inColumn = text("unit") === "" ? inHeading : read;
    const inCell = number?.unit;
    if (inCell && inColumn && (inCell.unit !== inColumn.unit || inCell.power !== inColumn.power))
      add(
        at("value"),
        "twoUnits",
        raw("value"),
        text("unit") || String(table.headings[columns.of.get("value") ?? 0]),
      );
    const unit = inCell ?? inColumn ?? { unit: "", power: 0 };
    const percent = number?.percent || /^P[TP]$/.test(unit.unit);
    if (amount && percent) add(at("value"), "percent");
    // Is 0.079 7.9% or 0.079%? Nobody can tell.
    const bare = !amount && number !== undefined && !number.percent && unit.unit === "";
    const size = Math.abs(Number(number?.digits));
    if (bare && published && size > 0 && size < 1) add(at("value"), "asked", raw("value"));
    if (!amount && !/^(P[TP])?$/.test(unit.unit)) add(at("unit"), "amount", raw("unit"));
    const kept = amount ? unit : { unit: unit.unit === "PP" && !number?.percent ? "PP" : "PT", power: 0 };

    const kind = `${measure} ${kept.unit}`;
    if (measure !== "growth" && published) {
      if (entry.kind !== undefined && entry.kind !== kind) add(at("value"), "other", given, entry.at);
      entry.kind ??= kind;
    }

    const link = String(raw("link") ?? "").trim();
    if (!/^(https?:\/\/\S+)?$/i.test(link)) add(at("link"), "link", link);
    const day = parseAsof(raw("released"), { date1904 });
    if (!day.ok || day.value === "9999-12-31") add(at("released"), "date", raw("released"));
    const released = (day.ok && day.value) || "";

    const figure = [key, measure, when, released].join("|");
    const same = figures.get(figure);
    if (same && when) add(at("value"), "twice", "", same);
    figures.set(figure, at("value"));

    const found = {
      name: entry.name,
      measure,
      value: number?.digits ?? "",
      source: text("source"),
      link: link.replaceAll("|", "%7C").replaceAll("~", "%7E"),
      released,
    };
    if (when) rows.push({ ...found, period: when, ...kept });
  });
  if (rows.length === 0 && findings.length === 0) add(place(0), "empty");
  return findings.length > 0 ? { ok: false, findings } : { ok: true, rows, without };
}

/** How the data's tables write a period: what stands behind the year, its frequency, and whether it counts from January. */
export function writtenPeriod(period: Period): { year: string; rest: string } {
  const { year, last } = periodParts(period);
  const month = `-${String(last).padStart(2, "0")}`;
  const rest = {
    annual: "A,,period",
    quarter: `Q,-Q${last / 3},period`,
    month: `M,${month},period`,
    ytd: `M,${month},ytd`,
    half: "",
  }[kindOf(period)];
  return { year: String(year), rest };
}
