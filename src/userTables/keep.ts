import { END, GAP } from "../data/compact/alphabet";
import { column, distinct, placesOf } from "../data/compact/column";
import type { Packed } from "../data/compact/pack";
import { alike, sealed, tablesIn, type Text2 } from "../dataset";
import { fill } from "../dataset/wording/text";
import { readHeadings } from "./headings";
import { codeOf, textOf } from "./readRows";
import { writtenPeriod } from "./readTable";
import { userTableSubject, userTableTitle } from "./texts";
import type { UserRow, TableRead } from "./types";

/** The most characters that all tables of the user's take in a workbook's settings. */
export const MOST_KEPT = 200_000;

const both = ({ en, zh }: Text2, name: string): Text2 => ({ en: fill(en, name), zh: fill(zh, name) });

/**
 * Packs a table of the user's in the compact form of the data, so that the same code reads it.
 * @param name the table's name in Excel, stored as the version of the data
 * @param today the day of reading, YYYY-MM-DD, by which rows without a release date are cited
 */
export function packTable(name: string, rows: readonly UserRow[], today: string): Packed {
  const table = textOf(name);
  const [publisher, about] = [both(userTableTitle, table), both(userTableSubject, table)];
  const names = distinct(rows.map((row) => row.name));
  const ordered = names.flatMap((ofName) => rows.filter((row) => row.name === ofName));
  const sourceOf = ({ source, link, released }: UserRow) => [released, source, link].join("\n");
  // The newest source is preferred, even if an older one is more exact.
  const sources = distinct(ordered.map(sourceOf)).sort().reverse();
  const columnOf = (write: (row: UserRow) => string) => column(ordered.map(write));
  const columnByName = (write: (name: string, index: number) => string) => column(names.map(write));
  const parts = sources.map((source) => source.split("\n"));
  const ofSource = (write: (part: readonly string[], index: number) => string) => column(parts.map(write));
  const measure = (row: UserRow) => (row.measure === "growth" ? "YOY_GROWTH" : row.measure.toUpperCase());
  const isRate = (unit: string) =>
    !rows.some((row) => row.name === unit && ["growth", "level", "count"].includes(row.measure));
  return {
    version: table,
    "observations.count": names.map((ofName) => rows.filter((row) => row.name === ofName).length).join(GAP),
    "observations.kind": columnOf((row) =>
      [measure(row), textOf(row.unit).replaceAll(",", "，"), row.power, "exact", "A"].join(","),
    ),
    "observations.year": columnOf((row) => writtenPeriod(row.period).year),
    "observations.rest": columnOf((row) => writtenPeriod(row.period).rest),
    "observations.value": columnOf((row) => row.value),
    "observations.source": placesOf(ordered.map(sourceOf), sources) + END,
    // A dash means no date: the row is known at every data date.
    "observations.vintage": columnOf((row) => row.released || "-"),
    "observations.note": columnOf(() => ""),
    "indicators.indicator_code": names.map(codeOf).join(GAP),
    "indicators.label_en": names.join(GAP),
    "indicators.label_zh": names.join(GAP),
    "indicators.theme": columnByName(() => `own:${table}`),
    "indicators.nature": columnByName((unit) => (isRate(unit) ? "rate" : "flow")),
    "indicators.description_en": columnByName(() => about.en),
    "indicators.description_zh": columnByName(() => about.zh),
    "indicators.aliases": names.join(GAP).replaceAll(";", "；"),
    "indicators.basis": columnByName(() => publisher.en),
    "sources.source_id": sources.map((_, index) => `own-${table}-${index + 1}`).join(GAP),
    "sources.publisher": ofSource(() => publisher.en),
    // 0.1.0 needs these two columns, and may open the workbook again.
    "sources.relay": ofSource(() => ""),
    "sources.title": ofSource(([, source]) => source || `(${table})`),
    "sources.url": ofSource(([, , link]) => link ?? ""),
    "sources.published": ofSource(([released]) => released || today),
    "sources.language": ofSource(([, source = ""]) => (/\p{Script=Han}/u.test(source) ? "zh" : "en")),
    "sources.rank": sources.map((_, index) => String(index + 5)).join(GAP),
    "names.name": publisher.en,
    "names.name_zh": publisher.zh,
    "themes.theme": `own:${table}`,
    "themes.label_en": publisher.en,
    "themes.label_zh": publisher.zh,
  };
}

/**
 * The names of the tables that a workbook keeps. `setting` is the document's; none where it is missing or unreadable.
 */
export const keptNames = (setting: unknown): string[] => tablesIn(setting).map(({ version = "" }) => version);

/**
 * The kept tables that were probably renamed to this one: they are gone, and most of their indicators are in it.
 * @param tableNames names of all tables of the workbook
 */
export function formerNames(
  setting: unknown,
  table: Pick<TableRead, "name" | "headings" | "rows">,
  tableNames: readonly string[],
): string[] {
  const columns = readHeadings(table.headings);
  if ("wrong" in columns) return [];
  const place = columns.of.get("indicator") ?? -1;
  const names = new Set(table.rows.map((row) => alike(textOf(row[place]))));
  const namesInUse = new Set([table.name, ...tableNames].map(textOf));
  return tablesIn(setting).flatMap((one) => {
    const { version = "", "indicators.label_en": labels = "" } = one;
    const parts = labels.split(GAP);
    const shared = parts.filter((name) => names.has(alike(name))).length;
    return !namesInUse.has(version) && shared * 2 > parts.length ? [version] : [];
  });
}

/**
 * The setting of user tables after one was read or removed.
 * @param setting the setting now
 * @param packed the table; undefined to remove it
 * @param replaced further tables to remove
 * @returns undefined where no table is left
 */
export function keepTable(
  setting: unknown,
  name: string,
  packed?: Packed,
  replaced: readonly string[] = [],
): string | undefined {
  const removed = [name, ...replaced].map(textOf);
  const tables = tablesIn(setting).filter(({ version = "" }) => !removed.includes(version));
  const next = packed ? [...tables, packed] : tables;
  return next.length > 0 ? sealed(JSON.stringify(next)) : undefined;
}
