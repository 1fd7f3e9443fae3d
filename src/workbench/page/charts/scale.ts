/** The ends and the step of a value axis. */
export interface NumberRange {
  min: number;
  max: number;
  step: number;
}

/**
 * The ends and the step of Excel's automatic axis (Microsoft's article 214075): a margin of a twentieth of the range,
 * ends on whole steps, and zero included unless the values are within a sixth of the largest. No values, or only
 * zeros, give 0 to 1. Values that differ by less than a hundred-millionth count as equal, because labels of 15 digits
 * could not tell the steps apart.
 * @param parts how many steps suit the axis's length (4 to 10)
 */
export function automaticRange(values: readonly number[], parts: number): NumberRange {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || (low === 0 && high === 0)) return { min: 0, max: 1, step: 0.2 };
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const close = low * high > 0 && high - low <= largest / 6;
  const spread = high - low > largest * 1e-8 ? high - low : largest;
  const half = spread / 2;
  const from = close && low > 0 ? low - half : low < 0 ? low - spread / 20 : 0;
  const to = close && high < 0 ? high + half : high > 0 ? high + spread / 20 : 0;
  const step = niceStep((to - from) / parts);
  return {
    min: whole(Math.floor(from / step + 1e-9), step),
    max: whole(Math.ceil(to / step - 1e-9), step),
    step,
  };
}

/** The least of 1, 2, 5, 10, 20, 50 … that is at least `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const leading = [1, 2, 5, 10].find((digit) => digit * power >= rough * (1 - 1e-9)) ?? 10;
  return leading * power;
}

/** A multiple of a step without the noise of binary fractions. */
function whole(steps: number, step: number): number {
  return Number((steps * step).toPrecision(15)) + 0;
}
