import { cell, finding, type Check } from "../table";

/**
 * Levels and counts are positive, shares are 0 to 100, and nothing falls by more than 100 %. Contributions have no
 * bounds.
 */
export const ranges: Check = (tables) =>
  tables.observations.rows.flatMap((row) => {
    const value = Number(cell(row, "obs_value"));
    const measure = cell(row, "measure");
    const low = measure === "LEVEL" || measure === "COUNT" || measure === "SHARE" ? 0 : -100;
    const high = measure === "SHARE" ? 100 : Infinity;
    const out = measure === "CONTRIBUTION" ? false : value < low || value > high;
    return out
      ? [
          finding(
            row,
            "ranges",
            `A ${measure} of ${cell(row, "obs_value")} cannot be.`,
            "Look at the source: a sign, a point or the measure is wrong.",
          ),
        ]
      : [];
  });
