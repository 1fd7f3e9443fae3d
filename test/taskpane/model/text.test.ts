import fc from "fast-check";
import { markMatches } from "../../../src/taskpane/model/text";

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .map((stretch) => (stretch.match ? `[${stretch.text}]` : stretch.text))
    .join("");

describe("marking what was searched for", () => {
  test.each([
    ["Online retail sales of physical goods", "retail", "Online [retail] sales of physical goods"],
    ["Online retail sales", "SALES online", "[Online] retail [sales]"],
    ["实物商品网上零售额", "网上", "实物商品[网上]零售额"],
    ["AI-related products", "ＡＩ", "[AI]-related products"],
    ["Express parcels", "digital", "Express parcels"],
    ["Express parcels", "  ", "Express parcels"],
  ])("in %p by %p gives %p", (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test("never changes the text itself.", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, query) => {
        expect(
          markMatches(text, query)
            .map((stretch) => stretch.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
