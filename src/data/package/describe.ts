import { createHash } from "node:crypto";
import { references } from "../checks/references";
import { codeLists, columns, files, keys, units, type FileName } from "../schema";
import { cell, readTable } from "../table";

/** A field of a Frictionless table schema. */
interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly format?: "uri";
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** The meaning of a row of each table. */
const rowMeanings: Readonly<Record<string, string>> = {
  observations: "a published figure",
  indicators: "what is measured: names, descriptions, basis",
  sources: "a body's release, and who carried the text in which it was read",
  releases: "a kind of release of a body, with its usual title",
  copies: "the text of another in which a release was read",
  breaks: "a definition break: after this month the series does not go on",
  events: "a policy step",
  themes: "a theme, its name and the other words for it",
  publishers: "a body that measures or publishes",
  relays: "who carries texts of others",
  relations: "how two indicators stand to each other",
  names: "the Chinese name of what is named in English elsewhere",
  notes:
    "the Chinese of a note of observations.csv or a basis of indicators.csv; translated here, not by the source",
  synonyms: "a word that people type in search, and what it is called here",
  former: "a name that an indicator had once",
};

/** The columns that are not texts. */
const kinds: Readonly<Record<string, Pick<Field, "type" | "format">>> = {
  obs_value: { type: "number" },
  unit_mult: { type: "integer" },
  rank: { type: "integer" },
  url: { type: "string", format: "uri" },
  relay_url: { type: "string", format: "uri" },
};

/** The meaning of the codes of `unit_measure`. */
const unitNames: Readonly<Record<string, string>> = {
  PT: "percent",
  PP: "percentage points",
  CNY: "yuan",
  PIECES: "pieces",
  PERSONS: "persons",
  EVENTS: "events",
  ENTERPRISES: "enterprises",
  AGREEMENTS: "agreements",
  MEASURES: "measures",
  PLATFORMS: "platforms",
  COUNTRIES: "countries",
};

/** A column as a field of its table. It is required if it belongs to the key; a column of codes lists them. */
function field(file: FileName, name: string, description: string): Field {
  const kind = kinds[name] ?? { type: "string" };
  const list: readonly string[] | undefined = codeLists[name as keyof typeof codeLists];
  const constraints = {
    ...(keys[file].includes(name) ? { required: true } : {}),
    ...(list ? { enum: kind.type === "string" ? list : list.map(Number) } : {}),
  };
  return { name, ...kind, description, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}

/**
 * A table as a resource of the package.
 * @param text the file's content
 */
function resource(file: FileName, text: string) {
  const pointers = references
    .filter(([from]) => from === file)
    .map(([, column, to, key]) => ({ fields: column, reference: { resource: to, fields: key } }));
  return {
    name: file,
    path: `${file}.csv`,
    profile: "tabular-data-resource",
    title: `One row is ${rowMeanings[file] ?? `a row of ${file}.csv`}`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: Buffer.byteLength(text),
    hash: `sha256:${createHash("sha256").update(text).digest("hex")}`,
    dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: Object.entries(columns[file]).map(([name, description]) => field(file, name, description)),
      missingValues: [""],
      primaryKey: keys[file],
      ...(pointers.length > 0 ? { foreignKeys: pointers } : {}),
    },
    ...(file === "observations"
      ? {
          units: Object.fromEntries(
            Object.entries(units).map(([measure, { units: codes }]) => [
              measure,
              Object.fromEntries(codes.map((code) => [code, unitNames[code] ?? code.toLowerCase()])),
            ]),
          ),
        }
      : {}),
  };
}

/**
 * The descriptor of the tables as a Frictionless data package, `datapackage.json`: every table with its columns,
 * codes, keys and references. It is derived from `schema.ts` and the checks' references, so that new tables and
 * columns are included.
 * @param text gives the content of a table's file by its name
 * @param version the version of the data
 * @see https://specs.frictionlessdata.io/tabular-data-package/
 */
export function describePackage(text: (file: FileName) => string, version: string) {
  const publishers = readTable("sources", text("sources")).rows.map((row) => cell(row, "publisher"));
  return {
    profile: "tabular-data-package",
    name: "china-ecommerce-statistics",
    title: "China's official e-commerce statistics",
    description:
      "Figures on China's e-commerce as official bodies published them, one row a figure; nothing is computed, rounded or invented. " +
      "A number is obs_value times ten to the power of unit_mult, in unit_measure. " +
      "Most monthly figures are cumulative (accumulation ytd). Published growth is on a comparable basis and does not follow from " +
      "published levels; breaks.csv says where a series does not go on. README.md says more.",
    version,
    keywords: ["China", "e-commerce", "online retail", "official statistics", "电子商务", "网上零售额"],
    licenses: [
      {
        name: "MIT",
        title:
          "MIT License, for what was written for this package: names, descriptions, translations and their arrangement. " +
          "The figures are facts of their publishers, whom sources.csv names for each; cite the publisher.",
        path: "https://opensource.org/license/mit",
      },
    ],
    sources: [...new Set(publishers)].sort().map((title) => ({ title })),
    resources: files.map((file) => resource(file, text(file))),
  };
}
