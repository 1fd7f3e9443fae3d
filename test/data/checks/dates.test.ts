import { lastDay } from "../../../src/data/checks/calendar";
import { dates } from "../../../src/data/checks/dates";
import { found, rowWhere } from "../tables";

const row = rowWhere("observations", ({ source_id }) => source_id === "nbs-retail-2025-03");

test.each(["2025-02-30", "2025-13", "16/04/2025", "2025-4-16", "April", "", "2025-Q1"])(
  "A vintage written %j is found.",
  (vintage) => {
    expect(found(dates, "observations", row, { vintage })).toMatchObject([{ row, rule: "dates" }]);
  },
);

test("A source without a date is found.", () => {
  expect(found(dates, "sources", 2, { published: "" })).toMatchObject([{ file: "sources.csv", row: 2 }]);
});

test("A figure released before its period ended is found.", () => {
  const [finding] = found(dates, "observations", row, { vintage: "2025-01-31" });
  expect(finding?.message).toBe("Released on 2025-01-31, before its period ended.");
});

test("What is counted since a month ends with its last.", () => {
  const since = { time_period: "2025-02/2025-04", accumulation: "since" };
  expect(found(dates, "observations", row, since)).toMatchObject([
    { message: "Released on 2025-04-16, before its period ended." },
  ]);
});

test("A figure released after the text in which it was read is found.", () => {
  const [finding] = found(dates, "observations", row, { vintage: "2025-04-17" });
  expect(finding?.message).toBe("Released 2025-04-17, after its source of 2025-04-16.");
});

test("A release of which only the month is known does not contradict its source.", () => {
  expect(found(dates, "observations", row, { vintage: "2025-04" })).toEqual([]);
});

test("Two days of one monthly release are found; a day between the Chinese and the English text is none.", () => {
  const copy = rowWhere("sources", ({ source_id }) => source_id === "peopledaily-en-20402447");
  expect(found(dates, "sources", copy, { published: "2025-12-17" })).toMatchObject([
    {
      file: "sources.csv",
      message: expect.stringContaining(
        "Published on 2025-12-17, but the same release on 2025-12-15",
      ) as unknown,
    },
  ]);
  expect(found(dates, "sources", copy, { published: "2025-12-16" })).toEqual([]);
});

test("The last day of a partial date is the last of its month, quarter or year.", () => {
  expect(
    ["2024-02", "2025-02", "2100-02", "2025-Q2", "2025", "2025-04-21", "2025-04-31", "soon"].map(lastDay),
  ).toEqual([
    "2024-02-29",
    "2025-02-28",
    undefined,
    "2025-06-30",
    "2025-12-31",
    "2025-04-21",
    undefined,
    undefined,
  ]);
});
