/**
 * Thrown where something is asked for that stands in the details, a file behind the functions, before that has come: whoever
 * can wait for it catches this and asks again. Nothing is half made when it is thrown.
 */
export const awaited = new Error("The details have not come yet.");

/**
 * What has come; throws `awaited` where it has not.
 * @example here(7) // 7
 */
export function here<T>(thing: T | undefined): T {
  if (thing === undefined) throw awaited;
  return thing;
}
