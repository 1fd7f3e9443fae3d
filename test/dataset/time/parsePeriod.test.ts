import fc from "fast-check";
import { parseAsof, parsePeriod, periodLabel, periodOf, periodParts } from "../../../src/dataset";
import { everyPeriod } from "./everyPeriod";

const read = (input: unknown, date1904 = false) => {
  const result = parsePeriod(input, { date1904 });
  return result.ok ? result.value : result.reason.name;
};

test("The canonical name of every period from 1990 to 2099 reads as that period.", () => {
  for (const period of everyPeriod) expect(read(period)).toBe(period);
});

test("What people are shown for every period, in both languages, reads as that period.", () => {
  for (const period of everyPeriod) {
    expect(read(periodLabel(period, "en"))).toBe(period);
    expect(read(periodLabel(period, "zh"))).toBe(period);
  }
});

test("What people are shown of a stock reads as the month at whose end it stands.", () => {
  for (const period of everyPeriod) {
    const { year, last } = periodParts(period);
    const month = periodOf(year, last, last);
    expect(read(periodLabel(period, "en", "stock"))).toBe(month);
    expect(read(periodLabel(period, "zh", "stock"))).toBe(month);
  }
});

/** Ways that test/cases/0.1.0/words/periods.tsv and test/cases/spellings/periods.tsv do not hold. */
const forms: Record<string, unknown[]> = {
  "2025": [" 2025 ", "２０２５"],
  "2025-Q1": ["First Quarter 2025", "2025年1-3月份"],
  "2025-03": [
    "2025-03-31",
    "march, 2025",
    "2025年3月31日",
    "2025/3/31",
    "2025.3.31",
    "2025-03-31 10:15",
    "31 March 2025",
    "31-Mar-2025",
    "March 31, 2025",
    45747,
    45717,
  ],
  "2025-08 YTD": ["Jan – Aug 2025"],
  "2025-11 YTD": ["2025 Jan−Nov"],
  "2025-12": ["2025-12-01"],
};

test.each(Object.entries(forms))("%s is read from further ways of writing it.", (period, ways) => {
  for (const way of ways) expect([way, read(way)]).toEqual([way, period]);
});

test("Every dash joins months, whatever its length and width.", () => {
  for (const dash of "-‐‑‒–—―−－﹣─~～〜至到")
    expect([dash, read(`2025年1${dash}8月`)]).toEqual([dash, "2025-08 YTD"]);
});

test("Case, width and stray spaces do not matter.", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...everyPeriod),
      fc.constantFrom(" ", "\u00a0", "\u3000", "\t", "\u200b", ""),
      fc.boolean(),
      fc.boolean(),
      (period, blank, wide, low) => {
        const cased = low ? period.toLowerCase() : period;
        const written = wide
          ? cased.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
          : cased;
        expect(read(`${blank}${written}${blank}`)).toBe(period);
      },
    ),
  );
});

test("Nothing given is no fault.", () => {
  for (const nothing of [undefined, null, "", "   ", "\u3000\n"]) expect(read(nothing)).toBeUndefined();
});

test("The latest period is asked for by its word.", () => {
  for (const word of ["latest", "Latest", " LATEST ", "ｌａｔｅｓｔ", "最新"])
    expect(read(word)).toBe("latest");
});

test("A day of Excel, of either date system, is its month.", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 0, max: 364 }), (year, day) => {
      const date = new Date(Date.UTC(year, 0, 1 + day));
      const serial = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
      const month = `${year}-${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
      expect(read(serial)).toBe(month);
      expect(read(serial - 1462, true)).toBe(month);
    }),
  );
});

test("Whole numbers up to 2099 are years and larger ones are days, up to the last day of 2099.", () => {
  expect([1989, 1990, 2099, 2100, 73050, 73051, 1900].map((number) => read(number))).toEqual([
    "period-not-read",
    "1990",
    "2099",
    "period-not-read",
    "2099-12",
    "period-not-read",
    "period-not-read",
  ]);
});

test.each([
  "foo",
  "2025-13",
  "2025-00",
  "2025-Q5",
  "2025-Q0",
  "2025-H3",
  "2025-13M",
  "2025-0M",
  "2025年13月",
  "2025-02-30",
  "2025-04-31",
  "2025 Feb-Apr",
  "2025年2-4月",
  "1989",
  "2100",
  "25",
  "2025 YTD",
  "YTD",
  "Q1",
  "March",
  "3月",
  "2025-Mai",
  "Jan 2024 - Aug 2025",
  "2025-03 YTD YTD",
  "=2025",
  "constructor",
  "__proto__",
  "toString",
  "😀",
  "\u202e2025-Q1x",
  "2025年前五季度",
  "2025年一月半",
  NaN,
  Infinity,
  -2025,
  0,
  2025.5,
  1e300,
  true,
  false,
  {},
  [],
  [2025],
  new Date(),
  Symbol("2025"),
  2025n,
  () => 2025,
])("%p is no period.", (input) => {
  expect(read(input)).toBe("period-not-read");
});

test("Ten million characters are refused, and quoted by a few.", () => {
  const result = parsePeriod("2025".repeat(2_500_000));
  expect(result.ok).toBe(false);
  expect(result.ok ? "" : "given" in result.reason && result.reason.given.length).toBeLessThanOrEqual(40);
});

test("Any text whatever is read or refused, twice in the same way.", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      expect(read(text)).toEqual(read(text));
    }),
    { numRuns: 2000 },
  );
});

test("The reason names the argument that was given.", () => {
  expect(parsePeriod("soon", {}, "from")).toEqual({
    ok: false,
    reason: { name: "period-not-read", argument: "from", given: "soon" },
  });
});

const day = (input: unknown, date1904 = false) => {
  const result = parseAsof(input, { date1904 });
  return result.ok ? result.value : result.reason.name;
};

test.each([
  ["2025-06-30", "2025-06-30"],
  ["2025/6/5", "2025-06-05"],
  ["2025年6月5日", "2025-06-05"],
  ["5 June 2025", "2025-06-05"],
  ["June 5, 2025", "2025-06-05"],
  ["2025-06-05T12:00:00Z", "2025-06-05"],
  [45813, "2025-06-05"],
  [45813.5, "2025-06-05"],
  ["2025-06", "2025-06-30"],
  ["2024年2月", "2024-02-29"],
  ["2025-Q1", "2025-03-31"],
  [2025, "2025-12-31"],
  ["latest", "9999-12-31"],
  ["", undefined],
  [null, undefined],
  ["yesterday", "date-not-read"],
  ["2025-06-31", "date-not-read"],
  [true, "date-not-read"],
  [12, "date-not-read"],
])("As of %p is up to %p.", (input, wanted) => {
  expect(day(input)).toBe(wanted);
});

test("A day of the 1904 system is read as such.", () => {
  expect(day(45813 - 1462, true)).toBe("2025-06-05");
});
