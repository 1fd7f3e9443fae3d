import fc from "fast-check";
import {
  figure,
  figureText,
  indicatorOf,
  indicators,
  numberFormat,
  observationsOf,
  series,
  unitLabel,
  unitName,
  type Figure,
  type IndicatorCode,
  type Language,
  type MeasureName,
  type Period,
} from "../../../src/dataset";

function get(code: string, period: string, measure?: MeasureName): Figure {
  const result = figure({ indicator: indicatorOf(code as IndicatorCode), period: period as Period, measure });
  if (!result.ok) throw new Error(result.reason.name);
  return result.value;
}

/** Number format and text in both languages. */
const shown = (value: Figure) =>
  (["en", "zh"] as Language[]).map((language) => [
    numberFormat(value, language),
    figureText(value, language),
  ]);

test.each([
  [
    "growth bears its sign, with the decimals published",
    get("DIGITAL_PRODUCTS", "2025-Q1", "growth"),
    ["0.0%", "+7.4%"],
  ],
  [
    "growth published without decimals has none",
    get("ONLINE_ENTERTAINMENT", "2025-Q1", "growth"),
    ["0%", "+40%"],
  ],
  ["a fall", get("TOTAL_RETAIL", "2020", "growth"), ["0.0%", "-3.9%"]],
  ["a share has no sign", get("ONLINE_RETAIL_PHYSICAL_SHARE", "2025"), ["0.0%", "26.1%"]],
  [
    "trillions",
    get("ONLINE_RETAIL_TOTAL", "2025-Q1"),
    ['#,##0.00,,,," trillion"', "3.62 trillion"],
    ['#,##0.00,,,,"万亿"', "3.62万亿"],
  ],
  [
    "billions, and hundreds of millions in Chinese",
    get("CROSS_BORDER_ECOM_TRADE", "2024-Q1"),
    ['#,##0.00,,," billion"', "577.6 billion"],
    ['0\\.00,,"亿"', "5,776亿"],
  ],
  [
    "millions, and tens of thousands in Chinese, at least",
    get("ECOM_EMPLOYMENT", "2023"),
    ['">"#,##0.00,," million";-">"#,##0.00,," million"', ">70 million"],
    ['">"0\\.0,"万";-">"0\\.0,"万"', ">7,000万"],
  ],
  ["a count stays as it is", get("SILKROAD_PARTNERS", "2025"), ["#,##0", "36"]],
  ["more than", get("ECOM_INDUSTRIAL_BELT_INTENTIONS", "2025-H1"), ['">"#,##0;-">"#,##0', ">20,000"]],
  [
    "nearly 30 percent less: the mark speaks of the size",
    get("INDUSTRY_CHAIN_OPERATING_COST", "2025-Q1"),
    ['"≈"0%;-"≈"0%', "-≈30%"],
  ],
] as [string, Figure, string[], string[]?][])(
  "A figure is shown: %s.",
  (_, value, english, chinese = english) => {
    expect(shown(value)).toEqual([english, chinese]);
  },
);

test("Percentage points are points.", () => {
  const [observation] = observationsOf("ONLINE_GOODS_CONTRIBUTION_PP");
  const points = get("ONLINE_GOODS_CONTRIBUTION_PP", observation?.period ?? "");
  expect(figureText(points, "en")).toBe(`${observation?.obsValue} pp`);
  expect(numberFormat(points, "zh")).toMatch(/^0(\.0+)?"个百分点"$/);
  expect(unitLabel(points, "en")).toBe("percentage points");
});

test("Computed growth has one decimal, a difference of shares is in percentage points, an index has no unit.", () => {
  expect(figureText(get("TOTAL_RETAIL", "2024", "computed growth"), "en")).toBe("+3.5%");
  const difference = get("ONLINE_RETAIL_PHYSICAL_SHARE", "2025", "difference");
  expect(figureText(difference, "en")).toBe("-0.7 pp");
  expect(unitLabel(difference, "zh")).toBe("个百分点");
  // Excel can show a fraction times a hundred only with its sign of per cent.
  expect([numberFormat(difference, "en"), numberFormat(difference, "zh")]).toEqual([
    '0.0%" pts"',
    '0.0%"点"',
  ]);
  const index = series({
    indicator: indicatorOf("TOTAL_RETAIL"),
    measure: "index",
    from: "2020" as Period,
    to: "2024" as Period,
  });
  const last = index.ok ? index.value.points.at(-1)?.figure : undefined;
  if (last === undefined) throw new Error("There is no index.");
  expect(numberFormat(last, "en")).toBe("0.0");
  expect(figureText(last, "en")).toMatch(/^\d+\.\d$/);
  expect([unitLabel(last, "en"), unitLabel(last, "zh")]).toEqual(["index", "指数"]);
});

