import {
  indicators,
  isPartOf,
  overlaps,
  relationLines,
  relationsOf,
  search,
  successorOf,
  totalOf,
} from "../../src/dataset";

test("Parts are known through parts, and only in one direction.", () => {
  expect(isPartOf("EXPRESS_VOLUME", "POSTAL_VOLUME")).toBe(true);
  expect(isPartOf("POSTAL_VOLUME", "EXPRESS_VOLUME")).toBe(false);
  expect(isPartOf("ONLINE_RETAIL_PHYSICAL", "ECOM_TRANSACTIONS")).toBe(true);
  expect(isPartOf("ONLINE_RETAIL_TOTAL", "TOTAL_RETAIL")).toBe(false);
});

test("What overlaps does so from both sides.", () => {
  expect(overlaps("TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL")).toBe(true);
  expect(overlaps("ONLINE_RETAIL_TOTAL", "TOTAL_RETAIL")).toBe(true);
  expect(overlaps("EXPRESS_VOLUME", "TOTAL_RETAIL")).toBe(false);
});

test("A relation is said from both sides.", () => {
  expect(relationsOf("EXPRESS_VOLUME")).toEqual([{ kind: "part_of", other: "POSTAL_VOLUME" }]);
  expect(relationsOf("POSTAL_VOLUME")).toEqual([{ kind: "whole_of", other: "EXPRESS_VOLUME" }]);
  expect(successorOf("ONLINE_RETAIL_TOTAL")).toBe("ONLINE_RETAIL_GOODS_SERVICES");
  expect(totalOf("DIGITAL_PRODUCTS")).toBe("ONLINE_RETAIL_PHYSICAL");
  expect(totalOf("EXPRESS_VOLUME")).toBeUndefined();
});

test("Lines name the other in the language, and count what is too much to name.", () => {
  expect(relationLines("EXPRESS_VOLUME", "en")).toEqual(["Part of: Postal items (mail and express)"]);
  expect(relationLines("ONLINE_RETAIL_TOTAL", "zh")).toContain(
    "后续指标（不可比）：全国网上商品和服务零售额",
  );
  for (const { code } of indicators) {
    for (const line of relationLines(code, "en")) expect(line).not.toMatch(/undefined|\{/);
    for (const line of relationLines(code, "zh")) expect(line).not.toMatch(/undefined|\{/);
  }
});

test.each(["total", "online total", "网上零售额"])(
  "Who looks for %s is shown what followed it next.",
  (typed) => {
    expect(search(typed, 2).map(({ code }) => code)).toEqual([
      "ONLINE_RETAIL_TOTAL",
      "ONLINE_RETAIL_GOODS_SERVICES",
    ]);
  },
);
