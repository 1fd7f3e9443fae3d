/** Maps a range of values linearly to a range of pixels; a range of no length to the middle. */
export function linear(
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const [from, to] = domain;
  const [start, end] = range;
  if (to === from) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/**
 * Round axis values (1, 2, 2.5 or 5 times a power of ten) around a range.
 * @param low the least value, finite
 * @param high the greatest value, finite, at least `low`
 * @returns at least two values, ascending, in the finest round steps, at most five
 */
export function niceTicks(low: number, high: number): number[] {
  const most = 5;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Values whose difference is beyond the digits of a label count as equal.
  const spread = high - low > size * 1e-8 ? high - low : size || 1;
  const power = 10 ** Math.floor(Math.log10(spread / most));
  for (const factor of [1, 2, 2.5, 5, 10, 20, 25]) {
    const step = factor * power;
    const first = Math.floor(low / step + 1e-9);
    const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
    if (last - first > most) continue;
    // Twelve significant digits, because 3 * 0.1 is to be 0.3.
    return Array.from({ length: last - first + 1 }, (_, index) =>
      Number(((first + index) * step).toPrecision(12)),
    );
  }
  return [low, high === low ? low + 1 : high];
}

/**
 * The range of an axis for these values. It includes zero unless the values are close together and far from zero,
 * because an axis without zero overstates changes.
 * @param values finite numbers, at least one
 */
export function axisSpan(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low >= 0 && low < high * 0.6) return [0, high];
  if (high <= 0 && high > low * 0.6) return [low, 0];
  return [low, high];
}
