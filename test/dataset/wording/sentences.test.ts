import fc from "fast-check";
import {
  indicators,
  measureNames,
  measuresOf,
  periodOf,
  reasonKind,
  sentence,
  shown,
  valueMeasure,
  type Language,
  type Period,
  type Reason,
} from "../../../src/dataset";

const languages = ["en", "zh"] as Language[];
const code = fc.constantFrom(...indicators.map(({ code }) => code));
const measure = fc.constantFrom(...measureNames);
const period = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => periodOf(year, 1, month) as Period);
const given = fc
  .oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.anything(), fc.constant("x".repeat(100_000)))
  .map(shown);
const argument = fc.constantFrom("indicator", "period", "asof", "from", "unit", "count", "text", "headers");
const when = fc.oneof(period, fc.constant("latest" as const));
const month = fc.constantFrom("2014-12", "2025-12");

/** Every reason with everything that it can hold. One that is left out does not compile. */
const kinds: { [R in Reason as R["name"]]: fc.Arbitrary<Omit<R, "name">> } = {
  "missing-argument": fc.record({ argument }),
  "not-text": fc.record({ argument, given }),
  "not-number": fc.record({ argument, given, least: fc.integer() }, { requiredKeys: ["argument", "given"] }),
  "error-given": fc.record({ argument, given }),
  "bad-argument": fc.record({ argument, given, choices: fc.array(given, { maxLength: 30 }) }),
  "period-not-read": fc.record(
    { argument, given, why: fc.constantFrom("relative", "no-year", "ambiguous") },
    { requiredKeys: ["argument", "given"] },
  ),
  "date-not-read": fc.record({ argument, given }),
  "from-after-to": fc.record({ from: period, to: period }),
  "unlike-periods": fc.record({ from: period, to: period }),
  "unit-on-percentage": fc.record({ indicator: code, given }),
  "percentage-on-amount": fc.record({ indicator: code, given }),
  "unit-not-read": fc.record(
    { argument, given, why: fc.constant("foreign" as const) },
    { requiredKeys: ["argument", "given"] },
  ),
  "only-in-series": fc.record({ measure }),
  "unknown-indicator": fc.record({
    given,
    suggestions: fc.array(fc.record({ en: given, zh: given }), { maxLength: 3 }),
  }),
  "only-growth": fc.record({ indicator: code, when }, { requiredKeys: ["indicator"] }),
  "no-growth": fc.record({ indicator: code, has: measure, when }, { requiredKeys: ["indicator", "has"] }),
  "no-measure": fc.record({ indicator: code, measure, has: fc.uniqueArray(measure) }),
  "no-figure": fc.record(
    { indicator: code, measure, period, nearest: period, cumulative: period },
    { requiredKeys: ["indicator", "measure", "period"] },
  ),
  "only-since": fc.record({ indicator: code, period }),
  "not-yet-released": fc.record({
    indicator: code,
    period,
    asof: fc.constant("2025-04-01"),
    released: fc.constant("2025-04-16"),
  }),
  "series-ended": fc.record({ indicator: code, after: month, successor: code }),
  "break-between": fc.record({ indicator: code, after: month, from: period, to: period }),
  "part-missing": fc.record(
    { indicator: code, measure, period, part: period, nearest: period },
    { requiredKeys: ["indicator", "measure", "period", "part"] },
  ),
  "too-rough": fc
    .record({
      indicator: code,
      measure,
      period,
      part: period,
      later: fc.constant({ en: "13081.6 billion", zh: "13.08160万亿" }),
      earlier: fc.constant({ en: "13092.3 billion", zh: "13.09230万亿" }),
      works: fc.boolean(),
    })
    .map(({ works, ...fields }) => {
      const name = indicators.find(({ code }) => code === fields.indicator)?.aliases[0];
      const call = `ECOM.CAGR("${name}","2015-10 YTD","2025-10 YTD","chained")`;
      return works ? { ...fields, call, answer: "+12.3%" } : fields;
    }),
  "two-bases": fc
    .constantFrom(
      // Two bases are told apart by published growth.
      ...indicators.filter(
        (indicator) => valueMeasure(indicator) && measuresOf(indicator).includes("growth"),
      ),
    )
    .chain(({ code, aliases }) =>
      fc.record(
        {
          indicator: fc.constant(code),
          period,
          computed: fc.constant("+113.4%"),
          published: fc.constant("-12.3%"),
          call: fc
            .tuple(period, period)
            .map(([from, to]) => `ECOM.CAGR("${aliases[0]}","${from}","${to}","chained")`),
          answer: fc.constant("+11.4%"),
        },
        { requiredKeys: ["indicator", "period", "computed", "published", "call"] },
      ),
    ),
  "growth-missing": fc.record({ indicator: code, measure, period, part: period }),
  "not-chained": fc.record({ indicator: code, why: fc.constantFrom("stock", "rate") }),
  "no-base": fc.record({ indicator: code, part: period }),
  "not-single": fc.record({ indicator: code, why: fc.constantFrom("stock", "rate", "period") }),
  "january-february": fc.record({ indicator: code, period }),
  "no-points": fc.record(
    {
      indicator: code,
      measure,
      works: fc.constantFrom("annual", "quarter", "month", "ytd", "all"),
      single: fc.boolean(),
    },
    { requiredKeys: ["indicator", "measure"] },
  ),
  "no-growth-in-period": fc.record({ period, nearest: period }, { requiredKeys: ["period"] }),
  "nothing-found": fc.record({ given }),
  "no-events": fc.record({ given }),
  "host-too-old": fc.record({ instead: fc.constant("ECOM.INFO") }),
  internal: fc.record({}),
};

