/**
 * A number's text in a cell with `room` pixels, as Excel shows it: in the General format (`general` is the number)
 * rounded to the digits that fit, or with an exponent; otherwise #### if it does not fit.
 * @example fitted("0.0741935483870968", 0.0741935483870968, 49, (text) => text.length * 7) // "0.07419"
 */
export function fitted(
  text: string,
  general: number | undefined,
  room: number,
  measure: (text: string) => number,
): string {
  if (measure(text) <= room) return text;
  if (general !== undefined && Number.isFinite(general)) {
    const shorter = rounded(general, (shortened) => measure(shortened) <= room);
    if (shorter !== undefined) return shorter;
  }
  return "#".repeat(Math.max(1, Math.floor(room / Math.max(1, measure("#")))));
}

/** The number with the most digits that fit, as a decimal or with an exponent; undefined if none fits. */
function rounded(value: number, fits: (text: string) => boolean): string | undefined {
  const whole = Math.abs(value) < 1e11 && (value === 0 || Math.abs(value) >= 1e-4);
  for (let decimals = 9; whole && decimals >= 0; decimals--) {
    const text = String(Number(value.toFixed(decimals)));
    // A value that is not 0 is never shown as 0.
    if (fits(text) && (text !== "0" || value === 0)) return text;
  }
  for (let digits = 5; digits >= 0; digits--) {
    const [mantissa = "", exponent = ""] = value.toExponential(digits).split("e");
    const power = Math.abs(Number(exponent)).toString().padStart(2, "0");
    const text = `${Number(mantissa)}E${Number(exponent) < 0 ? "-" : "+"}${power}`;
    if (fits(text)) return text;
  }
  return undefined;
}
