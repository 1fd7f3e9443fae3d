import fc from "fast-check";
import { automaticRange } from "../../../../src/workbench/page/charts/scale";

describe("an automatic axis", () => {
  test.each([
    ["begins at zero and leaves room above", [3.29, 15.52], { min: 0, max: 18, step: 2 }, 10],
    ["reaches below zero where values do", [-0.02, 0.131], { min: -0.05, max: 0.15, step: 0.05 }, 5],
    ["lets zero go where values lie close together", [0.24, 0.276], { min: 0.22, max: 0.28, step: 0.02 }, 5],
    ["stands on its head for losses", [-5, -50], { min: -60, max: 0, step: 10 }, 6],
    [
      "takes values that only the last digits tell apart for one",
      [-9999999999999.19, -9999999999999.963],
      { min: -12e12, max: -4e12, step: 2e12 },
      4,
    ],
    ["is 0 to 1 without values", [], { min: 0, max: 1, step: 0.2 }, 5],
  ])("%s", (_, values, range, parts) => {
    expect(automaticRange(values, parts)).toEqual(range);
  });

  test("holds all values, on whole steps, in about as many parts as asked for.", () => {
    const numbers = fc.array(fc.double({ min: -1e13, max: 1e13, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 4, max: 10 }), (values, parts) => {
        const real = values.map((value) => (Math.abs(value) < 1e-6 ? 0 : value));
        const { min, max, step } = automaticRange(real, parts);
        const slack = step * 1e-6;
        expect(min - slack).toBeLessThanOrEqual(Math.min(...real));
        expect(max + slack).toBeGreaterThanOrEqual(Math.max(...real));
        expect(Math.abs(min / step - Math.round(min / step))).toBeLessThan(1e-6);
        expect(Math.abs(max / step - Math.round(max / step))).toBeLessThan(1e-6);
        expect((max - min) / step).toBeLessThanOrEqual(parts + 2.001);
      }),
    );
  });
});
