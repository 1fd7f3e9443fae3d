import { cell, finding, type Check } from "../table";
import { alike } from "./names";

/**
 * Common words and their meaning here; undefined for things that are not here, such as another group of the bureau's.
 * Each was once a misleading name of something else here.
 */
const usual: Readonly<Record<string, string | undefined>> = {
  imports: "CROSS_BORDER_ECOM_IMPORTS",
  exports: "CROSS_BORDER_ECOM_EXPORTS",
  export: "CROSS_BORDER_ECOM_EXPORTS",
  进口: "CROSS_BORDER_ECOM_IMPORTS",
  出口: "CROSS_BORDER_ECOM_EXPORTS",
  netizen: "INTERNET_USERS",
  netizens: "INTERNET_USERS",
  网民: "INTERNET_USERS",
  堂食: "INSTORE_DINING",
  "dine-in": "INSTORE_DINING",
  // Shoppers, payers and viewers are users too.
  users: undefined,
  用户: undefined,
  // 日用品类 is a group of the bureau's for units above designated size, not 用类, goods for use.
  日用品: undefined,
  日用品类: undefined,
  "daily necessities": undefined,
  household: undefined,
  // Firms in general are not small and medium ones.
  企业: undefined,
  firms: undefined,
  // A bonded zone is not a section of a platform.
  "foreign trade zone": undefined,
  "free trade zone": undefined,
  自贸区: undefined,
};

const ownerOf = new Map(Object.entries(usual).map(([word, code]) => [alike(word), code]));

/**
 * No name of an indicator, and no synonym for it, is the common word for something else. The common words are in the
 * list above, each with the indicator that people mean by it, if it is here.
 */
export const usualNames: Check = (tables) => {
  const columns = ["indicator_code", "label_en", "label_zh", "aliases"];
  const holding = (means: string) =>
    tables.indicators.rows
      .filter((row) => columns.some((column) => alike(cell(row, column)).includes(alike(means))))
      .map((row) => cell(row, "indicator_code"));
  const wrong = (name: string, leadsTo: readonly string[]) => {
    const key = alike(name);
    return ownerOf.has(key) && !leadsTo.includes(ownerOf.get(key) ?? "");
  };
  const findingOf = (row: Parameters<typeof cell>[0], name: string, leadsTo: readonly string[]) =>
    finding(
      row,
      "usual names",
      `${JSON.stringify(name)} leads to ${leadsTo.join(", ")}, but people mean ${ownerOf.get(alike(name)) ?? "something that is not here"}.`,
      "Choose another name, and keep this one in former.csv if it was ever read.",
    );
  return [
    ...tables.indicators.rows.flatMap((row) => {
      const code = cell(row, "indicator_code");
      const names = [cell(row, "label_en"), cell(row, "label_zh"), ...cell(row, "aliases").split(";")];
      return names.filter((name) => wrong(name, [code])).map((name) => findingOf(row, name, [code]));
    }),
    ...tables.synonyms.rows.flatMap((row) => {
      const leadsTo = holding(cell(row, "means"));
      return wrong(cell(row, "word"), leadsTo) ? [findingOf(row, cell(row, "word"), leadsTo)] : [];
    }),
  ];
};

/** A former name is not a current name. Former themes are left to `themeWords`. */
export const formerNames: Check = (tables) => {
  const now = new Map(
    tables.indicators.rows.map((row) => [
      cell(row, "indicator_code"),
      [
        cell(row, "indicator_code"),
        cell(row, "label_en"),
        cell(row, "label_zh"),
        ...cell(row, "aliases").split(";"),
      ].map(alike),
    ]),
  );
  return tables.former.rows
    .filter((row) => cell(row, "field") !== "theme")
    .filter((row) => now.get(cell(row, "indicator_code"))?.includes(alike(cell(row, "name"))) ?? false)
    .map((row) =>
      finding(
        row,
        "usual names",
        `${JSON.stringify(cell(row, "name"))} is still a name of ${cell(row, "indicator_code")}.`,
        "Delete the row, or take the name from indicators.csv.",
      ),
    );
};
