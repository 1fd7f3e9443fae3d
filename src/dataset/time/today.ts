/**
 * Today's local date, YYYY-MM-DD, which differs from UTC's for some hours. It follows the clock and time zone of the
 * computer.
 */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
