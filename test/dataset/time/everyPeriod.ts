import { periodOf, type Period } from "../../../src/dataset";

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Every period that there is, in order of years, first and last months. */
export const everyPeriod: readonly Period[] = Array.from({ length: 110 }, (_, index) => 1990 + index).flatMap(
  (year) => months.flatMap((first) => months.flatMap((last) => periodOf(year, first, last) ?? [])),
);