test("A derived amount has its scale and at most two decimals.", () => {
  expect(figureText(get("ONLINE_RETAIL_TOTAL", "2025-03", "single"), "en")).toBe("1.35 trillion");
  expect(figureText(get("TOTAL_RETAIL", "2024", "difference"), "en")).toBe("+1.64 trillion");
});

test("Digits are grouped and rounded as Intl does it.", () => {
  const like = (value: number, least: number, most: number) =>
    new Intl.NumberFormat("en-US", { minimumFractionDigits: least, maximumFractionDigits: most }).format(
      value,
    );
  const total = get("ONLINE_RETAIL_TOTAL", "2025-Q1");
  const growth = get("DIGITAL_PRODUCTS", "2025-Q1", "growth");
  const amount = (value: number) => figureText({ ...total, derived: true, value }, "en");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.integer({ min: 0, max: 9999 }),
      (whole, part) => {
        const value = Number(`${whole}.${part}`);
        expect(figureText({ ...growth, value: Number(`${value}e-2`) }, "en")).toBe(`+${like(value, 1, 1)}%`);
        expect(amount(Number(`${value}e12`))).toBe(`${like(value, 0, 2)} trillion`);
      },
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
      expect(amount(value)).toBe(like(value, 0, 0));
    }),
  );
});

test("The unit of a figure is named with its scale.", () => {
  expect(unitLabel(get("ONLINE_RETAIL_TOTAL", "2025-Q1"), "en")).toBe("trillion yuan");
  expect(unitLabel(get("ONLINE_RETAIL_TOTAL", "2025-Q1"), "zh")).toBe("万亿元");
  expect(unitLabel(get("DIGITAL_PRODUCTS", "2025-Q1", "growth"), "zh")).toBe("%");
  expect(unitLabel(get("SILKROAD_PARTNERS", "2025"), "en")).toBe("countries");
  expect(unitName("PIECES")).toEqual({ en: "pieces", zh: "件" });
});

/**
 * What a format shows, for the few forms that are used here: a scale of commas, a point that is only text, and
 * quoted words. The commas divide, the escaped point takes no digit, and the rest is rounded as a sheet rounds.
 */
function textInSheet(format: string, value: number): string {
  const section = format.split(";");
  const negative = value < 0;
  const code = (negative ? (section[1] ?? section[0]) : section[0]) ?? "";
  const scale = (/,+(?=[^#0]*$)/.exec(code.replace(/"[^"]*"/g, ""))?.[0] ?? "").length;
  const escaped = /0\\\.(0+)/.exec(code)?.[1]?.length;
  const places = escaped ?? /0\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const size = (Math.abs(value) * (code.includes("%") ? 100 : 1)) / 1000 ** scale;
  const number = escaped
    ? `${String(Math.round(size))
        .padStart(places + 1, "0")
        .replace(new RegExp(`(\\d{${places}})$`), ".$1")}`
    : size.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
  const words = [...code.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
  const [mark, unit] = /^-?"/.test(code) ? [words[0], words[1]] : ["", words[0]];
  return `${negative ? "-" : ""}${mark ?? ""}${number}${code.includes("%") ? "%" : ""}${unit ?? ""}`;
}

test("In every language the format of every figure shows the figure's size, scale and mark.", () => {
  for (const { code } of indicators) {
    for (const observation of observationsOf(code)) {
      for (const measure of [
        "level",
        "growth",
        "share",
        "count",
        "change",
        "contribution",
      ] as MeasureName[]) {
        const result = figure({ indicator: indicatorOf(code), measure, period: observation.period });
        if (!result.ok) continue;
        for (const language of ["en", "zh"] as Language[]) {
          const text = textInSheet(numberFormat(result.value, language), result.value.value);
          const plain = (shown: string) =>
            shown
              .replace(/^(-?)\+?/, "$1")
              .replace(/,/g, "")
              .replace(/\.?0+(?=\D*$)/, "");
          const scaled = Number.parseFloat(text.replace(/[^\d.]/g, ""));
          expect(scaled).toBeGreaterThan(0);
          expect(text).not.toContain("NaN");
          const wanted = figureText(result.value, language).replace("+", "");
          if (measure !== "level") expect(plain(text)).toBe(plain(wanted));
          else
            expect(Math.abs(scaled - Number.parseFloat(wanted.replace(/[^\d.]/g, "")))).toBeLessThan(0.051);
        }
      }
    }
  }
});

test("The text of a figure begins with its sign, its mark or a digit.", () => {
  for (const { code } of indicators) {
    for (const observation of observationsOf(code)) {
      const result = figure({ indicator: indicatorOf(code), period: observation.period });
      if (result.ok) expect(figureText(result.value, "en")).toMatch(/^[+-]?[>≈]?\d/);
    }
  }
});