const anyReason = fc.oneof(
  ...Object.entries(kinds).map(([name, fields]) =>
    (fields as fc.Arbitrary<object>).map((rest) => ({ name, ...rest }) as Reason),
  ),
);

test("Every sentence is at most 200 characters, on one line, without marks that turn text around, whatever was given.", () => {
  fc.assert(
    fc.property(anyReason, fc.constantFrom(...languages), (reason, language) => {
      const text = sentence(reason, language);
      expect(text.length).toBeGreaterThan(8);
      expect(text.length).toBeLessThanOrEqual(200);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(text).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 5000 },
  );
});

test("No sentence about the data's own names is cut, whatever the indicator, measure and period.", () => {
  const short = fc.constantFrom("trillion", "2025-13", "digitl");
  fc.assert(
    fc.property(anyReason, fc.constantFrom(...languages), short, (reason, language, text) => {
      const plain = "given" in reason ? { ...reason, given: text } : reason;
      const choices = "choices" in plain ? { ...plain, choices: ["published", "computed"] } : plain;
      const known =
        "suggestions" in choices
          ? { ...choices, suggestions: ["digital", "retail", "physical"].map((en) => ({ en, zh: "数码" })) }
          : choices;
      expect(sentence(known, language)).not.toMatch(/…$/);
    }),
    { numRuns: 5000 },
  );
});

test("A list of choices is whole, and a measure is named in words.", () => {
  const choices = ["online_retail", "services", "digital", "trade_in", "industry", "silk_road", "rural"];
  const all = [...choices, "logistics", "users", "cross_border"];
  for (const language of languages)
    expect(
      sentence({ name: "bad-argument", argument: "theme", given: "cars", choices: all }, language),
    ).toContain("cross_border");
  expect(sentence({ name: "no-points", indicator: "ONLINE_RETAIL_PHYSICAL", measure: "single" }, "en")).toBe(
    "Online retail sales of physical goods has no single month or quarter of that kind of period there. Widen from and to.",
  );
});

test("A sentence about an argument names it.", () => {
  fc.assert(
    fc.property(anyReason, fc.constantFrom(...languages), (reason, language) => {
      if ("argument" in reason) expect(sentence(reason, language)).toContain(reason.argument);
    }),
  );
});

test("The Chinese sentence is Chinese.", () => {
  fc.assert(
    fc.property(anyReason, (reason) => {
      expect(sentence(reason, "zh")).toMatch(/\p{Script=Han}{2}/u);
    }),
  );
});

test("A wrong question is #VALUE!, a right one without an answer #N/A.", () => {
  const value = Object.keys(kinds).filter((name) => reasonKind({ name } as Reason) === "value");
  expect(value.sort()).toEqual([
    "bad-argument",
    "date-not-read",
    "error-given",
    "from-after-to",
    "missing-argument",
    "not-number",
    "not-text",
    "only-in-series",
    "percentage-on-amount",
    "period-not-read",
    "unit-not-read",
    "unit-on-percentage",
    "unknown-indicator",
    "unlike-periods",
  ]);
});

test("What was given is quoted by at most 40 characters, never by half of one.", () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      (value) => {
        const text = shown(value);
        expect(text.length).toBeLessThanOrEqual(40);
        expect(text).not.toMatch(/\p{Cs}/u);
      },
    ),
  );
  expect(shown("😀".repeat(50)).endsWith("…")).toBe(true);
  expect([shown(true), shown(null), shown([1]), shown({}), shown("a\u202eb\nc")]).toEqual([
    "TRUE",
    "",
    "[…]",
    "{…}",
    "a b c",
  ]);
});
