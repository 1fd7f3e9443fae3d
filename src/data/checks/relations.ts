import { cell, finding, type Check, type Row, type Tables } from "../table";
import { figures, keyOf, mostExact } from "./figures";

const of = (row: Row) => cell(row, "indicator_code");
const to = (row: Row) => cell(row, "other");
const kindIs =
  (...kinds: readonly string[]) =>
  (row: Row) =>
    kinds.includes(cell(row, "relation"));
const isPart = kindIs("part_of", "addend_of");

/** Nothing is part of itself, or succeeds itself, directly or through others. */
function circles(rows: readonly Row[]) {
  const reaches = (from: string, goal: string, visited: ReadonlySet<string> = new Set()): boolean =>
    rows
      .filter((row) => of(row) === from && !visited.has(to(row)))
      .some((row) => to(row) === goal || reaches(to(row), goal, new Set([...visited, to(row)])));
  return rows
    .filter((row) => reaches(of(row), of(row)))
    .map((row) =>
      finding(row, "relations", `${of(row)} comes back to itself.`, "Delete one of the rows of the circle."),
    );
}

/** A successor is also in breaks.csv, with the month after which it follows. */
function successors({ relations, breaks }: Tables) {
  const pair = (row: Row) => `${cell(row, "successor")} after ${of(row)}`;
  const [broken, related] = [
    breaks.rows.filter((row) => cell(row, "successor") !== ""),
    relations.rows.filter(kindIs("succeeds")),
  ];
  const there = new Set(broken.map((row) => pair(row)));
  const here = new Set(related.map((row) => `${of(row)} after ${to(row)}`));
  return [
    ...related
      .filter((row) => !there.has(`${of(row)} after ${to(row)}`))
      .map((row) =>
        finding(
          row,
          "relations",
          "breaks.csv knows no such successor.",
          "Add the month after which it follows there.",
        ),
      ),
    ...broken
      .filter((row) => !here.has(pair(row)))
      .map((row) =>
        finding(row, "relations", "relations.csv knows no such successor.", "Add the row succeeds there."),
      ),
  ];
}

/**
 * A sum has at least two addends; a published share has one part and one whole; a sample and its total have two
 * bodies.
 */
function shapes({ relations: { rows }, indicators }: Tables) {
  const basis = new Map(indicators.rows.map((row) => [of(row), cell(row, "basis").split(/[ ;,]/)[0]]));
  const count = (kind: string, same: (row: Row) => string, key: string) =>
    rows.filter((row) => kindIs(kind)(row) && same(row) === key).length;
  return rows.flatMap((row) => {
    const wrong = (message: string, mend: string) => [finding(row, "relations", message, mend)];
    if (of(row) === to(row)) return wrong("It is related to itself.", "Name two indicators.");
    if (kindIs("addend_of")(row) && count("addend_of", to, to(row)) < 2)
      return wrong("A single addend is no sum.", "Name the other addends, or write part_of.");
    if (
      kindIs("share_part", "share_whole")(row) &&
      ["share_part", "share_whole"].some((kind) => count(kind, of, of(row)) !== 1)
    )
      return wrong("A share has one part and one whole.", "Write a row share_part and a row share_whole.");
    if (kindIs("sample_of")(row) && basis.get(of(row)) === basis.get(to(row)))
      return wrong("Both are of one body.", "A sample is the ministry's; write part_of.");
    return [];
  });
}

/** No part is greater than its whole, beyond rounding. */
function sizes(tables: Tables) {
  const best = mostExact(figures(tables));
  return tables.relations.rows.filter(isPart).flatMap((row) =>
    [...best.values()]
      .filter(({ code, measure }) => code === of(row) && measure === "LEVEL")
      .flatMap((part) => {
        const whole = best.get(keyOf(to(row), "LEVEL", part.year, part.first, part.last));
        return whole === undefined || part.value - part.half <= whole.value + whole.half
          ? []
          : [
              finding(
                part.row,
                "relations",
                `${of(row)} is greater than ${to(row)}, of which it is a part.`,
                "Look at both sources: one was misread, or the relation is wrong.",
              ),
            ];
      }),
  );
}

/**
 * Relations have no cycles, successors as in breaks.csv, complete sums and shares, no part above its whole. A cycle
 * would be a total that is part of itself.
 */
export const relations: Check = (tables) => [
  ...shapes(tables),
  ...circles(tables.relations.rows.filter(isPart)),
  ...circles(tables.relations.rows.filter(kindIs("succeeds"))),
  ...successors(tables),
  ...sizes(tables),
];
