/**
 * Adds two numbers.
 * @customfunction ADD
 * @param first One number.
 * @param second Another.
 * @returns Their sum.
 */
export function add(first: number, second: number): number {
  return first + second;
}
