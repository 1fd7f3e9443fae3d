import { open, shown } from "../excel";
import { figures, monthsOf, placeOf, written, type Row } from "../rows";

/** The rows that belong to a period. */
const rows = figures.flat();

beforeEach(() => open());

const powers = [0, 3, 4, 6, 8, 9, 12];

/** The value of a row times a power of ten, as digits and the number of decimals: by hand, without machine numbers. */
function scaled(row: Row, power: number): { digits: bigint; decimals: number } {
  const decimals = (row.obs_value.split(".")[1] ?? "").length;
  const digits = BigInt(row.obs_value.replace(".", ""));
  return power >= decimals
    ? { digits: digits * 10n ** BigInt(power - decimals), decimals: 0 }
    : { digits, decimals: decimals - power };
}

/** Rounds half away from zero to some decimals, and prints. */
function rounded({ digits, decimals }: { digits: bigint; decimals: number }, places: number): string {
  const size = digits < 0n ? -digits : digits;
  const drop = decimals - places;
  const rounded =
    drop <= 0 ? size * 10n ** BigInt(-drop) : (size + 5n * 10n ** BigInt(drop - 1)) / 10n ** BigInt(drop);
  const text = rounded.toString().padStart(places + 1, "0");
  const sign = digits < 0n && rounded > 0n ? "-" : "";
  return sign + (places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
}

const significant = (text: string) => text.replace(/[^0-9]/g, "").replace(/^0+/, "").length;

/** Powers of ten by which a row's printed number is multiplied to stand in each unit that is tried. */
function shifts(row: Row): number[] {
  if (row.unit_measure === "PT") return [-2, 0];
  return row.unit_measure === "PP" ? [0] : powers.map((power) => Number(row.unit_mult) - power);
}

/** Whether some row of the same period agrees with a printed number in some unit. */
function agrees(row: Row, printed: string): boolean {
  const places = (printed.split(".")[1] ?? "").length;
  return rows.some((other) => {
    if (other.indicator_code !== row.indicator_code || placeOf(other) !== placeOf(row)) return false;
    return shifts(other).some((shift) => {
      const value = scaled(other, shift);
      // A single digit is too little to round to.
      if (significant(printed) <= 1)
        return (
          rounded(value, 30) === rounded({ digits: BigInt(printed.replace(".", "")), decimals: places }, 30)
        );
      return rounded(value, places) === printed;
    });
  });
}

test("Every figure as printed is right, and one unit of its last digit beside it only if another figure says so.", () => {
  for (const row of rows) {
    const period = written(monthsOf(row));
    const places = (row.obs_value.split(".")[1] ?? "").length;
    expect([row, shown("CHECK", row.indicator_code, period, row.obs_value)]).toEqual([row, true]);
    for (const step of [1n, -1n, 100n]) {
      const beside = rounded(
        { digits: BigInt(row.obs_value.replace(".", "")) + step, decimals: places },
        places,
      );
      const answer = shown("CHECK", row.indicator_code, period, beside);
      expect([row.indicator_code, period, beside, answer]).toEqual([
        row.indicator_code,
        period,
        beside,
        agrees(row, beside),
      ]);
    }
  }
});

test("A figure rounded to fewer decimals in any unit is right as a number too.", () => {
  for (const row of rows.filter((_, index) => index % 5 === 0)) {
    const period = written(monthsOf(row));
    for (const shift of shifts(row)) {
      for (const places of [0, 1, 2, 4]) {
        const printed = rounded(scaled(row, shift), places);
        if (significant(printed) > 15 || Number(printed) === 0) continue;
        // A machine number has no trailing zeros.
        const number = Number(printed);
        const plain = String(number);
        if (/e/.test(plain)) continue;
        const answer = shown("CHECK", row.indicator_code, period, number);
        expect([row.indicator_code, period, plain, answer]).toEqual([
          row.indicator_code,
          period,
          plain,
          agrees(row, plain),
        ]);
      }
    }
  }
});

test.each([
  ["3.62 trillion", true],
  ["3.620 trillion", false],
  ["3.62万亿元", true],
  ["３．６２万亿", true],
  ["3,624.2 billion", true],
  ["36,242 yi", true],
  ["7.9%", true],
  ["0.079", true],
  ["4 trillion", false],
  ["3.6 billion", false],
])("Online retail of the first quarter of 2025 is %s: %s.", (number, right) => {
  expect(shown("CHECK", "total", "2025-Q1", number)).toBe(right);
});

test("A number with properties is checked by its value.", () => {
  const number = { type: "Double", basicType: "Double", basicValue: 0.074, properties: {} };
  expect(shown("CHECK", "digital", "2025-Q1", number)).toBe(true);
  expect(shown("CHECK", "digital", "2025-Q1", [[{ type: "FormattedNumber", basicValue: 0.075 }]])).toBe(
    false,
  );
});
