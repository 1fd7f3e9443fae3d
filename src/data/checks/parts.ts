import { cell, finding, type Check, type Row, type Tables } from "../table";
import { figures, keyOf, mostExact, type Printed } from "./figures";

/** Shares with their part and whole, and wholes with all their parts, from relations.csv. */
function related({ relations: { rows } }: Tables) {
  const ofKind = (kind: string) => rows.filter((row) => cell(row, "relation") === kind);
  const code = (row: Row) => cell(row, "indicator_code");
  const shares = ofKind("share_part").map((row) => [
    code(row),
    cell(row, "other"),
    ofKind("share_whole")
      .filter((relation) => code(relation) === code(row))
      .map((relation) => cell(relation, "other"))[0] ?? "",
  ]);
  const addends = ofKind("addend_of");
  const sums = [...new Set(addends.map((row) => cell(row, "other")))].map(
    (whole) => [whole, addends.filter((row) => cell(row, "other") === whole).map(code)] as const,
  );
  return { shares, sums };
}

const printedValue = ({ row }: Printed) => cell(row, "obs_value");

/**
 * A share agrees with part / whole, and a whole with the sum of its parts, within the rounding of the printed digits.
 * Only where all figures of the period are published; the most exact of each count.
 */
export const partsAgree: Check = (tables) => {
  const best = mostExact(figures(tables));
  const { shares, sums } = related(tables);
  const at = (code: string, { year, first, last }: Printed) =>
    best.get(keyOf(code, "LEVEL", year, first, last));
  return [...best.values()].flatMap((figure) => {
    const share = shares.find(([code]) => code === figure.code && figure.measure === "SHARE");
    const sum = sums.find(([code]) => code === figure.code && figure.measure === "LEVEL");
    const [part, whole] = (share?.slice(1) ?? []).map((code) => at(code, figure));
    if (part !== undefined && whole !== undefined) {
      const least = (100 * (part.value - part.half)) / (whole.value + whole.half);
      const most = (100 * (part.value + part.half)) / (whole.value - whole.half);
      if (figure.value + figure.half >= least && figure.value - figure.half <= most) return [];
      return [
        finding(
          figure.row,
          "parts",
          `The share of ${cell(figure.row, "time_period")} is ${printedValue(figure)}, but ${printedValue(part)} is not that part of ${printedValue(whole)}.`,
          "Look at the three sources: one was misread.",
        ),
      ];
    }
    const parts = (sum?.[1] ?? []).map((code) => at(code, figure));
    const present = parts.filter((figureOfPart) => figureOfPart !== undefined);
    if (present.length === 0 || present.length < parts.length) return [];
    const total = present.reduce((subtotal, { value }) => subtotal + value, 0);
    const room = present.reduce((range, { half }) => range + half, figure.half);
    return Math.abs(total - figure.value) <= room * (1 + 1e-9)
      ? []
      : [
          finding(
            figure.row,
            "parts",
            `${printedValue(figure)} of ${cell(figure.row, "time_period")} is not ${present.map(printedValue).join(" and ")} together.`,
            "Look at the sources: one was misread.",
          ),
        ];
  });
};
