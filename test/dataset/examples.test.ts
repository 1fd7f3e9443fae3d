import {
  basisChoices,
  check,
  figure,
  findIndicator,
  parsePeriod,
  readChoice,
  reasonKind,
  sentence,
  valueMeasure,
  type Figure,
  type MeasureName,
  type Reason,
  type Result,
} from "../../src/dataset";

/** What a function does, in the domain's own words: find, read, ask. */
function ask(
  name: unknown,
  when: unknown,
  measure: (value: MeasureName | undefined) => MeasureName,
): Result<Figure> {
  const indicator = findIndicator(name);
  if (!indicator.ok) return indicator;
  const period = parsePeriod(when);
  if (!period.ok) return period;
  return figure({
    indicator: indicator.value,
    period: period.value,
    measure: measure(valueMeasure(indicator.value)),
  });
}

function growth(name: unknown, period?: unknown, basis?: unknown): Result<Figure> {
  const chosen = readChoice(basisChoices, basis);
  if (!chosen.ok) return chosen;
  return ask(name, period, () => (chosen.value === "computed" ? "computed growth" : "growth"));
}

const value = (name: unknown, period?: unknown) => ask(name, period, (own) => own ?? "level");
const number = (result: Result<Figure>) => (result.ok ? result.value.value : result.reason.name);
const reason = (result: Result<Figure>): Reason => {
  if (result.ok) throw new Error("There is a figure.");
  return result.reason;
};

test.each([
  [["digital"], 0.074],
  [["DIGITAL products", "2025-Q1"], 0.074],
  [["数码"], 0.074],
  [["digital", "latest"], 0.082],
  [["entertainment"], 0.4],
  [["dining"], 0.292],
  [["cashews"], 1.19],
  [["physical", "2025"], 0.052],
])("GROWTH of %j is %d.", ([name, period], wanted) => {
  expect(number(growth(name, period))).toBe(wanted);
});

test("The latest growth of digital products is that of January to November 2025.", () => {
  expect(growth("digital", "latest")).toMatchObject({ value: { period: "2025-11 YTD" } });
});

test("Computed growth of physical goods in 2025 is refused: 0.1 percent in levels, 5.2 percent as published.", () => {
  expect(growth("physical", "2025", "computed")).toMatchObject({
    reason: { name: "two-bases", computed: "+0.1%", published: "+5.2%" },
  });
  expect(number(growth("retail", "2024", "computed"))).toBeCloseTo(487895 / 471495 - 1, 14);
});

test.each([
  [["total"], 3.6242e12],
  [["share", "2025"], 0.261],
])("VALUE of %j is %d.", ([name, period], wanted) => {
  expect(number(value(name, period))).toBe(wanted);
});

test("A month alone is refused with a hint to January to that month.", () => {
  const why = reason(value("physical", "2025-08"));
  expect(reasonKind(why)).toBe("na");
  expect(sentence(why, "en")).toContain('"2025-08 YTD"');
  expect(sentence(why, "zh")).toContain('"2025-08 YTD"');
});

test("A misspelt name suggests the right one.", () => {
  const why = reason(growth("digitl"));
  expect(reasonKind(why)).toBe("na");
  expect(sentence(why, "en")).toContain('"digital"');
});

test("Where only growth is published, the value says so and names the function.", () => {
  const why = reason(value("digital"));
  expect(reasonKind(why)).toBe("na");
  expect(sentence(why, "en")).toContain('ECOM.GROWTH("digital")');
  expect(sentence(why, "en")).toContain("Only growth is published");
});

test("An ended series names its successor.", () => {
  const why = reason(growth("total", "2026-03 YTD"));
  expect(reasonKind(why)).toBe("na");
  expect(sentence(why, "en")).toContain("ONLINE_RETAIL_GOODS_SERVICES");
});

test("3.6 is a right figure for online retail in the first quarter of 2025, and 3.7 is not.", () => {
  const total = findIndicator("total");
  const period = parsePeriod("2025-Q1");
  if (!total.ok || !period.ok || period.value === undefined) throw new Error("The example is not read.");
  expect(check(total.value, period.value, 3.6)).toEqual({ ok: true, value: true });
  expect(check(total.value, period.value, 3.7)).toEqual({ ok: true, value: false });
});
