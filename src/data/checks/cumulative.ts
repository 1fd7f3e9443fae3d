import { cell, finding, type Check } from "../table";
import { figures, keyOf, mostExact, type Printed } from "./figures";

const text = ({ row }: Printed) => `${cell(row, "obs_value")} of ${cell(row, "time_period")}`;

/** The flows' levels and counts. */
function flows(tables: Parameters<Check>[0]): Printed[] {
  const nature = new Map(
    tables.indicators.rows.map((row) => [cell(row, "indicator_code"), cell(row, "nature")]),
  );
  return figures(tables).filter(
    ({ code, measure }) => nature.get(code) === "flow" && (measure === "LEVEL" || measure === "COUNT"),
  );
}

/** A level since January rises from month to month. Otherwise a month was entered as a sum, or a digit lost. */
export const rising: Check = (tables) => {
  const sums = [...mostExact(flows(tables)).values()].filter(({ first }) => first === 1);
  const byYear = new Map<string, Printed[]>();
  for (const sum of sums) {
    const key = `${sum.code} ${sum.measure} ${sum.year}`;
    byYear.set(key, [...(byYear.get(key) ?? []), sum]);
  }
  return [...byYear.values()].flatMap((list) =>
    list
      .sort((a, b) => a.last - b.last)
      .flatMap((figure, place) => {
        const before = list[place - 1];
        return before === undefined || figure.value + figure.half > before.value - before.half
          ? []
          : [
              finding(
                figure.row,
                "cumulative",
                `${text(figure)} is less than ${text(before)}, though both count from January.`,
                "Look at both sources: a month alone, a power of ten or a digit is wrong.",
              ),
            ];
      }),
  );
};

/**
 * A single month plus the cumulative months before equals the cumulative months, within rounding. Months counted:
 * flows only, the most exact figure of each. "Within rounding" is half of the last printed digit of each of the
 * three.
 */
export const adding: Check = (tables) => {
  const best = mostExact(flows(tables));
  return [...best.values()].flatMap((month) => {
    const { code, measure, year, last } = month;
    if (month.first !== last || last === 1) return [];
    const sum = best.get(keyOf(code, measure, year, 1, last));
    const before = best.get(keyOf(code, measure, year, 1, last - 1));
    if (sum === undefined || before === undefined) return [];
    const difference = Math.abs(before.value + month.value - sum.value);
    const room = before.half + month.half + sum.half;
    return difference <= room * (1 + 1e-9)
      ? []
      : [
          finding(
            month.row,
            "cumulative",
            `${text(month)} and ${text(before)} before do not make ${text(sum)}.`,
            "Look at the three sources: one was misread, or one is of another vintage.",
          ),
        ];
  });
};
