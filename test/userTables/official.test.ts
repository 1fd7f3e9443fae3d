import fc from "fast-check";
import {
  liveStore,
  indicators,
  joinTables,
  measureNames,
  official,
  periodOf,
  themes,
} from "../../src/dataset";
import type { MeasureName, Period } from "../../src/dataset";
import { ecomFunctions } from "../../src/functions";
import { defaultSettings } from "../../src/functions/settings";
import { keepTable, packTable } from "../../src/userTables/keep";
import type { UserRow } from "../../src/userTables/types";

// Whatever joins, official figures answer as before. The rows here bypass the reader, which would refuse
// names that official indicators have: a workbook may have been made with another version of the data.

afterEach(() => joinTables(undefined));

const periods = [1, 2, 3, 4, 5, 6, 9, 12].flatMap((last) =>
  [1, last, last - 2].flatMap((first) => periodOf(2025, first, last) ?? []),
);
const officialNames = indicators.flatMap(({ code, label, aliases }) => [
  code,
  label.en,
  label.zh,
  ...aliases,
]);
const row: fc.Arbitrary<UserRow> = fc.record({
  name: fc
    .oneof(fc.constantFrom(...officialNames), fc.string({ minLength: 1, maxLength: 12 }))
    .map((name) => name.replace(/[|~;]/g, " ").trim() || "x"),
  measure: fc.constantFrom<MeasureName>(...measureNames.slice(0, 6)),
  period: fc.constantFrom<Period>(...periods),
  value: fc.integer({ min: -1e9, max: 1e9 }).map((value) => String(value / 100)),
  unit: fc.constantFrom("CNY", "PT", "", "件", "__proto__"),
  power: fc.constantFrom(0, 4, 8),
  source: fc.constantFrom("", "Report", "报告"),
  link: fc.constantFrom("", "https://example.org/"),
  released: fc.constantFrom("", "2020-01-01", "2030-01-01"),
});

/** The answers to every kind of question about every third official indicator. */
function answers(): string {
  const settings = { ...defaultSettings, asof: "2026-06-30" };
  const given = indicators.flatMap(({ code, label, aliases }, place) => {
    if (place % 3 > 0) return [];
    const asked: [keyof typeof ecomFunctions, unknown[]][] = [
      ["VALUE", [code, "latest"]],
      ["VALUE", [label.zh]],
      ["GROWTH", [aliases[0], "2025"]],
      ["GROWTH", [label.en, "2025-Q1", "computed"]],
      ["SERIES", [code, null, null, null, true, "all"]],
      ["TABLE", [[[code], [label.en]], [["2024", "2025", "latest"]]]],
      ["CAGR", [code, "2020", "2024"]],
      ["INFO", [code]],
      ["INFO", [aliases[aliases.length - 1], "figures"]],
      ["CITE", [code, "latest", "gbt7714"]],
      ["CHECK", [code, "latest", 5]],
      ["CARD", [code, "2025"]],
    ];
    return asked;
  });
  const others: typeof given = themes.flatMap(({ code }) => [
    ["RANK", [code, "latest"]],
    ["EVENTS", [code]],
  ]);
  return JSON.stringify([
    ...[
      ...given,
      ...others,
      ...([
        ["RANK", []],
        ["VERSION", []],
      ] as typeof given),
    ].map(([id, args]) => ecomFunctions[id](args, settings)),
    ...["retail", "网上", "phones"].map((text) => {
      // Results from the user's own data come last.
      const found = ecomFunctions.FIND([text, 5], settings);
      return found.ok && (found.value as string[][]).filter(([code]) => !code?.startsWith("OWN:"));
    }),
  ]);
}

test("Official figures answer as before whatever joins, and removing gives back the very data that were there.", () => {
  const before = answers();
  let found = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
      joinTables(keepTable(undefined, "Ours", packTable("Ours", rows, "2026-11-26")));
      expect(liveStore.parts).toHaveLength(2);
      expect(liveStore.parts?.[0]).toBe(official);
      expect(answers()).toBe(before);
      for (const { code } of liveStore.indicators.slice(indicators.length)) {
        found += liveStore.book(code).observations.length;
        expect(liveStore.source(liveStore.book(code).observations[0]!.source).publisher).toBe(
          "Own data: Ours",
        );
        expect(ecomFunctions.INFO([code], defaultSettings).ok).toBe(true);
      }
      joinTables(undefined);
      expect(liveStore).toBe(official);
      expect(answers()).toBe(before);
    }),
    { numRuns: 20, endOnFailure: true },
  );
  // Every run has a row at least.
  expect(found).toBeGreaterThanOrEqual(20);
});
