import { codeLists } from "../schema";
import { cell, values, type Tables } from "../table";
import { distinct } from "./column";
import type { Packed } from "./pack";

/**
 * The text of the generated module: union types of all codes, and the packed columns.
 * @param packed the result of `pack` for the same tables, or the part for the functions' bundle
 */
export function moduleText(tables: Tables, packed: Packed): string {
  const quoted = (list: readonly string[]) => distinct(list).map((value) => JSON.stringify(value));
  const constant = (name: string, type: string, list: readonly string[]) =>
    `export const ${name} = [${quoted(list).join(", ")}] as const;\nexport type ${type} = (typeof ${name})[number];\n`;
  const type = (name: string, list: readonly string[]) =>
    `export type ${name} = ${quoted(list).join(" | ")};\n`;
  const { observations, indicators, sources, themes } = tables;
  return [
    "// Made by `npm run data` from the tables beside it. Do not edit: change a table, and make it again.\n",
    constant("themeCodes", "Theme", values(themes.rows, "theme")),
    type("IndicatorCode", values(indicators.rows, "indicator_code")),
    type("SourceId", values(sources.rows, "source_id")),
    type("Unit", values(observations.rows, "unit_measure")),
    type("Measure", codeLists.measure),
    type("Freq", codeLists.freq),
    type("Accumulation", codeLists.accumulation),
    type("Qualifier", codeLists.qualifier),
    type("Status", codeLists.obs_status),
    type("Nature", codeLists.nature),
    type("RelationKind", codeLists.relation),
    `export const packed: Readonly<Record<string, string>> = ${JSON.stringify(packed, null, 2)};\n`,
  ].join("");
}

/** The text of the generated module of the details. It begins with a comment that says by what it was made. */
export const detailsText = (details: Packed): string =>
  "// Made by `npm run data` from the tables beside it. Do not edit: change a table, and make it again.\n" +
  "/** The columns that no first answer needs. */\n" +
  `export const details: Readonly<Record<string, string>> = ${JSON.stringify(details, null, 2)};\n`;

/**
 * The text of the generated module of copies: by source, title, language, date and address of the text that was read.
 */
export function copiesText(tables: Tables): string {
  const addresses = new Map(
    tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "relay_url")]),
  );
  const rows = tables.copies.rows.map((row) => {
    const id = cell(row, "source_id");
    const copy = [cell(row, "title"), cell(row, "language"), cell(row, "dated"), addresses.get(id) ?? ""];
    return `  ${JSON.stringify(id)}: ${JSON.stringify(copy)},\n`;
  });
  return [
    "// Made by `npm run data` from copies.csv and sources.csv. Do not edit: change a table, and make it again.\n",
    "/** By source: title, language, date and address of the text in which it was read. */\n",
    "export const copies: Readonly<\n",
    "  Record<string, readonly [title: string, language: string, dated: string, url: string]>\n",
    "> = {\n",
    ...rows,
    "};\n",
  ].join("");
}
