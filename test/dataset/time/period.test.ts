import fc from "fast-check";
import {
  byEnd,
  endMonth,
  endOf,
  isOfKind,
  kindOf,
  lastDay,
  lastDayOf,
  lengthOf,
  periodOf,
  periodParts,
  toDate,
  yearsLater,
  type Period,
} from "../../../src/dataset";
import { everyPeriod } from "./everyPeriod";

const anyPeriod = fc.constantFrom(...everyPeriod);

test("A year has 27 periods: itself, four quarters, two halves, twelve months, and January to eight other months.", () => {
  expect(everyPeriod.filter((period) => period.startsWith("2025"))).toEqual([
    "2025-01",
    "2025-02 YTD",
    "2025-Q1",
    "2025-04 YTD",
    "2025-05 YTD",
    "2025-H1",
    "2025-07 YTD",
    "2025-08 YTD",
    "2025-09 YTD",
    "2025-10 YTD",
    "2025-11 YTD",
    "2025",
    "2025-02",
    "2025-03",
    "2025-04",
    "2025-Q2",
    "2025-05",
    "2025-06",
    "2025-07",
    "2025-Q3",
    "2025-H2",
    "2025-08",
    "2025-09",
    "2025-10",
    "2025-Q4",
    "2025-11",
    "2025-12",
  ]);
});

test("No two periods have the same name.", () => {
  expect(new Set(everyPeriod).size).toBe(everyPeriod.length);
  expect(everyPeriod).toHaveLength(110 * 27);
});

test("The months of a period make the period again.", () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const { year, first, last } = periodParts(period);
      expect(periodOf(year, first, last)).toBe(period);
    }),
  );
});

test("A name that was only cast is read by its form, and nonsense is no year.", () => {
  expect(periodParts("1990-08 YTD" as Period)).toEqual({ year: 1990, first: 1, last: 8 });
  expect(periodParts("2101-H2" as Period)).toEqual({ year: 2101, first: 7, last: 12 });
  expect(periodParts("2101-Q3" as Period)).toEqual({ year: 2101, first: 7, last: 9 });
  expect(periodParts("2101-05" as Period)).toEqual({ year: 2101, first: 5, last: 5 });
  expect(periodParts("constructor" as Period).year).toBe(0);
});

test("Months that are no period have no name.", () => {
  expect([
    periodOf(2025, 2, 3),
    periodOf(2025, 0, 3),
    periodOf(2025, 3, 2),
    periodOf(2025, 10, 13),
    periodOf(1989, 1, 12),
    periodOf(2100, 1, 12),
    periodOf(NaN, 1, 12),
  ]).toEqual(Array(7).fill(undefined));
});

test("A period is of the kind that its name says, and January to date as well where it begins in January.", () => {
  const kinds = [
    "2025",
    "2025-Q1",
    "2025-Q2",
    "2025-H1",
    "2025-H2",
    "2025-01",
    "2025-08",
    "2025-08 YTD",
  ] as Period[];
  expect(kinds.map(kindOf)).toEqual(["annual", "quarter", "quarter", "ytd", "half", "month", "month", "ytd"]);
  expect(kinds.filter((period) => isOfKind(period, "ytd"))).toEqual([
    "2025",
    "2025-Q1",
    "2025-H1",
    "2025-01",
    "2025-08 YTD",
  ]);
});

test("The end of a period is a month and a day of the calendar.", () => {
  expect([endMonth("2024-02 YTD" as Period), lastDay("2024-02 YTD" as Period)]).toEqual([
    "2024-02",
    "2024-02-29",
  ]);
  expect([endMonth("2025" as Period), lastDay("2025" as Period)]).toEqual(["2025-12", "2025-12-31"]);
});

test("Sorting by end puts the longest of those that end together last.", () => {
  const list = ["2025", "2025-12", "2025-Q1", "2025-Q4", "2025-03", "2025-H2"] as Period[];
  expect(list.sort(byEnd)).toEqual(["2025-03", "2025-Q1", "2025-12", "2025-Q4", "2025-H2", "2025"]);
});

test("A year later is the same months, twelve months on, within the years of periods.", () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: -120, max: 120 }), (period, years) => {
      const later = yearsLater(period, years);
      const { year, first, last } = periodParts(period);
      if (year + years < 1990 || year + years > 2099) expect(later).toBeUndefined();
      else {
        expect(periodParts(later as Period)).toEqual({ year: year + years, first, last });
        expect(endOf(later as Period)).toBe(endOf(period) + 12 * years);
        expect(lengthOf(later as Period)).toBe(lengthOf(period));
      }
    }),
  );
});

test("January to date ends where the period ends.", () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(endOf(toDate(period))).toBe(endOf(period));
      expect(periodParts(toDate(period)).first).toBe(1);
    }),
  );
});

test("A partial date counts as its last day.", () => {
  expect(["2026", "2026-02", "2024-02", "2026-01-19", "2025-Q1", "soon", ""].map(lastDayOf)).toEqual([
    "2026-12-31",
    "2026-02-28",
    "2024-02-29",
    "2026-01-19",
    "2025-03-31",
    "",
    "",
  ]);
});
