import { units as allowed } from "../schema";
import { cell, finding, type Check } from "../table";

/**
 * A measure has one of its units and powers of ten, and an indicator's measure has one unit only. A mixed unit would
 * add yuan to parcels.
 */
export const units: Check = (tables) => {
  const first = new Map<string, { unit: string; row: number }>();
  return tables.observations.rows.flatMap((row) => {
    const measure = cell(row, "measure");
    const unit = cell(row, "unit_measure");
    const mult = cell(row, "unit_mult");
    const list = allowed[measure];
    if (list === undefined) return [];
    if (!list.units.includes(unit) || !list.mults.includes(mult)) {
      return [
        finding(
          row,
          "units",
          `A ${measure} stands in ${unit} with unit_mult ${JSON.stringify(mult)}.`,
          `Use ${list.units.join(", ")} with unit_mult ${list.mults.join(", ")}.`,
        ),
      ];
    }
    const key = `${cell(row, "indicator_code")} ${measure}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, { unit, row: row.row });
    return earlier === undefined || earlier.unit === unit
      ? []
      : [
          finding(
            row,
            "units",
            `${key} stands in ${unit} here and in ${earlier.unit} in row ${earlier.row}.`,
            "Use one unit; what is counted otherwise is another indicator.",
          ),
        ];
  });
};
