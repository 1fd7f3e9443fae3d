import fc from "fast-check";
import {
  figure,
  indicatorOf,
  inUnit,
  unitNames,
  unitPowers,
  type IndicatorCode,
  type MeasureName,
  type Period,
} from "../../../src/dataset";
import { unitWord } from "../../../src/dataset/figures/units";
import { monthsOf, nameOf, observations, valueOf } from "../rows";

const get = (code: string, period: string, measure?: MeasureName) => {
  const result = figure({ indicator: indicatorOf(code as IndicatorCode), period: period as Period, measure });
  if (!result.ok) throw new Error(result.reason.name);
  return result.value;
};

test("An amount is converted by moving the point, so that nothing is lost.", () => {
  const total = get("ONLINE_RETAIL_TOTAL", "2025-Q1");
  expect(unitNames.map((unit) => inUnit(total, unit))).toEqual(
    [3_624_200_000_000, 3_624_200_000, 362_420_000, 3_624_200, 36_242, 3624.2, 3.6242].map((value) => ({
      ok: true,
      value,
    })),
  );
});

test("Every amount times its unit is the amount.", () => {
  const amounts = observations.filter(({ measure }) => measure === "LEVEL" || measure === "COUNT");
  fc.assert(
    fc.property(fc.constantFrom(...amounts), fc.constantFrom(...unitNames), (row, unit) => {
      const found = get(row.indicator_code ?? "", nameOf(monthsOf(row)));
      const converted = inUnit(found, unit);
      if (!converted.ok) throw new Error(converted.reason.name);
      expect(converted.value * 10 ** unitPowers[unit]).toBeCloseTo(found.value, -Math.log10(found.value) + 6);
      expect(valueOf(row)).toBeGreaterThan(0);
    }),
  );
});

test("A difference and a single month are amounts; percentages, points and indexes are not.", () => {
  expect(inUnit(get("ONLINE_RETAIL_TOTAL", "2025-04", "single"), "billion")).toEqual({
    ok: true,
    value: 1117.7,
  });
  for (const [code, period, measure] of [
    ["DIGITAL_PRODUCTS", "2025-Q1", "growth"],
    ["ONLINE_RETAIL_PHYSICAL_SHARE", "2025", "share"],
    ["TOTAL_RETAIL", "2024", "computed growth"],
    ["ONLINE_RETAIL_PHYSICAL_SHARE", "2025", "difference"],
  ] as [string, string, MeasureName][]) {
    expect(inUnit(get(code, period, measure), "yi")).toMatchObject({
      reason: { name: "unit-on-percentage", given: "yi" },
    });
  }
});

test("Words of units are known in both languages, with what is counted behind them.", () => {
  expect(
    [
      "trillion",
      "万亿",
      "万亿元",
      "bn",
      "亿元人民币",
      "million pieces",
      "percent",
      "个百分点",
      "yuan",
      "件",
    ].map(unitWord),
  ).toEqual([12, 12, 12, 9, 8, 6, "percent", "points", 0, 0]);
  expect(["", "bushel", "constructor"].map(unitWord)).toEqual([undefined, undefined, undefined]);
});
