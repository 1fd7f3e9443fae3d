import { indicatorTexts, texts } from "../../../src/data/checks/texts";
import { found } from "../tables";

test.each([
  ["stray spaces", { label_en: "Retail " }],
  ["two spaces", { label_en: "Retail  sales" }],
  ["a line break", { label_en: "Retail\nsales" }],
  ["a zero-width space", { label_zh: "零\u200B售" }],
  ["a mark of direction", { label_en: "Retail \u202Esales" }],
  ["text that would be a formula", { label_en: "=1+1" }],
  ["text that begins with an at sign", { label_en: "@SUM" }],
  ["a mark of the compact columns", { label_en: "Retail | sales" }],
  ["an empty label", { label_en: "" }],
  ["a Chinese label without Chinese", { label_zh: "Retail" }],
  ["a space between Chinese and a number", { label_zh: "2025 年零售额" }],
])("A text with %s is found.", (_, cells) => {
  expect(found(texts, "indicators", 2, cells)).toMatchObject([
    { file: "indicators.csv", row: 2, rule: "texts" },
  ]);
});

test("A falling value may begin with a minus.", () => {
  expect(found(texts, "observations", 2, { obs_value: "-0.6" })).toEqual([]);
});

test("An indicator without a basis is found.", () => {
  expect(found(indicatorTexts, "indicators", 2, { basis: "" })).toMatchObject([{ row: 2, rule: "texts" }]);
});
