import type { ObservationRow } from "../../data/rows";

/** A number as printed and its power of ten: the exact value, before any rounding to a machine number. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/**
 * The exact value of an observation in base units: yuan, pieces, persons; percent as a fraction; percentage points
 * as printed.
 * @example decimalOf({ obsValue: "7.4", unitMeasure: "PT", unitMult: 0 }) // {"digits":"7.4","exponent":-2}
 */
export function decimalOf(row: Pick<ObservationRow, "obsValue" | "unitMeasure" | "unitMult">): Decimal {
  return { digits: row.obsValue, exponent: row.unitMeasure === "PT" ? -2 : row.unitMult };
}

/**
 * The nearest machine number. The decimal point is moved in the text, because 7.4/100 is not 0.074.
 * @param shift further power of ten: -9 for billions; default 0
 * @example toNumber(decimalOf({ obsValue: "7.4", unitMeasure: "PT", unitMult: 0 })) // 0.074
 */
export function toNumber(decimal: Decimal, shift = 0): number {
  return Number(`${decimal.digits}e${decimal.exponent + shift}`);
}

/**
 * Number of decimals as printed: 2 for "3.60".
 * @example decimals("3.60") // 2
 */
export function decimals(printed: string): number {
  const point = printed.indexOf(".");
  return point < 0 ? 0 : printed.length - point - 1;
}

/**
 * Number of significant digits as printed: leading zeros do not count, trailing zeros do.
 * @example significantDigits("0.0360") // 3
 */
export function significantDigits(printed: string): number {
  return printed.replace(/[^\d]/g, "").replace(/^0+/, "").length;
}

const scaled = ({ digits, exponent }: Decimal, exponentWanted: number): bigint => {
  const whole = BigInt(digits.replace(".", ""));
  return whole * 10n ** BigInt(exponent - decimals(digits) - exponentWanted);
};

/**
 * Decimals as whole multiples of one unit, each with half of its last printed digit. The unit is a tenth of the
 * smallest last digit in the list, so that halves are whole too.
 */
export function wholes(
  list: readonly Decimal[],
): readonly { readonly value: bigint; readonly half: bigint }[] {
  const last = list.map(({ digits, exponent }) => exponent - decimals(digits));
  const unit = Math.min(...last) - 1;
  return list.map((decimal, index) => {
    const step = 10n ** BigInt((last[index] ?? unit) - unit);
    return { value: BigInt(decimal.digits.replace(".", "")) * step, half: step / 2n };
  });
}

/** a minus b, exactly. The result has the last digit of the finer of the two; nothing is rounded. */
export function minus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent - decimals(a.digits), b.exponent - decimals(b.digits));
  return { digits: String(scaled(a, exponent) - scaled(b, exponent)), exponent };
}

/**
 * Whether a value, in some power of ten, rounds half away from zero (as Excel's ROUND) to a printed number at that
 * number's decimals.
 * @param shift the power of ten, -12 for trillions
 */
export function roundsTo(value: Decimal, shift: number, printed: string): boolean {
  const places = decimals(printed);
  const target = BigInt(printed.replace(".", ""));
  const digits = BigInt(value.digits.replace(".", ""));
  const power = value.exponent + shift - decimals(value.digits) + places;
  if (power >= 0) return digits * 10n ** BigInt(power) === target;
  const unit = 10n ** BigInt(-power);
  const size = digits < 0n ? -digits : digits;
  const rounded = (2n * size + unit) / (2n * unit);
  return (digits < 0n ? -rounded : rounded) === target;
}
