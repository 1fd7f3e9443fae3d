import fc from "fast-check";
import { decimalOf, decimals, significantDigits, toNumber } from "../../../src/dataset";
import { minus, roundsTo } from "../../../src/dataset/figures/decimal";

test("Percent become fractions by moving the point, which dividing does not give.", () => {
  const growth = decimalOf({ obsValue: "7.4", unitMeasure: "PT", unitMult: 0 });
  expect(toNumber(growth)).toBe(0.074);
  expect(7.4 / 100).not.toBe(0.074);
});

test("Amounts come in base units and in any other power of ten, exactly.", () => {
  const level = decimalOf({ obsValue: "36242", unitMeasure: "CNY", unitMult: 8 });
  expect(toNumber(level)).toBe(3_624_200_000_000);
  expect(toNumber(level, -12)).toBe(3.6242);
  expect(toNumber(decimalOf({ obsValue: "7833.1", unitMeasure: "CNY", unitMult: 8 }))).toBe(783_310_000_000);
});

test("Percentage points stay as published.", () => {
  expect(toNumber(decimalOf({ obsValue: "1.3", unitMeasure: "PP", unitMult: 0 }))).toBe(1.3);
});

test("Digits are counted as printed: leading zeros do not count, trailing zeros do.", () => {
  expect(["36242", "3.6", "0.59", "0.590", "4.0", "-0.6", "40", "0", "0.0"].map(significantDigits)).toEqual([
    5, 2, 2, 3, 2, 1, 2, 0, 0,
  ]);
  expect(["36242", "3.60", "-0.1"].map(decimals)).toEqual([0, 2, 1]);
});

const printed = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([whole, places]) => (whole / 10 ** places).toFixed(places));
const power = fc.integer({ min: -2, max: 12 });

test("A difference is exact, whatever the decimals and units of its parts.", () => {
  fc.assert(
    fc.property(printed, power, printed, power, (a, x, b, y) => {
      const whole = (text: string, exponent: number) =>
        BigInt(text.replace(".", "")) * 10n ** BigInt(exponent - (text.split(".")[1]?.length ?? 0) + 10);
      const found = minus({ digits: a, exponent: x }, { digits: b, exponent: y });
      expect(whole(found.digits, found.exponent)).toBe(whole(a, x) - whole(b, y));
    }),
  );
});

test("0.261 less 0.268 is -0.007 and nothing beside it.", () => {
  const share = (obsValue: string) => decimalOf({ obsValue, unitMeasure: "PT", unitMult: 0 });
  expect(toNumber(minus(share("26.1"), share("26.8")))).toBe(-0.007);
});

test("Rounding is half away from zero, as one rounds by hand.", () => {
  const rounds = (digits: string, to: string, shift = 0) => roundsTo({ digits, exponent: 0 }, shift, to);
  expect([rounds("2.5", "3"), rounds("2.5", "2"), rounds("-2.5", "-3"), rounds("-2.5", "-2")]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([rounds("3.6242", "3.6"), rounds("3.6242", "3.62"), rounds("3.6242", "3.63")]).toEqual([
    true,
    true,
    false,
  ]);
  expect([rounds("36242", "3.6", -4), rounds("36242", "36242.00"), rounds("0.004", "0")]).toEqual([
    true,
    true,
    true,
  ]);
});

test("Rounding agrees with rounding by whole numbers.", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (n, places) => {
      const unit = 10 ** places;
      const size = Math.floor((2 * Math.abs(n) + unit) / (2 * unit));
      const wanted = n < 0 ? -size : size;
      expect(roundsTo({ digits: String(n), exponent: -places }, 0, String(wanted))).toBe(true);
      expect(roundsTo({ digits: String(n), exponent: -places }, 0, String(wanted + 1))).toBe(false);
    }),
  );
});
