import { formerNames, usualNames } from "../../../src/data/checks/usual";
import type { Row } from "../../../src/data/table";
import { altered, found, rowWhere } from "../tables";

const indicator = (code: string) => rowWhere("indicators", (cells) => cells.indicator_code === code);

test.each([
  ["PLATFORM_IMPORTED_GOODS", { aliases: "imports;imported goods" }],
  ["ONLINE_SHOPPERS", { aliases: "shoppers;users" }],
  ["ONLINE_RETAIL_DAILY_USE", { aliases: "日用品;用类" }],
  ["FOREIGN_TRADE_ZONE_SALES", { label_en: "Foreign Trade Zone" }],
])("A name of %s that means another thing is found: %j", (code, cells) => {
  const row = indicator(code);
  expect(found(usualNames, "indicators", row, cells)).toMatchObject([
    { file: "indicators.csv", row, rule: "usual names" },
  ]);
});

test("The indicator that people mean may have the name.", () => {
  const row = indicator("CROSS_BORDER_ECOM_IMPORTS");
  expect(found(usualNames, "indicators", row, { aliases: "imports" })).toEqual([]);
});

test.each([
  { word: "日用品", means: "用类" },
  { word: "网民", means: "网购用户" },
  { word: "堂食", means: "在线餐饮" },
  { word: "企业", means: "中小企业" },
  { word: "household", means: "appliances" },
])("A synonym that leads elsewhere is found: %j", (cells) => {
  expect(found(usualNames, "synonyms", 2, cells)).toMatchObject([
    { file: "synonyms.csv", row: 2, rule: "usual names" },
  ]);
});

test("A former name that is one still is found.", () => {
  const named = (rows: Row[]) =>
    rows.map((row) => ({ ...row, cells: { ...row.cells, indicator_code: "TVS", name: "Televisions" } }));
  const findings = formerNames(altered("former", (rows) => named(rows.slice(0, 1))));
  expect(findings).toMatchObject([{ file: "former.csv", row: 2, rule: "usual names" }]);
});
