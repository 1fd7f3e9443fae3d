import fc from "fast-check";
import { check, indicatorOf, unitPowers, type IndicatorCode, type Period } from "../../../src/dataset";
import { monthsOf, nameOf, observations, valueOf } from "../rows";

const ask = (code: string, period: string, input: unknown, asof?: string) => {
  const result = check(indicatorOf(code as IndicatorCode), period as Period, input, asof);
  return result.ok ? result.value : result.reason.name;
};
const total = (input: unknown) => ask("ONLINE_RETAIL_TOTAL", "2025-Q1", input);

test("A number is right at its own decimals, in any unit.", () => {
  for (const right of [
    3.6, 3.62, 3.624, 3.6242, 36242, 3624.2, 3624, 362_420_000, 3_624_200_000_000, 7.9, 0.079,
  ]) {
    expect([right, total(right)]).toEqual([right, true]);
  }
  for (const wrong of [
    3.7, 3.63, 3.625, 3.6243, 36243, 362_420, 3623.2, 3_624_200_000_001, 8.0, 0.08, 0.078, -7.9,
  ]) {
    expect([wrong, total(wrong)]).toEqual([wrong, false]);
  }
});

test("A number of one digit is too little to round to: it must be the figure itself.", () => {
  expect([total(4), total(8), total(0.08), total(0)]).toEqual([false, false, false, false]);
  expect(ask("EXPORT_TO_DOMESTIC_MEASURES", "2025-Q1", 8)).toBe(true);
  expect(ask("ONLINE_ENTERTAINMENT", "2025-Q1", 0.4)).toBe(true);
  expect(ask("ONLINE_ENTERTAINMENT", "2025-Q1", 40)).toBe(true);
});

test("Text may carry zeros, a percent sign or a unit word, which alone is then tried.", () => {
  for (const right of [
    "3.62 trillion",
    "3.6 trillion",
    "3.60 trillion",
    "3.6242tn",
    "3,624.2 billion",
    "36,242 yi",
    "36242亿",
    "36,242亿元",
    "3.62万亿",
    "３．６２万亿元",
    "3.62 trillion yuan",
    "7.9%",
    "+7.9%",
    "7.90 %",
    "7.9 percent",
    "3624200000000",
    "3,624,200,000,000 yuan",
  ]) {
    expect([right, total(right)]).toEqual([right, true]);
  }
  for (const wrong of [
    "3.62 billion",
    "3.62%",
    "7.9 trillion",
    "3.62亿",
    "7.90000001%",
    "-7.9%",
    "3.6242 yuan",
  ]) {
    expect([wrong, total(wrong)]).toEqual([wrong, false]);
  }
});

test("Any body's figure will do: the ministry's rounded 3.6 is as right as the bureau's.", () => {
  expect(total("3.600 trillion")).toBe(true);
});

test("As of a day only what was known counts.", () => {
  expect(ask("EXPRESS_VOLUME", "2025", "199.0 billion", "2026-01-10")).toBe(true);
  expect(ask("EXPRESS_VOLUME", "2025", "198.95 billion", "2026-01-10")).toBe(false);
  expect(ask("EXPRESS_VOLUME", "2025", "198.95 billion")).toBe(true);
});

test("A fall is right with its sign only.", () => {
  expect(ask("TOTAL_RETAIL", "2020", -3.9)).toBe(true);
  expect(ask("TOTAL_RETAIL", "2020", 3.9)).toBe(false);
  expect(ask("TOTAL_RETAIL", "2020", "−3.9%")).toBe(true);
});

test("Percentage points are points, not percent.", () => {
  const row = observations.find(({ unit_measure }) => unit_measure === "PP");
  const period = nameOf(monthsOf(row ?? {}));
  const code = row?.indicator_code ?? "";
  expect(ask(code, period, `${row?.obs_value} pp`)).toBe(true);
  expect(ask(code, period, `${row?.obs_value}个百分点`)).toBe(true);
  expect(ask(code, period, `${row?.obs_value}%`)).toBe(false);
});

test("Rounding errors of sums in the sheet do no harm.", () => {
  expect(ask("ONLINE_RETAIL_PHYSICAL", "2025-Q1", 0.056 + 0.001)).toBe(true);
});

