import { joinTables, liveStore, sealed } from "../../src/dataset";
import { keepTable } from "../../src/userTables/keep";
import { MOST_ROWS } from "../../src/userTables/readTable";
import { allHeadings, figureShown, table, use } from "./tables";

afterEach(() => joinTables(undefined));

describe("what a workbook keeps", () => {
  const ours = table(allHeadings, [["Ours", 2025, 1]]);
  const other = table(allHeadings, [["Theirs", 2025, 2]], [], "Other");

  test("several tables, each of which can be taken out again.", () => {
    const both = use(other, use(ours));
    expect([figureShown("ours", "2025"), figureShown("theirs", "2025")]).toEqual(["1", "2"]);
    expect(liveStore.parts?.slice(1).map(({ version, count }) => [version, count])).toEqual([
      ["Sales", 1],
      ["Other", 1],
    ]);
    const left = keepTable(both, "Sales");
    joinTables(left);
    expect([figureShown("ours", "2025"), figureShown("theirs", "2025")]).toEqual(["unknown-indicator", "2"]);
    expect(keepTable(left, "Other")).toBeUndefined();
  });

  test("two thousand rows in less than a tenth of what settings may hold.", () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, index) => [
      `Indicator ${index % 20}`,
      `${2000 + Math.floor(index / 240)}-${String((Math.floor(index / 20) % 12) + 1).padStart(2, "0")}`,
      index * 1.37,
    ]);
    expect(use(table(allHeadings, rows))?.length).toBeLessThan(40_000);
  });

  test.each([
    ["nothing", null],
    ["a number", 7],
    ["another version's object", { v: 2, tables: [] }],
    ["a text without a seal", "[]"],
    ["a list that is none", sealed("[1,null]")],
    ["no list", sealed("[")],
  ])("and is none where it is %s", (_what, setting) => {
    try {
      joinTables(setting);
    } catch {
      // A setting that cannot be read counts as not set.
    }
    expect(liveStore.parts).toBeUndefined();
    expect(figureShown("digital", "2025-Q1", "growth")).toBe("+7.4%");
  });

  test("and is none where one sign of it was changed.", () => {
    const setting = use(ours) ?? "";
    for (let at = 0; at < setting.length; at += 7) {
      joinTables(`${setting.slice(0, at)}${setting[at] === "x" ? "y" : "x"}${setting.slice(at + 1)}`);
      expect(liveStore.parts).toBeUndefined();
    }
  });
});
