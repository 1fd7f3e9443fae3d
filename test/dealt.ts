/**
 * `npm test` tries long series of cases in part: each case in some test, and each kind of moment in each case. Continuous
 * integration (`TEST_ALL=1`) and `npm run test:all` try them whole.
 */
export const whole = process.env["TEST_ALL"] !== undefined;

/** What takes up to an hour is tried by `npm run test:all` alone. */
export const every = process.env["TEST_ALL"] === "every";

/** All of a list, or every `step`th of it from the first on, and its last. */
export const dealt = <T>(all: readonly T[], step: number): readonly T[] =>
  whole ? all : all.filter((_, index) => index % step === 0 || index === all.length - 1);

/** All of a list, or the one at a place: languages and widths that differ in words or numbers only take turns. */
export const oneOf = <T>(all: readonly T[], place: number): readonly T[] =>
  whole ? all : all.slice(place, place + 1);