test("Every figure is right as printed, with its unit and without.", () => {
  const words: Record<string, string> = {
    "0": "",
    "6": "million",
    "8": "yi",
    "9": "billion",
    "12": "trillion",
  };
  for (const row of observations) {
    const [code, period] = [row.indicator_code ?? "", nameOf(monthsOf(row))];
    const unit =
      row.unit_measure === "PT" ? "%" : row.unit_measure === "PP" ? "pp" : words[row.unit_mult ?? ""];
    expect([row.obs_value, ask(code, period, `${row.obs_value} ${unit}`)]).toEqual([row.obs_value, true]);
    expect([row.obs_value, ask(code, period, row.obs_value)]).toEqual([row.obs_value, true]);
    expect([row.obs_value, ask(code, period, valueOf(row))]).toEqual([row.obs_value, true]);
  }
});

test("A figure rounded by hand to some decimals in some unit is right, and the next number is not.", () => {
  const amounts = observations.filter(
    (row) => row.unit_measure === "CNY" && row.indicator_code === "TOTAL_RETAIL" && row.measure === "LEVEL",
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...amounts),
      fc.constantFrom("million", "yi", "billion", "trillion"),
      fc.integer({ min: 0, max: 6 }),
      (row, unit, places) => {
        const whole = BigInt(row.obs_value?.replace(".", "") ?? "0");
        const exponent =
          Number(row.unit_mult) -
          (row.obs_value?.split(".")[1]?.length ?? 0) -
          unitPowers[unit as keyof typeof unitPowers] +
          places;
        const rounded =
          exponent >= 0
            ? whole * 10n ** BigInt(exponent)
            : (2n * whole + 10n ** BigInt(-exponent)) / (2n * 10n ** BigInt(-exponent));
        if (rounded < 10n) return;
        const write = (n: bigint) => {
          const text = n.toString().padStart(places + 1, "0");
          return `${text.slice(0, text.length - places)}${places ? `.${text.slice(-places)}` : ""} ${unit}`;
        };
        const same = observations.filter(
          (other) =>
            other.indicator_code === row.indicator_code &&
            other.measure === "LEVEL" &&
            nameOf(monthsOf(other)) === nameOf(monthsOf(row)),
        );
        expect(ask("TOTAL_RETAIL", nameOf(monthsOf(row)), write(rounded))).toBe(true);
        if (same.length === 1)
          expect(ask("TOTAL_RETAIL", nameOf(monthsOf(row)), write(rounded + 1n))).toBe(false);
      },
    ),
  );
});

test("What is no number is told from what is missing.", () => {
  for (const input of ["", null, undefined]) expect(total(input)).toBe("missing-argument");
  for (const input of [
    "much",
    "3.6 bushels",
    "3..6",
    "1e400",
    NaN,
    Infinity,
    {},
    [],
    true,
    "9".repeat(1e6),
    1e300,
  ]) {
    expect(total(input)).toBe("not-number");
  }
});

test("A period without any figure names the nearest with one, whatever its measure.", () => {
  const indicator = indicatorOf("DIGITAL_PRODUCTS");
  expect(check(indicator, "2025-Q2" as Period, 7.4)).toMatchObject({
    reason: { name: "no-figure", nearest: "2025-05 YTD" },
  });
  expect(check(indicatorOf("ONLINE_RETAIL_TOTAL"), "2026-Q1" as Period, 7.4)).toMatchObject({
    reason: { name: "series-ended" },
  });
});

test("The latest period can be checked too.", () => {
  expect(check(indicatorOf("DIGITAL_PRODUCTS"), "latest", 8.2)).toEqual({ ok: true, value: true });
});

test("Any text whatever is true, false or no number.", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 90 }), (text) => {
      expect([true, false, "not-number", "missing-argument"]).toContain(total(text));
    }),
    { numRuns: 1000 },
  );
});

test("Words that say how exact a number is, and money before it, do not count.", () => {
  for (const right of [
    "约3.62万亿元",
    "超3.6万亿元",
    "about 3.62 trillion yuan",
    "nearly 3.6 trillion",
    "more than 3.6tn",
    "RMB 3.62 trillion",
    "¥36,242亿",
    "3.6万亿元左右",
    "人民币36242亿元",
  ])
    expect([right, total(right)]).toEqual([right, true]);
  expect(total("近3.63万亿")).toBe(false);
  expect(total("3.62 trillion dollars")).toBe("not-number");
});
