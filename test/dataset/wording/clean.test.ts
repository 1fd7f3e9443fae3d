import { readFileSync } from "node:fs";
import { clean } from "../../../src/dataset/wording/clean";

test.each([
  ["網上零售額", "网上零售额"],
  ["社會消費品零售總額", "社会消费品零售总额"],
  ["數碼產品", "数码产品"],
  ["快遞業務量", "快递业务量"],
  ["跨境電商進口", "跨境电商进口"],
  ["農產品網絡零售額", "农产品网络零售额"],
  ["以舊換新", "以旧换新"],
  ["實物商品", "实物商品"],
  ["服務消費", "服务消费"],
  ["同比增長率", "同比增长率"],
  ["2025年一季度 億元", "2025年一季度 亿元"],
  ["單位：萬億元", "单位:万亿元"],
])("%s in traditional characters is read as %s.", (written, meant) => {
  expect(clean(written)).toBe(meant);
});

test("What is simplified stays as it is: no character of our names is taken for a traditional one.", () => {
  for (const file of ["indicators", "themes", "synonyms"]) {
    const text = readFileSync(`src/data/${file}.csv`, "utf8").replace(/[^\p{Script=Han}]+/gu, "");
    expect(clean(text)).toBe(text);
  }
});
