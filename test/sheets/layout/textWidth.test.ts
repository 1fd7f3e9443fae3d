import fc from "fast-check";
import { cutTo, linesIn, numberFits, textWidth } from "../../../src/sheets/layout/textWidth";

test("A Chinese character is as wide as two digits.", () => {
  expect(textWidth("网上零售额")).toBe(10);
  expect(textWidth("2025")).toBe(4);
});

test("Text wraps at blanks, Chinese anywhere.", () => {
  expect(linesIn("one two three", 9)).toBe(2);
  expect(linesIn("网上零售额同比增长", 7)).toBe(3);
  expect(linesIn("", 10)).toBe(1);
});

test("A word longer than the column takes the lines that it needs.", () => {
  expect(linesIn("0123456789", 6)).toBe(2);
});

test("A smaller font takes fewer lines.", () => {
  const text = "Online retail sales of physical goods: articles for use";
  expect(linesIn(text, 20, 9)).toBeLessThan(linesIn(text, 20, 14));
});

test("The lines always have room for the whole text.", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, width) => {
      expect(linesIn(text, width) * width).toBeGreaterThanOrEqual(
        textWidth(text.replace(/\s+/g, "")) - width,
      );
    }),
  );
});

test("A cut text fits and says that it was cut.", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 3, max: 40 }), (text, width) => {
      const cut = cutTo(text, width);
      expect(textWidth(cut)).toBeLessThanOrEqual(width + 1e-9);
      expect(cut === text || cut.endsWith("…")).toBe(true);
    }),
  );
});

test("A number that stands in a tile stands there in Aptos too, which is the widest.", () => {
  expect(numberFits("+29.2%", 14, 17)).toBe(true);
  expect(numberFits("+151.7%", 14, 17)).toBe(false);
  expect(numberFits("+151.7%", 14, 13)).toBe(true);
});
