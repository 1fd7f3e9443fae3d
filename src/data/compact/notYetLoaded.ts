/**
 * Thrown by whatever needs the details, a file that loads behind the functions, before they are loaded. Catch it,
 * wait and ask again: nothing is half done.
 */
export const notYetLoaded = new Error("The details are not loaded yet.");

/**
 * A part of the details; throws `notYetLoaded` while it is undefined.
 * @example requireLoaded(7) // 7
 */
export function requireLoaded<T>(part: T | undefined): T {
  if (part === undefined) throw notYetLoaded;
  return part;
}
