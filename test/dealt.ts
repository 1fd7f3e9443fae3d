/**
 * What is long by nature is tried whole by `npm run test:all`, and in part by `npm test`, so that each case is met by some test
 * and each kind of moment by each.
 */
export const whole = process.env["TEST_ALL"] === "1";

/** All of a list, or every `step`th of it from the first on, and its last. */
export const dealt = <T>(all: readonly T[], step: number): readonly T[] =>
  whole ? all : all.filter((_, index) => index % step === 0 || index === all.length - 1);
