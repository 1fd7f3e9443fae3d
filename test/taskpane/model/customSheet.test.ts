import type { Period } from "../../../src/dataset";
import {
  freqsOffered,
  measuresOffered,
  movedUp,
  customInsertion,
  withDrawn,
  withIndicator,
  withKind,
  withoutIndicator,
} from "../../../src/taskpane/model/customSheet";
import type { CustomSheet } from "../../../src/workbook/insertion";

const none: CustomSheet = { indicators: [], measures: [], freq: "annual", charts: true };
const goods = withIndicator(none, "ONLINE_RETAIL_PHYSICAL");

describe("a page of one's own", () => {
  test("takes an indicator's own measure with it, unless one that it has is chosen.", () => {
    expect(goods.measures).toEqual(["level"]);
    expect(withIndicator(goods, "TOTAL_RETAIL").measures).toEqual(["level"]);
    expect(withIndicator(goods, "DIGITAL_PRODUCTS").measures).toEqual(["level", "growth"]);
  });

  test("holds an indicator once, however often it is added.", () => {
    expect(withIndicator(goods, "ONLINE_RETAIL_PHYSICAL").indicators).toEqual(["ONLINE_RETAIL_PHYSICAL"]);
  });

  test("offers the measures that one of the indicators has.", () => {
    expect(measuresOffered(withIndicator(none, "DIGITAL_PRODUCTS"))).toEqual(["growth"]);
    expect(measuresOffered(goods)).toContain("computed growth");
  });

  test("offers the kinds of periods that have figures, and takes the first where the chosen one has none.", () => {
    const digital = withIndicator(none, "DIGITAL_PRODUCTS");
    expect(freqsOffered(digital)).toEqual(["ytd", "quarter"]);
    expect(customInsertion(digital, undefined, true)?.own?.freq).toBe("ytd");
  });

  test("cannot be inserted while nothing is chosen.", () => {
    expect(customInsertion(none, undefined, true)).toBeUndefined();
    expect(customInsertion({ ...goods, measures: [] }, undefined, true)).toBeUndefined();
  });

  test("ends with the newest period unless another of its kind was chosen, and never begins after its end.", () => {
    expect(customInsertion(goods, undefined, true)?.period).toBe("2025");
    expect(customInsertion(goods, "2020" as Period, true)?.period).toBe("2020");
    expect(customInsertion(goods, "2025-Q1" as Period, true)?.period).toBe("2025");
    const late = { ...goods, from: "2022" as Period };
    expect(customInsertion(late, "2020" as Period, true)?.own?.from).toBeUndefined();
    expect(customInsertion(late, "2024" as Period, true)?.own?.from).toBe("2022");
  });
});

describe("a page of one's own", () => {
  test("keeps its indicators in the order that was given them, and its title where there is one.", () => {
    const two = withIndicator(goods, "TOTAL_RETAIL");
    expect(movedUp(two, "TOTAL_RETAIL").indicators).toEqual(["TOTAL_RETAIL", "ONLINE_RETAIL_PHYSICAL"]);
    expect(movedUp(two, "ONLINE_RETAIL_PHYSICAL")).toEqual(two);
    expect(customInsertion({ ...goods, title: " My note " }, undefined, true)?.own?.title).toBe("My note");
    expect(customInsertion({ ...goods, title: " " }, undefined, true)?.own).not.toHaveProperty("title");
  });

  test("offers single months.", () => {
    const retail = { ...withIndicator(none, "TOTAL_RETAIL"), measures: ["single" as const] };
    expect(freqsOffered(retail)).toContain("month");
    expect(customInsertion({ ...retail, freq: "month" }, undefined, true)?.period).toMatch(/^20\d\d-\d\d$/);
  });

  test("takes along what was chosen of its charts as far as it holds.", () => {
    const two = withDrawn(withIndicator(goods, "TOTAL_RETAIL"), "TOTAL_RETAIL", false);
    const drawn = withKind(withKind(two, "level", "lines"), "growth", "none");
    expect(customInsertion(drawn, undefined, true)?.own).toMatchObject({
      drawn: { level: "lines" },
      undrawn: ["TOTAL_RETAIL"],
    });
    for (const usual of [
      { ...drawn, charts: false },
      withKind(withDrawn(two, "TOTAL_RETAIL", true), "level", "suited"),
      withKind(withoutIndicator(two, "TOTAL_RETAIL"), "level", "suited"),
      // A page with charts must have something to draw.
      withDrawn(two, "ONLINE_RETAIL_PHYSICAL", false),
    ])
      for (const key of ["drawn", "undrawn"])
        expect(customInsertion(usual, undefined, true)?.own).not.toHaveProperty(key);
  });
});
