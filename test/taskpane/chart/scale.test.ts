import fc from "fast-check";
import { axisSpan, linear, niceTicks } from "../../../src/taskpane/chart/scale";

describe("linear scale", () => {
  test("maps the ends of a span to the ends of the other.", () => {
    const y = linear([0, 20], [150, 10]);
    expect([y(0), y(10), y(20)]).toEqual([150, 80, 10]);
  });

  test("puts a span without length in the middle.", () => {
    expect(linear([5, 5], [0, 100])(5)).toBe(50);
  });
});

describe("axis values", () => {
  test.each([
    [0, 15.5, [0, 5, 10, 15, 20]],
    [-11.4, 9.1, [-15, -10, -5, 0, 5, 10]],
    [0, 0.29, [0, 0.1, 0.2, 0.3]],
    [24, 27.6, [24, 25, 26, 27, 28]],
    // Two sums that differ in the last bit: ticks between them would all read 0.3.
    [0.3, 0.1 + 0.2, [0.3, 0.31]],
  ])("for %p to %p are round.", (low, high, expected) => {
    expect(niceTicks(low, high)).toEqual(expected);
  });

  test("enclose every span, ascend, and are few.", () => {
    const figure = fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -6, max: 12 }))
      .map(([digits, power]) => digits * 10 ** power);
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const ticks = niceTicks(low, high);
        const slack = 1e-6 * (ticks.at(-1)! - ticks[0]!);
        expect(ticks[0]).toBeLessThanOrEqual(low + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (let index = 1; index < ticks.length; index += 1)
          expect(ticks[index]).toBeGreaterThan(ticks[index - 1]!);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the span of an axis", () => {
  test("begins at zero where the values reach near it.", () => {
    expect(axisSpan([2.8, 15.9])).toEqual([0, 15.9]);
    expect(axisSpan([-9, -1])).toEqual([-9, 0]);
  });

  test("leaves zero out for values close together far from it, and keeps both signs.", () => {
    expect(axisSpan([24, 27.6])).toEqual([24, 27.6]);
    expect(axisSpan([-11.4, 9])).toEqual([-11.4, 9]);
  });
});
